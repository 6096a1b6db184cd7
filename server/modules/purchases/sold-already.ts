// Whether a dealer entered these sales before: the same buyer, product and day, told apart by the number of the receipt.
import { sql } from 'kysely';
import { normaliseText } from '#kernel/text/normalise.ts';
import type { Context } from '#platform/context.ts';

/** The buyer by id, else by phone, else, of those without a phone, by the name. */
export type SaleLookedFor = {
  buyerId: string | null;
  phone: string | null;
  name: string;
  productId: string;
  boughtOn: string;
  receipt: string | null;
};
/** `cancelled`: it was entered, and each time taken back. */
export type SoldBefore = 'no' | 'yes' | 'cancelled';

/**
 * In one statement, answered in their order. Two receipts are two sales; a sale without a receipt may be the same as one with it, so
 * that what was entered by the form in the day is not entered again by the file in the evening.
 */
export async function soldAlready(
  ctx: Context,
  dealerId: string,
  sales: readonly SaleLookedFor[],
): Promise<SoldBefore[]> {
  const organisationId = ctx.organisationId;
  const { rows } = await sql<{ place: number; live: boolean }>`
    select a.place::int as place, bool_or(x.purchase_id is null) as live
      from unnest(${sales.map((sale) => sale.buyerId)}::uuid[], ${sales.map((sale) => sale.phone)}::text[],
                  ${sales.map((sale) => normaliseText(sale.name))}::text[], ${sales.map((sale) => sale.productId)}::uuid[],
                  ${sales.map((sale) => sale.boughtOn)}::date[], ${sales.map((sale) => sale.receipt)}::text[])
           with ordinality as a (buyer_id, phone, name, product_id, bought_on, receipt, place)
      join lateral (
        select id from dealer_buyers b where b.organisation_id = ${organisationId} and b.dealer_id = ${dealerId} and b.id = a.buyer_id
        union all
        select id from dealer_buyers b where b.organisation_id = ${organisationId} and b.dealer_id = ${dealerId}
           and a.buyer_id is null and b.phone = a.phone
        union all
        select id from dealer_buyers b where b.organisation_id = ${organisationId} and b.dealer_id = ${dealerId}
           and a.buyer_id is null and a.phone is null and b.phone is null and b.search_name = a.name
      ) b on true
      join purchases p on p.organisation_id = ${organisationId} and p.buyer_id = b.id and p.product_id = a.product_id
       and p.bought_on = a.bought_on and (a.receipt is null or p.receipt is null or p.receipt = a.receipt)
      left join purchase_cancellations x on x.organisation_id = p.organisation_id and x.purchase_id = p.id
     group by a.place`.execute(ctx.transaction);
  const found = new Map(rows.map(({ place, live }) => [place - 1, live]));
  return sales.map((_, at) => {
    const live = found.get(at);
    return live === undefined ? 'no' : live ? 'yes' : 'cancelled';
  });
}
