// Reads a case for change: the row is locked until the transaction ends, so that two people cannot move it at once.
import type { Selectable } from 'kysely';
import type { CaseState } from '#contract/cases.ts';
import { on, type Context } from '#platform/context.ts';
import { caseErrors } from './errors.ts';
import type { CaseTables } from './tables.ts';

export type CaseRow = Omit<Selectable<CaseTables['cases']>, 'search' | 'segment_id' | 'tree_version'>;

export const caseColumns = [
  'organisation_id',
  'id',
  'number',
  'tracking_code',
  'kind',
  'subject',
  'description',
  'state',
  'outcome',
  'priority',
  'channel',
  'language',
  'customer_id',
  'category_id',
  'product_id',
  'unit_id',
  'assignee_id',
  'dispute_level',
  'registered_at',
  'last_activity_at',
  'last_message_by',
  'first_claimed_at',
  'open_claim_id',
  'lapses_at',
  'next_reminder_at',
  'closed_at',
  'reopenable_until',
  'waiting_reason',
  'waiting_until',
] as const;

/** Throws `case.not-found`, or `case.wrong-state` when the case is in none of `states`. */
export async function lockCase(ctx: Context, id: string, states?: readonly CaseState[]): Promise<CaseRow> {
  const row = await on<CaseTables>(ctx)
    .selectFrom('cases')
    .select(caseColumns)
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw caseErrors.notFound({ id });
  if (states && !states.includes(row.state)) throw caseErrors.wrongState({ state: row.state, outcome: row.outcome });
  return row;
}

/** Writes changes to the row and marks it active now. */
export async function changeCase(
  ctx: Context,
  id: string,
  changes: Partial<Omit<CaseRow, 'organisation_id' | 'id' | 'number' | 'registered_at'>>,
): Promise<void> {
  await on<CaseTables>(ctx)
    .updateTable('cases')
    .set({ last_activity_at: ctx.clock.now(), ...changes })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
}
