// Saves the draft of a form as a whole, unless somebody else was first. It may be unsound: publishing asks.
import type { LocaleText } from '#contract/common.ts';
import type { Form, FormDefinition } from '#contract/forms.ts';
import { append, on, type Context } from '#platform/context.ts';
import { cleanWords } from './clean-words.ts';
import { getForm, requireDraft } from './form.ts';
import type { FormsTables } from './tables.ts';
import { touchForm } from './touch-form.ts';

export type DraftToSave = { id: string; revision: number; name: LocaleText; definition: FormDefinition };

/** Throws `form.no-draft`, `form.changed-meanwhile`. */
export async function saveDraft(ctx: Context, input: DraftToSave): Promise<Form> {
  const draft = await requireDraft(ctx, input.id, input.revision);
  const revision = draft.revision + 1;
  await on<FormsTables>(ctx)
    .updateTable('form_versions')
    .set({ revision, definition: JSON.stringify(cleanDefinition(input.definition)) })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', draft.id)
    .execute();
  await touchForm(ctx, input.id, { name: JSON.stringify(cleanWords(input.name)) });
  append(ctx, {
    type: 'form.draft-changed',
    subjectType: 'form',
    subjectId: input.id,
    data: { version: draft.number, revision },
  });
  return getForm(ctx, input.id);
}

/** What people wrote, as texts are stored everywhere. */
function cleanDefinition({ sections }: FormDefinition): FormDefinition {
  return {
    sections: sections.map((section) => ({
      ...section,
      title: cleanWords(section.title),
      fields: section.fields.map((field) => ({
        ...field,
        label: cleanWords(field.label),
        help: cleanWords(field.help),
        personal: field.personal && { ...field.personal, purpose: cleanWords(field.personal.purpose) },
        choices: field.choices.map((choice) => ({ ...choice, label: cleanWords(choice.label) })),
      })),
    })),
  };
}
