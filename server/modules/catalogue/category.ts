// Categories as the API shows them, and what another module needs to file a case under one.
import type { Selectable } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import type { Category } from '#contract/catalogue.ts';
import { on, type Context } from '#platform/context.ts';
import { catalogueErrors } from './errors.ts';
import type { CatalogueTables } from './tables.ts';

const columns = [
  'id',
  'parent_id',
  'name',
  'kinds',
  'unit_id',
  'product_id',
  'form_id',
  'in_portal',
  'active',
] as const;

const view = (row: Pick<Selectable<CatalogueTables['categories']>, (typeof columns)[number]>): Category => ({
  id: row.id,
  parentId: row.parent_id,
  name: row.name as LocaleText,
  kinds: row.kinds,
  unitId: row.unit_id,
  productId: row.product_id,
  formId: row.form_id,
  inPortal: row.in_portal,
  active: row.active,
});

const categories = (ctx: Context) =>
  on<CatalogueTables>(ctx).selectFrom('categories').select(columns).where('organisation_id', '=', ctx.organisationId);

/** All of them, in the order in which they were added; `parentId` makes the tree. */
export async function listCategories(ctx: Context): Promise<{ items: Category[] }> {
  return { items: (await categories(ctx).orderBy('id').execute()).map(view) };
}

/** For any kind of actor. Throws `category.not-found`. */
export async function categoryOf(ctx: Context, id: string): Promise<Category> {
  const row = await categories(ctx).where('id', '=', id).executeTakeFirst();
  if (!row) throw catalogueErrors.categoryNotFound({ id });
  return view(row);
}

/** For filing a case: one that is out of use takes none. Throws `category.not-found` or `category.inactive`. */
export async function categoryInUse(ctx: Context, id: string): Promise<Category> {
  const category = await categoryOf(ctx, id);
  if (!category.active) throw catalogueErrors.categoryInactive({ id });
  return category;
}

/** What the customers' portal offers. Under a category that is hidden or out of use nothing is shown. */
export async function portalCategories(
  ctx: Context,
): Promise<Pick<Category, 'id' | 'parentId' | 'name' | 'kinds' | 'formId'>[]> {
  const rows = (
    await categories(ctx).where('active', '=', true).where('in_portal', '=', true).orderBy('id').execute()
  ).map(view);
  const offered = new Map(rows.map((category) => [category.id, category]));
  const reachable = (category: Category | undefined): boolean =>
    category !== undefined && (category.parentId === null || reachable(offered.get(category.parentId)));
  return rows.filter(reachable).map(({ id, parentId, name, kinds, formId }) => ({ id, parentId, name, kinds, formId }));
}
