// What a policy may speak of: calendars, categories, products and segments that there are, and the policies beside it.
import type { LocaleText } from '#contract/common.ts';
import type { PolicyConditions } from '#contract/service-policies.ts';
import { listCategories, type CatalogueViews } from '#modules/catalogue/index.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import { segmentsAbove } from '#modules/segments/index.ts';
import { on, type Context } from '#platform/context.ts';
import type { PolicyWorld } from './check-policy.ts';
import { inForce } from './in-force.ts';

/** Of products, of which there may be many, only those that the conditions name. */
export async function policyWorld(
  ctx: Context,
  { productIds }: Pick<PolicyConditions, 'productIds'> = { productIds: [] },
): Promise<PolicyWorld> {
  const [current, categories, products, above, { language }] = await Promise.all([
    inForce(ctx),
    listCategories(ctx),
    productsInUse(ctx, productIds),
    segmentsAbove(ctx),
    readOrganisation(ctx),
  ]);
  return {
    now: ctx.clock.now().getTime(),
    inForce: current,
    categories: new Map(categories.items.map((one) => [one.id, one])),
    products,
    above,
    nameOf: (name: LocaleText) => name[language] || name.ar || name.fa || name.en || '',
  };
}

async function productsInUse(ctx: Context, ids: readonly string[]): Promise<Map<string, boolean>> {
  if (ids.length === 0) return new Map();
  const rows = await on<CatalogueViews>(ctx)
    .selectFrom('product_briefs')
    .select(['id', 'active'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, active }) => [id, active]));
}
