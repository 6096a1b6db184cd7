// Routes of running processes: start, look, set right; messages and signals.
import { implement } from '@orpc/server';
import { processInstancesContract } from '#contract/process-instances.ts';
import type { RequestContext } from '#platform/http/request.ts';
import { getInstance } from './get-instance.ts';
import { cancelInstance, retryToken, setVariables } from './instance-steps.ts';
import { listHappenings } from './list-happenings.ts';
import { listInstances } from './list-instances.ts';
import { sendMessage } from './send-message.ts';
import { startInstance } from './start-instance.ts';
import { throwSignal } from './throw-signal.ts';

const os = implement(processInstancesContract).$context<RequestContext>();

export const instanceRoutes = os.router({
  start: os.start.handler(({ context, input }) =>
    context.asStaff('process.start', async (ctx) => getInstance(ctx, (await startInstance(ctx, input)).id)),
  ),
  list: os.list.handler(({ context, input }) => context.asStaff('process.view', (ctx) => listInstances(ctx, input))),
  get: os.get.handler(({ context, input }) => context.asStaff('process.view', (ctx) => getInstance(ctx, input.id))),
  happenings: os.happenings.handler(({ context, input }) =>
    context.asStaff('process.view', (ctx) => listHappenings(ctx, input)),
  ),
  cancel: os.cancel.handler(({ context, input }) =>
    context.asStaff('process.operate', async (ctx) => {
      await cancelInstance(ctx, input);
      return getInstance(ctx, input.id);
    }),
  ),
  retry: os.retry.handler(({ context, input }) =>
    context.asStaff('process.operate', async (ctx) => {
      await retryToken(ctx, input);
      return getInstance(ctx, input.id);
    }),
  ),
  setVariables: os.setVariables.handler(({ context, input }) =>
    context.asStaff('process.operate', async (ctx) => {
      await setVariables(ctx, input);
      return getInstance(ctx, input.id);
    }),
  ),
  sendMessage: os.sendMessage.handler(({ context, input }) =>
    context.asStaff('process.start', (ctx) => sendMessage(ctx, input)),
  ),
  throwSignal: os.throwSignal.handler(({ context, input }) =>
    context.asStaff('process.start', (ctx) => throwSignal(ctx, input)),
  ),
});
