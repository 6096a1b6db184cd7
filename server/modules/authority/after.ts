// Where the next page of a list that goes from new to old begins.
import { sql, type RawBuilder } from 'kysely';
import { decodeCursor } from '#platform/paging.ts';

export type Paging = { cursor?: string | undefined; limit: number };

/** Throws `request.cursor-unreadable`. */
export function after(cursor: string | undefined, table: 'd' | 'f', column: 'at' | 'made_at'): RawBuilder<unknown> {
  if (!cursor) return sql`true`;
  const [at, id] = decodeCursor(cursor, 2);
  return sql`(${sql.ref(`${table}.${column}`)}, ${sql.ref(`${table}.id`)}) < (${at}::timestamptz, ${id}::uuid)`;
}
