// Purchases of a customer by the day, or through a dealer in the order in which they were entered; newest first.
import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { openPurchaseRows, purchaseView, recordsOf } from './purchase.ts';

/**
 * Of a customer also those of records merged into it. Without either, those of the whole organisation by the day. Only of customers
 * who are open to whoever asks; taken back ones are among them.
 */
export async function listPurchases(
  ctx: Context,
  input: { customerId?: string | undefined; dealerId?: string | undefined; cursor?: string | undefined; limit: number },
) {
  let query = await openPurchaseRows(ctx);
  if (input.customerId !== undefined)
    query = query.where(sql<boolean>`p.customer_id in ${recordsOf(ctx, input.customerId)}`);
  if (input.dealerId !== undefined) query = query.where('p.dealer_id', '=', input.dealerId);
  const byEntry = input.dealerId !== undefined && input.customerId === undefined;
  if (input.cursor !== undefined) {
    const [day, id] = decodeCursor(input.cursor, 2);
    query = query.where(
      byEntry ? sql<boolean>`p.id < ${id}::uuid` : sql<boolean>`(p.bought_on, p.id) < (${day}::date, ${id}::uuid)`,
    );
  }
  if (!byEntry) query = query.orderBy('p.bought_on', 'desc');
  const rows = await query
    .orderBy('p.id', 'desc')
    .limit(input.limit + 1)
    .execute();
  return page(rows, input.limit, purchaseView, (row) => [row.bought_on, row.id]);
}
