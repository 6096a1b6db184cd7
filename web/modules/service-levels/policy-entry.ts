// What a form of a policy begins with: what is saved, what a regime demands, or nothing yet; and what a new goal begins with.
import type { PolicyInput } from '#contract/service-policies.ts';
import type { Goal, Policy, Regime } from './policy-wire.ts';

export function entryOf({ name, conditions, goals, regimeId }: Policy): PolicyInput {
  return { name, conditions, goals, regimeId };
}

export function freshPolicy(regime: Regime | null): PolicyInput {
  return {
    name: regime?.name ?? {},
    conditions: {
      kinds: regime?.kinds ?? [],
      categoryIds: [],
      segmentIds: [],
      channels: [],
      priorities: [],
      productIds: [],
    },
    goals: regime?.goals ?? [freshGoal('claim')],
    regimeId: regime?.id ?? null,
  };
}

const first: Record<Goal['target'], Pick<Goal, 'amount' | 'unit'>> = {
  acknowledge: { amount: 1, unit: 'working-days' },
  assess: { amount: 1, unit: 'working-days' },
  'first-answer': { amount: 8 * 60, unit: 'working-minutes' },
  'next-answer': { amount: 8 * 60, unit: 'working-minutes' },
  'hand-off': { amount: 4 * 60, unit: 'working-minutes' },
  claim: { amount: 5, unit: 'working-days' },
  'dispute-answer': { amount: 2, unit: 'working-days' },
  lapse: { amount: 10, unit: 'days' },
};

export function freshGoal(target: Goal['target']): Goal {
  return {
    target,
    ...first[target],
    from: 'registered',
    calendarId: null,
    pausedBy: target === 'claim' ? ['customer-information'] : [],
    warnAt: target === 'lapse' ? null : 80,
    onWarn: target === 'lapse' ? [] : ['notify-assignee'],
    onBreach: target === 'lapse' ? [] : ['notify-head'],
  };
}
