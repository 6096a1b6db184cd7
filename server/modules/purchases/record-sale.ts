// A dealer enters a buyer at the sale: who, what, where, when, and what the buyer agreed to.
import type { Sale, SaleInput } from '#contract/purchases.ts';
import type { Context } from '#platform/context.ts';
import { actingDealer } from './dealer.ts';
import { enterSale } from './enter-sale.ts';
import { readSale } from './sale.ts';

/** Throws `product.inactive`, `buyer.not-found`, or `purchase.duplicate` unless `again`. */
export async function recordSale(ctx: Context, input: SaleInput): Promise<Sale> {
  const dealer = await actingDealer(ctx);
  return readSale(ctx, dealer.id, await enterSale(ctx, dealer, input));
}
