// One case for staff: the row, its customer, the claim that waits, other cases of the customer, and what may be done now.
import type { CaseView } from '#contract/cases.ts';
import { recordsOf, shownContactPoints } from '#modules/customers/index.ts';
import { segmentNameReader } from '#modules/segments/index.ts';
import { may, on, type Context } from '#platform/context.ts';
import { attachmentsOf } from './attachments-of.ts';
import { caseCore, selectCases } from './case-core.ts';
import { caseErrors } from './errors.ts';
import { staffMay } from './lifecycle.ts';
import type { CaseTables } from './tables.ts';

export async function getCase(ctx: Context, id: string): Promise<CaseView> {
  const row = await selectCases(ctx)
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
    .select([
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
  const others = await on<CaseTables>(ctx)
    .selectFrom('cases')
    .select(['id', 'number', 'subject', 'state', 'outcome', 'registered_at'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('customer_id', 'in', await recordsOf(ctx, row.customer_id))
    .where('id', '<>', id)
    .orderBy('registered_at', 'desc')
    .limit(10)
    .execute();
  return {
    ...caseCore(row, (await segmentNameReader(ctx, [row]))(row)),
    description: row.description,
    language: row.language,
    productId: row.product_id,
    contactPoints: may(ctx.actor, 'customer.read') ? await shownContactPoints(ctx, row.customer_id) : [],
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
    attachments: (await attachmentsOf(ctx, id)).filter((one) => one.part === 'case').map((one) => one.file),
    otherCases: others.map((one) => ({
      id: one.id,
      number: one.number,
      subject: one.subject,
      state: one.state,
      outcome: one.outcome,
      registeredAt: one.registered_at,
    })),
    actions: staffMay(row.state, (permission) => may(ctx.actor, permission)),
  };
}
