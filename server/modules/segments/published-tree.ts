// The version in force, held against a publication for as long as members are placed by it.
import { sql } from 'kysely';
import { on, type Context } from '#platform/context.ts';
import { placementOf } from './placement.ts';
import { ruleWorld } from './rule-fields.ts';
import type { SegmentTables } from './tables.ts';
import { branchesOf, nodesOf } from './tree.ts';

/** Any number that nobody else takes in this database. */
const lock = 7_106_013;

export type PublishedTree = {
  version: number;
  publishedAt: Date;
  /** Over `customer_traits as c`. */
  placement: ReturnType<typeof placementOf>;
};

/** Placings go on side by side; a publication or a look at everybody goes alone. Until the end of the transaction. */
export async function holdTree(ctx: Context, how: 'shared' | 'alone'): Promise<void> {
  const hold = sql.raw(how === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock');
  await sql`select ${hold}(${lock}, hashtext(${ctx.organisationId}))`.execute(ctx.transaction);
}

/** Null where nothing is published. Ask after `holdTree`. */
export async function publishedTree(ctx: Context): Promise<PublishedTree | null> {
  const asked = on<SegmentTables>(ctx)
    .selectFrom('tree_versions')
    .select(['number', 'published_at'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('state', '=', 'published')
    .executeTakeFirst();
  const [version, world] = await Promise.all([asked, ruleWorld(ctx, { names: false })]);
  if (!version?.published_at) return null;
  return {
    version: version.number,
    publishedAt: version.published_at,
    placement: placementOf(world, branchesOf(await nodesOf(ctx, version.number))),
  };
}
