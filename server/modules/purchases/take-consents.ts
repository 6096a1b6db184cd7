// Keeps what a buyer said at the sale about messages, surveys and marketing.
import type { SaleInput } from '#contract/purchases.ts';
import { recordConsent } from '#modules/customers/index.ts';
import { on, type Context } from '#platform/context.ts';
import type { PurchasesTables } from './tables.ts';

const purposes = {
  serviceMessages: { column: 'service_messages', purpose: 'service-messages' },
  surveys: { column: 'surveys', purpose: 'surveys' },
  marketing: { column: 'marketing', purpose: 'marketing' },
} as const;

/**
 * Under the system's role. The words count as the customer's only where this dealer's entry made the customer and a phone was
 * given; of anybody else a dealer cannot say what they agreed to, and only the dealer's own row keeps it. `source` names the dealer.
 */
export async function takeConsents(
  ctx: Context,
  buyer: { id: string; customerId: string; madeCustomer: boolean; phone: string | null },
  consents: NonNullable<SaleInput['consents']>,
  source: string,
): Promise<void> {
  const said = Object.entries(consents).flatMap(([word, given]) =>
    typeof given === 'boolean' ? [{ ...purposes[word as keyof typeof purposes], given }] : [],
  );
  if (said.length === 0) return;
  await on<PurchasesTables>(ctx)
    .updateTable('dealer_buyers')
    .set(Object.fromEntries(said.map(({ column, given }) => [column, given])))
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', buyer.id)
    .execute();
  if (!buyer.madeCustomer || buyer.phone === null) return;
  for (const { purpose, given } of said)
    await recordConsent(ctx, { id: buyer.customerId, purpose, channel: 'phone', given, source });
}
