// What customers filled in, for the export of everything about one: each answer with the words of the version that asked.
import type { FormAnswers } from '#kernel/forms/form-definition.ts';
import { answersInWords, formVersions } from '#modules/forms/index.ts';
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
  const rows = found.flatMap(({ number, at, version_id, answers }) => {
    const version = versions.get(version_id);
    return version
      ? answersInWords(version, answers as FormAnswers, language).map((words) => ({ number, at, ...words }))
      : [];
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
