// Tells PostgreSQL how large the tables have become: while much is written at once, a plan made for an empty table reads all of a full one.
import type { Connection } from './connect.ts';

/** Rows below which every plan is a good one. */
const few = 1_000;

/**
 * Looks at the tables that have doubled since PostgreSQL looked at them last; its own look comes up to a minute later, which is a
 * quarter of a million rows of an import. A table that is not ours to look at is passed over by PostgreSQL with a warning.
 */
export async function renewStatistics({ pool }: Pick<Connection, 'pool'>): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(relname) as name from pg_stat_user_tables
      where schemaname = 'public' and n_mod_since_analyze >= $1 and n_mod_since_analyze * 2 >= n_live_tup order by 1`,
    [few],
  );
  for (const { name } of rows) await pool.query(`analyze ${name}`);
}
