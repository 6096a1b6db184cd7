// Builds the catalogue for tests.
import type { z } from 'zod';
import type { Category, CategoryInput } from '#contract/catalogue.ts';
import type { Context } from '#platform/context.ts';
import { createCategory } from './create-category.ts';

export function buildCategory(ctx: Context, given: Partial<z.input<typeof CategoryInput>> = {}): Promise<Category> {
  return createCategory(ctx, { name: { ar: 'انقطاع الخدمة', en: 'Service outage' }, ...given });
}
