// Removes a position that nobody holds and nothing refers to.
import { append, on, type Context } from '#platform/context.ts';
import { errors, refusing } from './errors.ts';
import { readPosition } from './list-positions.ts';
import type { OrganisationTables } from './tables.ts';

export async function removePosition(ctx: Context, id: string): Promise<Record<string, never>> {
  const position = await readPosition(ctx, id, { lock: true });
  if (position.personId !== null) throw errors.positionHeld({ id, personId: position.personId });
  const removal = on<OrganisationTables>(ctx)
    .deleteFrom('positions')
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
  await refusing({ 'foreign-key': (table) => errors.positionInUse({ id, holds: table }) }, removal);
  append(ctx, { type: 'position.removed', subjectType: 'position', subjectId: id, data: { unitId: position.unitId } });
  return {};
}
