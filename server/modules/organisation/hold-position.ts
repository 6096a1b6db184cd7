// Says who holds a position, or that nobody does.
import { append, on, type Context } from '#platform/context.ts';
import { readPosition, type Position } from './list-positions.ts';
import { requirePerson } from './require-person.ts';
import type { OrganisationTables } from './tables.ts';

export async function holdPosition(ctx: Context, input: { id: string; personId: string | null }): Promise<Position> {
  const before = await readPosition(ctx, input.id, { lock: true });
  if (before.personId === input.personId) return before;
  if (input.personId !== null) await requirePerson(ctx, input.personId);
  await on<OrganisationTables>(ctx)
    .updateTable('positions')
    .set({ person_id: input.personId })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', input.id)
    .execute();
  append(ctx, {
    type: input.personId === null ? 'position.vacated' : 'position.held',
    subjectType: 'position',
    subjectId: input.id,
    data: { unitId: before.unitId, personId: input.personId, previousPersonId: before.personId },
  });
  return { ...before, personId: input.personId };
}
