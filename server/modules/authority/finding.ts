// Findings as lists show them: what, where and when, without the person.
import { sql, type RawBuilder } from 'kysely';
import type { Finding } from '#contract/authority.ts';
import type { Context } from '#platform/context.ts';

/** `where` names columns of `f`. Newest first. */
export async function findingViews(
  ctx: Context,
  where: RawBuilder<unknown>,
  limit: number,
): Promise<(Finding & { personId: string; decisionId: string })[]> {
  const { rows } = await sql<Finding & { personId: string; decisionId: string }>`
    select f.id, f.type, f.action_id as "actionId", f.unit_id as "unitId", d.verdict, f.at, f.person_id as "personId", f.decision_id as "decisionId",
           (select a.kind from authority_answers a where a.organisation_id = f.organisation_id and a.finding_id = f.id order by a.at desc, a.id desc limit 1) as answered
      from authority_findings f
      join authority_decisions d on d.organisation_id = f.organisation_id and d.id = f.decision_id
     where f.organisation_id = ${ctx.organisationId} and ${where}
     order by f.at desc, f.id desc limit ${limit}`.execute(ctx.transaction);
  return rows;
}
