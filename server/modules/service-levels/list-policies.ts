// Service policies in the order in which they are tried.
import type { Policy } from '#contract/service-policies.ts';
import type { Context } from '#platform/context.ts';
import { policies, policyOf } from './service-policy.ts';

/** No page: each is tried on every case, and there are never more than this in use. */
export const mostPolicies = 200;
/** Retired ones are shown as far back as this. */
const mostRetired = 500;

/** With `retired` also those, last, the newest of them first. */
export async function listPolicies(ctx: Context, { retired }: { retired: boolean }): Promise<{ items: Policy[] }> {
  const query = policies(ctx)
    .orderBy('p.position', (order) => order.asc().nullsLast())
    .orderBy('p.changed_at', 'desc')
    .limit(mostPolicies + mostRetired);
  const rows = await (retired ? query : query.where('p.position', 'is not', null)).execute();
  return { items: rows.map(policyOf) };
}
