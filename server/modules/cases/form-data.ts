// What customers filled in, for the export of everything about one: each answer with the words of the version that asked.
import type { LocaleText } from '#contract/common.ts';
import {
  decidingValues,
  fieldsOf,
  type AnswerValue,
  type FormAnswers,
  type FormField,
} from '#kernel/forms/form-definition.ts';
import { formVersions } from '#modules/forms/index.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import type { CustomerDataSection } from '#platform/customer-data.ts';
import type { CaseTables } from './tables.ts';

export async function formDataSection(ctx: Context, records: readonly string[]): Promise<CustomerDataSection> {
  const found = await on<CaseTables>(ctx)
    .selectFrom('case_form_answers as a')
    .innerJoin('cases as c', (join) =>
      join.onRef('c.organisation_id', '=', 'a.organisation_id').onRef('c.id', '=', 'a.case_id'),
    )
    .select(['c.number', 'a.at', 'a.version_id', 'a.answers'])
    .where('a.organisation_id', '=', ctx.organisationId)
    .where('c.customer_id', 'in', [...records])
    .orderBy('a.at')
    .execute();
  const versions = await formVersions(
    ctx,
    found.map((row) => row.version_id),
  );
  const { language } = await readOrganisation(ctx);
  const say = (text: LocaleText | FormField['label']): string => text[language] ?? text.ar ?? text.fa ?? text.en ?? '';
  const rows = found.flatMap(({ number, at, version_id, answers }) => {
    const version = versions.get(version_id);
    if (!version) return [];
    return fieldsOf(version.definition).flatMap((field) => {
      const answer = (answers as FormAnswers)[field.key];
      return answer === undefined
        ? []
        : [{ number, at, form: say(version.formName), field: say(field.label), answer: inWords(field, answer, say) }];
    });
  });
  return {
    key: 'caseForms',
    title: { ar: 'ما عُبّئ من نماذج', fa: 'فرم‌های پرشده', en: 'Forms filled in' },
    columns: [
      { key: 'number', name: { ar: 'الرقم', fa: 'شماره', en: 'Number' } },
      { key: 'at', name: { ar: 'الوقت', fa: 'زمان', en: 'Time' } },
      { key: 'form', name: { ar: 'النموذج', fa: 'فرم', en: 'Form' } },
      { key: 'field', name: { ar: 'الحقل', fa: 'فیلد', en: 'Field' } },
      { key: 'answer', name: { ar: 'الإجابة', fa: 'پاسخ فرم', en: 'Answer' } },
    ],
    rows,
  };
}

/** Choices by their names; what has no words stays as it is kept. */
function inWords(
  field: FormField,
  answer: AnswerValue,
  say: (text: FormField['label']) => string,
): string | number | boolean {
  if (typeof answer !== 'string' && !Array.isArray(answer)) return answer as number | boolean;
  const keys = typeof answer === 'string' ? [answer] : answer;
  if (decidingValues(field).length === 0 || field.type === 'yes-no') return keys.join(', ');
  return keys.map((key) => say(field.choices.find((choice) => choice.key === key)?.label ?? {}) || key).join(', ');
}
