// The clocks of one case as people see them: with names, with what open ones have used so far, and how each due time came about.
import { sql } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import type { Clock } from '#contract/service-policies.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { byKey, type Context } from '#platform/context.ts';
import type { Clocked, ClockOf } from './clock-state.ts';
import { calendarOfGoal } from './in-force.ts';
import { usedOf } from './settle-clock.ts';
import { readClocked, rulesFor } from './store-clocks.ts';
import type { ServiceLevelTables } from './tables.ts';

export type ClocksOfCase = {
  policy: (Clock['policy'] & { regimeId: string | null }) | null;
  clocks: Clock[];
};

/** In the order of their beginning. Null: the case is from before there were promises. */
export async function clocksOfCase(ctx: Context, caseId: string): Promise<ClocksOfCase | null> {
  const clocked = await readClocked(ctx, caseId);
  if (!clocked) return null;
  const [rules, names] = await Promise.all([rulesFor(ctx, [clocked]), namesFor(ctx, clocked)]);
  const policy = clocked.policy && rules.policyOf(clocked.policy);
  const now = ctx.clock.now().getTime();
  return {
    policy: policy && { id: policy.id, version: policy.version, name: policy.name, regimeId: policy.regimeId },
    clocks: clocked.clocks.map((clock) => {
      const calendar = calendarOfGoal(rules.inForce, clock.goal);
      const used =
        clock.countedMs === null
          ? usedOf(calendar, clock, clock.pauses, now)
          : { countedMs: clock.countedMs, pausedMs: clock.pausedMs! };
      return clockView(clock, used, names, calendar.name);
    }),
  };
}

type Names = { policies: ReadonlyMap<string, LocaleText>; people: ReadonlyMap<string, string> };

function clockView(
  clock: ClockOf,
  used: { countedMs: number; pausedMs: number },
  names: Names,
  calendarName: LocaleText,
): Clock {
  return {
    id: clock.id,
    target: clock.target,
    ordinal: clock.ordinal,
    state: clock.state,
    goal: clock.goal,
    policy: {
      id: clock.policyId,
      version: clock.policyVersion,
      name: names.policies.get(`${clock.policyId} ${clock.policyVersion}`)!,
    },
    calendar: { id: clock.calendarId, version: clock.calendarVersion, name: calendarName },
    startedAt: new Date(clock.startedAt),
    dueAt: dateOf(clock.dueAt),
    firstDueAt: dateOf(clock.firstDueAt),
    endedAt: dateOf(clock.endedAt),
    warnedAt: dateOf(clock.warnedAt),
    breachedAt: dateOf(clock.breachedAt),
    ...used,
    pauses: clock.pauses.map(({ reason, from, until, by }) => ({
      reason,
      from: new Date(from),
      until: dateOf(until),
      by: by && { ...by, name: (by.id && names.people.get(by.id)) ?? null },
    })),
    derivation: clock.derivation,
    moves: clock.moves.map(({ at, from, to, why, version }) => ({
      at: new Date(at),
      from: dateOf(from),
      to: dateOf(to),
      why,
      version,
    })),
  };
}

const dateOf = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

async function namesFor(ctx: Context, { clocks, waits }: Clocked): Promise<Names> {
  const db = byKey<ServiceLevelTables & OrganisationViews>(ctx);
  const people = [...new Set(waits.flatMap(({ by }) => (by?.kind === 'staff' && by.id ? [by.id] : [])))];
  const policies = [...new Set(clocks.map(({ policyId }) => policyId))];
  const [versions, persons] = await Promise.all([
    policies.length === 0
      ? []
      : db
          .selectFrom('service_policy_versions')
          .select(['policy_id', 'version', 'name'])
          .where('organisation_id', '=', ctx.organisationId)
          .where(sql<boolean>`policy_id = any(${policies}::uuid[])`)
          .execute(),
    people.length === 0
      ? []
      : db
          .selectFrom('person_briefs')
          .select(['id', 'name'])
          .where('organisation_id', '=', ctx.organisationId)
          .where(sql<boolean>`id = any(${people}::uuid[])`)
          .execute(),
  ]);
  return {
    policies: new Map(versions.map((row) => [`${row.policy_id} ${row.version}`, row.name as LocaleText])),
    people: new Map(persons.map(({ id, name }) => [id, name])),
  };
}
