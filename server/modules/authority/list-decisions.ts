// One's own decisions, newest first. Nobody reads those of others as a list.
import { sql } from 'kysely';
import type { AuthorityDecision } from '#contract/authority.ts';
import { actorId } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { page } from '#platform/paging.ts';
import { after, type Paging } from './after.ts';
import { decisionViews } from './decision.ts';

export async function listDecisions(
  ctx: Context,
  { cursor, limit }: Paging,
): Promise<{ items: AuthorityDecision[]; next: string | null }> {
  const rows = await decisionViews(
    ctx,
    sql`d.person_id = ${actorId(ctx.actor)}::uuid and ${after(cursor, 'd', 'at')}`,
    limit + 1,
  );
  return page(
    rows,
    limit,
    (row) => row,
    (row) => [row.at.toISOString(), row.id],
  );
}
