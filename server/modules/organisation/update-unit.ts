// Renames a unit, orders it among its siblings or moves it under another.
import type { LocaleText } from '#contract/common.ts';
import { append, on, type Context } from '#platform/context.ts';
import { cleanLocaleText } from './clean-words.ts';
import { errors } from './errors.ts';
import { unitsUpward } from './head-above.ts';
import { readUnit, type Unit } from './list-units.ts';
import { lockOrganisation } from './lock-organisation.ts';
import { requireUnit } from './require-unit.ts';
import type { OrganisationTables } from './tables.ts';

type Change = {
  id: string;
  name?: LocaleText | undefined;
  parentId?: string | null | undefined;
  sortOrder?: number | undefined;
};

/** Throws `unit.cycle` when the new parent lies below the unit. */
export async function updateUnit(ctx: Context, input: Change): Promise<Unit> {
  // Two moves at the same moment could each be right alone and close a circle together.
  if (input.parentId !== undefined) await lockOrganisation(ctx);
  const before = await requireUnit(ctx, input.id);
  const moves = input.parentId !== undefined && input.parentId !== before.parentId;
  if (moves && input.parentId) {
    await requireUnit(ctx, input.parentId);
    const above = await unitsUpward(ctx, input.parentId);
    if (above.some((unit) => unit.unitId === input.id))
      throw errors.unitCycle({ id: input.id, parentId: input.parentId });
  }
  if (input.name === undefined && input.sortOrder === undefined && !moves) return readUnit(ctx, input.id);
  await on<OrganisationTables>(ctx)
    .updateTable('units')
    .set({
      name: input.name && cleanLocaleText('name', input.name),
      sort_order: input.sortOrder,
      ...(moves ? { parent_id: input.parentId } : {}),
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', input.id)
    .execute();
  append(ctx, {
    type: 'unit.changed',
    subjectType: 'unit',
    subjectId: input.id,
    data: { renamed: input.name !== undefined, ...(moves ? { from: before.parentId, to: input.parentId } : {}) },
  });
  return readUnit(ctx, input.id);
}
