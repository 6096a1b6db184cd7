// Writes rows that are new or changed: one statement a table, prepared once however many rows there are.
import { sql } from 'kysely';
import type { Context } from '../context.ts';

/** All rows name the same columns, `key` among them; values of jsonb columns as they are. A missing value is null. */
export async function upsertRecords(
  ctx: Context,
  table: string,
  key: readonly string[],
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const refs = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)));
  const changes = columns
    .filter((name) => !key.includes(name))
    .map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`);
  await sql`insert into ${sql.table(table)} (${refs(columns)})
    select ${refs(columns)} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)
    on conflict (${refs(key)}) do update set ${sql.join(changes)}`.execute(ctx.transaction);
}
