// What one version of a policy changed against the one before it.
import type { LocaleText } from '#contract/common.ts';
import type { Conditions, Goal, PolicyVersion } from './policy-wire.ts';

export type PolicyChange =
  | { what: 'name'; key: 'name'; from: LocaleText; to: LocaleText }
  | { what: 'condition'; key: keyof Conditions; from: Conditions; to: Conditions }
  | { what: 'goal-added'; key: Goal['target']; to: Goal }
  | { what: 'goal-removed'; key: Goal['target']; from: Goal }
  | { what: 'goal-changed'; key: Goal['target']; from: Goal; to: Goal }
  /** Only what happens on a warning or breach. */
  | { what: 'goal-acts'; key: Goal['target'] }
  | { what: 'regime'; key: 'regime' };

type Said = Pick<PolicyVersion, 'name' | 'conditions' | 'goals' | 'regimeId'>;

export function policyChanges(before: Said, after: Said): PolicyChange[] {
  const changes: PolicyChange[] = [];
  if (!same(before.name, after.name)) changes.push({ what: 'name', key: 'name', from: before.name, to: after.name });
  for (const key of Object.keys(after.conditions) as Array<keyof Conditions>)
    if (!same([...before.conditions[key]].sort(), [...after.conditions[key]].sort()))
      changes.push({ what: 'condition', key, from: before.conditions, to: after.conditions });
  for (const from of before.goals)
    if (!goalIn(after, from.target)) changes.push({ what: 'goal-removed', key: from.target, from });
  for (const to of after.goals) {
    const from = goalIn(before, to.target);
    if (!from) changes.push({ what: 'goal-added', key: to.target, to });
    else if (!same(promised(from), promised(to))) changes.push({ what: 'goal-changed', key: to.target, from, to });
    else if (!same(from, to)) changes.push({ what: 'goal-acts', key: to.target });
  }
  if (before.regimeId !== after.regimeId) changes.push({ what: 'regime', key: 'regime' });
  return changes;
}

function goalIn({ goals }: Said, target: Goal['target']): Goal | undefined {
  return goals.find((goal) => goal.target === target);
}

/** What is said in words of a goal: not what happens on a warning or breach. */
function promised(goal: Goal): object {
  return { ...goal, onWarn: [], onBreach: [] };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

/** The order of keys says nothing. */
function ordered(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)))
    : value;
}
