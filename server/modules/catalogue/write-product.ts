// Writes the row of a product: what it refers to must be there, and its code belongs to no other.
import { on, type Context } from '#platform/context.ts';
import { catalogueErrors } from './errors.ts';
import { readProductCategory } from './product-category.ts';
import type { Product } from './product.ts';
import type { CatalogueTables } from './tables.ts';

/** Adds it, or changes the one with that id. Throws `product-category.not-found` or `product.code-taken`. */
export async function writeProduct(ctx: Context, { id, categoryId, ...product }: Product): Promise<void> {
  if (categoryId !== null) await readProductCategory(ctx, categoryId);
  const row = { ...product, name: JSON.stringify(product.name), category_id: categoryId };
  try {
    await on<CatalogueTables>(ctx)
      .insertInto('products')
      .values({ organisation_id: ctx.organisationId, id, ...row })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doUpdateSet(row))
      .execute();
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'products_by_code') throw error;
    throw catalogueErrors.productCodeTaken({ code: product.code });
  }
}
