// Changes a product or a service, or takes it out of use.
import type { LocaleText } from '#contract/common.ts';
import { append, type Context } from '#platform/context.ts';
import { changedFields } from './changed-fields.ts';
import { cleanName } from './clean-name.ts';
import { lockCatalogue } from './lock-catalogue.ts';
import { readProduct, type Product } from './product.ts';
import { writeProduct } from './write-product.ts';

export type ProductChange = {
  id: string;
  kind?: Product['kind'] | undefined;
  name?: LocaleText | undefined;
  categoryId?: string | null | undefined;
  code?: string | null | undefined;
  active?: boolean | undefined;
};

/** What is not given stays. Throws `product.not-found`, `product-category.not-found` or `product.code-taken`. */
export async function updateProduct(ctx: Context, input: ProductChange): Promise<Product> {
  await lockCatalogue(ctx);
  const before = await readProduct(ctx, input.id);
  const after: Product = {
    id: before.id,
    kind: input.kind ?? before.kind,
    name: input.name === undefined ? before.name : cleanName(input.name),
    categoryId: input.categoryId === undefined ? before.categoryId : input.categoryId,
    code: input.code === undefined ? before.code : input.code,
    active: input.active ?? before.active,
  };
  const fields = changedFields(before, after);
  if (fields.length === 0) return before;
  await writeProduct(ctx, after);
  append(ctx, { type: 'product.changed', subjectType: 'product', subjectId: after.id, data: { fields } });
  return after;
}
