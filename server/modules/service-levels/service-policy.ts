// Service policies as the API shows them, and as the tables want them.
import { sql } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import type { Goal, Policy, PolicyConditions, PolicyInput } from '#contract/service-policies.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { actorId } from '#platform/actor.ts';
import { on, type Context } from '#platform/context.ts';
import { serviceLevelErrors } from './errors.ts';
import type { ServiceLevelTables } from './tables.ts';

/** Each as it stands now, with the name of whoever changed it last and its cases that are not closed. */
export function policies(ctx: Context) {
  return on<ServiceLevelTables & OrganisationViews>(ctx)
    .selectFrom('service_policies as p')
    .innerJoin('service_policy_versions as v', (join) =>
      join
        .onRef('v.organisation_id', '=', 'p.organisation_id')
        .onRef('v.policy_id', '=', 'p.id')
        .onRef('v.version', '=', 'p.version'),
    )
    .leftJoin('person_briefs as b', (join) =>
      join.onRef('b.organisation_id', '=', 'p.organisation_id').onRef('b.id', '=', 'p.changed_by'),
    )
    .leftJoin(
      (db) =>
        db
          .selectFrom('clocked_cases as c')
          .select(['c.policy_id', sql<number>`count(*)::int`.as('open_cases')])
          .where('c.organisation_id', '=', ctx.organisationId)
          .where('c.state', '<>', 'closed')
          .groupBy('c.policy_id')
          .as('o'),
      (join) => join.onRef('o.policy_id', '=', 'p.id'),
    )
    .select(['p.id', 'p.version', 'p.position', 'p.changed_at', 'b.name as changed_by_name', 'o.open_cases'])
    .select(['v.name', 'v.conditions', 'v.goals', 'v.regime_id'])
    .where('p.organisation_id', '=', ctx.organisationId);
}

type Row = Awaited<ReturnType<ReturnType<typeof policies>['executeTakeFirstOrThrow']>>;

export const policyOf = (row: Row): Policy => ({
  id: row.id,
  version: row.version,
  ...fieldsOf(row),
  position: row.position,
  changedAt: row.changed_at,
  changedBy: row.changed_by_name,
  openCases: row.open_cases ?? 0,
});

export const fieldsOf = (row: {
  name: unknown;
  conditions: unknown;
  goals: unknown;
  regime_id: string | null;
}): PolicyInput => ({
  name: row.name as LocaleText,
  conditions: row.conditions as PolicyConditions,
  goals: row.goals as Goal[],
  regimeId: row.regime_id,
});

/** Throws `service-policy.not-found`. */
export async function getPolicy(ctx: Context, id: string): Promise<Policy> {
  const row = await policies(ctx).where('p.id', '=', id).executeTakeFirst();
  if (!row) throw serviceLevelErrors.policyNotFound({ id });
  return policyOf(row);
}

/** Who changes it and when. */
export const stamp = (ctx: Context) => ({
  at: ctx.clock.now(),
  by: ctx.actor.kind === 'staff' ? actorId(ctx.actor) : null,
});

/** Its policy is there, or written with the same commit. */
export async function writeVersion(ctx: Context, policyId: string, version: number, input: PolicyInput): Promise<void> {
  const { at, by } = stamp(ctx);
  await on<ServiceLevelTables>(ctx)
    .insertInto('service_policy_versions')
    .values({
      organisation_id: ctx.organisationId,
      policy_id: policyId,
      version,
      name: JSON.stringify(input.name),
      conditions: JSON.stringify(input.conditions),
      goals: JSON.stringify(input.goals),
      regime_id: input.regimeId,
      published_at: at,
      published_by: by,
    })
    .execute();
}
