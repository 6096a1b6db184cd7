// Removes a unit that has nothing in it.
import { append, on, type Context } from '#platform/context.ts';
import { errors, refusing } from './errors.ts';
import { requireUnit } from './require-unit.ts';
import type { OrganisationTables } from './tables.ts';

/** Whatever refers to the unit keeps it: `unit.not-empty` says which table that is (units, positions, cases …). */
export async function removeUnit(ctx: Context, id: string): Promise<Record<string, never>> {
  await requireUnit(ctx, id);
  const removal = on<OrganisationTables>(ctx)
    .deleteFrom('units')
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
  await refusing({ 'foreign-key': (table) => errors.unitNotEmpty({ id, holds: table }) }, removal);
  append(ctx, { type: 'unit.removed', subjectType: 'unit', subjectId: id });
  return {};
}
