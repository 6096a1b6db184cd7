// Tells the clocks of cases what happened to them, in the transaction in which it did.
import type { Context } from '#platform/context.ts';
import { advance } from './advance.ts';
import type { Clocked, Happening } from './clock-state.ts';
import { holdClocked, rulesFor, storeClocked } from './store-clocks.ts';

/**
 * In the order given, at one moment. Returns until when the customer may be silent, where a policy says so. A case without clocks, from
 * before there were any, stays without.
 */
export async function advanceClocks(
  ctx: Context,
  caseId: string,
  ...happenings: readonly Happening[]
): Promise<{ lapsesAt: Date | null }> {
  if (happenings.length === 0) return { lapsesAt: null };
  const [after] = await advanceClocksOf(ctx, [{ caseId, happenings }]);
  const lapse = after?.clocks.findLast((clock) => clock.target === 'lapse' && clock.state === 'running');
  return { lapsesAt: lapse?.dueAt ? new Date(lapse.dueAt) : null };
}

/** The same for many cases. */
export async function advanceClocksOf(
  ctx: Context,
  told: readonly { caseId: string; happenings: readonly Happening[] }[],
): Promise<Clocked[]> {
  const happened = new Map(told.map(({ caseId, happenings }) => [caseId, happenings]));
  const before = await holdClocked(ctx, [...happened.keys()]);
  if (before.length === 0) return [];
  const rules = await rulesFor(ctx, before);
  const at = ctx.clock.now().getTime();
  const after = before.map((held) =>
    happened.get(held.caseId)!.reduce((clocked, happening) => advance(rules, clocked, happening, at), held),
  );
  await storeClocked(ctx, after, before);
  return after;
}
