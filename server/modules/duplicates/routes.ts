// Handlers of the duplicates contract.
import { implement } from '@orpc/server';
import { duplicatesContract } from '#contract/duplicates.ts';
import type { RequestContext } from '#platform/http/request.ts';
import { findPossible } from './find-possible.ts';
import { keepApart, proposeAgain } from './keep-apart.ts';
import { listPairs } from './list-pairs.ts';
import { mergeAll } from './merge-all.ts';
import { mergeCustomers } from './merge-customers.ts';
import { previewMerge } from './preview-merge.ts';
import { readMerges } from './read-merges.ts';
import { lastRun, startRun, stopRun } from './runs.ts';
import { unmerge } from './unmerge.ts';

const os = implement(duplicatesContract).$context<RequestContext>();
const merging = 'customer.merge';

export const routes = os.router({
  list: os.list.handler(({ context, input }) => context.asStaff(merging, (ctx) => listPairs(ctx, input))),
  possible: os.possible.handler(({ context, input }) =>
    context.asStaff('customer.register', async (ctx) => ({ items: await findPossible(ctx, input) })),
  ),
  keepApart: os.keepApart.handler(({ context, input }) =>
    context.asStaff(merging, async (ctx) => (await keepApart(ctx, input.pairs), {})),
  ),
  proposeAgain: os.proposeAgain.handler(({ context, input }) =>
    context.asStaff(merging, async (ctx) => (await proposeAgain(ctx, input), {})),
  ),
  preview: os.preview.handler(({ context, input }) => context.asStaff(merging, (ctx) => previewMerge(ctx, input))),
  merge: os.merge.handler(({ context, input }) => context.asStaff(merging, (ctx) => mergeCustomers(ctx, input))),
  mergeAll: os.mergeAll.handler(({ context, input }) => context.asStaff(merging, (ctx) => mergeAll(ctx, input.pairs))),
  unmerge: os.unmerge.handler(({ context, input }) =>
    context.asStaff(merging, async (ctx) => (await unmerge(ctx, input.id), {})),
  ),
  mergesOf: os.mergesOf.handler(({ context, input }) =>
    context.asStaff('customer.read', async (ctx) => ({ items: await readMerges(ctx, { recordId: input.id }) })),
  ),
  startRun: os.startRun.handler(({ context }) => context.asStaff(merging, startRun)),
  stopRun: os.stopRun.handler(({ context, input }) => context.asStaff(merging, (ctx) => stopRun(ctx, input.id))),
  lastRun: os.lastRun.handler(({ context }) => context.asStaff(merging, async (ctx) => ({ run: await lastRun(ctx) }))),
});
