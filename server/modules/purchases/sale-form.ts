// What the acting dealer chooses from at a sale: products, places, age groups.
import { sql } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import type { SaleForm } from '#contract/purchases.ts';
import type { Context } from '#platform/context.ts';
import { actingDealer } from './dealer.ts';

export async function saleForm(ctx: Context): Promise<SaleForm> {
  const { id, name, regionId } = await actingDealer(ctx);
  const organisationId = ctx.organisationId;
  const products = await sql<SaleForm['products'][number]>`
    select g.id, g.name, g.code, g.category_id as "categoryId"
      from product_briefs g
      left join (select product_id, max(id::text) as last
                   from (select product_id, id from purchases where organisation_id = ${organisationId} and dealer_id = ${id}
                          order by id desc limit 500) newest
                  group by product_id) sold on sold.product_id = g.id
     where g.organisation_id = ${organisationId} and g.active
     order by sold.last desc nulls last, g.id`.execute(ctx.transaction);
  const regions = await sql<SaleForm['regions'][number]>`
    select id, name, parent_id as "parentId", level, code from region_briefs
     where organisation_id = ${organisationId} and active order by id`.execute(ctx.transaction);
  const ageGroups = await sql<{ id: string; name: LocaleText }>`
    select id, name from customer_choice_briefs
     where organisation_id = ${organisationId} and list = 'age-group' and active order by sort_order, id`.execute(
    ctx.transaction,
  );
  return {
    dealer: { id, name, regionId },
    products: products.rows,
    regions: regions.rows,
    ageGroups: ageGroups.rows,
  };
}
