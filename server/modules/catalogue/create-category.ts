// Adds a category that cases are filed under.
import type { z } from 'zod';
import type { Category, CategoryInput } from '#contract/catalogue.ts';
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { checkReferences } from './check-category.ts';
import { cleanName } from './clean-name.ts';
import type { CatalogueTables } from './tables.ts';

/** What is not given is as the contract says: for any kind of case, without a unit, shown in the portal, active. */
export async function createCategory(ctx: Context, input: z.input<typeof CategoryInput>): Promise<Category> {
  const category: Category = {
    id: newId(),
    parentId: input.parentId ?? null,
    name: cleanName(input.name),
    kinds: [...new Set(input.kinds ?? [])],
    unitId: input.unitId ?? null,
    productId: input.productId ?? null,
    formId: input.formId ?? null,
    inPortal: input.inPortal ?? true,
    active: input.active ?? true,
  };
  await checkReferences(ctx, category);
  await on<CatalogueTables>(ctx)
    .insertInto('categories')
    .values({
      organisation_id: ctx.organisationId,
      id: category.id,
      parent_id: category.parentId,
      name: JSON.stringify(category.name),
      kinds: category.kinds,
      unit_id: category.unitId,
      product_id: category.productId,
      form_id: category.formId,
      in_portal: category.inPortal,
      active: category.active,
    })
    .execute();
  const { parentId, unitId, productId, formId, kinds } = category;
  append(ctx, {
    type: 'category.created',
    subjectType: 'category',
    subjectId: category.id,
    data: { parentId, unitId, productId, formId, kinds },
  });
  return category;
}
