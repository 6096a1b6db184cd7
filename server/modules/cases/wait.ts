// Sets a case aside until a moment for a named reason, and takes it up again.
import { actorId } from '#platform/actor.ts';
import { append, on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { staffActions } from './lifecycle.ts';
import { changeCase, lockCase, type CaseRow } from './lock-case.ts';
import type { CaseTables } from './tables.ts';
import { tellClocks } from './tell-clocks.ts';

export async function waitWithCase(
  ctx: Context,
  input: { id: string; reason: NonNullable<CaseRow['waiting_reason']>; until: Date },
): Promise<void> {
  const row = await lockCase(ctx, input.id, staffActions.wait.states);
  if (input.until <= ctx.clock.now()) throw invalidField('until', 'in-the-past');
  await changeCase(ctx, row.id, { waiting_reason: input.reason, waiting_until: input.until });
  await tellClocks(ctx, row, {
    type: 'waits',
    reason: input.reason,
    by: { kind: ctx.actor.kind, id: actorId(ctx.actor) },
  });
  append(ctx, {
    type: 'case.wait-started',
    subjectType: 'case',
    subjectId: row.id,
    customerId: row.customer_id,
    data: { reason: input.reason, until: input.until.toISOString() },
  });
}

export async function endWait(ctx: Context, input: { id: string }): Promise<void> {
  const row = await lockCase(ctx, input.id);
  if (row.waiting_until === null) return;
  await changeCase(ctx, row.id, { waiting_reason: null, waiting_until: null });
  await tellClocks(ctx, row, { type: 'goes-on' });
  append(ctx, {
    type: 'case.wait-ended',
    subjectType: 'case',
    subjectId: row.id,
    customerId: row.customer_id,
    data: { reason: row.waiting_reason },
  });
}

/** Cases whose waiting time is over, oldest first. */
export async function casesToWake(ctx: Context, limit: number): Promise<string[]> {
  const rows = await on<CaseTables>(ctx)
    .selectFrom('cases')
    .select('id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('waiting_until', '<=', ctx.clock.now())
    .orderBy('waiting_until')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}
