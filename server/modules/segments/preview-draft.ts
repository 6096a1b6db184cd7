// What publishing the draft would do: the changed segments, and who would move from where to where. Nothing is written.
import { sql } from 'kysely';
import type { TreePreview } from '#contract/segments.ts';
import { may, type Context } from '#platform/context.ts';
import { compareTrees } from './compare-trees.ts';
import { namedMoves, type CountedMove } from './named-moves.ts';
import { placementOf } from './placement.ts';
import { ruleWorld } from './rule-fields.ts';
import { branchesOf, nodesOf } from './tree.ts';
import { segmentErrors } from './errors.ts';
import { standingVersions } from './versions.ts';

const examplesOfEach = 5;

/** Throws `segment.no-draft`. */
export async function previewDraft(ctx: Context): Promise<TreePreview> {
  const { draft, published } = await standingVersions(ctx);
  if (draft === null) throw segmentErrors.noDraft();
  const after = await nodesOf(ctx, draft);
  const before = published === null ? [] : await nodesOf(ctx, published);
  const placement = placementOf(await ruleWorld(ctx, { names: false }), branchesOf(after));
  const kept = sql`(m.pinned_at is not null and m.segment_id = any(${after.map((node) => node.id)}::uuid[]))`;
  const { rows } = await sql<CountedMove & { customers: string[]; kept: number; released: number }>`
    select "from", "to", count(*)::int as count, (array_agg(id order by id))[1:${sql.lit(examplesOfEach)}] as customers,
           count(*) filter (where kept)::int as kept, count(*) filter (where pinned and not kept)::int as released
      from (select c.id, m.segment_id as "from", m.pinned_at is not null as pinned, coalesce(${kept}, false) as kept,
                   case when ${kept} then m.segment_id else ${placement} end as "to"
              from customer_traits c
              left join segment_members m on m.organisation_id = c.organisation_id and m.customer_id = c.id and m.until is null
             where c.organisation_id = ${ctx.organisationId}) placed
     group by "from", "to" order by count desc`.execute(ctx.transaction);
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  const stays = (row: CountedMove) => row.from === row.to;
  return {
    changes: compareTrees(before, after),
    moves: await namedMoves(
      ctx,
      rows.filter((row) => !stays(row)),
      [...after, ...before],
      may(ctx.actor, 'customer.read'),
    ),
    stay: sum((row) => (stays(row) ? row.count : 0)),
    pinnedKept: sum((row) => row.kept),
    pinnedReleased: sum((row) => row.released),
  };
}
