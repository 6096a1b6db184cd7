// People who work for a dealer: named here so that they can sign in, yet nobody's colleagues.
import { sql } from 'kysely';
import { on, type Context } from '#platform/context.ts';
import { cleanEmail } from './clean-words.ts';
import type { OrganisationTables } from './tables.ts';

/** `joined`: has a sign-in. */
export type DealerPerson = { id: string; name: string; email: string; active: boolean; joined: boolean };

/** By name. */
export function peopleOfDealer(ctx: Context, dealerId: string): Promise<DealerPerson[]> {
  return on<OrganisationTables>(ctx)
    .selectFrom('people')
    .select(['id', 'name', 'email', 'active', sql<boolean>`account_id is not null`.as('joined')])
    .where('organisation_id', '=', ctx.organisationId)
    .where('dealer_id', '=', dealerId)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** The id of the dealer's person with that address, or null. */
export async function outsiderOfEmail(ctx: Context, email: string, dealerId: string): Promise<string | null> {
  const row = await on<OrganisationTables>(ctx)
    .selectFrom('people')
    .select('id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('dealer_id', '=', dealerId)
    .where((where) => where(where.fn<string>('lower', ['email']), '=', cleanEmail(email)))
    .executeTakeFirst();
  return row?.id ?? null;
}
