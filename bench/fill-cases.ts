// Cases and all that follows from them: messages, grants, claims, disputes, outcomes and their events, over three years.
import type pg from 'pg';
import { languages } from './words.ts';

type Timed = (what: string, work: () => Promise<void>) => Promise<void>;

const years = 3;

export async function fillCases(client: pg.Client, organisationId: string, cases: number, timed: Timed): Promise<void> {
  await timed('drafts', () => drafts(client, organisationId, cases));
  const run = (what: string, statement: string): Promise<void> =>
    timed(what, async () => void (await client.query(statement, [organisationId])));
  await run('cases', insertCases);
  await run(
    'case_counters',
    `insert into case_counters select $1::uuid, year, max(place) from bench.drafts group by year`,
  );
  await run('case_messages', insertMessages);
  await run('case_grants', insertGrants);
  await run('case_claims', insertClaims);
  await run('claimed cases', updateClaimed);
  await run('case_disputes', insertDisputes);
  await run('case_outcomes', insertOutcomes);
  await run('events', insertEvents);
}

/**
 * One row a case with every moment of its life; what lies after now did not happen. First claim after some days, one in twelve
 * disputed, answers of customers after some days more, one in a hundred cases forgotten.
 */
async function drafts(client: pg.Client, organisationId: string, cases: number): Promise<void> {
  const { rows } = await client.query<{ language: string; texts: number }>(
    'select language, count(*)::int as texts from bench.passages group by language',
  );
  const texts = JSON.stringify(
    Object.fromEntries(
      languages.map((language) => [language, rows.find((row) => row.language === language)?.texts ?? 1]),
    ),
  );
  await client.query(
    `create unlogged table bench.drafts as
     with lists as materialized (
       select (select array_agg(id order by email) from people where organisation_id = $1) as people,
              (select array_agg(id order by id) from categories where organisation_id = $1 and unit_id is not null) as categories,
              (select array_agg(unit_id order by id) from categories where organisation_id = $1 and unit_id is not null) as units
     ), born as (
       select i, bench.later(now() - interval '${years} years', ${years} * 8766.0 * (i - 1 + bench.chance(i, 20)) / $2::bigint) as at,
              bench.chance(i, 21) as fate, bench.chance(i, 22) as ending, bench.chance(i, 23) < 0.08 as disputed,
              1 - 60 * ln(1 - bench.chance(i, 24)) + case when bench.chance(i, 25) < 0.01 then 1e6 else 0 end as work_hours,
              -48 * ln(1 - bench.chance(i, 26)) + 0.1 as reply_hours, 2 - 90 * ln(1 - bench.chance(i, 27)) as rework_hours,
              1 + floor($3::integer * bench.chance(i, 28) ^ 1.3)::integer as c
         from generate_series(1, $2::bigint) i
     ), lived as (
       select *, bench.later(at, work_hours) as claim_at, bench.later(at, work_hours + reply_hours) as dispute_at,
              bench.later(at, work_hours + reply_hours + rework_hours) as claim2_at
         from born
     ), ended as (
       select *, fate >= 0.1 as claims,
              case when fate < 0.03 then 'withdrawn' when fate < 0.1 then 'closed_by_authority' when ending < 0.55 then 'confirmed' when ending < 0.83 then 'lapsed'
                   when ending < 0.93 then 'reported' when ending < 0.95 then 'withdrawn' else 'closed_by_authority' end as outcome,
              case when fate >= 0.1 and disputed then claim2_at else claim_at end as last_claim_at
         from lived
     ), timed as (
       select *, case when not claims then claim_at when outcome = 'lapsed' then bench.later(last_claim_at, 240) else bench.later(last_claim_at, least(239, reply_hours)) end as end_at
         from ended
     )
     select t.i, bench.id(t.at, t.i, 30) as id, t.at, extract(year from t.at at time zone 'Asia/Dubai')::integer as year,
            row_number() over (partition by extract(year from t.at at time zone 'Asia/Dubai') order by t.i)::integer as place,
            k.id as customer_id, k.language, k.email_id, t.c,
            lists.people[1 + floor(cardinality(people) * bench.chance(t.i, 31))::integer] as person_id,
            lists.people[1 + floor(cardinality(people) * bench.chance(t.i, 32))::integer] as second_person_id,
            categories[1 + floor(cardinality(categories) * bench.chance(t.i, 33) ^ 1.5)::integer] as category_id,
            units[1 + floor(cardinality(units) * bench.chance(t.i, 33) ^ 1.5)::integer] as unit_id,
            floor(($4::jsonb ->> k.language)::integer * bench.chance(t.i, 34))::integer as description,
            floor(($4::jsonb ->> k.language)::integer * bench.chance(t.i, 35))::integer as question,
            floor(($4::jsonb ->> k.language)::integer * bench.chance(t.i, 36))::integer as answer,
            bench.later(t.at, t.work_hours * 0.3) as in_at, bench.later(t.at, least(t.work_hours, 500) * 0.6) as out_at,
            case when claims and claim_at <= now() then bench.id(claim_at, t.i, 37) end as claim_id, claim_at,
            case when claims and disputed and dispute_at <= now() then bench.id(dispute_at, t.i, 38) end as dispute_id, dispute_at,
            case when claims and disputed and claim2_at <= now() then bench.id(claim2_at, t.i, 39) end as claim2_id, claim2_at,
            case when end_at <= now() then bench.id(end_at, t.i, 40) end as outcome_id, outcome, end_at, claims, last_claim_at,
            (array['portal', 'mail', 'phone', 'visit', 'api', 'letter'])[1 + floor(6 * bench.chance(t.i, 41) ^ 2)::integer] as channel
       from timed t join bench.customers k on k.c = t.c cross join lists`,
    [organisationId, cases, Math.max(10, Math.round(cases / 4)), texts],
  );
  await client.query('analyze bench.drafts');
}

