// Figures that cannot be dressed: every claim of the period and what became of it, open cases by age, segments side by side.
import { sql, type RawBuilder } from 'kysely';
import type { CaseFigures } from '#contract/cases.ts';
import type { LocaleText } from '#contract/common.ts';
import { addMonths, calendarMomentAt } from '#kernel/calendar/calendar-date.ts';
import { periodsBetween, startOfDay } from '#kernel/calendar/periods.ts';
import type { DateSettings } from '#kernel/calendar/settings.ts';
import { dateSettings } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import type { CaseTables } from './tables.ts';

const dayMs = 86_400_000;
/** Whole days since registration; the last band has no end. */
const ageBands = [0, 1, 3, 7, 14, 30, 90] as const;
/** Below this many ended claims a segment is not shown: single customers would show through. */
const smallestSegment = 5;

type Filter = {
  from?: Date | undefined;
  to?: Date | undefined;
  unitId?: string | undefined;
  kind?: string | undefined;
};
type Claims = CaseFigures['claims'];

/** The period is [from, to); without one it is the twelve calendar months up to now. */
export async function caseFigures(ctx: Context, input: Filter): Promise<CaseFigures> {
  const settings = await dateSettings(ctx);
  const now = ctx.clock.now();
  const to = input.to ?? now;
  const from = input.from ?? elevenMonthsBefore(to, settings);
  // The first and the last month are cut to the period, so that every figure on the page covers the same days.
  const months = periodsBetween('month', from, to, settings).map(({ start, end }) => ({
    start: start < from ? from : start,
    end: end > to ? to : end,
  }));
  const of = sql`c.organisation_id = ${ctx.organisationId}${input.unitId ? sql` and c.unit_id = ${input.unitId}` : sql``}${input.kind ? sql` and c.kind = ${input.kind}` : sql``}`;
  const [standing, byMonth, segments, openByAge] = [
    await standingNow(ctx, of, from, to),
    await claimsByMonth(ctx, of, months),
    await bySegment(ctx, of, from, to),
    await byAge(ctx, of, now),
  ];
  return {
    from,
    to,
    ...standing,
    claims: byMonth.map((month) => month.claims).reduce(add, noClaims()),
    openByAge,
    months: byMonth,
    bySegment: segments,
  };
}

/** First moment of the calendar month eleven months before the one that holds `at`: with that one, twelve of the organisation's own. */
function elevenMonthsBefore(at: Date, settings: DateSettings): Date {
  const { calendar, year, month } = calendarMomentAt(at, settings);
  return startOfDay(addMonths({ calendar, year, month, day: 1 }, -11), settings.timeZone);
}

async function standingNow(ctx: Context, of: RawBuilder<unknown>, from: Date, to: Date) {
  const { rows } = await sql<{
    openNow: number;
    claimedNow: number;
    oldestOpenAt: Date | null;
    registered: number;
    reopened: number;
  }>`
    select (select count(*) from cases c where ${of} and c.state = 'open') as "openNow",
           (select count(*) from cases c where ${of} and c.state = 'claimed') as "claimedNow",
           (select min(c.registered_at) from cases c where ${of} and c.state <> 'closed') as "oldestOpenAt",
           (select count(*) from cases c where ${of} and c.registered_at >= ${from} and c.registered_at < ${to}) as registered,
           (select count(*) from case_reopenings r join cases c on c.organisation_id = r.organisation_id and c.id = r.case_id
             where ${of} and r.at >= ${from} and r.at < ${to}) as reopened`.execute(on<CaseTables>(ctx));
  return rows[0]!;
}

/** Each claim has one end or none yet, so the seven add up to the claims by the way they are counted. */
const ends = sql`
  count(k.id)::int as claims,
  count(*) filter (where o.kind = 'confirmed')::int as confirmed,
  count(d.id)::int as disputed,
  count(*) filter (where o.kind = 'lapsed')::int as lapsed,
  count(*) filter (where o.kind = 'reported')::int as reported,
  count(*) filter (where o.kind = 'withdrawn')::int as withdrawn,
  count(*) filter (where o.kind = 'closed_by_authority')::int as "closedByAuthority",
  count(k.id) filter (where o.id is null and d.id is null)::int as waiting`;
const claimsWithEnds = sql`
  case_claims k join cases c on c.organisation_id = k.organisation_id and c.id = k.case_id
  left join case_outcomes o on o.organisation_id = k.organisation_id and o.claim_id = k.id
  left join case_disputes d on d.organisation_id = k.organisation_id and d.claim_id = k.id`;

