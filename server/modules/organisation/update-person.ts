// Changes a person's name, language, roles or access.
import type { Language } from '#contract/common.ts';
import type { Person, Role } from '#contract/organisation.ts';
import { append, enqueue, on, type Context } from '#platform/context.ts';
import { actorId } from '#platform/actor.ts';
import { cleanLine } from './clean-words.ts';
import { errors, refusing } from './errors.ts';
import { endSessions } from './jobs.ts';
import { readPerson } from './list-people.ts';
import { lockOrganisation } from './lock-organisation.ts';
import { revokePasswordLinks } from './make-password-link.ts';
import type { OrganisationTables } from './tables.ts';

type Change = {
  id: string;
  name?: string | undefined;
  language?: Language | null | undefined;
  roles?: readonly Role[] | undefined;
  active?: boolean | undefined;
};

/** Somebody of a dealer has no roles to change. Throws `person.own-roles` or `person.last-administrator`. Access ends with the commit; open sessions are removed right after. */
export async function updatePerson(ctx: Context, input: Change): Promise<Person> {
  // Two administrators who remove each other at the same moment would leave none.
  if (input.roles !== undefined || input.active !== undefined) await lockOrganisation(ctx);
  const before = await readPerson(ctx, input.id);
  const roles = input.roles ? [...new Set(input.roles)] : before.roles;
  const active = input.active ?? before.active;
  const rolesChange = roles.length !== before.roles.length || roles.some((role) => !before.roles.includes(role));
  if (rolesChange && input.id === actorId(ctx.actor)) throw errors.ownRoles({ id: input.id });
  const administered = before.active && before.roles.includes('administrator');
  const administers = active && roles.includes('administrator');
  if (administered && !administers && !(await otherAdministrator(ctx, input.id)))
    throw errors.lastAdministrator({ id: input.id });
  const update = on<OrganisationTables>(ctx)
    .updateTable('people')
    .set({ name: input.name && cleanLine('name', input.name), language: input.language, roles, active })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', input.id)
    .returning('account_id')
    .executeTakeFirstOrThrow();
  const row = await refusing({ people_outsiders: () => errors.personNotFound({ id: input.id }) }, update);
  const deactivated = before.active && !active;
  append(ctx, {
    type: deactivated ? 'person.deactivated' : 'person.changed',
    subjectType: 'person',
    subjectId: input.id,
    data: { ...(rolesChange ? { roles } : {}), ...(active && !before.active ? { reactivated: true } : {}) },
  });
  // Or a link from before would work again once the person is back.
  if (deactivated) await revokePasswordLinks(ctx, input.id);
  if (deactivated && row.account_id) enqueue(ctx, endSessions, { accountId: row.account_id });
  return readPerson(ctx, input.id);
}

async function otherAdministrator(ctx: Context, id: string): Promise<boolean> {
  const other = await on<OrganisationTables>(ctx)
    .selectFrom('people')
    .select('id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '<>', id)
    .where('active', '=', true)
    .where((where) => where('roles', '@>', where.val<Role[]>(['administrator'])))
    .executeTakeFirst();
  return other !== undefined;
}
