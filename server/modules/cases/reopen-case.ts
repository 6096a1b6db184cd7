// Opens a closed case again: the customer within the set time, or a manager who corrects a closing. The first clock stays.
import { cleanText } from '#kernel/text/clean.ts';
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { caseErrors } from './errors.ts';
import type { UsedGrant } from './grants.ts';
import { changeCase, lockCase, type CaseRow } from './lock-case.ts';
import type { CaseTables } from './tables.ts';
import { tellClocks } from './tell-clocks.ts';

export async function reopenCaseByCustomer(ctx: Context, grant: UsedGrant, input: { reason: string }): Promise<void> {
  const row = await lockCase(ctx, grant.caseId, ['closed']);
  if (!row.reopenable_until || ctx.clock.now() > row.reopenable_until)
    throw caseErrors.reopenTooLate({ until: row.reopenable_until?.toISOString() ?? null });
  await reopen(ctx, row, {
    reason: input.reason,
    actor_kind: 'customer',
    actor_id: grant.customerId,
    grant_id: grant.id,
  });
}

export async function reopenCaseByStaff(ctx: Context, input: { id: string; reason: string }): Promise<void> {
  if (ctx.actor.kind !== 'staff') throw caseErrors.onlyPeople();
  const row = await lockCase(ctx, input.id, ['closed']);
  await reopen(ctx, row, { reason: input.reason, actor_kind: 'staff', actor_id: ctx.actor.personId, grant_id: null });
}

async function reopen(
  ctx: Context,
  row: CaseRow,
  by: { reason: string; actor_kind: 'customer' | 'staff'; actor_id: string | null; grant_id: string | null },
): Promise<void> {
  const db = on<CaseTables>(ctx);
  const outcome = await db
    .selectFrom('case_outcomes')
    .select(['id', 'kind'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('case_id', '=', row.id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const id = newId();
  await db
    .insertInto('case_reopenings')
    .values({
      organisation_id: ctx.organisationId,
      id,
      case_id: row.id,
      outcome_id: outcome.id,
      ...by,
      reason: cleanText(by.reason),
      at: ctx.clock.now(),
    })
    .execute();
  await changeCase(ctx, row.id, {
    state: 'open',
    outcome: null,
    closed_at: null,
    reopenable_until: null,
    ...(by.actor_kind === 'customer' ? { last_message_by: 'customer' as const } : {}),
  });
  await tellClocks(ctx, row, { type: 'reopened' });
  append(ctx, {
    type: 'case.reopened',
    subjectType: 'case',
    subjectId: row.id,
    customerId: row.customer_id,
    data: { reopeningId: id, outcomeId: outcome.id, after: outcome.kind },
  });
}
