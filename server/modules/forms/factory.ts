// For tests: a form with fields, published by the verbs that people use.
import { newField, type FormField } from '#kernel/forms/form-definition.ts';
import type { Form, FormDefinition } from '#contract/forms.ts';
import type { Context } from '#platform/context.ts';
import { createForm } from './create-form.ts';
import { publishForm } from './publish-form.ts';
import { saveDraft } from './save-draft.ts';

type Wish = Partial<FormField> & Pick<FormField, 'type' | 'key'>;
let made = 0;

export function definitionOf(...fields: Wish[]): FormDefinition {
  const whole = fields.map((wish) => ({ ...newField(wish.type, wish.key), label: { en: wish.key }, ...wish }));
  return {
    sections: [{ key: 'main', title: {}, fields: whole }],
  };
}

/** Saves the open draft with these fields and publishes it. */
export async function publishFields(ctx: Context, form: Form, ...fields: Wish[]): Promise<Form> {
  const { id, name, draft } = form;
  const saved = await saveDraft(ctx, { id, name, revision: draft!.revision, definition: definitionOf(...fields) });
  return publishForm(ctx, { id, revision: saved.draft!.revision, note: null });
}

export async function buildForm(ctx: Context, ...fields: Wish[]): Promise<Form> {
  made += 1;
  const form = await createForm(ctx, { key: `form-${made}-${process.pid}`, name: { en: 'Details' } });
  return publishFields(ctx, form, ...fields);
}
