// Routes of templates of processes.
import { implement } from '@orpc/server';
import { processTemplatesContract } from '#contract/process-templates.ts';
import type { RequestContext } from '#platform/http/request.ts';
import { beginFromTemplate } from './begin-from-template.ts';
import { getTemplate, listTemplates } from './templates.ts';

const os = implement(processTemplatesContract).$context<RequestContext>();

export const templateRoutes = os.router({
  list: os.list.handler(({ context }) => context.asStaff('process.view', async () => ({ items: listTemplates() }))),
  get: os.get.handler(({ context, input }) =>
    context.asStaff('process.view', async () => getTemplate(input.template, input.language)),
  ),
  begin: os.begin.handler(({ context, input }) =>
    context.asStaff('process.model', (ctx) => beginFromTemplate(ctx, input)),
  ),
});
