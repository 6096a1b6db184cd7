// For tests: an action with a rule, and what else decisions need, with what the test does not care about filled in.
import type {
  AuthorityAction,
  AuthorityActionInput,
  AuthorityRule,
  AuthorityRuleInput,
  Money,
} from '#contract/authority.ts';
import type { Context } from '#platform/context.ts';
import { createAction } from './create-action.ts';
import { createRule } from './create-rule.ts';

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
