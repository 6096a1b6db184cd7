// People of the organisation, by name, with the units they hold positions in.
import { sql } from 'kysely';
import type { Person } from '#contract/organisation.ts';
import { normaliseText } from '#kernel/text/normalise.ts';
import { on, type Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { errors } from './errors.ts';
import type { OrganisationTables } from './tables.ts';

function people(ctx: Context) {
  return on<OrganisationTables>(ctx)
    .selectFrom('people as p')
    .select(['p.id', 'p.name', 'p.email', 'p.language', 'p.roles', 'p.active'])
    .select(
      sql<
        string[]
      >`array(select distinct h.unit_id from positions h where h.organisation_id = p.organisation_id and h.person_id = p.id order by 1)`.as(
        'unit_ids',
      ),
    )
    .where('p.organisation_id', '=', ctx.organisationId);
}

type Row = Awaited<ReturnType<ReturnType<typeof people>['executeTakeFirstOrThrow']>>;

const view = (row: Row): Person => ({
  id: row.id,
  name: row.name,
  email: row.email,
  language: row.language,
  roles: row.roles,
  active: row.active,
  unitIds: row.unit_ids,
});

/** Whoever works for a dealer is no person of the organisation: its lists and pickers leave them out. `q` is looked for in names and addresses as every search here: normalised. */
export async function listPeople(
  ctx: Context,
  input: { q?: string | undefined; unitId?: string | undefined; cursor?: string | undefined; limit: number },
) {
  let query = people(ctx).where('p.dealer_id', 'is', null);
  const words = normaliseText(input.q ?? '');
  if (words !== '') query = query.where('p.search_text', 'like', `%${words.replace(/[\\%_]/g, '\\$&')}%`);
  if (input.unitId !== undefined) {
    const { unitId } = input;
    query = query.where((where) =>
      where.exists(
        where
          .selectFrom('positions as h')
          .select('h.id')
          .whereRef('h.organisation_id', '=', 'p.organisation_id')
          .whereRef('h.person_id', '=', 'p.id')
          .where('h.unit_id', '=', unitId),
      ),
    );
  }
  if (input.cursor !== undefined) {
    const [name, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(p.name, p.id) > (${name}, ${id}::uuid)`);
  }
  const rows = await query
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(input.limit + 1)
    .execute();
  return page(rows, input.limit, view, (row) => [row.name, row.id]);
}

/** An outsider about themself, under the role of their dealer, which sees neither roles nor positions. */
export async function readOutsider(ctx: Context, id: string): Promise<Person> {
  const row = await on<OrganisationTables>(ctx)
    .selectFrom('people')
    .select(['id', 'name', 'email', 'language', 'active'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw errors.personNotFound({ id });
  return { ...row, roles: [], unitIds: [] };
}

/** Throws `person.not-found`. */
export async function readPerson(ctx: Context, id: string): Promise<Person> {
  const row = await people(ctx).where('p.id', '=', id).executeTakeFirst();
  if (!row) throw errors.personNotFound({ id });
  return view(row);
}
