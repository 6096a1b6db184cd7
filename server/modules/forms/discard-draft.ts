// Throws the draft of a form away. The first draft of a form that was never published stays: without it there would be no form.
import type { Form } from '#contract/forms.ts';
import { append, on, type Context } from '#platform/context.ts';
import { formErrors } from './errors.ts';
import { getForm, requireDraft } from './form.ts';
import type { FormsTables } from './tables.ts';
import { touchForm } from './touch-form.ts';

/** Throws `form.not-found`, `form.no-draft`, `form.not-published`. */
export async function discardDraft(ctx: Context, id: string): Promise<Form> {
  const draft = await requireDraft(ctx, id);
  if (draft.number === 1) throw formErrors.notPublished({ id });
  await on<FormsTables>(ctx)
    .deleteFrom('form_versions')
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', draft.id)
    .execute();
  await touchForm(ctx, id);
  append(ctx, { type: 'form.draft-discarded', subjectType: 'form', subjectId: id, data: { version: draft.number } });
  return getForm(ctx, id);
}
