// Begins a form: its key, its name, and a draft with one empty section.
import { sql } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import type { Form } from '#contract/forms.ts';
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { cleanWords } from './clean-words.ts';
import { formErrors } from './errors.ts';
import { getForm, mostForms, personOf } from './form.ts';
import type { FormsTables } from './tables.ts';

/** Throws `form.key-taken`, `form.too-many`. */
export async function createForm(ctx: Context, input: { key: string; name: LocaleText }): Promise<Form> {
  const { count } = await on<FormsTables>(ctx)
    .selectFrom('forms')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('organisation_id', '=', ctx.organisationId)
    .executeTakeFirstOrThrow();
  if (Number(count) >= mostForms) throw formErrors.tooMany({ most: mostForms });
  const id = newId();
  const now = ctx.clock.now();
  const made = await on<FormsTables>(ctx)
    .insertInto('forms')
    .values({
      organisation_id: ctx.organisationId,
      id,
      key: input.key,
      name: JSON.stringify(cleanWords(input.name)),
      created_at: now,
      created_by: personOf(ctx),
      changed_at: now,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'key']).doNothing())
    .returning(sql<number>`1`.as('made'))
    .executeTakeFirst();
  if (!made) throw formErrors.keyTaken({ key: input.key });
  await on<FormsTables>(ctx)
    .insertInto('form_versions')
    .values({
      organisation_id: ctx.organisationId,
      id: newId(),
      form_id: id,
      number: 1,
      definition: JSON.stringify({ sections: [{ key: 'main', title: {}, fields: [] }] }),
      created_at: now,
      created_by: personOf(ctx),
    })
    .execute();
  append(ctx, { type: 'form.created', subjectType: 'form', subjectId: id, data: { key: input.key } });
  return getForm(ctx, id);
}
