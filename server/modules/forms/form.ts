// Forms as the API shows them, and their rows as verbs need them.
import type { Selectable } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import type { Form, FormBrief } from '#contract/forms.ts';
import { fieldsOf, type FormDefinition } from '#kernel/forms/form-definition.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import { formErrors } from './errors.ts';
import type { FormsTables } from './tables.ts';

export type FormRow = Selectable<FormsTables['forms']>;
export type VersionRow = Selectable<FormsTables['form_versions']>;

/** An organisation designs dozens; a list of all of them is short enough to be shown at once. */
export const mostForms = 300;

/** By name in no language in particular: those changed last come first. */
export async function listForms(ctx: Context): Promise<{ items: FormBrief[] }> {
  const rows = await on<FormsTables>(ctx)
    .selectFrom('forms as f')
    .leftJoin('form_versions as v', (join) =>
      join.onRef('v.organisation_id', '=', 'f.organisation_id').onRef('v.form_id', '=', 'f.id'),
    )
    .select(['f.id', 'f.key', 'f.name', 'f.retired_at', 'f.changed_at'])
    .select(['v.id as version_id', 'v.number', 'v.published_at'])
    .where('f.organisation_id', '=', ctx.organisationId)
    .orderBy('f.changed_at', 'desc')
    .orderBy('f.id')
    .orderBy('v.number', 'desc')
    .execute();
  const items = new Map<string, FormBrief>();
  for (const row of rows) {
    const item = items.get(row.id) ?? briefOf(row);
    items.set(row.id, item);
    if (row.version_id === null) continue;
    if (row.published_at === null) item.hasDraft = true;
    // The newest comes first.
    else item.current ??= { id: row.version_id, number: row.number!, publishedAt: row.published_at };
  }
  return { items: [...items.values()] };
}

/** Throws `form.not-found`. `lock`: whoever changes it comes one after the other. */
export async function requireForm(ctx: Context, id: string, lock = false): Promise<FormRow> {
  const row = await on<FormsTables>(ctx)
    .selectFrom('forms')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .$if(lock, (select) => select.forUpdate())
    .executeTakeFirst();
  if (!row) throw formErrors.notFound({ id });
  return row;
}

/** Locks the form. Throws `form.not-found`, `form.no-draft`, and `form.changed-meanwhile` when it is not at that revision. */
export async function requireDraft(ctx: Context, id: string, revision?: number): Promise<VersionRow> {
  await requireForm(ctx, id, true);
  const draft = await versions(ctx, id).where('published_at', 'is', null).executeTakeFirst();
  if (!draft) throw formErrors.noDraft({ id });
  if (revision !== undefined && draft.revision !== revision)
    throw formErrors.changedMeanwhile({ revision: draft.revision });
  return draft;
}

export const versions = (ctx: Context, formId: string) =>
  on<FormsTables>(ctx)
    .selectFrom('form_versions')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .where('form_id', '=', formId);

/** Throws `form.not-found`. */
export async function getForm(ctx: Context, id: string): Promise<Form> {
  const [row, all] = await Promise.all([
    requireForm(ctx, id),
    on<FormsTables & OrganisationViews>(ctx)
      .selectFrom('form_versions as v')
      .leftJoin('person_briefs as p', (join) =>
        join.onRef('p.organisation_id', '=', 'v.organisation_id').onRef('p.id', '=', 'v.published_by'),
      )
      .selectAll('v')
      .select('p.name as publisher')
      .where('v.organisation_id', '=', ctx.organisationId)
      .where('v.form_id', '=', id)
      .orderBy('v.number', 'desc')
      .execute(),
  ]);
  const draft = all.find((version) => version.published_at === null);
  const published = all.flatMap(({ published_at: publishedAt, ...version }) =>
    publishedAt === null
      ? []
      : {
          id: version.id,
          number: version.number,
          note: version.note,
          publishedAt,
          publishedBy:
            version.published_by && version.publisher ? { id: version.published_by, name: version.publisher } : null,
          fields: fieldsOf(version.definition as FormDefinition).length,
        },
  );
  const keys = all
    .filter((version) => version.published_at !== null)
    .flatMap((version) => fieldsOf(version.definition as FormDefinition).map(({ key }) => key));
  const [current] = published;
  return {
    ...briefOf(row),
    current: current ? { id: current.id, number: current.number, publishedAt: current.publishedAt } : null,
    hasDraft: draft !== undefined,
    draft: draft
      ? {
          number: draft.number,
          revision: draft.revision,
          definition: draft.definition as NonNullable<Form['draft']>['definition'],
        }
      : null,
    versions: published,
    publishedKeys: [...new Set(keys)],
  };
}

function briefOf(row: Pick<FormRow, 'id' | 'key' | 'name' | 'retired_at' | 'changed_at'>): FormBrief {
  return {
    id: row.id,
    key: row.key,
    name: row.name as LocaleText,
    current: null,
    hasDraft: false,
    retired: row.retired_at !== null,
    changedAt: row.changed_at,
  };
}

/** Whoever acts, where it is a person. */
export const personOf = (ctx: Context): string | null => (ctx.actor.kind === 'staff' ? ctx.actor.personId : null);
