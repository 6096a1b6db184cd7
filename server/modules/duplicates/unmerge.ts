// Takes a merge back: the record counts by itself again, those that were merged into it before follow it, and the survivor's fields are what they were.
import { sql } from 'kysely';
import { requireOpen, unlinkRecords, type Written } from '#modules/customers/index.ts';
import { actorId } from '#platform/actor.ts';
import { append, on, type Context } from '#platform/context.ts';
import { duplicateErrors } from './errors.ts';
import type { DuplicatesTables } from './tables.ts';

/** Throws `duplicate.merge-not-found`, also when somebody took it back already, and `customer.not-found` when it is not open. */
export async function unmerge(ctx: Context, id: string): Promise<void> {
  const db = on<DuplicatesTables>(ctx);
  const row = await db
    .updateTable('merges')
    .set({ undone_at: ctx.clock.now(), undone_by: actorId(ctx.actor) })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .returning(['survivor_id', 'merged_id', 'merged_at', 'written', 'previous'])
    .executeTakeFirst();
  if (!row) throw duplicateErrors.mergeNotFound({ id });
  await requireOpen(ctx, row.survivor_id);
  const [written, previous] = [row.written as Written, row.previous as Written];
  await handOn(ctx, { id, survivorId: row.survivor_id, mergedAt: row.merged_at, written, previous });
  await unlinkRecords(ctx, {
    survivorId: row.survivor_id,
    returningId: row.merged_id,
    followingIds: await mergedBelow(ctx, row.merged_id),
    written,
    previous,
  });
  const [one, other] = [row.survivor_id, row.merged_id].toSorted() as [string, string];
  await sql`
    update duplicate_pairs set state = 'proposed', decided_at = null, decided_by = null
     where organisation_id = ${ctx.organisationId} and one_id = ${one} and other_id = ${other} and state = 'merged'`.execute(
    ctx.transaction,
  );
  append(ctx, {
    type: 'customer.unmerged',
    subjectType: 'customer',
    subjectId: row.survivor_id,
    customerId: row.survivor_id,
    data: { mergeId: id, mergedId: row.merged_id },
  });
}

/** All that count as this record by merges still in force, however many steps away. */
async function mergedBelow(ctx: Context, recordId: string): Promise<string[]> {
  const { rows } = await sql<{ merged_id: string }>`
    with recursive below as (
      select merged_id from merges where organisation_id = ${ctx.organisationId} and survivor_id = ${recordId} and undone_at is null
      union select m.merged_id from below b join merges m on m.organisation_id = ${ctx.organisationId} and m.survivor_id = b.merged_id and m.undone_at is null
    ) select merged_id from below`.execute(ctx.transaction);
  return rows.map((row) => row.merged_id);
}

/**
 * A later merge may have written the same field over what this one wrote. What it will give back some day is then not this
 * merge's value but what stood there before both.
 */
async function handOn(
  ctx: Context,
  undone: { id: string; survivorId: string; mergedAt: Date; written: Written; previous: Written },
): Promise<void> {
  const db = on<DuplicatesTables>(ctx);
  const later = await db
    .selectFrom('merges')
    .select(['id', 'previous'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('survivor_id', '=', undone.survivorId)
    .where('undone_at', 'is', null)
    .where(sql<boolean>`(merged_at, id) > (${undone.mergedAt}, ${undone.id}::uuid)`)
    .orderBy('merged_at')
    .orderBy('id')
    .execute();
  const changed = new Map<string, Written>();
  for (const field of Object.keys(undone.written)) {
    const next = later.find((one) => field in (one.previous as Written));
    if (!next) continue;
    const previous = changed.get(next.id) ?? { ...(next.previous as Written) };
    if (JSON.stringify(previous[field]) !== JSON.stringify(undone.written[field])) continue;
    changed.set(next.id, { ...previous, [field]: undone.previous[field] ?? null });
  }
  for (const [mergeId, previous] of changed)
    await db
      .updateTable('merges')
      .set({ previous: JSON.stringify(previous) })
      .where('organisation_id', '=', ctx.organisationId)
      .where('id', '=', mergeId)
      .execute();
}
