// Opens a finding with its person, amount and words: for that person and for whom they answer to; every look is on record.
import { sql } from 'kysely';
import type { FindingDetail } from '#contract/authority.ts';
import type { PersonRef } from '#contract/common.ts';
import { actorId } from '#platform/actor.ts';
import { append, type Context } from '#platform/context.ts';
import { lineManagers } from './decide.ts';
import { authorityErrors } from './errors.ts';
import { findingViews } from './finding.ts';
import { moneyOf } from './read-world.ts';

/** Throws `authority.finding-not-found`, also where it is somebody else's affair. */
export async function lookAtFinding(ctx: Context, id: string): Promise<FindingDetail> {
  const finding = await visibleFinding(ctx, id);
  append(ctx, {
    type: 'authority.finding-looked-at',
    subjectType: 'authority-finding',
    subjectId: id,
    onlyFor: [finding.personId],
  });
  return detailOf(ctx, finding);
}

export async function visibleFinding(ctx: Context, id: string) {
  const [finding] = await findingViews(ctx, sql`f.id = ${id}`, 1);
  const me = actorId(ctx.actor);
  if (!finding || me === null) throw authorityErrors.findingNotFound({ id });
  const mayAnswer = (await lineManagers(ctx, finding.personId)).includes(me);
  if (finding.personId !== me && !mayAnswer) throw authorityErrors.findingNotFound({ id });
  return { ...finding, mayAnswer };
}

type Detail = {
  person: PersonRef;
  minor: number | null;
  currency: string | null;
  limitMinor: number | null;
  limitCurrency: string | null;
  subject: { type: string; id: string };
  requestedBy: PersonRef | null;
  delegatedBy: PersonRef | null;
  reason: string | null;
};

export async function detailOf(
  ctx: Context,
  { personId: _person, decisionId, ...finding }: Awaited<ReturnType<typeof visibleFinding>>,
): Promise<FindingDetail> {
  const { rows } = await sql<Detail>`
    select jsonb_build_object('id', p.id, 'name', p.name) as person, d.amount_minor as minor, d.currency,
           case when g.limit_minor <= coalesce(r.limit_minor, g.limit_minor) then g.limit_minor else r.limit_minor end as "limitMinor",
           coalesce(r.currency, g.currency) as "limitCurrency",
           jsonb_build_object('type', d.subject_type, 'id', d.subject_id) as subject,
           case when q.id is not null then jsonb_build_object('id', q.id, 'name', q.name) end as "requestedBy",
           case when w.id is not null then jsonb_build_object('id', w.id, 'name', w.name) end as "delegatedBy", d.reason
      from authority_decisions d
      join person_briefs p on p.organisation_id = d.organisation_id and p.id = d.person_id
      left join person_briefs q on q.organisation_id = d.organisation_id and q.id = d.requested_by
      left join authority_rules r on r.organisation_id = d.organisation_id and r.id = d.rule_id
      left join authority_delegations g on g.organisation_id = d.organisation_id and g.id = d.delegation_id
      left join person_briefs w on w.organisation_id = d.organisation_id and w.id = g.giver_id
     where d.organisation_id = ${ctx.organisationId} and d.id = ${decisionId}`.execute(ctx.transaction);
  const { minor, currency, limitMinor, limitCurrency, ...decision } = rows[0]!;
  return {
    ...finding,
    ...decision,
    amount: moneyOf(minor, currency),
    limit: moneyOf(limitMinor, limitCurrency),
    answers: await answersOf(ctx, finding.id),
    looks: await looksOf(ctx, finding.id),
  };
}

async function answersOf(ctx: Context, findingId: string): Promise<FindingDetail['answers']> {
  const { rows } = await sql<FindingDetail['answers'][number]>`
    select a.kind, a.words, jsonb_build_object('id', p.id, 'name', p.name) as by, a.at from authority_answers a
      join person_briefs p on p.organisation_id = a.organisation_id and p.id = a.by_id
     where a.organisation_id = ${ctx.organisationId} and a.finding_id = ${findingId} order by a.at, a.id limit 100`.execute(
    ctx.transaction,
  );
  return rows;
}

async function looksOf(ctx: Context, findingId: string): Promise<FindingDetail['looks']> {
  const { rows } = await sql<FindingDetail['looks'][number]>`
    select jsonb_build_object('id', p.id, 'name', p.name) as by, e.at from events e
      join person_briefs p on p.organisation_id = e.organisation_id and p.id = e.actor_id
     where e.organisation_id = ${ctx.organisationId} and e.subject_id = ${findingId} and e.type = 'authority.finding-looked-at'
     order by e.at desc, e.id desc limit 50`.execute(ctx.transaction);
  return rows;
}
