// What a version of a policy changed: each part once, and nothing that only stands in another order.
import { describe, expect, it } from 'vitest';
import { policyChanges } from './policy-changes.ts';
import { freshGoal, freshPolicy } from './policy-entry.ts';

const before = { ...freshPolicy(null), name: { en: 'Complaints' } } as Parameters<typeof policyChanges>[0];

describe('what a version changed', () => {
  it('is nothing when only the order of a list or of keys is another', () => {
    const channels = { ...before, conditions: { ...before.conditions, channels: ['mail' as const, 'phone' as const] } };
    const turned = { ...before, conditions: { ...before.conditions, channels: ['phone' as const, 'mail' as const] } };
    expect(policyChanges(channels, turned)).toEqual([]);
    expect(policyChanges({ ...before, name: { en: 'a', ar: 'b' } }, { ...before, name: { ar: 'b', en: 'a' } })).toEqual(
      [],
    );
  });

  it('names conditions, goals that came, went and changed, and what only happens otherwise on a breach', () => {
    const [claim] = before.goals;
    const after = {
      ...before,
      conditions: { ...before.conditions, kinds: ['complaint' as const] },
      goals: [{ ...claim!, amount: 3 }, freshGoal('assess')],
    };
    expect(policyChanges(before, after).map(({ what, key }) => `${what} ${key}`)).toEqual([
      'condition kinds',
      'goal-changed claim',
      'goal-added assess',
    ]);
    expect(policyChanges(after, before).map(({ what }) => what)).toEqual(['condition', 'goal-removed', 'goal-changed']);
    expect(policyChanges(before, { ...before, goals: [{ ...claim!, onBreach: [] }] }).map(({ what }) => what)).toEqual([
      'goal-acts',
    ]);
  });
});
