// Products and services as the API shows them.
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { LocaleText } from '#contract/common.ts';
import type { Product as ProductView } from '#contract/catalogue.ts';
import { on, type Context } from '#platform/context.ts';
import { catalogueErrors } from './errors.ts';
import type { CatalogueTables } from './tables.ts';

export type Product = z.infer<typeof ProductView>;

const view = (row: Omit<Selectable<CatalogueTables['products']>, 'organisation_id'>): Product => ({
  id: row.id,
  kind: row.kind,
  name: row.name as LocaleText,
  categoryId: row.category_id,
  code: row.code,
  active: row.active,
});

const products = (ctx: Context) =>
  on<CatalogueTables>(ctx)
    .selectFrom('products')
    .select(['id', 'kind', 'name', 'category_id', 'code', 'active'])
    .where('organisation_id', '=', ctx.organisationId);

/** In the order in which they were added. */
export async function listProducts(ctx: Context): Promise<{ items: Product[] }> {
  return { items: (await products(ctx).orderBy('id').execute()).map(view) };
}

/** Throws `product.not-found`. */
export async function readProduct(ctx: Context, id: string): Promise<Product> {
  const row = await products(ctx).where('id', '=', id).executeTakeFirst();
  if (!row) throw catalogueErrors.productNotFound({ id });
  return view(row);
}

/** For selling it: what is out of use is not sold any more. Throws `product.not-found` or `product.inactive`. */
export async function productInUse(ctx: Context, id: string): Promise<Product> {
  const product = await readProduct(ctx, id);
  if (!product.active) throw catalogueErrors.productInactive({ id });
  return product;
}
