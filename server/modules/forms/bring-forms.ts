// Brings forms that something shipped needs, such as a template of a process: one that is there already is used, any other is made and published.
import { sql } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import { fieldsOf, type FormDefinition } from '#kernel/forms/form-definition.ts';
import { may, on, type Context } from '#platform/context.ts';
import { createForm } from './create-form.ts';
import { publishForm } from './publish-form.ts';
import { saveDraft } from './save-draft.ts';
import type { FormsTables } from './tables.ts';

/** `needs`: keys of the fields without whose answers it would not serve. */
export type WantedForm = { key: string; name: LocaleText; definition: FormDefinition; needs: readonly string[] };

/** Where an organisation uses the key for something else: `refund-2`, `refund-3` … */
const mostOfOneKey = 9;

/**
 * By the wanted key the key of the form in use. Not there: nobody made it yet, and whoever acts may not. Only what was published, and not
 * taken out of use, serves. Throws `form.key-taken` where every key of the kind is something else, `form.too-many`.
 */
export async function bringForms(ctx: Context, wanted: readonly WantedForm[]): Promise<Map<string, string>> {
  const brought = new Map<string, string>();
  if (wanted.length === 0) return brought;
  const there = await formsThere(
    ctx,
    wanted.flatMap(({ key }) => keysOf(key)),
  );
  for (const form of wanted) {
    const { key } = form;
    const serving = keysOf(key).find((each) => serves(there.get(each) ?? null, form));
    if (serving !== undefined) brought.set(key, serving);
    else if (may(ctx.actor, 'form.manage')) {
      const free = keysOf(key).find((each) => !there.has(each)) ?? key;
      await make(ctx, { ...form, key: free });
      brought.set(key, free);
    }
  }
  return brought;
}

const keysOf = (key: string): string[] => [
  key,
  ...Array.from({ length: mostOfOneKey - 1 }, (_, at) => `${key}-${at + 2}`),
];

/** The same answers: of the same type and, where they are chosen, from at least the same choices. */
function serves(present: FormDefinition | null, { definition, needs }: WantedForm): boolean {
  if (!present) return false;
  const asked = new Map(fieldsOf(present).map((field) => [field.key, field]));
  return fieldsOf(definition)
    .filter(({ key }) => needs.includes(key))
    .every(({ key, type, choices }) => {
      const field = asked.get(key);
      const offered = new Set(field?.choices.map((choice) => choice.key));
      return field?.type === type && choices.every((choice) => offered.has(choice.key));
    });
}

/** By key what is filled in now; null where that is nothing. */
async function formsThere(ctx: Context, keys: readonly string[]): Promise<Map<string, FormDefinition | null>> {
  const rows = await on<FormsTables>(ctx)
    .selectFrom('forms as f')
    .leftJoin('form_versions as v', (join) =>
      join
        .onRef('v.organisation_id', '=', 'f.organisation_id')
        .onRef('v.form_id', '=', 'f.id')
        .on('v.published_at', 'is not', null)
        .on('f.retired_at', 'is', null),
    )
    .select(['f.key', 'v.definition'])
    .distinctOn('f.key')
    .where('f.organisation_id', '=', ctx.organisationId)
    .where('f.key', 'in', keys)
    .orderBy('f.key')
    .orderBy(sql`v.number desc nulls last`)
    .execute();
  return new Map(rows.map(({ key, definition }) => [key, definition as FormDefinition | null]));
}

async function make(ctx: Context, { key, name, definition }: WantedForm): Promise<void> {
  const { id, draft } = await createForm(ctx, { key, name });
  const saved = await saveDraft(ctx, { id, revision: draft!.revision, name, definition });
  await publishForm(ctx, { id, revision: saved.draft!.revision, note: null });
}
