// Reminds customers that an answer waits for their word, on the days that the settings say.
import { on, type Context } from '#platform/context.ts';
import { remindOfClaim } from './letters.ts';
import { caseColumns } from './lock-case.ts';
import { readCaseSettings } from './settings.ts';
import type { CaseTables } from './tables.ts';

const dayMs = 86_400_000;

export async function remindCustomers(ctx: Context, limit: number): Promise<number> {
  const now = ctx.clock.now();
  const { reminderDays } = await readCaseSettings(ctx);
  const db = on<CaseTables>(ctx);
  const rows = await db
    .selectFrom('cases')
    .select(caseColumns)
    .where('organisation_id', '=', ctx.organisationId)
    .where('state', '=', 'claimed')
    .where('next_reminder_at', '<=', now)
    .where('lapses_at', '>', now)
    .orderBy('next_reminder_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const row of rows) {
    const claim = await db
      .selectFrom('case_claims')
      .select(['id', 'answer', 'claimed_at'])
      .where('organisation_id', '=', ctx.organisationId)
      .where('id', '=', row.open_claim_id!)
      .executeTakeFirstOrThrow();
    await remindOfClaim(ctx, row, { answer: claim.answer, lapsesAt: row.lapses_at! });
    const next = reminderDays
      .map((days) => new Date(claim.claimed_at.getTime() + days * dayMs))
      .find((at) => at > now && at < row.lapses_at!);
    await db
      .insertInto('case_reminders')
      .values({ organisation_id: ctx.organisationId, claim_id: claim.id, at: now })
      .execute();
    // A reminder is not activity: the case keeps its place in the inbox.
    await db
      .updateTable('cases')
      .set({ next_reminder_at: next ?? null })
      .where('organisation_id', '=', ctx.organisationId)
      .where('id', '=', row.id)
      .execute();
  }
  return rows.length;
}
