// Begins a draft of the tree: a copy of what is published, or empty where nothing is.
import { sql } from 'kysely';
import { actorId } from '#platform/actor.ts';
import { append, on, type Context } from '#platform/context.ts';
import { segmentErrors } from './errors.ts';
import { holdTree } from './published-tree.ts';
import type { SegmentTables } from './tables.ts';
import { standingVersions } from './versions.ts';

/** Answers with its number. Throws `segment.draft-there`. */
export async function createDraft(ctx: Context): Promise<number> {
  await holdTree(ctx, 'alone');
  const { published, draft } = await standingVersions(ctx);
  if (draft !== null) throw segmentErrors.draftThere({ version: draft });
  const db = on<SegmentTables>(ctx);
  const last = await db
    .selectFrom('tree_versions')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('organisation_id', '=', ctx.organisationId)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await db
    .insertInto('tree_versions')
    .values({
      organisation_id: ctx.organisationId,
      number,
      state: 'draft',
      based_on: published,
      drafted_by: ctx.actor.kind === 'staff' ? actorId(ctx.actor) : null,
      drafted_at: ctx.clock.now(),
    })
    .execute();
  if (published !== null)
    await sql`
      insert into segment_nodes (organisation_id, tree_version, segment_id, parent_id, name, rule, service_priority, needs, size_rank, sort_order)
      select organisation_id, ${number}, segment_id, parent_id, name, rule, service_priority, needs, size_rank, sort_order
        from segment_nodes where organisation_id = ${ctx.organisationId} and tree_version = ${published}`.execute(
      ctx.transaction,
    );
  append(ctx, {
    type: 'segment.tree-drafted',
    subjectType: 'organisation',
    subjectId: ctx.organisationId,
    data: { treeVersion: number, basedOn: published },
  });
  return number;
}
