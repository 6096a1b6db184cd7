// Routes of tasks and hand-offs.
import { implement } from '@orpc/server';
import { tasksContract } from '#contract/tasks.ts';
import type { Context } from '#platform/context.ts';
import type { RequestContext } from '#platform/http/request.ts';
import { claimTask } from './claim-task.ts';
import { commentTask } from './comment-task.ts';
import { completeTask, throwTaskError } from './complete-task.ts';
import { acceptHandOff, refuseHandOff } from '../hand-offs/decide-hand-off.ts';
import { processErrors } from '../errors.ts';
import { getTask } from './get-task.ts';
import { assignTask, delegateTask } from './give-task.ts';
import { handOffFindings } from '../hand-offs/hand-off-findings.ts';
import { listHandOffs } from '../hand-offs/hand-offs.ts';
import { listTasks } from './list-tasks.ts';
import { offerAgain } from '../hand-offs/offer-again.ts';
import { peopleNamed } from './people.ts';
import { releaseTask } from './release-task.ts';

const os = implement(tasksContract).$context<RequestContext>();

/** Does it, and answers with the task as it is then. */
const working =
  <Input extends { id: string }>(verb: (ctx: Context, input: Input) => Promise<void>) =>
  ({ context, input }: { context: RequestContext; input: Input }) =>
    context.asStaff('task.work', async (ctx) => {
      await verb(ctx, input);
      return getTask(ctx, input.id);
    });

const toRead = (of: string) => (of === 'all' ? 'process.view' : 'task.work');

export const taskRoutes = os.router({
  list: os.list.handler(({ context, input }) => context.asStaff(toRead(input.of), (ctx) => listTasks(ctx, input))),
  get: os.get.handler(({ context, input }) => context.asStaff(null, (ctx) => getTask(ctx, input.id))),
  claim: os.claim.handler(async ({ context, input }) => {
    const { task, first } = await context.asStaff('task.work', async (ctx) => {
      const { heldBy } = await claimTask(ctx, input.id);
      return { task: await getTask(ctx, input.id), first: (await peopleNamed(ctx, [heldBy]))(heldBy) };
    });
    // Only now: the record that somebody was second is committed.
    if (first) throw processErrors.taskClaimed({ id: input.id, by: first.name });
    return task;
  }),
  release: os.release.handler(working((ctx, { id }) => releaseTask(ctx, id))),
  assign: os.assign.handler(working(assignTask)),
  delegate: os.delegate.handler(working(delegateTask)),
  complete: os.complete.handler(working(completeTask)),
  throwError: os.throwError.handler(working(throwTaskError)),
  comment: os.comment.handler(working(commentTask)),
  listHandOffs: os.listHandOffs.handler(({ context, input }) =>
    context.asStaff(toRead(input.of), (ctx) => listHandOffs(ctx, input)),
  ),
  acceptHandOff: os.acceptHandOff.handler(working(acceptHandOff)),
  refuseHandOff: os.refuseHandOff.handler(working(refuseHandOff)),
  offerAgain: os.offerAgain.handler(working(offerAgain)),
  findings: os.findings.handler(({ context, input }) =>
    context.asStaff('process.view', (ctx) => handOffFindings(ctx, input)),
  ),
});
