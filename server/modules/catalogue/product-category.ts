// Product categories as the API shows them.
import type { LocaleText } from '#contract/common.ts';
import type { ProductCategory } from '#contract/catalogue.ts';
import { on, type Context } from '#platform/context.ts';
import { catalogueErrors } from './errors.ts';
import type { CatalogueTables } from './tables.ts';

const productCategories = (ctx: Context) =>
  on<CatalogueTables>(ctx)
    .selectFrom('product_categories')
    .select(['id', 'parent_id as parentId', 'name', 'active'])
    .where('organisation_id', '=', ctx.organisationId);

type Row = Awaited<ReturnType<ReturnType<typeof productCategories>['executeTakeFirstOrThrow']>>;

const view = (row: Row): ProductCategory => ({ ...row, name: row.name as LocaleText });

/** All of them, in the order in which they were added; `parentId` makes the tree. */
export async function listProductCategories(ctx: Context): Promise<{ items: ProductCategory[] }> {
  return { items: (await productCategories(ctx).orderBy('id').execute()).map(view) };
}

/** Throws `product-category.not-found`. */
export async function readProductCategory(ctx: Context, id: string): Promise<ProductCategory> {
  const row = await productCategories(ctx).where('id', '=', id).executeTakeFirst();
  if (!row) throw catalogueErrors.productCategoryNotFound({ id });
  return view(row);
}
