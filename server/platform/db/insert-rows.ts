// Writes many rows at once: a statement per thousand, the rows as one JSON parameter, under the role of the transaction.
import { sql, type Insertable, type RawBuilder } from 'kysely';
import type { Context } from '../context.ts';

const batch = 1_000;

/**
 * All rows name the same columns; those of type jsonb are not for this function unless they are given to `insertRecords`.
 * `computed` fills columns from SQL, where `item` is the row as JSON and may carry values that are no columns.
 */
export function insertRows<Tables, Name extends keyof Tables & string>(
  ctx: Context,
  table: Name,
  rows: readonly Insertable<Tables[Name]>[],
): Promise<void> {
  return insertRecords(ctx, table, rows as readonly Record<string, unknown>[]);
}

/**
 * The same without the types of a table: values of jsonb columns are given as they are, not as text. `before` is asked for
 * each row just before it is written (PostgreSQL makes one row after the other), with `item` as above.
 */
export async function insertRecords(
  ctx: Context,
  table: string,
  rows: readonly Record<string, unknown>[],
  options: {
    besides?: readonly string[];
    computed?: Record<string, RawBuilder<unknown>>;
    before?: RawBuilder<unknown>;
  } = {},
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const { besides = [], computed = {}, before } = options;
  const columns = Object.keys(first).filter((column) => !besides.includes(column));
  const names = [...columns, ...Object.keys(computed)].map((column) => sql.ref(column));
  const values = [...columns.map((column) => sql.ref(`r.${column}`)), ...Object.values(computed)];
  for (let at = 0; at < rows.length; at += batch) {
    await sql`insert into ${sql.table(table)} (${sql.join(names)})
      select ${sql.join(values)}
        from json_array_elements(${JSON.stringify(rows.slice(at, at + batch))}::json) as item
       cross join lateral json_populate_record(null::${sql.table(table)}, item) as r
       ${before ? sql`where ${before} is not null` : sql``}`.execute(ctx.transaction);
  }
}
