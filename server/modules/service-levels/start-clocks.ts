// Gives a case that is being registered its promises: the policy that fits and the clocks that begin with the case.
import type { CaseTraits } from '#contract/service-policies.ts';
import { segmentPathOf } from '#modules/segments/index.ts';
import type { Context } from '#platform/context.ts';
import { registered } from './advance.ts';
import { rulesFor, storeClocked } from './store-clocks.ts';

export type CaseToBe = Omit<CaseTraits, 'segmentPath'> & {
  caseId: string;
  customerId: string;
  unitId: string | null;
  /** Somebody in the unit has it already. */
  assigned: boolean;
};

/** In the transaction that registers the case, before the case itself is written. */
export async function startClocks(ctx: Context, given: CaseToBe): Promise<void> {
  const { caseId, customerId, unitId, assigned, ...traits } = given;
  const [rules, segmentPath] = await Promise.all([rulesFor(ctx, []), segmentPathOf(ctx, customerId)]);
  const clocked = registered(rules, {
    caseId,
    traits: { ...traits, segmentPath },
    unitId,
    segmentId: segmentPath[0] ?? null,
    registeredAt: ctx.clock.now().getTime(),
    handedOver: unitId !== null && !assigned,
  });
  await storeClocked(ctx, [clocked], []);
}
