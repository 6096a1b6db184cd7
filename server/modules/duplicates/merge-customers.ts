// Merges: one record counts as another from now on. A link and a row that says how to take it back; nothing else is moved.
import { sql } from 'kysely';
import type { Merge } from '#contract/duplicates.ts';
import { accessOf, linkRecords, mergeFieldsOf, requireOpen } from '#modules/customers/index.ts';
import { actorId } from '#platform/actor.ts';
import { append, on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { readMerges } from './read-merges.ts';
import type { DuplicatesTables } from './tables.ts';

export type MergeInput = { survivorId: string; mergedId: string; take: readonly string[] };

/**
 * `take` are the fields whose value of the merged record survives. Two people who merge the same records at once: the second is
 * refused. Throws `customer.not-found`, `customer.merged-already`, and `request.invalid` for a field that whoever acts may not change.
 */
export async function mergeCustomers(ctx: Context, input: MergeInput): Promise<Merge> {
  const id = await merge(ctx, input);
  return (await readMerges(ctx, { id }))[0]!;
}

/** Answers with the id of the merge. */
export async function merge(ctx: Context, { survivorId, mergedId, take }: MergeInput): Promise<string> {
  const taken = [...new Set([...take, ...(await unseen(ctx, { survivorId, mergedId, take }))])];
  const { written, previous } = await linkRecords(ctx, { survivorId, mergedId, take: taken });
  const id = newId();
  const now = ctx.clock.now();
  await on<DuplicatesTables>(ctx)
    .insertInto('merges')
    .values({
      organisation_id: ctx.organisationId,
      id,
      survivor_id: survivorId,
      merged_id: mergedId,
      written: JSON.stringify(written),
      previous: JSON.stringify(previous),
      merged_at: now,
      merged_by: actorId(ctx.actor) ?? '',
    })
    .execute();
  await notePair(ctx, survivorId, mergedId);
  append(ctx, {
    type: 'customer.merged',
    subjectType: 'customer',
    subjectId: survivorId,
    customerId: survivorId,
    data: { mergeId: id, mergedId, fields: Object.keys(written) },
  });
  return id;
}

/** What whoever merges may not see, they cannot choose: of it the survivor takes what it lacks, so that nothing is lost. */
async function unseen(ctx: Context, { survivorId, mergedId, take }: MergeInput): Promise<string[]> {
  for (const id of [survivorId, mergedId]) await requireOpen(ctx, id);
  const fields = await mergeFieldsOf(ctx, [survivorId, mergedId]);
  const { write } = await accessOf(ctx);
  const lacking: string[] = [];
  for (const [field, { value, fieldClass }] of Object.entries(fields.get(mergedId)!)) {
    if (fieldClass === null || write.has(fieldClass)) continue;
    if (take.includes(field)) throw invalidField(field, 'not-granted');
    if (value !== null && (fields.get(survivorId)?.[field]?.value ?? null) === null) lacking.push(field);
  }
  return lacking;
}

/** A pair that nobody had proposed is noted too, so that the list of merged pairs is whole. */
async function notePair(ctx: Context, survivorId: string, mergedId: string): Promise<void> {
  const [one, other] = [survivorId, mergedId].toSorted();
  const now = ctx.clock.now();
  await sql`
    insert into duplicate_pairs (organisation_id, one_id, other_id, bits, evidence, state, found_at, decided_at, decided_by)
    values (${ctx.organisationId}::uuid, ${one}::uuid, ${other}::uuid, 0, '[]', 'merged', ${now}, ${now}, ${actorId(ctx.actor)}::uuid)
    on conflict (organisation_id, one_id, other_id) do update
      set state = 'merged', decided_at = excluded.decided_at, decided_by = excluded.decided_by, decided_bits = null`.execute(
    ctx.transaction,
  );
}
