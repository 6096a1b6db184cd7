// Personal answers to forms go when the time for values of their class is over, as those of the customer's record do.
import { sql } from 'kysely';
import { expireByClass } from '#modules/customers/index.ts';
import type { Context } from '#platform/context.ts';

/** At most `limit` rows of a class; answers with `limit` when there may be more, else with fewer. */
export const expireAnswers = (ctx: Context, limit: number): Promise<number> =>
  expireByClass(ctx, limit, async (fieldClass, heardBefore) => {
    const { rows } = await sql<{ emptied: number }>`
      select case_answers_expire(${fieldClass}, ${heardBefore}, ${limit}) as emptied`.execute(ctx.transaction);
    return rows[0]!.emptied;
  });
