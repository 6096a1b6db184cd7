// The services and case categories of the sample organisation.
import type { CaseKind } from '#contract/catalogue.ts';
import { asOf } from '#platform/as-of.ts';
import type { Context } from '#platform/context.ts';
import { createCategory } from './create-category.ts';
import { createProduct } from './create-product.ts';
import { caseCategories, services } from './sample/catalogue.ts';

/** `share`: part of all cases; only categories without children have one. */
export type SampleCategory = {
  id: string;
  key: string;
  parent: string | null;
  kinds: readonly CaseKind[];
  unit: string;
  productId: string | null;
  share: number;
};

/** Which form is filled in with a case of a category. */
const formOf: Readonly<Record<string, string>> = { voltage: 'appliance-damage', 'meter-reading': 'meter-request' };

/** `units` and `forms`: key → id. */
export async function writeSampleCatalogue(
  ctx: Context,
  units: ReadonlyMap<string, string>,
  since: Date,
  forms: ReadonlyMap<string, string> = new Map(),
): Promise<SampleCategory[]> {
  return asOf(ctx, since, async (past) => {
    const products = new Map<string, string>();
    for (const { key, kind, name } of services) products.set(key, (await createProduct(past, { kind, name })).id);
    const categories: SampleCategory[] = [];
    for (const { key, parent, name, kinds, unit, service, share } of caseCategories) {
      const productId = service === null ? null : (products.get(service) ?? null);
      const parentId = categories.find((other) => other.key === parent)?.id ?? null;
      const { id } = await createCategory(past, {
        parentId,
        name,
        kinds: [...kinds],
        unitId: units.get(unit) ?? null,
        productId,
        formId: forms.get(formOf[key] ?? '') ?? null,
      });
      categories.push({ id, key, parent, kinds, unit, productId, share });
    }
    return categories;
  });
}
