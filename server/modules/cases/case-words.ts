// The words of a case by the id that events carry: messages, notes, answers, reasons. Events themselves hold none.
import { sql } from 'kysely';
import { byKey, type Context } from '#platform/context.ts';
import type { CaseTables } from './tables.ts';

/** Id of a message, note, claim, dispute, outcome or reopening → its text. */
export async function caseWords(
  ctx: Context,
  caseId: string,
  options: { notes: boolean },
): Promise<Map<string, string>> {
  const of = sql`organisation_id = ${ctx.organisationId} and case_id = ${caseId}`;
  const { rows } = await sql<{ id: string; text: string }>`
    select id, text from case_messages where ${of}
    union all select id, answer from case_claims where ${of}
    union all select id, reason from case_disputes where ${of}
    union all select id, text from case_outcomes where ${of} and text is not null
    union all select id, reason from case_reopenings where ${of}
    ${options.notes ? sql`union all select id, text from case_notes where ${of}` : sql``}`.execute(
    byKey<CaseTables>(ctx),
  );
  return new Map(rows.map((row) => [row.id, row.text]));
}

/** The id under which an event's words are kept, if it has any. */
export function wordsId(data: Record<string, unknown>): string | undefined {
  const id =
    data['messageId'] ??
    data['noteId'] ??
    data['disputeId'] ??
    data['reopeningId'] ??
    data['outcomeId'] ??
    data['claimId'];
  return typeof id === 'string' ? id : undefined;
}
