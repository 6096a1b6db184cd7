// Adds a product or a service.
import type { z } from 'zod';
import type { ProductInput } from '#contract/catalogue.ts';
import { append, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { cleanName } from './clean-name.ts';
import type { Product } from './product.ts';
import { writeProduct } from './write-product.ts';

/** Active unless it says otherwise. Throws `product-category.not-found` or `product.code-taken`. */
export async function createProduct(ctx: Context, input: z.input<typeof ProductInput>): Promise<Product> {
  const product: Product = {
    id: newId(),
    kind: input.kind,
    name: cleanName(input.name),
    categoryId: input.categoryId ?? null,
    code: input.code ?? null,
    active: input.active ?? true,
  };
  await writeProduct(ctx, product);
  append(ctx, {
    type: 'product.created',
    subjectType: 'product',
    subjectId: product.id,
    data: { kind: product.kind, categoryId: product.categoryId },
  });
  return product;
}