/** Claimed cases are written as open and claimed once their claim is there: the two refer to each other. */
const insertCases = `
  insert into cases (organisation_id, id, number, tracking_code, kind, subject, description, state, outcome, priority, channel, language, customer_id, category_id, unit_id,
                     assignee_id, dispute_level, registered_at, last_activity_at, last_message_by, first_claimed_at, closed_at, reopenable_until, tree_version, segment_id, search)
  select $1::uuid, d.id, d.year || '-' || lpad(d.place::text, 6, '0'), upper(left(code, 4) || '-' || substr(code, 5, 4) || '-' || substr(code, 9, 4)),
         (array['complaint', 'request', 'inquiry', 'remark', 'suggestion'])[1 + floor(5 * bench.chance(d.i, 50) ^ 2)::integer],
         array_to_string((string_to_array(p.text, ' '))[1:6], ' '), p.text || ' ' || meter,
         case when d.outcome_id is null then 'open' else 'closed' end, case when d.outcome_id is not null then d.outcome end,
         (array['normal', 'high', 'low', 'urgent'])[1 + floor(4 * bench.chance(d.i, 51) ^ 3)::integer], d.channel, d.language, d.customer_id, d.category_id, d.unit_id,
         case when bench.chance(d.i, 52) < 0.85 or d.claim_id is not null then d.person_id end, case when d.dispute_id is null then 0 else 1 end, d.at,
         greatest(d.at, case when d.in_at <= now() then d.in_at end, case when d.out_at <= now() then d.out_at end, case when d.claim_id is not null then d.claim_at end,
                  case when d.dispute_id is not null then d.dispute_at end, case when d.claim2_id is not null then d.claim2_at end, case when d.outcome_id is not null then d.end_at end),
         case when d.out_at <= now() then 'staff' else 'customer' end, case when d.claim_id is not null then d.claim_at end,
         case when d.outcome_id is not null then d.end_at end, case when d.outcome_id is not null then d.end_at + interval '30 days' end,
         1, (select m.segment_id from segment_members m where m.organisation_id = $1 and m.customer_id = d.customer_id and m.until is null),
         p.vector || k.vector || to_tsvector('simple', meter) || q.vector || a.vector
    from bench.drafts d
    join bench.customers k on k.c = d.c
    join bench.passages p on p.language = d.language and p.position = d.description
    join bench.passages q on q.language = d.language and q.position = d.question
    join bench.passages a on a.language = d.language and a.position = d.answer
   cross join lateral (select translate(md5('code' || d.i), 'ilou', 'wxyz') as code, 'WM-' || 100000 + floor(900000 * bench.chance(d.i, 53))::integer as meter) made
   order by d.i`;

const insertMessages = `
  insert into case_messages (organisation_id, id, case_id, direction, channel, text, author_kind, author_id, at)
  select $1::uuid, bench.id(m.at, d.i, m.salt), d.id, m.direction, d.channel, p.text, m.kind, m.author, m.at
    from bench.drafts d
   cross join lateral (values ('in', d.in_at, d.question, 'customer', d.customer_id, 60), ('out', d.out_at, d.answer, 'staff', d.person_id, 61))
              as m (direction, at, text, kind, author, salt)
    join bench.passages p on p.language = d.language and p.position = m.text
   where m.at <= now() order by d.i`;

/** The letter of registration carries one; the customer used it who confirmed, disputed or withdrew. */
const insertGrants = `
  insert into case_grants (organisation_id, id, case_id, customer_id, contact_point_id, method, secret_hash, issued_at, expires_at, used_at)
  select $1::uuid, bench.id(d.at, d.i, 70), d.id, d.customer_id, d.email_id, case when d.email_id is null then 'portal-session' else 'signed-link' end, bench.secret(d.i, 71), d.at,
         greatest(d.end_at, d.dispute_at) + interval '90 days',
         case when d.dispute_id is not null then d.dispute_at when d.outcome_id is not null and d.outcome in ('confirmed', 'withdrawn') then d.end_at end
    from bench.drafts d order by d.i`;

