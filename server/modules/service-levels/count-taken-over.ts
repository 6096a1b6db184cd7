// How many open cases a policy would take over if it were published as it stands: by the rule that takes them over, before it does.
import { sql } from 'kysely';
import type { CaseTraits } from '#contract/service-policies.ts';
import type { Context } from '#platform/context.ts';
import { takenOver } from './choose-policy.ts';
import type { PolicyInForce } from './in-force.ts';

type Group = { policyId: string | null; version: number | null; traits: CaseTraits; cases: number };

/** `policies` as they would be. Cases that are alike are looked at once. */
export async function countTakenOver(
  ctx: Context,
  policies: readonly PolicyInForce[],
  publishedId: string,
): Promise<number> {
  const { rows } = await sql<Group>`
    select policy_id as "policyId", policy_version as version, traits, count(*)::int as cases from clocked_cases
     where organisation_id = ${ctx.organisationId} and state <> 'closed'
     group by policy_id, policy_version, traits`.execute(ctx.transaction);
  return rows.reduce((sum, { policyId, version, traits, cases }) => {
    const policy = policyId === null ? null : { id: policyId, version: version! };
    return takenOver(policies, publishedId, { policy, traits }) === undefined ? sum : sum + cases;
  }, 0);
}
