// Staff fill in the form of a case's category, or correct what was filled in. The latest counts; earlier answers stay.
import { sql } from 'kysely';
import type { FilledForm } from '#contract/forms.ts';
import { fieldsOf, type FormAnswers } from '#kernel/forms/form-definition.ts';
import { categoryOf } from '#modules/catalogue/index.ts';
import { accessOf } from '#modules/customers/index.ts';
import { formVersions } from '#modules/forms/index.ts';
import { append, on, type Context } from '#platform/context.ts';
import { attachToCase } from './attach-to-case.ts';
import { attachmentsOf } from './attachments-of.ts';
import { caseErrors } from './errors.ts';
import { answerRows, checkCaseForm, keepFormAnswers, readable } from './form-answers.ts';
import { staffActions } from './lifecycle.ts';
import { changeCase, lockCase } from './lock-case.ts';
import { searchVector } from './searchable-words.ts';
import type { CaseTables } from './tables.ts';

/** Throws `case.no-form` when the category asks for nothing. */
export async function fillForm(ctx: Context, { id, form }: { id: string; form: FilledForm }): Promise<void> {
  const row = await lockCase(ctx, id, staffActions.classify.states);
  const category = row.category_id ? await categoryOf(ctx, row.category_id) : null;
  const given = { ...form, answers: { ...form.answers, ...(await unseen(ctx, id, category?.formId ?? null)) } };
  const checked = await checkCaseForm(ctx, category, given);
  if (!checked) throw caseErrors.noForm({ id });
  // A file that was there before is attached already.
  const attached = new Set((await attachmentsOf(ctx, id)).map((one) => one.file.id));
  const answersId = await keepFormAnswers(ctx, id, checked);
  await attachToCase(
    ctx,
    id,
    'case',
    id,
    [...new Set(checked.fileIds)].filter((file) => !attached.has(file)),
  );
  await changeCase(ctx, id, {});
  if (checked.words)
    await on<CaseTables>(ctx)
      .updateTable('cases')
      .set({ search: sql<string>`search || ${searchVector(checked.words)}` })
      .where('organisation_id', '=', ctx.organisationId)
      .where('id', '=', id)
      .execute();
  append(ctx, {
    type: 'case.form-filled',
    subjectType: 'case',
    subjectId: id,
    customerId: row.customer_id,
    data: { answersId, versionId: checked.versionId },
  });
}

/** Answers of the same form that whoever fills it in may not see: they stay, and cannot be written over. */
async function unseen(ctx: Context, caseId: string, formId: string | null): Promise<FormAnswers> {
  const rows = await answerRows(ctx, caseId);
  const versions = await formVersions(
    ctx,
    rows.map((row) => row.version_id),
  );
  const last = rows.find((row) => versions.get(row.version_id)?.formId === formId);
  const version = last && versions.get(last.version_id);
  if (!last || !version) return {};
  const answers = last.answers as FormAnswers;
  const { read } = await accessOf(ctx);
  const { hidden } = readable(version.definition, answers, read);
  return Object.fromEntries(
    fieldsOf(version.definition).flatMap(({ key }) => (hidden.includes(key) ? [[key, answers[key]!]] : [])),
  );
}