async function claimsByMonth(
  ctx: Context,
  of: RawBuilder<unknown>,
  months: { start: Date; end: Date }[],
): Promise<CaseFigures['months']> {
  const starts = months.map((month) => month.start);
  const last = months.at(-1)!.end;
  const { rows } = await sql<Claims & { month: number; registered: number }>`
    with claimed as (
      select width_bucket(k.claimed_at, ${starts}::timestamptz[]) as month, ${ends}
        from ${claimsWithEnds} where ${of} and k.organisation_id = ${ctx.organisationId} and k.claimed_at >= ${starts[0]} and k.claimed_at < ${last} group by 1
    ), came as (
      select width_bucket(c.registered_at, ${starts}::timestamptz[]) as month, count(*)::int as registered
        from cases c where ${of} and c.registered_at >= ${starts[0]} and c.registered_at < ${last} group by 1
    )
    select coalesce(claimed.month, came.month) as month, coalesce(came.registered, 0) as registered, claimed.*
      from claimed full join came using (month)`.execute(on<CaseTables>(ctx));
  return months.map((month, index) => {
    const row = rows.find((one) => Number(one.month) === index + 1);
    return { start: month.start, registered: row?.registered ?? 0, claims: row ? pick(row) : noClaims() };
  });
}

/** By the segment that each case keeps from its registration: a later version of the tree moves no case of the past. */
async function bySegment(
  ctx: Context,
  of: RawBuilder<unknown>,
  from: Date,
  to: Date,
): Promise<CaseFigures['bySegment']> {
  const { rows } = await sql<{
    segment_name: unknown;
    ended: number;
    confirmed: number;
    disputed: number;
    hours: number | null;
  }>`
    with latest as (
      select distinct on (s.id) s.id, s.name, s.size_rank from segment_briefs s
       where s.organisation_id = ${ctx.organisationId} order by s.id, s.tree_version desc)
    select s.name as segment_name, count(*) filter (where o.id is not null or d.id is not null)::int as ended,
           count(*) filter (where o.kind = 'confirmed')::int as confirmed, count(d.id)::int as disputed,
           percentile_cont(0.5) within group (order by extract(epoch from c.first_claimed_at - c.registered_at) / 3600) as hours
      from ${claimsWithEnds} left join latest s on s.id = c.segment_id
     where ${of} and k.organisation_id = ${ctx.organisationId} and k.claimed_at >= ${from} and k.claimed_at < ${to}
     group by s.id, s.name, s.size_rank order by s.size_rank nulls last, s.id nulls last`.execute(on<CaseTables>(ctx));
  return rows.map((row) => {
    const shown = row.ended >= smallestSegment;
    return {
      segment: row.segment_name as LocaleText | null,
      ended: shown ? row.ended : null,
      confirmed: shown ? row.confirmed : null,
      disputed: shown ? row.disputed : null,
      medianHoursToFirstClaim: shown ? row.hours : null,
    };
  });
}

async function byAge(ctx: Context, of: RawBuilder<unknown>, now: Date): Promise<CaseFigures['openByAge']> {
  // Older cases have earlier registrations: the bounds fall, so they are turned round for width_bucket.
  const bounds = ageBands
    .slice(1)
    .map((days) => new Date(now.getTime() - days * dayMs))
    .reverse();
  const { rows } = await sql<{ bucket: number; open: number; claimed: number }>`
    select width_bucket(c.registered_at, ${bounds}::timestamptz[]) as bucket,
           count(*) filter (where c.state = 'open')::int as open, count(*) filter (where c.state = 'claimed')::int as claimed
      from cases c where ${of} and c.state <> 'closed' group by 1`.execute(on<CaseTables>(ctx));
  return ageBands.map((fromDays, index) => {
    const row = rows.find((one) => Number(one.bucket) === ageBands.length - 1 - index);
    return { fromDays, toDays: ageBands[index + 1] ?? null, open: row?.open ?? 0, claimed: row?.claimed ?? 0 };
  });
}

function noClaims(): Claims {
  return {
    claims: 0,
    confirmed: 0,
    disputed: 0,
    lapsed: 0,
    reported: 0,
    withdrawn: 0,
    closedByAuthority: 0,
    waiting: 0,
  };
}

function pick(row: Claims): Claims {
  const picked = noClaims();
  for (const key of Object.keys(picked) as (keyof Claims)[]) picked[key] = row[key] ?? 0;
  return picked;
}

function add(sum: Claims, next: Claims): Claims {
  const total = noClaims();
  for (const key of Object.keys(total) as (keyof Claims)[]) total[key] = sum[key] + next[key];
  return total;
}
