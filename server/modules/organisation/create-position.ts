// Adds a position to a unit, vacant or with its holder.
import type { LocaleText } from '#contract/common.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { cleanLocaleText } from './clean-words.ts';
import { errors, refusing } from './errors.ts';
import { positionView, type Position } from './list-positions.ts';
import { requirePerson } from './require-person.ts';
import { requireUnit } from './require-unit.ts';
import type { OrganisationTables } from './tables.ts';

export type NewPosition = {
  unitId: string;
  title: LocaleText;
  responsibilities?: string | null | undefined;
  isHead?: boolean | undefined;
  /** Who holds it from the beginning. */
  personId?: string | null | undefined;
};

/** Throws `position.head-exists` when the unit has its head already. */
export async function createPosition(ctx: Context, input: NewPosition): Promise<Position> {
  await requireUnit(ctx, input.unitId);
  if (input.personId) await requirePerson(ctx, input.personId);
  const insert = on<OrganisationTables>(ctx)
    .insertInto('positions')
    .values({
      organisation_id: ctx.organisationId,
      id: newId(),
      unit_id: input.unitId,
      title: cleanLocaleText('title', input.title),
      responsibilities: cleanText(input.responsibilities ?? '') || null,
      is_head: input.isHead ?? false,
      person_id: input.personId ?? null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const row = await refusing({ positions_one_head: () => errors.positionHeadExists({ unitId: input.unitId }) }, insert);
  append(ctx, {
    type: 'position.created',
    subjectType: 'position',
    subjectId: row.id,
    data: { unitId: row.unit_id, isHead: row.is_head, personId: row.person_id },
  });
  return positionView(row);
}
