// Routes of the forms module: parse, authorize, one call, answer.
import { implement } from '@orpc/server';
import { formsContract } from '#contract/forms.ts';
import type { RequestContext } from '#platform/http/request.ts';
import { beginDraft } from './begin-draft.ts';
import { createForm } from './create-form.ts';
import { discardDraft } from './discard-draft.ts';
import { formVersion } from './form-version.ts';
import { getForm, listForms } from './form.ts';
import { publishForm } from './publish-form.ts';
import { retireForm } from './retire-form.ts';
import { saveDraft } from './save-draft.ts';

const os = implement(formsContract).$context<RequestContext>();

export const routes = os.router({
  list: os.list.handler(({ context }) => context.asStaff('form.read', listForms)),
  create: os.create.handler(({ context, input }) => context.asStaff('form.manage', (ctx) => createForm(ctx, input))),
  get: os.get.handler(({ context, input }) => context.asStaff('form.read', (ctx) => getForm(ctx, input.id))),
  getVersion: os.getVersion.handler(({ context, input }) =>
    context.asStaff('form.read', (ctx) => formVersion(ctx, input.id)),
  ),
  beginDraft: os.beginDraft.handler(({ context, input }) =>
    context.asStaff('form.manage', (ctx) => beginDraft(ctx, input.id)),
  ),
  saveDraft: os.saveDraft.handler(({ context, input }) =>
    context.asStaff('form.manage', (ctx) => saveDraft(ctx, input)),
  ),
  discardDraft: os.discardDraft.handler(({ context, input }) =>
    context.asStaff('form.manage', (ctx) => discardDraft(ctx, input.id)),
  ),
  publish: os.publish.handler(({ context, input }) => context.asStaff('form.manage', (ctx) => publishForm(ctx, input))),
  retire: os.retire.handler(({ context, input }) => context.asStaff('form.manage', (ctx) => retireForm(ctx, input))),
});
