// What the cases module keeps about a customer: cases, messages, answers, disputes, outcomes, forms filled in. An open case stands against erasure, and one that a regime keeps.
import { sql } from 'kysely';
import { eraseAuthorityWords } from '#modules/authority/index.ts';
import { on, type Context } from '#platform/context.ts';
import type { CustomerData } from '#platform/customer-data.ts';
import { keptCases } from './kept-cases.ts';
import { formDataSection } from './form-data.ts';
import type { CaseTables } from './tables.ts';

export const customerData: CustomerData = {
  async read(ctx, records) {
    const cases = await on<CaseTables>(ctx)
      .selectFrom('cases')
      .select(['number', 'kind', 'state', 'outcome', 'channel', 'subject', 'description'])
      .select(['registered_at as registeredAt', 'closed_at as closedAt'])
      .where('organisation_id', '=', ctx.organisationId)
      .where('customer_id', 'in', [...records])
      .orderBy('registered_at')
      .execute();
    // Internal notes are the organisation's own words and not given out; they are erased with the rest.
    const { rows: words } = await sql<Record<string, unknown>>`
      select c.number, w.at, w.kind, w.text from cases c
       cross join lateral (
         select m.at, case m.direction when 'in' then 'message-received' else 'message-sent' end as kind, m.text
           from case_messages m where m.organisation_id = c.organisation_id and m.case_id = c.id
         union all select claimed_at, 'claim', answer from case_claims where organisation_id = c.organisation_id and case_id = c.id
         union all select at, 'dispute', reason from case_disputes where organisation_id = c.organisation_id and case_id = c.id
         union all select at, 'outcome-' || kind, coalesce(text, '') from case_outcomes where organisation_id = c.organisation_id and case_id = c.id
         union all select at, 'reopening', reason from case_reopenings where organisation_id = c.organisation_id and case_id = c.id
         union all select at, 'remedy-sought', remedy_sought from case_assessments where organisation_id = c.organisation_id and case_id = c.id and remedy_sought is not null
         union all select at, 'incident-place', incident_place from case_assessments where organisation_id = c.organisation_id and case_id = c.id and incident_place is not null
       ) w
       where c.organisation_id = ${ctx.organisationId} and c.customer_id = any(${[...records]}::uuid[])
       order by c.registered_at, w.at`.execute(ctx.transaction);
    return [
      { key: 'cases', title: { ar: 'المعاملات', fa: 'پرونده‌ها', en: 'Cases' }, columns: caseColumns, rows: cases },
      {
        key: 'caseWords',
        title: { ar: 'ما قيل في المعاملات', fa: 'آنچه در پرونده‌ها گفته شد', en: 'What was said in cases' },
        columns: wordColumns,
        rows: words,
      },
      await formDataSection(ctx, records),
    ];
  },
  async subjects(ctx, records) {
    return { type: 'case', ids: await caseIds(ctx, records) };
  },
  async blocks(ctx, records) {
    const { count } = await on<CaseTables>(ctx)
      .selectFrom('cases')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('organisation_id', '=', ctx.organisationId)
      .where('customer_id', 'in', [...records])
      .where('state', '<>', 'closed')
      .executeTakeFirstOrThrow();
    if (Number(count) > 0) return { reason: 'case-open', count: Number(count) };
    const kept = await keptCases(ctx, records);
    const [longest] = kept;
    if (!longest) return null;
    const sum = kept.reduce((cases, one) => cases + one.count, 0);
    return { reason: 'case-kept', count: sum, until: longest.until, rule: longest.rule };
  },
  async keeps(ctx, records) {
    return (await keptCases(ctx, records)).map(({ customerId }) => customerId);
  },
  async erase(ctx, records) {
    await eraseAuthorityWords(ctx, 'case', await caseIds(ctx, records));
    await sql`select cases_erase(${[...records]}::uuid[])`.execute(ctx.transaction);
  },
};

async function caseIds(ctx: Context, records: readonly string[]): Promise<string[]> {
  const rows = await on<CaseTables>(ctx)
    .selectFrom('cases')
    .select('id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('customer_id', 'in', [...records])
    .execute();
  return rows.map(({ id }) => id);
}

const caseColumns = [
  { key: 'number', name: { ar: 'الرقم', fa: 'شماره', en: 'Number' } },
  { key: 'registeredAt', name: { ar: 'تاريخ التسجيل', fa: 'تاریخ ثبت', en: 'Registered' } },
  { key: 'subject', name: { ar: 'الموضوع', fa: 'موضوع', en: 'Subject' } },
  { key: 'description', name: { ar: 'النص', fa: 'متن', en: 'Text' } },
  { key: 'closedAt', name: { ar: 'تاريخ الإغلاق', fa: 'تاریخ بستن', en: 'Closed' } },
];
const wordColumns = [
  { key: 'number', name: { ar: 'الرقم', fa: 'شماره', en: 'Number' } },
  { key: 'at', name: { ar: 'الوقت', fa: 'زمان', en: 'Time' } },
  { key: 'text', name: { ar: 'النص', fa: 'متن', en: 'Text' } },
];
