// Routes of threads about models and their elements.
import { implement } from '@orpc/server';
import { processThreadsContract } from '#contract/process-threads.ts';
import type { RequestContext } from '#platform/http/request.ts';
import { answerThread } from './answer-thread.ts';
import { countThreads, listThreads } from './list-threads.ts';
import { openThread } from './open-thread.ts';
import { reopenThread, settleThread } from './settle-thread.ts';

const os = implement(processThreadsContract).$context<RequestContext>();

export const threadRoutes = os.router({
  list: os.list.handler(({ context, input }) => context.asStaff('process.view', (ctx) => listThreads(ctx, input))),
  counts: os.counts.handler(({ context, input }) =>
    context.asStaff('process.view', (ctx) => countThreads(ctx, input.id)),
  ),
  open: os.open.handler(({ context, input }) => context.asStaff('process.comment', (ctx) => openThread(ctx, input))),
  answer: os.answer.handler(({ context, input }) =>
    context.asStaff('process.comment', (ctx) => answerThread(ctx, input)),
  ),
  settle: os.settle.handler(({ context, input }) =>
    context.asStaff('process.comment', (ctx) => settleThread(ctx, input)),
  ),
  reopen: os.reopen.handler(({ context, input }) =>
    context.asStaff('process.comment', (ctx) => reopenThread(ctx, input.id)),
  ),
});
