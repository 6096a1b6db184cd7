// Changes a category: its name, kinds, unit, product, form, place in the tree, or whether it is in use.
import type { Category } from '#contract/catalogue.ts';
import { append, on, type Context } from '#platform/context.ts';
import { categoryOf } from './category.ts';
import { changedFields } from './changed-fields.ts';
import { checkReferences, checkTree } from './check-category.ts';
import { cleanName } from './clean-name.ts';
import { lockCatalogue } from './lock-catalogue.ts';
import type { CatalogueTables } from './tables.ts';

export type CategoryChange = { id: string } & {
  [Field in Exclude<keyof Category, 'id'>]?: Category[Field] | undefined;
};

/** What is not given stays. Throws `category.cycle` when the new parent lies below the category. */
export async function updateCategory(ctx: Context, input: CategoryChange): Promise<Category> {
  await lockCatalogue(ctx);
  const before = await categoryOf(ctx, input.id);
  const given = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as Partial<Category>;
  const after: Category = {
    ...before,
    ...given,
    name: input.name ? cleanName(input.name) : before.name,
    kinds: [...new Set(input.kinds ?? before.kinds)],
  };
  const fields = changedFields(before, after);
  if (fields.length === 0) return before;
  await checkReferences(ctx, after);
  if (fields.includes('parentId') && after.parentId !== null) await checkTree(ctx, after.id, after.parentId);
  await on<CatalogueTables>(ctx)
    .updateTable('categories')
    .set({
      parent_id: after.parentId,
      name: JSON.stringify(after.name),
      kinds: after.kinds,
      unit_id: after.unitId,
      product_id: after.productId,
      form_id: after.formId,
      in_portal: after.inPortal,
      active: after.active,
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', after.id)
    .execute();
  const { parentId, unitId, productId, formId, kinds, inPortal, active } = after;
  append(ctx, {
    type: 'category.changed',
    subjectType: 'category',
    subjectId: after.id,
    data: { fields, parentId, unitId, productId, formId, kinds, inPortal, active },
  });
  return after;
}
