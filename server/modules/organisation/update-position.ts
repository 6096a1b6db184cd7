// Changes what a position is: its title, responsibilities, unit, and whether it heads the unit.
import type { LocaleText } from '#contract/common.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { append, on, type Context } from '#platform/context.ts';
import { cleanLocaleText } from './clean-words.ts';
import { errors, refusing } from './errors.ts';
import { positionView, readPosition, type Position } from './list-positions.ts';
import { requireUnit } from './require-unit.ts';
import type { OrganisationTables } from './tables.ts';

type Change = {
  id: string;
  unitId?: string | undefined;
  title?: LocaleText | undefined;
  responsibilities?: string | null | undefined;
  isHead?: boolean | undefined;
};

/** Throws `position.head-exists` when the unit would have two heads. */
export async function updatePosition(ctx: Context, input: Change): Promise<Position> {
  const before = await readPosition(ctx, input.id, { lock: true });
  if (input.unitId !== undefined) await requireUnit(ctx, input.unitId);
  const changed = (['unitId', 'title', 'responsibilities', 'isHead'] as const).filter(
    (field) => input[field] !== undefined,
  );
  if (changed.length === 0) return before;
  const update = on<OrganisationTables>(ctx)
    .updateTable('positions')
    .set({
      unit_id: input.unitId,
      title: input.title && cleanLocaleText('title', input.title),
      ...(input.responsibilities !== undefined
        ? { responsibilities: cleanText(input.responsibilities ?? '') || null }
        : {}),
      is_head: input.isHead,
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', input.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  const row = await refusing(
    { positions_one_head: () => errors.positionHeadExists({ unitId: input.unitId ?? before.unitId }) },
    update,
  );
  append(ctx, {
    type: 'position.changed',
    subjectType: 'position',
    subjectId: input.id,
    data: { fields: changed, unitId: row.unit_id, isHead: row.is_head },
  });
  return positionView(row);
}
