// One dealer with its people and how much it entered.
import { sql } from 'kysely';
import type { DealerDetail } from '#contract/purchases.ts';
import type { Context } from '#platform/context.ts';
import { readDealer } from './dealer.ts';
import { dealerPeople } from './dealer-people.ts';

/** Throws `dealer.not-found`. */
export async function getDealer(ctx: Context, id: string): Promise<DealerDetail> {
  const dealer = await readDealer(ctx, id);
  const { rows } = await sql<{ buyers: number; purchases: number; lastSaleOn: string | null }>`
    select (select count(*)::int from dealer_buyers where organisation_id = ${ctx.organisationId} and dealer_id = ${id}) as buyers,
           count(*)::int as purchases, max(bought_on) as "lastSaleOn"
      from counted_purchases where organisation_id = ${ctx.organisationId} and dealer_id = ${id}`.execute(
    ctx.transaction,
  );
  return { ...dealer, ...rows[0]!, people: await dealerPeople(ctx, id) };
}
