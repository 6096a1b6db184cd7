// Asks that what a category refers to is there, and that the tree stays a tree.
import { sql } from 'kysely';
import type { Category } from '#contract/catalogue.ts';
import { requireForm } from '#modules/forms/index.ts';
import { requireUnit } from '#modules/organisation/index.ts';
import type { Context } from '#platform/context.ts';
import { catalogueErrors } from './errors.ts';
import { categoryOf } from './category.ts';
import { readProduct } from './product.ts';

/** Throws `category.not-found` (of the parent), `unit.not-found`, `product.not-found` and `form.not-found`. */
export async function checkReferences(
  ctx: Context,
  category: Pick<Category, 'parentId' | 'unitId' | 'productId' | 'formId'>,
): Promise<void> {
  if (category.parentId !== null) await categoryOf(ctx, category.parentId);
  if (category.unitId !== null) await requireUnit(ctx, category.unitId);
  if (category.productId !== null) await readProduct(ctx, category.productId);
  if (category.formId !== null) await requireForm(ctx, category.formId);
}

/** Throws `category.cycle` when the new parent is the category itself or lies below it. */
export async function checkTree(ctx: Context, id: string, parentId: string): Promise<void> {
  const { rows } = await sql<{ closes: boolean }>`
    with recursive upward as (
      select id, parent_id from categories where organisation_id = ${ctx.organisationId} and id = ${parentId}
      union
      select c.id, c.parent_id from upward u join categories c on c.organisation_id = ${ctx.organisationId} and c.id = u.parent_id
    )
    select exists (select from upward where id = ${id}) as closes`.execute(ctx.transaction);
  if (rows[0]?.closes) throw catalogueErrors.categoryCycle({ id, parentId });
}
