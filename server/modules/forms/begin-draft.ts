// Begins the next version of a form as a draft, from the one that holds.
import type { Form } from '#contract/forms.ts';
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { formErrors } from './errors.ts';
import { getForm, personOf, requireForm, versions } from './form.ts';
import type { FormsTables } from './tables.ts';
import { touchForm } from './touch-form.ts';

/** Throws `form.not-found`, `form.retired`, `form.draft-open`. */
export async function beginDraft(ctx: Context, id: string): Promise<Form> {
  const form = await requireForm(ctx, id, true);
  if (form.retired_at) throw formErrors.retired({ id });
  const newest = await versions(ctx, id).orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow();
  if (newest.published_at === null) throw formErrors.draftOpen({ id });
  const number = newest.number + 1;
  await on<FormsTables>(ctx)
    .insertInto('form_versions')
    .values({
      organisation_id: ctx.organisationId,
      id: newId(),
      form_id: id,
      number,
      definition: JSON.stringify(newest.definition),
      created_at: ctx.clock.now(),
      created_by: personOf(ctx),
    })
    .execute();
  await touchForm(ctx, id);
  append(ctx, { type: 'form.draft-begun', subjectType: 'form', subjectId: id, data: { version: number } });
  return getForm(ctx, id);
}
