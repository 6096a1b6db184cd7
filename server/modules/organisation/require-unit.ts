// A unit that something refers to: that it is there, and what it is called.
import type { Language, LocaleText } from '#contract/common.ts';
import { on, type Context } from '#platform/context.ts';
import { errors } from './errors.ts';
import type { OrganisationTables } from './tables.ts';

/** The unit, for any kind of actor. Throws `unit.not-found`. */
export async function requireUnit(
  ctx: Context,
  id: string,
): Promise<{ id: string; parentId: string | null; name: LocaleText }> {
  const row = await on<OrganisationTables>(ctx)
    .selectFrom('units')
    .select(['id', 'parent_id', 'name'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw errors.unitNotFound({ id });
  return { id: row.id, parentId: row.parent_id, name: row.name as LocaleText };
}

/** What the unit is called in a language, or in another it has; null when it is not there (any more). */
export async function unitName(ctx: Context, id: string, language: Language): Promise<string | null> {
  const row = await on<OrganisationTables>(ctx)
    .selectFrom('units')
    .select('name')
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  const name = row?.name as LocaleText | undefined;
  return name?.[language] ?? name?.ar ?? name?.fa ?? name?.en ?? null;
}
