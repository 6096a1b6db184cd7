// Asks that a person is there and active before something refers to them.
import { on, type Context } from '#platform/context.ts';
import { errors } from './errors.ts';
import type { OrganisationTables } from './tables.ts';

/** For any kind of actor; somebody of a dealer is not meant. Throws `person.not-found` or `person.inactive`. */
export async function requirePerson(ctx: Context, id: string): Promise<{ id: string; name: string }> {
  const row = await on<OrganisationTables>(ctx)
    .selectFrom('people')
    .select(['id', 'name', 'active'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .where('dealer_id', 'is', null)
    .executeTakeFirst();
  if (!row) throw errors.personNotFound({ id });
  if (!row.active) throw errors.personInactive({ id });
  return { id: row.id, name: row.name };
}
