// What a service policy said when, newest first.
import type { PolicyVersion } from '#contract/service-policies.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import { fieldsOf, getPolicy } from './service-policy.ts';
import type { ServiceLevelTables } from './tables.ts';

const shown = 200;

/** Throws `service-policy.not-found`. */
export async function policyVersions(ctx: Context, id: string): Promise<{ items: PolicyVersion[] }> {
  await getPolicy(ctx, id);
  const rows = await on<ServiceLevelTables & OrganisationViews>(ctx)
    .selectFrom('service_policy_versions as v')
    .leftJoin('person_briefs as b', (join) =>
      join.onRef('b.organisation_id', '=', 'v.organisation_id').onRef('b.id', '=', 'v.published_by'),
    )
    .select([
      'v.version',
      'v.name',
      'v.conditions',
      'v.goals',
      'v.regime_id',
      'v.published_at',
      'b.name as published_by_name',
    ])
    .where('v.organisation_id', '=', ctx.organisationId)
    .where('v.policy_id', '=', id)
    .orderBy('v.version', 'desc')
    .limit(shown)
    .execute();
  return {
    items: rows.map((row) => ({
      version: row.version,
      ...fieldsOf(row),
      publishedAt: row.published_at,
      publishedBy: row.published_by_name,
    })),
  };
}
