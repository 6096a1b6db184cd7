// Sales as their dealer sees them.
import { sql } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import type { Sale } from '#contract/purchases.ts';
import type { CatalogueViews } from '#modules/catalogue/index.ts';
import { on, type Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { cancellableUntil } from './cancellable.ts';
import { actingDealer } from './dealer.ts';
import { purchaseErrors } from './errors.ts';
import type { PurchasesTables } from './tables.ts';

const saleRows = (ctx: Context, dealerId: string) =>
  on<PurchasesTables & Pick<CatalogueViews, 'product_briefs'>>(ctx)
    .selectFrom('purchases as p')
    .innerJoin('dealer_buyers as b', (join) =>
      join.onRef('b.organisation_id', '=', 'p.organisation_id').onRef('b.id', '=', 'p.buyer_id'),
    )
    .innerJoin('product_briefs as g', (join) =>
      join.onRef('g.organisation_id', '=', 'p.organisation_id').onRef('g.id', '=', 'p.product_id'),
    )
    .leftJoin('purchase_cancellations as x', (join) =>
      join.onRef('x.organisation_id', '=', 'p.organisation_id').onRef('x.purchase_id', '=', 'p.id'),
    )
    .select(['p.id', 'p.product_id', 'g.name as product_name', 'p.place', 'p.receipt', 'p.bought_on', 'p.recorded_at'])
    .select(['x.cancelled_at', 'x.cancelled_by_kind'])
    .select(['b.id as buyer_id', 'b.kind', 'b.name', 'b.phone', 'b.gender', 'b.age_group_id', 'b.region_id'])
    .where('p.organisation_id', '=', ctx.organisationId)
    .where('p.dealer_id', '=', dealerId);

type Row = Awaited<ReturnType<ReturnType<typeof saleRows>['executeTakeFirstOrThrow']>>;

const saleView = (row: Row, now: Date): Sale => ({
  id: row.id,
  buyer: {
    id: row.buyer_id,
    kind: row.kind,
    name: row.name,
    phone: row.phone,
    gender: row.gender,
    ageGroupId: row.age_group_id,
    regionId: row.region_id,
  },
  product: { id: row.product_id, name: row.product_name as LocaleText },
  place: row.place,
  boughtOn: row.bought_on,
  receipt: row.receipt,
  recordedAt: row.recorded_at,
  cancellableUntil:
    row.cancelled_at === null && cancellableUntil(row.recorded_at) > now ? cancellableUntil(row.recorded_at) : null,
  cancellation:
    row.cancelled_at === null
      ? null
      : { at: row.cancelled_at, by: row.cancelled_by_kind === 'dealer' ? 'dealer' : 'organisation' },
});

/** Throws `purchase.not-found`, also for a sale of another dealer. */
export async function readSale(ctx: Context, dealerId: string, id: string): Promise<Sale> {
  const row = await saleRows(ctx, dealerId).where('p.id', '=', id).executeTakeFirst();
  if (!row) throw purchaseErrors.notFound({ id });
  return saleView(row, ctx.clock.now());
}

/** Those of the acting dealer, the last entered first. */
export async function listSales(ctx: Context, input: { cursor?: string | undefined; limit: number }) {
  const dealer = await actingDealer(ctx);
  let query = saleRows(ctx, dealer.id);
  if (input.cursor !== undefined) query = query.where(sql<boolean>`p.id < ${decodeCursor(input.cursor, 1)[0]}::uuid`);
  const rows = await query
    .orderBy('p.id', 'desc')
    .limit(input.limit + 1)
    .execute();
  const now = ctx.clock.now();
  return page(
    rows,
    input.limit,
    (row) => saleView(row, now),
    (row) => [row.id],
  );
}
