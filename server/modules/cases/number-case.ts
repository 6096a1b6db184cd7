// The human number of a case: counted without gaps per organisation and year of its own calendar, so that none can vanish.
import { sql, type InsertObject } from 'kysely';
import { calendarMomentAt } from '#kernel/calendar/calendar-date.ts';
import { dateSettings } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import { Closing } from '#platform/db/closing.ts';
import type { CaseTables } from './tables.ts';

/**
 * Ends the transaction by writing a case under the next number, e.g. `1405-000123`, which completes the answer. Other intakes
 * of the organisation wait for the number until the commit: counting and writing are one statement that leaves with it, and
 * whatever can be done before it is done before it.
 */
export async function closeNumbered<Known extends object>(
  ctx: Context,
  row: Omit<InsertObject<CaseTables, 'cases'>, 'number'>,
  known: Known,
): Promise<Closing<Known & { number: string }, Known>> {
  const year = calendarMomentAt(ctx.clock.now(), await dateSettings(ctx)).year;
  const statement = on<CaseTables>(ctx)
    .with('counter', (db) =>
      db
        .insertInto('case_counters')
        .values({ organisation_id: ctx.organisationId, year, last: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['organisation_id', 'year'])
            .doUpdateSet((counter) => ({ last: counter('case_counters.last', '+', 1) })),
        )
        .returning('last'),
    )
    .with('closing', (db) =>
      db
        .insertInto('cases')
        .values({
          ...row,
          number: sql<string>`(select ${`${year}-`} || lpad(last::text, greatest(6, length(last::text)), '0') from counter)`,
        })
        .returning('number'),
    );
  return new Closing<Known & { number: string }, Known>(`case number ${ctx.organisationId} ${year}`, statement, known);
}
