// Writes rows that are new or changed: one statement a table, prepared once however many rows there are.
import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../context.ts';

/** All rows name the same columns, `key` among them; values of jsonb columns as they are. A missing value is null. */
export async function upsertRecords(
  ctx: Context,
  table: string,
  key: readonly string[],
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  if (rows.length > 0) await upsertOf(table, key, rows).execute(ctx.transaction);
}

/** The statement itself, for whoever sends several as one. `rows` has at least one. */
export function upsertOf(
  table: string,
  key: readonly string[],
  rows: readonly Record<string, unknown>[],
): RawBuilder<unknown> {
  const columns = Object.keys(rows[0]!);
  const refs = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)));
  const changes = columns
    .filter((name) => !key.includes(name))
    .map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`);
  return sql`insert into ${sql.table(table)} (${refs(columns)})
    select ${refs(columns)} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)
    on conflict (${refs(key)}) do update set ${sql.join(changes)}`;
}
