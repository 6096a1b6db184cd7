// Tries the policies on a case that there is not: which one holds and why not the others, and when what would be due.
import type { CaseTraits, Goal, PolicyInput, PolicyTest } from '#contract/service-policies.ts';
import { segmentPath } from '#modules/segments/index.ts';
import type { Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { failedConditions } from './choose-policy.ts';
import { derive } from './derivation-of.ts';
import { draftInPlace, type Place } from './draft-in-place.ts';
import { calendarOfGoal, inForce, type InForce } from './in-force.ts';
import { isReachableFrom } from './reach-goal.ts';
import { warnTime } from './settle-clock.ts';

type Input = Omit<CaseTraits, 'segmentPath'> & {
  segmentId: string | null;
  at: Date;
  draft?: (PolicyInput & Place) | undefined;
};

/** A draft need not be lawful: it is tried to see what it would do. Throws `request.invalid` (no such segment in the tree in force). */
export async function testPolicy(ctx: Context, { segmentId, at, draft, ...traits }: Input): Promise<PolicyTest> {
  const current = await inForce(ctx);
  const path = segmentId === null ? [] : await segmentPath(ctx, { segmentId });
  if (segmentId !== null && path.length === 0) throw invalidField('segmentId', 'not-found');
  const policies = draft ? draftInPlace(current.policies, draft, draft).policies : current.policies;
  const tried = policies.map((policy) => ({
    policy,
    fails: failedConditions(policy.conditions, { ...traits, segmentPath: path }),
  }));
  const holds = tried.find(({ fails }) => fails.length === 0)?.policy;
  return {
    tried: tried.map(({ policy: { id, name }, fails }) => ({ id, name, fits: fails.length === 0, fails })),
    policy: holds ? { id: holds.id, name: holds.name, version: holds.version } : null,
    due: (holds?.goals ?? []).map((goal) => dueOf(current, goal, at.getTime())),
  };
}

function dueOf(current: InForce, goal: Goal, at: number): PolicyTest['due'][number] {
  const calendar = calendarOfGoal(current, goal);
  const about = { goal, calendarName: calendar.name, assumed: beginsLater(goal) };
  if (!isReachableFrom(calendar.open, at, goal))
    return { ...about, dueAt: null, warnAt: null, derivation: { timeZone: calendar.timeZone, days: [] } };
  const { due, derivation } = derive(calendar, at, goal, []);
  const warnAt = warnTime(calendar, { goal, startedAt: at }, [], derivation.days);
  return {
    ...about,
    dueAt: typeof due === 'number' ? new Date(due) : null,
    warnAt: warnAt === null ? null : new Date(warnAt),
    derivation,
  };
}

/** Whether it begins with something else than the registration. */
const beginsLater = ({ target, from }: Goal): boolean =>
  from !== 'registered' || ['next-answer', 'hand-off', 'dispute-answer', 'lapse'].includes(target);
