// The customer was told that the case is received, with its number and by when it is answered: once, by whatever came first.
import { promisedBy } from '#modules/service-levels/index.ts';
import { append, on, type Context } from '#platform/context.ts';
import { caseErrors } from './errors.ts';
import { staffActions } from './lifecycle.ts';
import { lockCase, type CaseRow } from './lock-case.ts';
import type { CaseTables } from './tables.ts';
import { tellClocks } from './tell-clocks.ts';

export type How = 'screen' | 'mail' | 'phone' | 'visit' | 'letter';

/** Staff told the customer themselves. Throws `case.acknowledged-before`. */
export async function acknowledgeCase(
  ctx: Context,
  input: { id: string; channel: 'phone' | 'visit' | 'letter' },
): Promise<void> {
  const row = await lockCase(ctx, input.id, staffActions.acknowledge.states);
  if (!(await recordAcknowledgement(ctx, row, input.channel))) throw caseErrors.acknowledgedBefore();
}

/** Whether this was the first. */
export async function recordAcknowledgement(
  ctx: Context,
  row: Pick<CaseRow, 'id' | 'assignee_id' | 'customer_id'>,
  how: How,
): Promise<boolean> {
  const promisedAt = await promisedBy(ctx, row.id);
  const { numInsertedOrUpdatedRows } = await on<CaseTables>(ctx)
    .insertInto('case_acknowledgements')
    .values({
      organisation_id: ctx.organisationId,
      case_id: row.id,
      how,
      promised_at: promisedAt,
      person_id: ctx.actor.kind === 'staff' ? ctx.actor.personId : null,
      at: ctx.clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (Number(numInsertedOrUpdatedRows) === 0) return false;
  await tellClocks(ctx, row, { type: 'acknowledged' });
  append(ctx, {
    type: 'case.acknowledged',
    subjectType: 'case',
    subjectId: row.id,
    customerId: row.customer_id,
    data: { how, promisedAt: promisedAt?.toISOString() ?? null },
  });
  return true;
}
