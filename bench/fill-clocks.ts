// The promises of the filled cases: one policy with two goals for everything, and what its clocks came to.
import type pg from 'pg';
import type { Goal } from '#contract/service-policies.ts';
import { newId } from '#platform/ids.ts';
import { goalOf } from './goal-of.ts';

type Timed = (what: string, work: () => Promise<void>) => Promise<void>;

/** The length in hours is what the working days of the goal come to by the clock on the wall, near enough for a fill. */
const goals: readonly { goal: Goal; hours: number }[] = [
  { goal: goalOf('first-answer', 3), hours: 120 },
  { goal: goalOf('claim', 10), hours: 336 },
];

/** Needs `bench.drafts` and the cases. Cases registered later are promised the same by the product itself. */
export async function fillClocks(client: pg.Client, organisationId: string, timed: Timed): Promise<void> {
  // A large fill goes without triggers: what an organisation begins with is made here.
  await client.query(
    `select begin_working_calendar(o) from organisations o
      where organisation_id = $1 and not exists (select from working_calendars c where c.organisation_id = o.organisation_id)`,
    [organisationId],
  );
  const policyId = newId();
  await client.query(
    `insert into service_policies (organisation_id, id, version, position, changed_at) values ($1, $2, 1, 1, now())`,
    [organisationId, policyId],
  );
  await client.query(
    `insert into service_policy_versions (organisation_id, policy_id, version, name, conditions, goals, published_at)
     values ($1, $2, 1, '{"en": "Everything"}', $3, $4, now())`,
    [
      organisationId,
      policyId,
      JSON.stringify({ kinds: [], categoryIds: [], segmentIds: [], channels: [], priorities: [], productIds: [] }),
      JSON.stringify(goals.map(({ goal }) => goal)),
    ],
  );
  await client.query(
    `insert into service_level_revisions values ($1, gen_random_uuid()) on conflict (organisation_id) do update set revision = excluded.revision`,
    [organisationId],
  );
  await timed('clocked_cases', async () => void (await client.query(insertCases, [organisationId, policyId])));
  for (const { goal, hours } of goals)
    await timed(
      `clocks of ${goal.target}`,
      async () =>
        void (await client.query(insertClocks, [
          organisationId,
          policyId,
          goal.target,
          JSON.stringify(goal),
          hours,
          JSON.stringify(derivation(goal.amount)),
        ])),
    );
}

/** Of the size of a real one: a day it begins on, the days it counts, and a weekend. */
function derivation(workingDays: number): unknown {
  const days = Array.from({ length: workingDays + 1 + 2 * Math.ceil(workingDays / 5) }, (_, day) => {
    const weekend = day % 7 > 4;
    const date = new Date(Date.UTC(2026, 0, 5 + day)).toISOString().slice(0, 10);
    return weekend ? [date, 'ordinary', 0, 0, 0] : [date, 'ordinary', 28_800_000, 0, 28_800_000];
  });
  return { zone: 'Asia/Dubai', days };
}

const insertCases = `
  insert into clocked_cases (organisation_id, case_id, policy_id, policy_version, traits, unit_id, segment_id, registered_at, acknowledged_at, answered_at, state, next_due_at, next_due_target)
  select $1::uuid, c.id, $2::uuid, 1,
         jsonb_build_object('kind', c.kind, 'categoryId', c.category_id, 'segmentId', c.segment_id, 'channel', c.channel, 'priority', c.priority, 'productId', null),
         c.unit_id, c.segment_id, c.registered_at, case when d.out_at <= now() then d.out_at end, case when d.out_at <= now() then d.out_at end, c.state,
         case when c.state = 'open' then case when d.out_at <= now() then bench.later(c.registered_at, 336) else bench.later(c.registered_at, 120) end end,
         case when c.state = 'open' then case when d.out_at <= now() then 'claim' else 'first-answer' end end
    from bench.drafts d join cases c on c.organisation_id = $1 and c.id = d.id
   order by d.i`;

const insertClocks = `
  insert into clocks (organisation_id, case_id, target, ordinal, id, state, policy_id, policy_version, calendar_id, calendar_version, goal, started_at, due_at, first_due_at, ended_at,
                      warned_at, breached_at, alarm_at, goal_ms, counted_ms, paused_ms, pauses, derivation, moves, kind, channel, unit_id, segment_id)
  select $1::uuid, c.id, $3, 1, bench.id(c.registered_at, d.i, case $3 when 'claim' then 70 else 71 end),
         case when ended is null then 'running' when ended <= due then 'met' else 'missed' end, $2::uuid, 1, k.id, k.version, $4::jsonb, c.registered_at, due, due, ended,
         case when coalesce(ended, now()) > due then due - interval '1 day' end, case when coalesce(ended, now()) > due then due end,
         case when ended is null and due > now() then due end, case when ended is not null then ($4::jsonb ->> 'amount')::bigint * 28800000 end,
         case when ended is not null then extract(epoch from ended - c.registered_at)::bigint * 240 end, case when ended is not null then 0 end, '[]', $6::jsonb, '[]',
         c.kind, c.channel, c.unit_id, c.segment_id
    from bench.drafts d
    join cases c on c.organisation_id = $1 and c.id = d.id
    join working_calendars k on k.organisation_id = $1 and k.is_default
   cross join lateral (select bench.later(c.registered_at, $5::float8) as due,
                              case when $3 = 'claim' then coalesce(c.first_claimed_at, c.closed_at) else coalesce(case when d.out_at <= now() then d.out_at end, c.closed_at) end as ended) made
   order by d.i`;
