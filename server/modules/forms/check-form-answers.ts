// Checks what somebody filled in, for the module that keeps it with the id of the version.
import type { FilledForm, FormVersion } from '#contract/forms.ts';
import { checkAnswers } from '#kernel/forms/check-answers.ts';
import { fieldsOf, type FormAnswers } from '#kernel/forms/form-definition.ts';
import type { Audience } from '#kernel/forms/shown-fields.ts';
import { readOrganisation, type OrganisationViews } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import { commonErrors, type FieldFault } from '#platform/errors.ts';
import { answerTexts } from './answer-texts.ts';
import { formErrors } from './errors.ts';
import { formInUse, formVersion } from './form-version.ts';

export type FormToCheck = {
  form: { id: string } | { key: string };
  /** Nothing filled in is an empty form. */
  filled: FilledForm | undefined;
  audience: Audience;
  /** Before the names of faults, such as `form.answers`. */
  under: string;
};

export type CheckedForm = {
  versionId: string;
  answers: FormAnswers;
  /** Uploaded files that answers name: the caller attaches them. */
  fileIds: string[];
  /** What was written, for the caller's search. */
  words: string;
};

/**
 * By the version that was on the screen, when it is one of this form: whoever began before another was published loses nothing.
 * Null: there is nothing to fill in. Throws `request.invalid` with a fault for each field, `form.version-not-found`.
 */
export async function checkFormAnswers(ctx: Context, input: FormToCheck): Promise<CheckedForm | null> {
  const version = await versionToCheck(ctx, input);
  if (!version) return null;
  const { country } = await readOrganisation(ctx);
  const { answers, faults } = checkAnswers(version.definition, input.filled?.answers, {
    audience: input.audience,
    country,
  });
  const all: FieldFault[] = [...faults, ...(await missingThings(ctx, version, answers))];
  if (all.length > 0)
    throw commonErrors.invalid(
      {},
      all.map((fault) => ({ ...fault, field: `${input.under}.${fault.field}` })),
    );
  const fileIds = fieldsOf(version.definition).flatMap(({ key, type }) =>
    type === 'file' && Object.hasOwn(answers, key) ? [answers[key] as string] : [],
  );
  return { versionId: version.id, answers, fileIds, words: answerTexts(version.definition, answers).join('\n') };
}

async function versionToCheck(ctx: Context, { form, filled }: FormToCheck): Promise<FormVersion | null> {
  const current = await formInUse(ctx, form);
  if (!filled?.versionId || filled.versionId === current?.id) return current;
  const given = await formVersion(ctx, filled.versionId);
  const formId = 'id' in form ? form.id : current?.formId;
  if (given.formId !== formId) throw formErrors.versionNotFound({ id: given.id });
  return given;
}

/** Units and people that are not there. */
async function missingThings(ctx: Context, { definition }: FormVersion, answers: FormAnswers): Promise<FieldFault[]> {
  const named = (type: 'unit' | 'person') =>
    fieldsOf(definition).flatMap((field) =>
      field.type === type && Object.hasOwn(answers, field.key)
        ? [{ field: field.key, id: answers[field.key] as string }]
        : [],
    );
  const known = async (view: 'unit_briefs' | 'person_briefs', ids: string[]) =>
    ids.length === 0
      ? []
      : on<OrganisationViews>(ctx)
          .selectFrom(view)
          .select('id')
          .where('organisation_id', '=', ctx.organisationId)
          .where('id', 'in', ids)
          .execute();
  const [units, people] = [named('unit'), named('person')];
  const found = new Set(
    (
      await Promise.all([
        known(
          'unit_briefs',
          units.map(({ id }) => id),
        ),
        known(
          'person_briefs',
          people.map(({ id }) => id),
        ),
      ])
    ).flatMap((rows) => rows.map(({ id }) => id)),
  );
  return [...units, ...people].filter(({ id }) => !found.has(id)).map(({ field }) => ({ field, code: 'invalid' }));
}
