// Buyers as their dealer sees them: in its own words, never the customer behind them.
import type { Buyer } from '#contract/purchases.ts';
import { on, type Context } from '#platform/context.ts';
import { purchaseErrors } from './errors.ts';
import type { PurchasesTables } from './tables.ts';

export const buyerRows = (ctx: Context, dealerId: string) =>
  on<PurchasesTables>(ctx)
    .selectFrom('dealer_buyers')
    .select(['id', 'kind', 'name', 'phone', 'gender', 'age_group_id as ageGroupId', 'region_id as regionId'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('dealer_id', '=', dealerId);

/** Throws `buyer.not-found`, also for a buyer of another dealer. */
export async function readBuyer(ctx: Context, dealerId: string, id: string): Promise<Buyer> {
  const row = await buyerRows(ctx, dealerId).where('id', '=', id).executeTakeFirst();
  if (!row) throw purchaseErrors.buyerNotFound({ id });
  return row;
}
