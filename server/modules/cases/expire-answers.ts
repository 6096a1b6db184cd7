// Personal answers to forms go when the time for values of their class is over, as those of the customer's record do.
import { sql } from 'kysely';
import { FieldClass } from '#contract/customer-record.ts';
import { readRetention } from '#modules/customers/index.ts';
import type { Context } from '#platform/context.ts';

/** At most `limit` rows of a class; answers with `limit` when there may be more, else with fewer. */
export async function expireAnswers(ctx: Context, limit: number): Promise<number> {
  const retention = await readRetention(ctx);
  for (const fieldClass of FieldClass.options) {
    const months = retention[fieldClass];
    if (months === null) continue;
    const { rows } = await sql<{ emptied: number }>`
      select case_answers_expire(${fieldClass}, ${ctx.clock.now()}::timestamptz - make_interval(months => ${months}), ${limit}) as emptied`.execute(
      ctx.transaction,
    );
    if (rows[0]!.emptied === limit) return limit;
  }
  return 0;
}
