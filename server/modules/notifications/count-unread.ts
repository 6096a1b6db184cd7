// How many of one's own notices are unread.
import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { ownPersonId } from './own-notices.ts';

/** Nobody reads the difference between 300 and 301. */
const most = 99;

export async function countUnread(ctx: Context): Promise<{ unread: number; more: boolean }> {
  const { rows } = await sql<{ unread: number }>`
    select count(*)::int as unread from (
      select 1 from notifications
       where organisation_id = ${ctx.organisationId} and person_id = ${ownPersonId(ctx)} and read_at is null
       limit ${most + 1}
    ) as first_of_them`.execute(ctx.keyed);
  const unread = rows[0]?.unread ?? 0;
  return { unread: Math.min(unread, most), more: unread > most };
}
