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

/**
 * Up to `limit` cases beyond `after` that have an open clock by a calendar that is another one now, or another version of it. What a
 * customer was told for an answer stays.
 */
export async function retimeClocks(
  ctx: Context,
  { after, limit }: { after: string | null; limit: number },
): Promise<Retiming> {
  const { rows } = await sql<{ case_id: string }>`
    select distinct c.case_id from clocks c
      join working_calendars standard on standard.organisation_id = c.organisation_id and standard.is_default
      left join working_calendars own on own.organisation_id = c.organisation_id and own.id = (c.goal->>'calendarId')::uuid
     where c.organisation_id = ${ctx.organisationId} and c.ended_at is null and c.target <> 'lapse'
       and (c.calendar_id, c.calendar_version) <> (coalesce(own.id, standard.id), coalesce(own.version, standard.version))
       and (${after}::uuid is null or c.case_id > ${after}::uuid)
     order by c.case_id
     limit ${limit}`.execute(ctx.transaction);
  return change(ctx, rows, (rules, clocked, at) => retimed(rules, clocked, at));
}

/** Up to `limit` cases that are not closed: to the policy that fits them now, and its version. */
export async function takeOver(
  ctx: Context,
  { after, limit }: { after: string | null; limit: number },
): Promise<Retiming> {
  const { rows } = await sql<{ case_id: string }>`
    select case_id from clocked_cases
     where organisation_id = ${ctx.organisationId} and state <> 'closed' and (${after}::uuid is null or case_id > ${after}::uuid)
     order by case_id
     limit ${limit}`.execute(ctx.transaction);
  return change(ctx, rows, (rules, clocked, at) => advance(rules, clocked, { type: 'policy-published' }, at));
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
