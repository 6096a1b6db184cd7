// Row rights for lists of other modules that name customers: a condition on the id of a surviving record.
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Context } from '#platform/context.ts';
import { accessOf, openTo } from './access.ts';

/** For `where`: true of customers who are open to whoever acts. */
export async function openRecords(ctx: Context, id: RawBuilder<unknown>): Promise<RawBuilder<SqlBool>> {
  const access = await accessOf(ctx);
  if (access.rows === 'all') return sql<SqlBool>`true`;
  // The id stands outside of the list: other queries call their tables c, too.
  return sql<SqlBool>`${id} in (select c.id from customers c where c.organisation_id = ${ctx.organisationId} and ${openTo(access)})`;
}
