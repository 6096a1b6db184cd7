// What a rule for some segments costs the others, from the newest cases: whom it would overtake, had everybody worked by due time.
import type { LocaleText } from '#contract/common.ts';
import type { CaseTraits, PolicyCost, PolicyInput } from '#contract/service-policies.ts';
import { dueTime, openMsBetween } from '#kernel/working-time/due-time.ts';
import { on, type Context } from '#platform/context.ts';
import { acceptPolicy } from './accept-policy.ts';
import { choosePolicy } from './choose-policy.ts';
import { countTakenOver } from './count-taken-over.ts';
import { draftInPlace, type Place } from './draft-in-place.ts';
import { calendarOfGoal, type InForce, type PolicyInForce } from './in-force.ts';
import { overtaken, type Waiting } from './overtaken.ts';
import { namesOfSegments } from './segment-names.ts';
import type { ServiceLevelTables } from './tables.ts';

const dayMs = 86_400_000;
const daysBack = 90;
/** More are not read: the newest say how it is now, and `since` says from when they are. */
const mostCases = 50_000;
/** Below this many cases a group shows no numbers: single customers would show through. */
const smallestGroup = 5;

type Case = {
  segmentId: string | null;
  traits: CaseTraits;
  registered: number;
  acknowledged: number | null;
  assessed: number | null;
  /** As promised: when it was first to be claimed, and until when it waited for that. */
  due: number | null;
  waitsUntil: number | null;
};

/** Of targets it looks at the resolution claimed. Throws what `createPolicy` and `changePolicy` throw for such a policy. */
export async function policyCost(ctx: Context, input: PolicyInput & Place): Promise<PolicyCost> {
  const { policy, world } = await acceptPolicy(ctx, input, input);
  const { policies, draft } = draftInPlace(world.inForce.policies, policy, input);
  const [{ cases, since }, takesOver] = await Promise.all([newestCases(ctx), countTakenOver(ctx, policies, draft.id)]);
  const own: Case[] = [];
  const others: (Case & { due: number })[] = [];
  for (const one of cases) {
    if (choosePolicy(policies, one.traits) === draft) own.push(one);
    else if (one.due !== null) others.push({ ...one, due: one.due });
  }
  const promised = own.flatMap((one) => {
    const due = dueUnder(world.inForce, draft, one);
    return due === null ? [] : [{ registered: one.registered, due }];
  });
  const promisedBefore = own.flatMap(({ registered, due }) => (due === null ? [] : [{ registered, due }]));
  const areOvertaken = overtaken(promised, others);
  const hoursOf = hoursBy(world.inForce);
  const names = await namesOfSegments(ctx);
  const few = own.length < smallestGroup || others.length < smallestGroup || promised.length === 0;
  return {
    favoursSegments: policy.conditions.segmentIds.length > 0,
    takesOver,
    since,
    own: own.length,
    others: others.length,
    ownHours: middle(promised.map(hoursOf)),
    otherHours: middle(others.map(hoursOf)),
    overtaken: few ? null : count(areOvertaken),
    overtakenBefore: few ? null : count(overtaken(promisedBefore, others)),
    bySegment: bySegment(others, areOvertaken, names, hoursOf),
  };
}

async function newestCases(ctx: Context): Promise<{ cases: Case[]; since: Date }> {
  const since = new Date(ctx.clock.now().getTime() - daysBack * dayMs);
  const rows = await on<ServiceLevelTables>(ctx)
    .selectFrom('clocked_cases as c')
    .leftJoin('clocks as k', (join) =>
      join
        .onRef('k.organisation_id', '=', 'c.organisation_id')
        .onRef('k.case_id', '=', 'c.case_id')
        .on('k.target', '=', 'claim')
        .on('k.ordinal', '=', 1),
    )
    .select(['c.segment_id', 'c.traits', 'c.registered_at', 'c.acknowledged_at', 'c.assessed_at'])
    .select(['k.first_due_at', 'k.ended_at'])
    .where('c.organisation_id', '=', ctx.organisationId)
    .where('c.registered_at', '>=', since)
    .orderBy('c.registered_at', 'desc')
    .orderBy('c.case_id')
    .limit(mostCases)
    .execute();
  return {
    since: rows.length === mostCases ? rows.at(-1)!.registered_at : since,
    cases: rows.map((row) => ({
      segmentId: row.segment_id,
      traits: row.traits as CaseTraits,
      registered: row.registered_at.getTime(),
      acknowledged: row.acknowledged_at?.getTime() ?? null,
      assessed: row.assessed_at?.getTime() ?? null,
      due: row.first_due_at?.getTime() ?? null,
      waitsUntil: row.ended_at?.getTime() ?? null,
    })),
  };
}

/** Null where it promises no resolution, or counts it from what has not come yet. */
function dueUnder(inForce: InForce, { goals }: PolicyInForce, one: Case): number | null {
  const goal = goals.find(({ target }) => target === 'claim');
  const start = goal && one[goal.from];
  if (goal === undefined || typeof start !== 'number') return null;
  const due = dueTime(calendarOfGoal(inForce, goal).open, start, goal);
  return typeof due === 'number' ? due : null;
}

/** Working hours of the default calendar, so that promises by different calendars can be compared. */
const hoursBy =
  ({ defaultCalendar }: InForce) =>
  ({ registered, due }: Pick<Waiting, 'registered' | 'due'>): number =>
    openMsBetween(defaultCalendar.open, registered, due) / 3_600_000;

type Other = Waiting & Pick<Case, 'segmentId'>;

/** The smallest customers first, as in the figures of cases. */
function bySegment(
  others: readonly Other[],
  areOvertaken: readonly boolean[],
  names: ReadonlyMap<string, LocaleText>,
  hoursOf: (one: Other) => number,
): PolicyCost['bySegment'] {
  const groups = Map.groupBy(others.keys(), (index) => others[index]!.segmentId);
  const order = [...names.keys(), null];
  return [...groups]
    .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([segmentId, members]) => {
      const few = members.length < smallestGroup;
      return {
        segment: (segmentId && names.get(segmentId)) || null,
        cases: few ? null : members.length,
        overtaken: few ? null : count(members.map((index) => areOvertaken[index]!)),
        hours: middle(members.map((index) => hoursOf(others[index]!))),
      };
    });
}

const count = (flags: readonly boolean[]): number => flags.filter(Boolean).length;

/** Null for groups that are too small to show. */
function middle(values: readonly number[]): number | null {
  if (values.length < smallestGroup) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
