// Changes a product category: its name, its place in the tree, or whether it is in use.
import { sql } from 'kysely';
import type { ProductCategory } from '#contract/catalogue.ts';
import { append, on, type Context } from '#platform/context.ts';
import { changedFields } from './changed-fields.ts';
import { cleanName } from './clean-name.ts';
import { catalogueErrors } from './errors.ts';
import { lockCatalogue } from './lock-catalogue.ts';
import { readProductCategory } from './product-category.ts';
import type { CatalogueTables } from './tables.ts';

type Change = { id: string } & {
  [Field in Exclude<keyof ProductCategory, 'id'>]?: ProductCategory[Field] | undefined;
};

/** What is not given stays. Throws `product-category.not-found`, or `.cycle` when the new parent lies below the category. */
export async function updateProductCategory(ctx: Context, input: Change): Promise<ProductCategory> {
  await lockCatalogue(ctx);
  const before = await readProductCategory(ctx, input.id);
  const after: ProductCategory = {
    id: before.id,
    parentId: input.parentId === undefined ? before.parentId : input.parentId,
    name: input.name === undefined ? before.name : cleanName(input.name),
    active: input.active ?? before.active,
  };
  const fields = changedFields(before, after);
  if (fields.length === 0) return before;
  const { id, parentId, name, active } = after;
  if (fields.includes('parentId') && parentId !== null) {
    await readProductCategory(ctx, parentId);
    if (await liesAtOrBelow(ctx, parentId, id)) throw catalogueErrors.productCategoryCycle({ id, parentId });
  }
  await on<CatalogueTables>(ctx)
    .updateTable('product_categories')
    .set({ parent_id: parentId, name: JSON.stringify(name), active })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
  append(ctx, {
    type: 'product-category.changed',
    subjectType: 'product-category',
    subjectId: id,
    data: { fields, parentId, active },
  });
  return after;
}

async function liesAtOrBelow(ctx: Context, id: string, other: string): Promise<boolean> {
  const { rows } = await sql`
    select from product_category_paths where organisation_id = ${ctx.organisationId} and id = ${id} and ${other}::uuid = any(path)`.execute(
    ctx.transaction,
  );
  return rows.length > 0;
}
