// The open door: a dispute ends the claim and takes the case to a different, higher person; the first clock stays.
import { cleanText } from '#kernel/text/clean.ts';
import { headAbove } from '#modules/organisation/index.ts';
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import type { UsedGrant } from './grants.ts';
import { tellDisputed } from './letters.ts';
import { changeCase, lockCase, type CaseRow } from './lock-case.ts';
import type { CaseTables } from './tables.ts';
import { tellClocks } from './tell-clocks.ts';

/** By the customer, who proved the right to the case. */
export async function disputeResolution(ctx: Context, grant: UsedGrant, input: { reason: string }): Promise<void> {
  const row = await lockCase(ctx, grant.caseId, ['claimed']);
  await openTheDoor(ctx, row, {
    reason: input.reason,
    actor_kind: 'customer',
    actor_id: grant.customerId,
    grant_id: grant.id,
  });
}

export async function openTheDoor(
  ctx: Context,
  row: CaseRow,
  dispute: { reason: string; actor_kind: 'customer' | 'staff'; actor_id: string | null; grant_id: string | null },
): Promise<void> {
  const db = on<CaseTables>(ctx);
  const claims = await db
    .selectFrom('case_claims')
    .select(['id', 'claimed_by', 'unit_id', 'dispute_level'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('case_id', '=', row.id)
    .orderBy('claimed_at', 'desc')
    .execute();
  const claim = claims.find((one) => one.id === row.open_claim_id)!;
  const level = row.dispute_level + 1;
  const unitId = claim.unit_id ?? row.unit_id;
  // Whoever answered before does not judge the answer. From the second dispute on, the unit that decided has had its turn.
  const target = unitId
    ? await headAbove(ctx, {
        unitId,
        notPersonIds: claims.map((one) => one.claimed_by),
        above: claim.dispute_level > 0,
      })
    : { unitId: null, personId: null };
  const now = ctx.clock.now();
  const id = newId();
  await db
    .insertInto('case_disputes')
    .values({
      organisation_id: ctx.organisationId,
      id,
      case_id: row.id,
      claim_id: claim.id,
      ...dispute,
      reason: cleanText(dispute.reason),
      level,
      from_person_id: claim.claimed_by,
      to_unit_id: target.unitId,
      to_person_id: target.personId,
      at: now,
    })
    .execute();
  await changeCase(ctx, row.id, {
    state: 'open',
    open_claim_id: null,
    lapses_at: null,
    next_reminder_at: null,
    dispute_level: level,
    unit_id: target.unitId ?? row.unit_id,
    assignee_id: target.personId,
    last_message_by: 'customer',
  });
  await tellClocks(
    ctx,
    row,
    { type: 'disputed' },
    ...(target.unitId && target.unitId !== row.unit_id
      ? [{ type: 'handed-over', unitId: target.unitId } as const]
      : []),
  );
  append(ctx, {
    type: 'case.resolution-disputed',
    subjectType: 'case',
    subjectId: row.id,
    customerId: row.customer_id,
    data: {
      disputeId: id,
      claimId: claim.id,
      level,
      fromUnitId: row.unit_id,
      toUnitId: target.unitId,
      toPersonId: target.personId,
      recordedByStaff: dispute.actor_kind === 'staff',
    },
  });
  await tellDisputed(ctx, row, { toUnitId: target.unitId });
}
