// Silence: a claim whose customer said nothing until its day ends as lapsed, its own outcome, never counted as solved.
import { on, type Context } from '#platform/context.ts';
import { endCase } from './end-case.ts';
import { tellLapsed } from './letters.ts';
import { caseColumns } from './lock-case.ts';
import type { CaseTables } from './tables.ts';

/** Ends up to `limit` of them; returns how many. Rows another process works on are skipped. */
export async function lapseUnanswered(ctx: Context, limit: number): Promise<number> {
  const rows = await on<CaseTables>(ctx)
    .selectFrom('cases')
    .select(caseColumns)
    .where('organisation_id', '=', ctx.organisationId)
    .where('state', '=', 'claimed')
    .where('lapses_at', '<=', ctx.clock.now())
    .orderBy('lapses_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const row of rows) {
    const { reopenableUntil } = await endCase(ctx, row, { kind: 'lapsed', actor_kind: 'system' });
    await tellLapsed(ctx, row, reopenableUntil);
  }
  return rows.length;
}
