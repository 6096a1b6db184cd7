// Positions of the organisation and who holds them.
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { LocaleText } from '#contract/common.ts';
import type { Position as PositionContract } from '#contract/organisation.ts';
import { on, type Context } from '#platform/context.ts';
import { errors } from './errors.ts';
import type { OrganisationTables } from './tables.ts';

export type Position = z.infer<typeof PositionContract>;

function positions(ctx: Context) {
  return on<OrganisationTables>(ctx)
    .selectFrom('positions')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId);
}

export function positionView(row: Selectable<OrganisationTables['positions']>): Position {
  return {
    id: row.id,
    unitId: row.unit_id,
    title: row.title as LocaleText,
    responsibilities: row.responsibilities,
    isHead: row.is_head,
    personId: row.person_id,
  };
}

/** Heads first within their unit. */
export async function listPositions(ctx: Context): Promise<{ items: Position[] }> {
  const rows = await positions(ctx).orderBy('unit_id').orderBy('is_head', 'desc').orderBy('id').execute();
  return { items: rows.map(positionView) };
}

/** Throws `position.not-found`. Locks the row where a change depends on what it holds. */
export async function readPosition(ctx: Context, id: string, options: { lock?: boolean } = {}): Promise<Position> {
  const query = positions(ctx).where('id', '=', id);
  const row = await (options.lock ? query.forNoKeyUpdate() : query).executeTakeFirst();
  if (!row) throw errors.positionNotFound({ id });
  return positionView(row);
}
