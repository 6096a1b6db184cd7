// What was filled in for a case: checked at the door of forms, kept with the version it answers, and read by that version.
import type { CaseForms } from '#contract/case-forms.ts';
import type { FilledForm } from '#contract/forms.ts';
import type { Category } from '#contract/catalogue.ts';
import { fieldsOf, type FormAnswers, type FormDefinition } from '#kernel/forms/form-definition.ts';
import { categoryOf } from '#modules/catalogue/index.ts';
import { accessOf } from '#modules/customers/index.ts';
import { checkFormAnswers, formInUse, formVersions, type CheckedForm } from '#modules/forms/index.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { byKey, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { attachmentsOf } from './attachments-of.ts';
import { caseErrors } from './errors.ts';
import type { CaseTables } from './tables.ts';

/** Null where the category asks for nothing. Throws `request.invalid` with a fault for each field. */
export async function checkCaseForm(
  ctx: Context,
  category: Pick<Category, 'formId'> | null,
  filled: FilledForm | undefined,
): Promise<CheckedForm | null> {
  if (!category?.formId) return null;
  return checkFormAnswers(ctx, {
    form: { id: category.formId },
    filled,
    audience: ctx.actor.kind === 'customer' ? 'customer' : 'staff',
    under: 'form.answers',
  });
}

/** Files are attached by the caller. */
export async function keepFormAnswers(ctx: Context, caseId: string, form: CheckedForm): Promise<string> {
  const id = newId();
  await on<CaseTables>(ctx)
    .insertInto('case_form_answers')
    .values({
      organisation_id: ctx.organisationId,
      id,
      case_id: caseId,
      version_id: form.versionId,
      answers: JSON.stringify(form.answers),
      person_id: ctx.actor.kind === 'staff' ? ctx.actor.personId : null,
      at: ctx.clock.now(),
    })
    .execute();
  return id;
}

/** Newest first, as they stand. */
export function answerRows(ctx: Context, caseId: string) {
  return byKey<CaseTables & OrganisationViews>(ctx)
    .selectFrom('case_form_answers as a')
    .leftJoin('person_briefs as p', (join) =>
      join.onRef('p.organisation_id', '=', 'a.organisation_id').onRef('p.id', '=', 'a.person_id'),
    )
    .select(['a.id', 'a.version_id', 'a.answers', 'a.at', 'a.person_id', 'p.name'])
    .where('a.organisation_id', '=', ctx.organisationId)
    .where('a.case_id', '=', caseId)
    .orderBy('a.at', 'desc')
    .orderBy('a.id', 'desc')
    .execute();
}

/** Throws `case.not-found`. */
export async function caseForms(ctx: Context, id: string): Promise<CaseForms> {
  const found = await byKey<CaseTables>(ctx)
    .selectFrom('cases')
    .select('category_id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw caseErrors.notFound({ id });
  const [rows, access, attachments, category] = await Promise.all([
    answerRows(ctx, id),
    accessOf(ctx),
    attachmentsOf(ctx, id),
    found.category_id ? categoryOf(ctx, found.category_id) : null,
  ]);
  const [versions, asked] = await Promise.all([
    formVersions(
      ctx,
      rows.map((row) => row.version_id),
    ),
    category?.formId ? formInUse(ctx, { id: category.formId }) : null,
  ]);
  const items = rows.flatMap((row): CaseForms['items'] => {
    const version = versions.get(row.version_id);
    if (!version) return [];
    const { answers, hidden } = readable(version.definition, row.answers as FormAnswers, access.read);
    return [
      {
        id: row.id,
        at: row.at,
        by: row.person_id
          ? { kind: 'staff', id: row.person_id, name: row.name }
          : { kind: 'customer', id: null, name: null },
        version,
        answers,
        hidden,
      },
    ];
  });
  const named = new Set(items.flatMap((item) => Object.values(item.answers)));
  return { asked, items, files: attachments.map((one) => one.file).filter((file) => named.has(file.id)) };
}

/** Personal answers go by the rights to the same class of the customer's record: what is not granted is not sent. */
export function readable(
  definition: FormDefinition,
  answers: FormAnswers,
  classes: ReadonlySet<string>,
): { answers: FormAnswers; hidden: string[] } {
  const hidden = fieldsOf(definition)
    .filter(({ key, personal }) => personal && !classes.has(personal.fieldClass) && Object.hasOwn(answers, key))
    .map(({ key }) => key);
  return { answers: Object.fromEntries(Object.entries(answers).filter(([key]) => !hidden.includes(key))), hidden };
}
