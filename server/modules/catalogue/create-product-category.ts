// Adds a category that products stand in.
import type { z } from 'zod';
import type { ProductCategory, ProductCategoryInput } from '#contract/catalogue.ts';
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { cleanName } from './clean-name.ts';
import { readProductCategory } from './product-category.ts';
import type { CatalogueTables } from './tables.ts';

/** At the top and active unless it says otherwise. Throws `product-category.not-found` (of the parent). */
export async function createProductCategory(
  ctx: Context,
  input: z.input<typeof ProductCategoryInput>,
): Promise<ProductCategory> {
  const category: ProductCategory = {
    id: newId(),
    parentId: input.parentId ?? null,
    name: cleanName(input.name),
    active: input.active ?? true,
  };
  const { id, parentId, name, active } = category;
  if (parentId !== null) await readProductCategory(ctx, parentId);
  await on<CatalogueTables>(ctx)
    .insertInto('product_categories')
    .values({ organisation_id: ctx.organisationId, id, parent_id: parentId, name: JSON.stringify(name), active })
    .execute();
  append(ctx, { type: 'product-category.created', subjectType: 'product-category', subjectId: id, data: { parentId } });
  return category;
}
