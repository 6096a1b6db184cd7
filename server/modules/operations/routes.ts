// Routes of operations: jobs that failed for good, and trying them again.
import { implement } from '@orpc/server';
import { operationsContract } from '#contract/operations.ts';
import { commonErrors } from '#platform/errors.ts';
import type { RequestContext } from '#platform/http/request.ts';

const os = implement(operationsContract).$context<RequestContext>();

export const operationsRoutes = os.router({
  listDeadJobs: os.listDeadJobs.handler(({ context }) =>
    context.asStaff('operations.manage', async (ctx) => ({
      items: await ctx.platform.jobs.listDead(ctx.organisationId),
    })),
  ),
  retryDeadJob: os.retryDeadJob.handler(({ context, input }) =>
    context.asStaff('operations.manage', async (ctx) => {
      if (!(await ctx.platform.jobs.retryDead(ctx.organisationId, input.id)))
        throw commonErrors.notFound({ id: input.id });
      return {};
    }),
  ),
});
