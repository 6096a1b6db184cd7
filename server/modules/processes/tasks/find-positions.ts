// The positions that diagrams mean: by id, or by a title in any language, as units are.
import { sql, type RawBuilder } from 'kysely';
import { unitItself, upwardFrom } from '#modules/organisation/index.ts';
import type { Context } from '#platform/context.ts';

/** Whether `p`, a position, is the one that is meant. */
export const namedPosition = (
  position: string | RawBuilder<string>,
): RawBuilder<boolean> => sql<boolean>`(p.id::text = lower(${position})
  or exists (select from jsonb_each_text(p.title) n where rida_normalise(n.value) = rida_normalise(${position})))`;

/** Those of the given that are a position anywhere in the organisation, vacant ones too. */
export async function knownPositions(ctx: Context, positions: readonly string[]): Promise<Set<string>> {
  const wanted = [...new Set(positions)];
  if (wanted.length === 0) return new Set();
  const { rows } = await sql<{ position: string }>`
    select w.position from unnest(${wanted}::text[]) as w (position)
     where exists (select from position_briefs p where p.organisation_id = ${ctx.organisationId} and ${namedPosition(sql<string>`w.position`)})`.execute(
    ctx.transaction,
  );
  return new Set(rows.map(({ position }) => position));
}

/** Whether the unit, or one above it, has such a position. */
export async function hasPosition(ctx: Context, unitId: string, position: string): Promise<boolean> {
  const { rows } = await sql`
    with recursive ${upwardFrom(ctx, unitItself(ctx, unitId))}
    select from upward join position_briefs p on p.organisation_id = ${ctx.organisationId} and p.unit_id = upward.id
     where ${namedPosition(position)} limit 1`.execute(ctx.keyed);
  return rows.length > 0;
}
