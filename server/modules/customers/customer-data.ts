// What the customers module keeps about a customer: the record, addresses, consents, relations.
import { sql } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import type { Context } from '#platform/context.ts';
import type { CustomerData, CustomerDataSection } from '#platform/customer-data.ts';
import { listConsents } from './consents.ts';
import { customerFieldList, type CustomerFieldInfo } from './customer-field-list.ts';
import { readCustomer } from './read-customer.ts';
import { listRelations } from './relations.ts';

/** Hidden classes are not in it: `readCustomer` leaves them out. */
export const customerData: CustomerData = {
  async read(ctx, records) {
    const id = records[0] ?? '';
    const customer = await readCustomer(ctx, id);
    const consents = (await listConsents(ctx, id)).items;
    return [
      await recordSection(ctx, customer),
      {
        key: 'contactPoints',
        title: { ar: 'عناوين التواصل', fa: 'راه‌های تماس', en: 'Addresses' },
        columns: [
          { key: 'value', name: { ar: 'العنوان', fa: 'نشانی', en: 'Address' } },
          { key: 'verifiedAt', name: { ar: 'أثبته العميل', fa: 'ثابت‌شده', en: 'Proved' } },
        ],
        rows: customer.contactPoints,
      },
      {
        key: 'consents',
        title: { ar: 'الموافقات', fa: 'رضایت‌ها', en: 'Consents' },
        columns: [
          { key: 'at', name: { ar: 'الوقت', fa: 'زمان', en: 'Time' } },
          { key: 'purpose', name: { ar: 'الغرض', fa: 'هدف', en: 'Purpose' } },
          { key: 'channel', name: { ar: 'القناة', fa: 'کانال', en: 'Channel' } },
          { key: 'given', name: { ar: 'موافقة', fa: 'رضایت', en: 'Given' } },
          { key: 'source', name: { ar: 'المصدر', fa: 'منبع', en: 'Source' } },
        ],
        rows: consents,
      },
      {
        key: 'relations',
        title: { ar: 'العلاقات', fa: 'پیوندها', en: 'Relations' },
        columns: [
          { key: 'kind', name: { ar: 'النوع', fa: 'نوع', en: 'Kind' } },
          { key: 'direction', name: { ar: 'الاتجاه', fa: 'سو', en: 'Direction' } },
          { key: 'recordedAt', name: { ar: 'منذ', fa: 'از', en: 'Since' } },
          { key: 'endedAt', name: { ar: 'حتى', fa: 'تا', en: 'Until' } },
        ],
        // Who the other is belongs to the other.
        rows: (await listRelations(ctx, id)).items.map(({ kind, direction, recordedAt, endedAt }) => ({
          kind,
          direction,
          recordedAt,
          endedAt,
        })),
      },
    ];
  },
  async erase(ctx, records) {
    await sql`select customers_erase(${[...records]}::uuid[], ${ctx.clock.now()})`.execute(ctx.transaction);
  },
};

/** One row a field, so that fields of the organisation's own stand among the others. */
async function recordSection(
  ctx: Context,
  customer: Awaited<ReturnType<typeof readCustomer>>,
): Promise<CustomerDataSection> {
  const fields = await customerFieldList(ctx);
  const values: Record<string, unknown> = {
    ...customer,
    responsibleId: customer.responsible?.name ?? null,
    ...Object.fromEntries(Object.entries(customer.fields).map(([key, value]) => [`fields.${key}`, value])),
  };
  const rows = fields
    .filter((field) => !field.several && !['regionId', 'responsibleUnitId'].includes(field.key))
    .map((field) => ({ field: field.key, name: field.name, value: worded(field, values[field.key]) }))
    .filter((row) => row.value !== null && row.value !== undefined);
  return {
    key: 'record',
    title: { ar: 'السجل', fa: 'مشخصات', en: 'Record' },
    columns: [
      { key: 'name', name: { ar: 'الحقل', fa: 'فیلد', en: 'Field' } },
      { key: 'value', name: { ar: 'القيمة', fa: 'مقدار', en: 'Value' } },
    ],
    rows: [...rows, { field: 'registeredAt', name: registered, value: customer.registeredAt }],
  };
}

const registered: LocaleText = { ar: 'تاريخ التسجيل', fa: 'تاریخ ثبت', en: 'Registered' };

/** A choice in words: nobody outside knows its id. */
function worded(field: CustomerFieldInfo, value: unknown): unknown {
  return field.choices.find((choice) => choice.key === value)?.name ?? value;
}
