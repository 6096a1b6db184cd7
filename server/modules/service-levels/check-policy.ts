// What makes a policy lawful: goals that can be reached, conditions on what there is, and cases that reach it. Pure; each fault names its field.
import type { LocaleText } from '#contract/common.ts';
import type { Category } from '#contract/catalogue.ts';
import type { ClockStart, ClockTarget, Goal, PolicyConditions, PolicyInput } from '#contract/service-policies.ts';
import type { FieldFault } from '#platform/errors.ts';
import { draftInPlace, type Place } from './draft-in-place.ts';
import { calendarOfGoal, type InForce, type PolicyInForce } from './in-force.ts';
import { takenBy, type PossibleCases } from './reachable.ts';
import { isReachable } from './reach-goal.ts';
import { regimeOf } from './regimes.ts';

/** What a policy may speak of. */
export type PolicyWorld = {
  now: number;
  inForce: InForce;
  categories: ReadonlyMap<string, Pick<Category, 'kinds' | 'active'>>;
  /** Of those that the policy names: whether they are in use. */
  products: ReadonlyMap<string, boolean>;
  /** Segments of the tree in force with the one above each. */
  above: ReadonlyMap<string, string | null>;
  /** As a person reads it. */
  nameOf: (name: LocaleText) => string;
};

/** From what each may be counted; the others begin with what they answer. */
const starts: Partial<Record<ClockTarget, readonly ClockStart[]>> = {
  assess: ['registered', 'acknowledged'],
  'first-answer': ['registered', 'acknowledged', 'assessed'],
  claim: ['registered', 'acknowledged', 'assessed'],
};
/** The customer is told at once that the case is there, and how long they may be silent is theirs. */
const neverWait: readonly ClockTarget[] = ['acknowledge', 'lapse'];

export function checkPolicy(world: PolicyWorld, policy: PolicyInput, place: Place): FieldFault[] {
  const faults = [
    ...(Object.keys(policy.name).length === 0 ? [{ field: 'name', code: 'required' }] : []),
    ...policy.goals.flatMap((goal, index) => goalFaults(world, goal, policy.goals.slice(0, index), `goals.${index}`)),
    ...conditionFaults(world, policy.conditions),
    ...(policy.regimeId !== null && !regimeOf(policy.regimeId) ? [{ field: 'regimeId', code: 'not-found' }] : []),
  ];
  // What is refused anyway may be unreachable for that reason.
  return faults.length > 0 ? faults : reachFaults(world, policy, place);
}

function goalFaults(world: PolicyWorld, goal: Goal, earlier: readonly Goal[], path: string): FieldFault[] {
  const { target, from, calendarId, pausedBy, warnAt, onWarn } = goal;
  const fault = (wrong: boolean, field: string, code: string): FieldFault[] =>
    wrong ? [{ field: `${path}.${field}`, code }] : [];
  const noCalendar = calendarId !== null && !world.inForce.calendars.has(calendarId);
  return [
    ...fault(
      earlier.some((one) => one.target === target),
      'target',
      'target-twice',
    ),
    ...fault(noCalendar, 'calendarId', 'not-found'),
    ...fault(
      !noCalendar && !isReachable(calendarOfGoal(world.inForce, goal).open, world.now, goal),
      'amount',
      'unreachable',
    ),
    ...fault(!(starts[target] ?? ['registered']).includes(from), 'from', 'start-of-another-target'),
    ...fault(pausedBy.length > 0 && neverWait.includes(target), 'pausedBy', 'target-never-waits'),
    ...fault(onWarn.includes('open-door-upward'), 'onWarn', 'only-on-breach'),
    ...fault(onWarn.length > 0 && warnAt === null, 'warnAt', 'warning-without-time'),
  ];
}

function conditionFaults(
  { categories, products, above }: PolicyWorld,
  { kinds, categoryIds, segmentIds, productIds }: PolicyConditions,
): FieldFault[] {
  const faults = [
    ...categoryIds.map((id) => [categories.has(id), categories.get(id)?.active]),
    ...segmentIds.map((id) => [above.has(id), true]),
    ...productIds.map((id) => [products.has(id), products.get(id)]),
  ];
  const fields = [
    ...categoryIds.map((_, index) => `conditions.categoryIds.${index}`),
    ...segmentIds.map((_, index) => `conditions.segmentIds.${index}`),
    ...productIds.map((_, index) => `conditions.productIds.${index}`),
  ];
  const values = faults.flatMap(([isThere, isUsed], index): FieldFault[] =>
    isThere && isUsed ? [] : [{ field: fields[index]!, code: isThere ? 'out-of-use' : 'not-found' }],
  );
  const fits = (id: string): boolean => {
    const taken = categories.get(id)?.kinds ?? [];
    return kinds.length === 0 || taken.length === 0 || taken.some((kind) => kinds.includes(kind));
  };
  const noKind = values.length === 0 && categoryIds.length > 0 && !categoryIds.some(fits);
  return noKind ? [{ field: 'conditions.categoryIds', code: 'no-kind-fits' }] : values;
}

/** Earlier ones leave it no case, or it takes all of a later one's that had some. */
function reachFaults(world: PolicyWorld, policy: PolicyInput, place: Place): FieldFault[] {
  const { policies, draft } = draftInPlace(world.inForce.policies, policy, place);
  const takers = takenBy(possibleCases(world), policies)[policies.indexOf(draft)];
  if (takers) return [neverReached(world, takers)];
  const hidden = newlyHidden(world, policies);
  return hidden
    ? [{ field: 'conditions', code: 'hides-policy', params: { name: world.nameOf(hidden.policy.name) } }]
    : [];
}

function neverReached({ nameOf }: PolicyWorld, takers: readonly PolicyInForce[]): FieldFault {
  const by = takers.map(({ name }) => nameOf(name)).join(' · ');
  if (takers.length === 0) return { field: 'conditions', code: 'fits-no-case' };
  return {
    field: 'conditions',
    code: takers.length === 1 ? 'never-reached' : 'never-reached-together',
    params: { by },
  };
}

/** The first one that cases reach now, and would not reach with these. */
export function newlyHidden(
  world: Pick<PolicyWorld, 'inForce' | 'categories' | 'above'>,
  policies: readonly PolicyInForce[],
): { policy: PolicyInForce; by: readonly PolicyInForce[] } | null {
  const possible = possibleCases(world);
  const before = world.inForce.policies;
  const reachedBefore = takenBy(possible, before).map((takers) => takers === null);
  const after = takenBy(possible, policies);
  for (const [index, policy] of policies.entries()) {
    const by = after[index];
    if (by && reachedBefore[before.findIndex(({ id }) => id === policy.id)]) return { policy, by };
  }
  return null;
}

const possibleCases = ({ categories, above }: Pick<PolicyWorld, 'categories' | 'above'>): PossibleCases => ({
  kindsOf: new Map([...categories].map(([id, { kinds }]) => [id, kinds])),
  above,
});
