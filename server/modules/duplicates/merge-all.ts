// Merges several pairs at once: the record that was there first survives, and takes from the other what it lacks itself.
import { accessOf, mergeFieldsOf, recordsOf } from '#modules/customers/index.ts';
import type { Context } from '#platform/context.ts';
import type { PairIds } from './keep-apart.ts';
import { merge } from './merge-customers.ts';

/**
 * Pairs that overlap become one customer: each is read as what its two records count as by then. `skipped` are those that were one
 * customer already. At most a hundred: each is a decision of its own, with its own row and its own way back.
 */
export async function mergeAll(ctx: Context, pairs: readonly PairIds[]): Promise<{ merged: number; skipped: number }> {
  const { write } = await accessOf(ctx);
  let merged = 0;
  for (const { oneId, otherId } of pairs) {
    const [one = oneId] = await recordsOf(ctx, oneId);
    const [other = otherId] = await recordsOf(ctx, otherId);
    if (one === other) continue;
    // Ids begin with the time at which they were made.
    const [survivorId, mergedId] = [one, other].toSorted() as [string, string];
    const fields = await mergeFieldsOf(ctx, [survivorId, mergedId]);
    const lacks = (field: string): boolean => (fields.get(survivorId)?.[field]?.value ?? null) === null;
    const take = Object.entries(fields.get(mergedId) ?? {}).filter(
      // Of the others `merge` takes care.
      ([field, { value, fieldClass }]) =>
        value !== null && lacks(field) && (fieldClass === null || write.has(fieldClass)),
    );
    await merge(ctx, { survivorId, mergedId, take: take.map(([field]) => field) });
    merged += 1;
  }
  return { merged, skipped: pairs.length - merged };
}