const insertClaims = `
  insert into case_claims (organisation_id, id, case_id, answer, claimed_by, unit_id, dispute_level, claimed_at, lapses_at)
  select $1::uuid, c.id, d.id, p.text, c.person, d.unit_id, c.level, c.at, c.at + interval '10 days'
    from bench.drafts d
   cross join lateral (values (d.claim_id, d.claim_at, d.person_id, 0), (d.claim2_id, d.claim2_at, d.second_person_id, 1)) as c (id, at, person, level)
    join bench.passages p on p.language = d.language and p.position = d.answer
   where c.id is not null order by d.i`;

const updateClaimed = `
  update cases set state = 'claimed', open_claim_id = coalesce(d.claim2_id, d.claim_id), lapses_at = d.last_claim_at + interval '10 days', next_reminder_at = d.last_claim_at + interval '3 days'
    from bench.drafts d
   where cases.organisation_id = $1 and cases.id = d.id and d.outcome_id is null and d.claim_id is not null and (d.dispute_id is null or d.claim2_id is not null)`;

const insertDisputes = `
  insert into case_disputes (organisation_id, id, case_id, claim_id, reason, actor_kind, actor_id, grant_id, level, from_person_id, to_unit_id, to_person_id, at)
  select $1::uuid, d.dispute_id, d.id, d.claim_id, p.text, 'customer', d.customer_id, bench.id(d.at, d.i, 70), 1, d.person_id, d.unit_id, nullif(d.second_person_id, d.person_id), d.dispute_at
    from bench.drafts d join bench.passages p on p.language = d.language and p.position = d.question
   where d.dispute_id is not null order by d.i`;

const insertOutcomes = `
  insert into case_outcomes (organisation_id, id, case_id, customer_id, kind, claim_id, actor_kind, actor_id, grant_id, text, reason, channel, said_at, at)
  select $1::uuid, d.outcome_id, d.id, d.customer_id, d.outcome, case when d.claims then coalesce(d.claim2_id, d.claim_id) end,
         case d.outcome when 'lapsed' then 'system' when 'reported' then 'staff' when 'closed_by_authority' then 'staff' else 'customer' end,
         case d.outcome when 'lapsed' then null when 'reported' then d.person_id when 'closed_by_authority' then d.person_id else d.customer_id end,
         case when d.outcome in ('confirmed', 'withdrawn') then bench.id(d.at, d.i, 70) end,
         case when d.outcome in ('reported', 'closed_by_authority') then p.text end, case when d.outcome = 'closed_by_authority' then 'out-of-scope' end,
         case when d.outcome = 'reported' then 'phone' end, case when d.outcome = 'reported' then d.end_at end, d.end_at
    from bench.drafts d join bench.passages p on p.language = d.language and p.position = d.question
   where d.outcome_id is not null order by d.i`;

const insertEvents = `
  insert into events (organisation_id, id, type, subject_type, subject_id, customer_id, actor_kind, actor_id, at, data)
  select $1::uuid, bench.id(e.at, d.i, e.salt), e.type, 'case', d.id, d.customer_id, e.kind, e.actor, e.at, e.data
    from bench.drafts d
   cross join lateral (values
     (true, 'case.registered', d.at, 'customer', d.customer_id, 80, jsonb_build_object('kind', 'complaint', 'channel', d.channel, 'unitId', d.unit_id, 'categoryId', d.category_id)),
     (d.in_at <= now(), 'case.message-received', d.in_at, 'customer', d.customer_id, 81, jsonb_build_object('messageId', bench.id(d.in_at, d.i, 60), 'channel', d.channel)),
     (d.out_at <= now(), 'case.message-sent', d.out_at, 'staff', d.person_id, 82, jsonb_build_object('messageId', bench.id(d.out_at, d.i, 61), 'channel', d.channel)),
     (d.claim_id is not null, 'case.resolution-claimed', d.claim_at, 'staff', d.person_id, 83, jsonb_build_object('claimId', d.claim_id, 'unitId', d.unit_id, 'level', 0)),
     (d.dispute_id is not null, 'case.resolution-disputed', d.dispute_at, 'customer', d.customer_id, 84, jsonb_build_object('disputeId', d.dispute_id, 'claimId', d.claim_id, 'level', 1)),
     (d.claim2_id is not null, 'case.resolution-claimed', d.claim2_at, 'staff', d.second_person_id, 85, jsonb_build_object('claimId', d.claim2_id, 'unitId', d.unit_id, 'level', 1)),
     (d.outcome_id is not null, 'case.' || replace(d.outcome, '_', '-'), d.end_at, case d.outcome when 'lapsed' then 'system' when 'reported' then 'staff' when 'closed_by_authority' then 'staff' else 'customer' end,
      case d.outcome when 'lapsed' then null when 'reported' then d.person_id when 'closed_by_authority' then d.person_id else d.customer_id end, 86, jsonb_build_object('outcomeId', d.outcome_id))
   ) as e (happened, type, at, kind, actor, salt, data)
   where e.happened order by d.i`;
