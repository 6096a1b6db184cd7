// How many of one's own notices are unread.
import { sql } from 'kysely';
import { mostUnread } from '#contract/notifications.ts';
import type { Context } from '#platform/context.ts';
import { ownPersonId } from './own-notices.ts';

/** Counts no further than `mostUnread`: nobody reads the difference between 300 and 301. */
export async function countUnread(ctx: Context): Promise<{ unread: number }> {
  const { rows } = await sql<{ unread: number }>`
    select count(*)::int as unread from (
      select 1 from notifications
       where organisation_id = ${ctx.organisationId} and person_id = ${ownPersonId(ctx)} and read_at is null
       limit ${mostUnread}
    ) as first_of_them`.execute(ctx.keyed);
  return { unread: rows[0]?.unread ?? 0 };
}
