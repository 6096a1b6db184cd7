// One case for staff: the row, its customer, the claim that waits, other cases of the customer, and what may be done now.
import { sql } from 'kysely';
import type { CaseView } from '#contract/cases.ts';
import { recordsOf, shownContactPoints } from '#modules/customers/index.ts';
import { segmentNameReader } from '#modules/segments/index.ts';
import { byKey, may, type Context } from '#platform/context.ts';
import { attachmentsOf } from './attachments-of.ts';
import { caseCore, selectCases } from './case-core.ts';
import { caseErrors } from './errors.ts';
import { staffMay } from './lifecycle.ts';
import type { CaseTables } from './tables.ts';

export async function getCase(ctx: Context, id: string): Promise<CaseView> {
  const row = await selectCases(ctx, byKey(ctx))
    .leftJoin('case_claims', (join) =>
      join
        .onRef('case_claims.organisation_id', '=', 'cases.organisation_id')
        .onRef('case_claims.id', '=', 'cases.open_claim_id'),
    )
    .leftJoin('person_briefs as claimer', (join) =>
      join
        .onRef('claimer.organisation_id', '=', 'case_claims.organisation_id')
        .onRef('claimer.id', '=', 'case_claims.claimed_by'),
    )
    .leftJoin('case_acknowledgements', (join) =>
      join
        .onRef('case_acknowledgements.organisation_id', '=', 'cases.organisation_id')
        .onRef('case_acknowledgements.case_id', '=', 'cases.id'),
    )
    .select([
      'case_acknowledgements.at as acknowledged_at',
      'cases.description',
      'cases.language',
      'cases.product_id',
      'cases.reopenable_until',
      'cases.lapses_at',
      'case_claims.id as claim_id',
      'case_claims.answer',
      'case_claims.claimed_at',
      'case_claims.claimed_by',
      'claimer.name as claimer_name',
    ])
    .where('cases.id', '=', id)
    .executeTakeFirst();
  if (!row) throw caseErrors.notFound({ id });
  const [others, segmentName, contactPoints, attachments] = await Promise.all([
    otherCases(ctx, row),
    segmentNameReader(ctx, [row]),
    may(ctx.actor, 'customer.read') ? shownContactPoints(ctx, row.customer_id) : [],
    attachmentsOf(ctx, id),
  ]);
  return {
    ...caseCore(row, segmentName(row)),
    description: row.description,
    language: row.language,
    productId: row.product_id,
    contactPoints,
    openClaim: row.claim_id
      ? {
          id: row.claim_id,
          answer: row.answer!,
          claimedAt: row.claimed_at!,
          lapsesAt: row.lapses_at!,
          claimedBy: { kind: 'staff', id: row.claimed_by, name: row.claimer_name },
        }
      : null,
    reopenableUntil: row.reopenable_until,
    attachments: attachments.filter((one) => one.part === 'case').map((one) => one.file),
    otherCases: others,
    actions: staffMay(row.state, (permission) => may(ctx.actor, permission)).filter(
      (action) => action !== 'acknowledge' || row.acknowledged_at === null,
    ),
  };
}

/** The newest other cases of the customer, of all records that count as this customer. */
async function otherCases(
  ctx: Context,
  { id, customer_id }: { id: string; customer_id: string },
): Promise<CaseView['otherCases']> {
  const records = await recordsOf(ctx, customer_id);
  const rows = await byKey<CaseTables>(ctx)
    .selectFrom('cases')
    .select(['id', 'number', 'subject', 'state', 'outcome', 'registered_at'])
    .where('organisation_id', '=', ctx.organisationId)
    .where(sql<boolean>`customer_id = any(${records}::uuid[])`)
    .where('id', '<>', id)
    .orderBy('registered_at', 'desc')
    .limit(10)
    .execute();
  return rows.map((one) => ({
    id: one.id,
    number: one.number,
    subject: one.subject,
    state: one.state,
    outcome: one.outcome,
    registeredAt: one.registered_at,
  }));
}
