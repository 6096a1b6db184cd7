// Shows what a merge would do before anybody does it: where the records differ, what is joined, and what consent is left.
import { sql } from 'kysely';
import type { MergePreview } from '#contract/duplicates.ts';
import {
  accessOf,
  consentsInForce,
  mergeFieldsOf,
  recordsOf,
  requireOpen,
  type FieldValue,
  type FieldValues,
} from '#modules/customers/index.ts';
import type { Context } from '#platform/context.ts';
import { comparedRecords } from './compared-records.ts';

/** Fields that whoever acts may not see are no choice of theirs. Throws `customer.not-found`. */
export async function previewMerge(
  ctx: Context,
  given: { survivorId: string; mergedId: string },
): Promise<MergePreview> {
  const { survivorId, mergedId } = given;
  for (const id of [survivorId, mergedId]) await requireOpen(ctx, id);
  const fields = await mergeFieldsOf(ctx, [survivorId, mergedId]);
  const { write } = await accessOf(ctx);
  const theirs = ({ fieldClass }: FieldValue): boolean => fieldClass === null || write.has(fieldClass);
  const records = await comparedRecords(ctx, [survivorId, mergedId]);
  const [survivor, merged] = [records.get(survivorId)!, records.get(mergedId)!];
  const [ids, otherIds] = [await recordsOf(ctx, survivorId), await recordsOf(ctx, mergedId)];
  const all = [...new Set([...ids, ...otherIds])];
  const consents = await consentsInForce(ctx, all);
  const before = [...(await consentsInForce(ctx, ids)), ...(await consentsInForce(ctx, otherIds))];
  const given_ = (one: MergePreview['consents'][number]): boolean =>
    consents.some((left) => left.given && left.purpose === one.purpose && left.channel === one.channel);
  return {
    survivor,
    merged,
    choices: differing(fields.get(survivorId)!, fields.get(mergedId)!, theirs),
    joined: {
      phones: [...new Set([...survivor.phones, ...merged.phones])],
      emails: [...new Set([...survivor.emails, ...merged.emails])],
      timelineEntries: await timelineEntries(ctx, all),
      records: all.length,
    },
    consents,
    consentsLost: before.filter((one) => one.given && !given_(one)),
  };
}

/** A field that only the survivor has keeps its value without being asked. */
function differing(
  survivor: FieldValues,
  merged: FieldValues,
  theirs: (field: FieldValue) => boolean,
): MergePreview['choices'] {
  return Object.entries(merged).flatMap(([field, found]) => {
    const { value, label, name } = found;
    if (!theirs(found)) return [];
    const kept = survivor[field] ?? { value: null, label: null };
    if (value === null || value === kept.value) return [];
    return [{ field, name, survivor: { value: kept.value, label: kept.label }, merged: { value, label } }];
  });
}

async function timelineEntries(ctx: Context, ids: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from events where organisation_id = ${ctx.organisationId} and customer_id = any (${ids}::uuid[])`.execute(
    ctx.transaction,
  );
  return rows[0]?.n ?? 0;
}
