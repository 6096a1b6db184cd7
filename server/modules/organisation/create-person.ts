// Adds a person who works here, with or without a sign-in.
import type { Language } from '#contract/common.ts';
import type { Role } from '#contract/organisation.ts';
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { cleanEmail, cleanLine } from './clean-words.ts';
import { errors, refusing } from './errors.ts';
import type { OrganisationTables } from './tables.ts';

export type NewPerson = {
  name: string;
  email: string;
  roles: readonly Role[];
  language?: Language | null | undefined;
  /** The sign-in; null for people who are named here but do not sign in (yet). */
  accountId?: string | null | undefined;
  /** The outside party that the person works for; then there are no roles. */
  dealerId?: string | undefined;
};

/** Returns the id. Throws `person.email-taken`, or `person.account-elsewhere` when the sign-in belongs to another organisation. */
export async function createPerson(ctx: Context, input: NewPerson): Promise<string> {
  const id = newId();
  const roles = [...new Set(input.roles)];
  const insert = on<OrganisationTables>(ctx)
    .insertInto('people')
    .values({
      organisation_id: ctx.organisationId,
      id,
      account_id: input.accountId ?? null,
      name: cleanLine('name', input.name),
      email: cleanEmail(input.email),
      language: input.language ?? null,
      roles,
      dealer_id: input.dealerId ?? null,
      created_at: ctx.clock.now(),
    })
    .execute();
  await refusing(
    { people_by_email: () => errors.personEmailTaken(), people_by_account: () => errors.personAccountElsewhere() },
    insert,
  );
  append(ctx, { type: 'person.joined', subjectType: 'person', subjectId: id, data: { roles } });
  return id;
}
