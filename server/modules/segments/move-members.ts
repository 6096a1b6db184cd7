// Moves members by set: rows end and begin, for everybody or for some; a person's pin is never moved.
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { PublishedTree } from './published-tree.ts';

/** Which customers: a condition over `c.id`; null means everybody. */
export type Among = readonly string[] | null;

export const among = (column: string, ids: Among): RawBuilder<SqlBool> =>
  ids === null ? sql`true` : sql`${sql.ref(column)} = any(${[...ids]}::uuid[])`;

/** A row ends a millisecond after it began at the earliest, so that history stays in order. */
const ends = (at: Date): RawBuilder<Date> => sql`greatest(${at}::timestamptz, m.since + interval '1 millisecond')`;

/**
 * Moves members who fit another segment now: one place ends, the next begins there. One statement, so that everybody is looked at
 * once and nobody twice. Answers how many.
 */
export async function moveMisfits(ctx: Context, { placement, version }: PublishedTree, ids: Among): Promise<number> {
  const { numAffectedRows } = await sql`
    with misfits as materialized (
      select customer_id, since, place from (
        select m.customer_id, m.since, m.segment_id, ${placement} as place
          from segment_members m
          join customer_traits c on c.organisation_id = ${ctx.organisationId} and c.id = m.customer_id
         where m.organisation_id = ${ctx.organisationId} and m.until is null and m.pinned_at is null and ${among('m.customer_id', ids)}
        offset 0) looked_at
       where segment_id is distinct from place
    ), ended as (
      update segment_members m set until = ${ends(ctx.clock.now())}
        from misfits f
       where m.organisation_id = ${ctx.organisationId} and m.customer_id = f.customer_id and m.since = f.since and m.until is null
      returning m.customer_id, m.until, f.place)
    insert into segment_members (organisation_id, customer_id, since, segment_id, tree_version)
    select ${ctx.organisationId}::uuid, customer_id, until, place, ${version}::integer from ended`.execute(
    ctx.transaction,
  );
  return Number(numAffectedRows ?? 0);
}

/** Ends the places of records that count as another customer now. Answers how many. */
export async function endMerged(ctx: Context, ids: Among): Promise<number> {
  const { numAffectedRows } = await sql`
    update segment_members m set until = ${ends(ctx.clock.now())}
     where m.organisation_id = ${ctx.organisationId} and m.until is null and ${among('m.customer_id', ids)}
       and not exists (select from customer_traits c where c.organisation_id = ${ctx.organisationId} and c.id = m.customer_id)`.execute(
    ctx.transaction,
  );
  return Number(numAffectedRows ?? 0);
}

/** Ends the places of members whom `which` (over `segment_members as m`) names. */
export async function endPlaces(ctx: Context, which: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows } = await sql`
    update segment_members m set until = ${ends(ctx.clock.now())}
     where m.organisation_id = ${ctx.organisationId} and m.until is null and ${which}`.execute(ctx.transaction);
  return Number(numAffectedRows ?? 0);
}

/**
 * Gives a place to whoever has none: from the end of the place before, or, for the first, from the day the customer was
 * registered under this or an earlier tree. Answers how many.
 */
export async function placeHomeless(ctx: Context, tree: PublishedTree, ids: Among): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into segment_members (organisation_id, customer_id, since, segment_id, tree_version)
    select c.organisation_id, c.id,
           coalesce((select max(e.until) from segment_members e where e.organisation_id = ${ctx.organisationId} and e.customer_id = c.id),
                    greatest(c.registered_at, (select min(v.published_at) from tree_versions v where v.organisation_id = ${ctx.organisationId}))),
           ${tree.placement}, ${tree.version}
      from customer_traits c
     where c.organisation_id = ${ctx.organisationId} and ${among('c.id', ids)}
       and not exists (select from segment_members m where m.organisation_id = ${ctx.organisationId} and m.customer_id = c.id and m.until is null)`.execute(
    ctx.transaction,
  );
  return Number(numAffectedRows ?? 0);
}
