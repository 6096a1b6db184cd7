// Adds a unit to the tree.
import type { LocaleText } from '#contract/common.ts';
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { cleanLocaleText } from './clean-words.ts';
import { requireUnit } from './require-unit.ts';
import type { OrganisationTables } from './tables.ts';
import { readUnit, type Unit } from './list-units.ts';

/** `sortOrder` places it among its siblings. */
export async function createUnit(
  ctx: Context,
  input: { name: LocaleText; parentId: string | null; sortOrder?: number | undefined },
): Promise<Unit> {
  if (input.parentId !== null) await requireUnit(ctx, input.parentId);
  const id = newId();
  await on<OrganisationTables>(ctx)
    .insertInto('units')
    .values({
      organisation_id: ctx.organisationId,
      id,
      parent_id: input.parentId,
      name: cleanLocaleText('name', input.name),
      sort_order: input.sortOrder ?? 0,
    })
    .execute();
  append(ctx, { type: 'unit.created', subjectType: 'unit', subjectId: id, data: { parentId: input.parentId } });
  return readUnit(ctx, id);
}
