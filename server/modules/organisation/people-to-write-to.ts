// Where mail to people of the staff goes, and in which language.
import type { Language } from '#contract/common.ts';
import { on, type Context } from '#platform/context.ts';
import { readOrganisation } from './read-organisation.ts';
import type { OrganisationTables } from './tables.ts';

export type Addressee = { id: string; name: string; email: string; language: Language };

/** Only who is active and signs in here; whoever works for a dealer is not meant. */
export async function peopleToWriteTo(ctx: Context, ids: readonly string[]): Promise<Addressee[]> {
  if (ids.length === 0) return [];
  const { language } = await readOrganisation(ctx);
  const rows = await on<OrganisationTables>(ctx)
    .selectFrom('people')
    .select(['id', 'name', 'email', 'language'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', 'in', [...ids])
    .where('active', '=', true)
    .where('account_id', 'is not', null)
    .where('dealer_id', 'is', null)
    .execute();
  return rows.map((row) => ({ ...row, language: row.language ?? language }));
}
