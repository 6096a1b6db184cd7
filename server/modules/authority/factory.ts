// For tests: an action with a rule, and what else decisions need, with what the test does not care about filled in.
import type {
  AuthorityAction,
  AuthorityActionInput,
  AuthorityRule,
  AuthorityRuleInput,
  Money,
} from '#contract/authority.ts';
import { buildOrganisation, type BuiltPerson } from '#modules/organisation/factory.ts';
import type { Context } from '#platform/context.ts';
import type { Platform } from '#platform/platform.ts';
import { createAction } from './create-action.ts';
import { createRule } from './create-rule.ts';
import { decide, type DecisionQuestion } from './decide.ts';
import { matter } from './record-decision.ts';

export const sar = (amount: number): Money => ({ minor: amount * 100, currency: 'SAR' });

/** With amounts, refused beyond authority, and nothing looked at together. */
export const actionInput = (given: Partial<AuthorityActionInput> = {}): AuthorityActionInput => ({
  key: 'purchase.approve',
  name: { en: 'Approving a purchase' },
  hasAmount: true,
  onOverrun: 'refuse',
  splitDays: null,
  ...given,
});

export const buildAction = (ctx: Context, given: Partial<AuthorityActionInput> = {}): Promise<AuthorityAction> =>
  createAction(ctx, actionInput(given));

/** Whoever heads a unit, in it, up to 10,000, since the first of the year. */
export const buildRule = (
  ctx: Context,
  given: Partial<AuthorityRuleInput> & { actionId: string },
): Promise<AuthorityRule> =>
  createRule(ctx, {
    positionId: null,
    limit: sar(10_000),
    scope: 'own-unit',
    unitId: null,
    from: '2026-01-01',
    until: null,
    ...given,
  });

/** A unit with a head, who may approve purchases of up to 10,000 in it, an agent, and another unit. */
export async function buildMatrix(platform: Platform, given: Partial<AuthorityActionInput> = {}) {
  const organisation = await buildOrganisation(platform, { settings: { timeZone: 'UTC' } });
  const { run, buildUnit, buildPerson } = organisation;
  const [unitId, otherId] = [await buildUnit(), await buildUnit()];
  const head = await buildPerson({ positionIn: unitId, head: true, name: 'Huda', withAccount: true });
  const agent = await buildPerson({ positionIn: unitId, name: 'Anas' });
  const action = await run((ctx) => buildAction(ctx, given));
  const rule = await run((ctx) => buildRule(ctx, { actionId: action.id }));
  let papers = 0;
  const ask = (who: BuiltPerson, amount: Money | null, more: Partial<DecisionQuestion> = {}) => {
    papers += 1;
    const subject = matter(`PO-${papers}`);
    return run((ctx) => decide(ctx, { action: action.key, amount, unitId, subject, ...more }), who.actor);
  };
  return { ...organisation, unitId, otherId, head, agent, action, rule, ask };
}
