// Published versions of forms: the one that is filled in now, and those that answers were given to.
import type { LocaleText } from '#contract/common.ts';
import type { FormVersion } from '#contract/forms.ts';
import type { Audience } from '#kernel/forms/shown-fields.ts';
import { byKey, type Context } from '#platform/context.ts';
import { formErrors } from './errors.ts';
import type { FormsTables } from './tables.ts';

const published = (ctx: Context) =>
  byKey<FormsTables>(ctx)
    .selectFrom('form_versions as v')
    .innerJoin('forms as f', (join) =>
      join.onRef('f.organisation_id', '=', 'v.organisation_id').onRef('f.id', '=', 'v.form_id'),
    )
    .select(['v.id', 'v.form_id', 'v.number', 'v.definition', 'f.name'])
    .where('v.organisation_id', '=', ctx.organisationId)
    .where('v.published_at', 'is not', null);

type Row = { id: string; form_id: string; number: number; definition: unknown; name: unknown };

const view = (row: Row): FormVersion => ({
  id: row.id,
  formId: row.form_id,
  formName: row.name as LocaleText,
  number: row.number,
  definition: row.definition as FormVersion['definition'],
});

/** The version to fill in; null where the form is out of use or was never published. By its id or its key. */
export async function formInUse(ctx: Context, form: { id: string } | { key: string }): Promise<FormVersion | null> {
  const row = await published(ctx)
    .where('id' in form ? 'f.id' : 'f.key', '=', 'id' in form ? form.id : form.key)
    .where('f.retired_at', 'is', null)
    .orderBy('v.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? view(row) : null;
}

/** Throws `form.version-not-found`; a draft is none. */
export async function formVersion(ctx: Context, id: string): Promise<FormVersion> {
  const row = await published(ctx).where('v.id', '=', id).executeTakeFirst();
  if (!row) throw formErrors.versionNotFound({ id });
  return view(row);
}

/** By id, of those that are there. */
export async function formVersions(ctx: Context, ids: readonly string[]): Promise<Map<string, FormVersion>> {
  if (ids.length === 0) return new Map();
  const rows = await published(ctx)
    .where('v.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, view(row)]));
}

/** What that audience may know of a version: without fields that are not for it. */
export function versionFor(version: FormVersion, audience: Audience): FormVersion {
  if (audience === 'staff') return version;
  const sections = version.definition.sections
    .map((section) => ({ ...section, fields: section.fields.filter((field) => field.customer) }))
    .filter((section) => section.fields.length > 0);
  return { ...version, definition: { sections } };
}
