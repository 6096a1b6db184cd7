// Personal answers to forms of tasks, and the values they became, go when the time for values of their class is over.
import { sql } from 'kysely';
import { expireByClass } from '#modules/customers/index.ts';
import type { Context } from '#platform/context.ts';

/** Of processes that have ended. At most `limit` tasks of a class; answers with `limit` when there may be more, else with fewer. */
export const expireAnswers = (ctx: Context, limit: number): Promise<number> =>
  expireByClass(ctx, limit, async (fieldClass, heardBefore) => {
    const { rows } = await sql<{ emptied: number }>`
      select process_answers_expire(${fieldClass}, ${heardBefore}, ${limit}) as emptied`.execute(ctx.transaction);
    return rows[0]!.emptied;
  });
