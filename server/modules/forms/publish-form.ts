// Publishes the draft of a form: from now on it is what people fill in, and nobody can change it any more.
import type { Form } from '#contract/forms.ts';
import { checkForm } from '#kernel/forms/check-form.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { append, on, type Context } from '#platform/context.ts';
import { commonErrors } from '#platform/errors.ts';
import { formErrors } from './errors.ts';
import { getForm, personOf, requireDraft, requireForm } from './form.ts';
import type { FormsTables } from './tables.ts';
import { touchForm } from './touch-form.ts';

export type Publication = { id: string; revision: number; note: string | null };

/** Throws `form.no-draft`, `form.changed-meanwhile`, `form.retired`, and `request.invalid` with every fault at its field. */
export async function publishForm(ctx: Context, input: Publication): Promise<Form> {
  const draft = await requireDraft(ctx, input.id, input.revision);
  if ((await requireForm(ctx, input.id)).retired_at) throw formErrors.retired({ id: input.id });
  const faults = checkForm(draft.definition);
  if (faults.length > 0)
    throw commonErrors.invalid(
      {},
      faults.map(({ code, path }) => ({ field: ['definition', ...path].join('.'), code })),
    );
  await on<FormsTables>(ctx)
    .updateTable('form_versions')
    .set({
      note: cleanText(input.note ?? '') || null,
      published_at: ctx.clock.now(),
      published_by: personOf(ctx),
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', draft.id)
    .execute();
  await touchForm(ctx, input.id);
  append(ctx, {
    type: 'form.published',
    subjectType: 'form',
    subjectId: input.id,
    data: { version: draft.number, versionId: draft.id },
  });
  return getForm(ctx, input.id);
}
