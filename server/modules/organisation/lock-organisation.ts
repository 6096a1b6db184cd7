// Makes changes that depend on a whole (the tree of units, the set of administrators) wait for each other.
import { on, type Context } from '#platform/context.ts';
import type { OrganisationTables } from './tables.ts';

/** Held to the end of the transaction. Rows that refer to the organisation can still be written meanwhile. */
export async function lockOrganisation(ctx: Context): Promise<void> {
  await on<OrganisationTables>(ctx)
    .selectFrom('organisations')
    .select('organisation_id')
    .where('organisation_id', '=', ctx.organisationId)
    .forNoKeyUpdate()
    .execute();
}
