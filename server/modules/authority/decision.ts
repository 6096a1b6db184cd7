// Decisions as their own person sees them, with the types of what was found in them.
import { sql, type RawBuilder } from 'kysely';
import type { AuthorityDecision, FindingType, Verdict } from '#contract/authority.ts';
import type { Context } from '#platform/context.ts';
import { moneyOf } from './read-world.ts';

type Columns = {
  id: string;
  actionId: string;
  unitId: string | null;
  minor: number | null;
  currency: string | null;
  subjectType: string;
  subjectId: string;
  verdict: Verdict;
  ruleId: string | null;
  delegationId: string | null;
  at: Date;
  findings: FindingType[];
};

/** `where` names columns of `d`. Newest first. */
export async function decisionViews(
  ctx: Context,
  where: RawBuilder<unknown>,
  limit: number,
): Promise<AuthorityDecision[]> {
  const { rows } = await sql<Columns>`
    select d.id, d.action_id as "actionId", d.unit_id as "unitId", d.amount_minor as minor, d.currency, d.subject_type as "subjectType",
           d.subject_id as "subjectId", d.verdict, d.rule_id as "ruleId", d.delegation_id as "delegationId", d.at,
           array(select f.type from authority_findings f where f.organisation_id = d.organisation_id and f.decision_id = d.id order by f.type) as findings
      from authority_decisions d
     where d.organisation_id = ${ctx.organisationId} and ${where}
     order by d.at desc, d.id desc limit ${limit}`.execute(ctx.transaction);
  return rows.map(({ minor, currency, subjectType, subjectId, ruleId, delegationId, ...row }) => ({
    ...row,
    amount: moneyOf(minor, currency),
    subject: { type: subjectType, id: subjectId },
    basis: ruleId === null ? null : { ruleId, delegationId },
  }));
}
