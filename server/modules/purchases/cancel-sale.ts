// A dealer takes back a sale that it entered wrongly, within a day; later only the organisation does.
import type { Sale } from '#contract/purchases.ts';
import type { Context } from '#platform/context.ts';
import { actingDealer } from './dealer.ts';
import { purchaseErrors } from './errors.ts';
import { readSale } from './sale.ts';
import { writeCancellation } from './write-cancellation.ts';

/** Throws `purchase.not-found`, `purchase.cancelled-already`, `purchase.cancelled-too-late`. */
export async function cancelSale(ctx: Context, id: string): Promise<Sale> {
  const dealer = await actingDealer(ctx);
  const sale = await readSale(ctx, dealer.id, id);
  if (sale.cancellation !== null) throw purchaseErrors.cancelledAlready({ id });
  if (sale.cancellableUntil === null) throw purchaseErrors.cancelledTooLate({ id });
  const { product, boughtOn } = sale;
  await writeCancellation(ctx, { id, productId: product.id, dealerId: dealer.id, boughtOn }, null);
  return readSale(ctx, dealer.id, id);
}
