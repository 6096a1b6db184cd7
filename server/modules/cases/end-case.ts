// Ends a case with an outcome row. Every ending goes through here; the database decides whether it is lawful.
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import type { Insertable } from 'kysely';
import { changeCase, type CaseRow } from './lock-case.ts';
import { readCaseSettings } from './settings.ts';
import type { CaseTables } from './tables.ts';
import { tellClocks } from './tell-clocks.ts';

const dayMs = 86_400_000;

export type Ending = Omit<
  Insertable<CaseTables['case_outcomes']>,
  'organisation_id' | 'id' | 'case_id' | 'customer_id' | 'claim_id' | 'at'
>;

/** Returns until when the customer may reopen. */
export async function endCase(
  ctx: Context,
  row: CaseRow,
  ending: Ending,
): Promise<{ outcomeId: string; reopenableUntil: Date }> {
  const now = ctx.clock.now();
  const { reopenDays } = await readCaseSettings(ctx);
  const reopenableUntil = new Date(now.getTime() + reopenDays * dayMs);
  const outcomeId = newId();
  await on<CaseTables>(ctx)
    .insertInto('case_outcomes')
    .values({
      organisation_id: ctx.organisationId,
      id: outcomeId,
      case_id: row.id,
      customer_id: row.customer_id,
      claim_id: row.open_claim_id,
      at: now,
      ...ending,
    })
    .execute();
  await changeCase(ctx, row.id, {
    state: 'closed',
    outcome: ending.kind,
    open_claim_id: null,
    lapses_at: null,
    next_reminder_at: null,
    closed_at: now,
    reopenable_until: reopenableUntil,
    waiting_reason: null,
    waiting_until: null,
  });
  await tellClocks(ctx, row, { type: 'closed' });
  append(ctx, {
    type: `case.${ending.kind.replaceAll('_', '-')}`,
    subjectType: 'case',
    subjectId: row.id,
    customerId: row.customer_id,
    data: {
      outcomeId,
      claimId: row.open_claim_id,
      reason: ending.reason ?? null,
      channel: ending.channel ?? null,
      ...(ending.duplicate_of_id ? { duplicateOfId: ending.duplicate_of_id } : {}),
    },
  });
  return { outcomeId, reopenableUntil };
}
