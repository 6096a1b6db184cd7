// Takes back a purchase that was entered wrongly, by staff, at any time and with a reason.
import type { Purchase } from '#contract/purchases.ts';
import { cleanText } from '#kernel/text/clean.ts';
import type { Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { readPurchase } from './purchase.ts';
import { writeCancellation } from './write-cancellation.ts';

/** Throws `purchase.not-found`, also for a customer who is not open to whoever asks, and `purchase.cancelled-already`. */
export async function cancelPurchase(ctx: Context, { id, reason }: { id: string; reason: string }): Promise<Purchase> {
  const words = cleanText(reason);
  if (words === '') throw invalidField('reason', 'required');
  const { product, dealer, boughtOn } = await readPurchase(ctx, id);
  await writeCancellation(ctx, { id, productId: product.id, dealerId: dealer?.id ?? null, boughtOn }, words);
  return readPurchase(ctx, id);
}
