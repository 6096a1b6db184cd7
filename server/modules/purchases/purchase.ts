// Purchases as staff see them.
import { sql } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import type { Purchase } from '#contract/purchases.ts';
import type { CatalogueViews } from '#modules/catalogue/index.ts';
import { openRecords, type CustomerViews } from '#modules/customers/index.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import { purchaseErrors } from './errors.ts';
import type { PurchasesTables } from './tables.ts';

type Tables = PurchasesTables &
  Pick<CatalogueViews, 'product_briefs'> &
  Pick<CustomerViews, 'customer_briefs'> &
  Pick<OrganisationViews, 'person_briefs'>;

export const purchaseRows = (ctx: Context) =>
  on<Tables>(ctx)
    .selectFrom('purchases as p')
    .innerJoin('customer_briefs as c', (join) =>
      join.onRef('c.organisation_id', '=', 'p.organisation_id').onRef('c.id', '=', 'p.customer_id'),
    )
    .innerJoin('product_briefs as g', (join) =>
      join.onRef('g.organisation_id', '=', 'p.organisation_id').onRef('g.id', '=', 'p.product_id'),
    )
    .leftJoin('dealers as d', (join) =>
      join.onRef('d.organisation_id', '=', 'p.organisation_id').onRef('d.id', '=', 'p.dealer_id'),
    )
    .leftJoin('purchase_cancellations as x', (join) =>
      join.onRef('x.organisation_id', '=', 'p.organisation_id').onRef('x.purchase_id', '=', 'p.id'),
    )
    .leftJoin('person_briefs as o', (join) =>
      join.onRef('o.organisation_id', '=', 'x.organisation_id').onRef('o.id', '=', 'x.cancelled_by'),
    )
    .select(['p.id', 'p.customer_id', 'c.name as customer_name', 'p.product_id', 'g.name as product_name'])
    .select(['p.dealer_id', 'd.name as dealer_name', 'p.place', 'p.bought_on', 'p.recorded_at'])
    .select(['x.cancelled_at', 'x.cancelled_by_kind', 'x.cancelled_by', 'o.name as cancelled_by_name', 'x.reason'])
    .where('p.organisation_id', '=', ctx.organisationId);

type Row = Awaited<ReturnType<ReturnType<typeof purchaseRows>['executeTakeFirstOrThrow']>>;

export const purchaseView = (row: Row): Purchase => ({
  id: row.id,
  customer: { id: row.customer_id, name: row.customer_name },
  product: { id: row.product_id, name: row.product_name as LocaleText },
  dealer: row.dealer_id === null ? null : { id: row.dealer_id, name: row.dealer_name ?? '' },
  place: row.place,
  boughtOn: row.bought_on,
  recordedAt: row.recorded_at,
  cancellation:
    row.cancelled_at === null || row.cancelled_by_kind === null
      ? null
      : {
          at: row.cancelled_at,
          by: { kind: row.cancelled_by_kind, id: row.cancelled_by, name: row.cancelled_by_name },
          reason: row.reason,
        },
});

/** Only those of customers who are open to whoever reads. */
export const openPurchaseRows = async (ctx: Context) =>
  purchaseRows(ctx).where(await openRecords(ctx, sql.ref('c.survivor_id')));

/** Throws `purchase.not-found`, also where the customer is not open to whoever reads. */
export async function readPurchase(ctx: Context, id: string): Promise<Purchase> {
  const row = await (await openPurchaseRows(ctx)).where('p.id', '=', id).executeTakeFirst();
  if (!row) throw purchaseErrors.notFound({ id });
  return purchaseView(row);
}

/** The records that count as the customer: its own, and those merged into it. */
export const recordsOf = (ctx: Context, customerId: string) =>
  sql<string>`(select ${customerId}::uuid union all select id from merged_customers where organisation_id = ${ctx.organisationId} and merged_into_id = ${customerId})`;
