// Delegations that one gave, that one was given, or, for whoever keeps the matrix, all.
import { sql } from 'kysely';
import type { Delegation } from '#contract/authority.ts';
import { actorId } from '#platform/actor.ts';
import { authorize, type Context } from '#platform/context.ts';
import { page } from '#platform/paging.ts';
import { after, type Paging } from './after.ts';
import { delegationViews } from './delegation.ts';

/** `all` throws `access.forbidden` without `authority.manage`. */
export async function listDelegations(
  ctx: Context,
  { view, cursor, limit }: Paging & { view: 'given' | 'received' | 'all' },
): Promise<{ items: Delegation[]; next: string | null }> {
  if (view === 'all') authorize(ctx, 'authority.manage');
  const me = actorId(ctx.actor);
  const whose = {
    given: sql`d.giver_id = ${me}::uuid`,
    received: sql`d.delegate_id = ${me}::uuid`,
    all: sql`true`,
  }[view];
  const rows = await delegationViews(ctx, sql`${whose} and ${after(cursor, 'd', 'made_at')}`, limit + 1);
  return page(
    rows,
    limit,
    (row) => row,
    (row) => [row.madeAt.toISOString(), row.id],
  );
}
