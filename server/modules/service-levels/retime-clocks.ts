// Reckons open clocks anew by the calendars and policies as they are now, some cases at a time.
import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { advance, retimed } from './advance.ts';
import { holdClocked, rulesFor, storeClocked } from './store-clocks.ts';

export type Retiming = {
  /** The last case that was looked at; null when there are no more. */
  last: string | null;
  clocks: number;
  moved: number;
};

/** Open clocks that were reckoned by one version of one calendar; `standardOnly`: those among them whose goal names no calendar. */
export type Outdated = { calendarId: string; version: number; standardOnly: boolean };

/** By an earlier version, or by what was the default calendar before. What a customer was told for an answer stays. */
export async function outdatedClocks(ctx: Context): Promise<Outdated[]> {
  const { rows } = await sql<Outdated>`
    select c.calendar_id as "calendarId", c.calendar_version as version, coalesce(w.version = c.calendar_version, false) as "standardOnly"
      from (select calendar_id, calendar_version from clocks
             where organisation_id = ${ctx.organisationId} and ended_at is null and target <> 'lapse'
             group by calendar_id, calendar_version) c
      left join working_calendars w on w.organisation_id = ${ctx.organisationId} and w.id = c.calendar_id
     where w.version is distinct from c.calendar_version or not w.is_default`.execute(ctx.transaction);
  return rows;
}

/** Up to `limit` of their cases beyond `after`, to the calendars as they are now. */
export async function retimeClocks(
  ctx: Context,
  { calendarId, version, standardOnly, after, limit }: Outdated & { after: string | null; limit: number },
): Promise<Retiming> {
  const { rows } = await sql<{ case_id: string }>`
    select distinct case_id from clocks
     where organisation_id = ${ctx.organisationId} and calendar_id = ${calendarId} and calendar_version = ${version}
       and ended_at is null and target <> 'lapse' and case_id > ${after ?? zero}::uuid
       ${standardOnly ? sql`and goal->>'calendarId' is null` : sql``}
     order by case_id
     limit ${limit}`.execute(ctx.transaction);
  return change(ctx, rows, (rules, clocked, at) => retimed(rules, clocked, at));
}

/** Before every id. */
const zero = '00000000-0000-0000-0000-000000000000';

/** Up to `limit` cases that are not closed: those that the published policy fits come under it, those that it no longer fits leave it. */
export async function takeOver(
  ctx: Context,
  { policyId, after, limit }: { policyId: string; after: string | null; limit: number },
): Promise<Retiming> {
  const { rows } = await sql<{ case_id: string }>`
    select case_id from clocked_cases
     where organisation_id = ${ctx.organisationId} and state <> 'closed' and case_id > ${after ?? zero}::uuid
     order by case_id
     limit ${limit}`.execute(ctx.transaction);
  return change(ctx, rows, (rules, clocked, at) => advance(rules, clocked, { type: 'policy-published', policyId }, at));
}

async function change(ctx: Context, rows: readonly { case_id: string }[], to: typeof retimed): Promise<Retiming> {
  const before = await holdClocked(
    ctx,
    rows.map((row) => row.case_id),
  );
  const rules = await rulesFor(ctx, before);
  const at = ctx.clock.now().getTime();
  const after = before.map((clocked) => to(rules, clocked, at));
  const changed = after.filter((clocked, index) => clocked !== before[index]);
  await storeClocked(ctx, changed, before);
  const known = new Map(before.flatMap(({ clocks }) => clocks).map((clock) => [clock.id, clock]));
  const clocks = changed.flatMap((clocked) => clocked.clocks).filter((clock) => known.get(clock.id) !== clock);
  return {
    last: rows.at(-1)?.case_id ?? null,
    clocks: clocks.length,
    moved: clocks.filter((clock) => clock.dueAt !== known.get(clock.id)?.dueAt).length,
  };
}
