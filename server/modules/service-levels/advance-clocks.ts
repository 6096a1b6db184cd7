// Tells the clocks of a case what happened to it, in the transaction in which it did.
import type { Context } from '#platform/context.ts';
import { advance } from './advance.ts';
import type { Happening } from './clock-state.ts';
import { holdClocked, rulesFor, storeClocked } from './store-clocks.ts';

/**
 * In the order given, at one moment. Returns until when a customer may be silent, where a policy says so. A case without clocks, from
 * before there were any, stays without.
 */
export async function advanceClocks(
  ctx: Context,
  caseId: string,
  ...happenings: readonly Happening[]
): Promise<{ lapsesAt: Date | null }> {
  const before = await holdClocked(ctx, [caseId]);
  const [held] = before;
  if (!held) return { lapsesAt: null };
  const rules = await rulesFor(ctx, before);
  const at = ctx.clock.now().getTime();
  const after = happenings.reduce((clocked, happening) => advance(rules, clocked, happening, at), held);
  await storeClocked(ctx, [after], before);
  const lapse = after.clocks.findLast((clock) => clock.target === 'lapse' && clock.state === 'running');
  return { lapsesAt: lapse?.dueAt ? new Date(lapse.dueAt) : null };
}
