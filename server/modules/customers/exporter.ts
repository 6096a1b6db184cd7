// The list of customers as a file: the columns that the reader may see, page by page in the order of their ids.
import { sql } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import { CustomerFilters } from '#contract/customer-record.ts';
import { readOrganisation, type OrganisationViews } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import type { ExportColumn, Exporter, ExportLanguage, ExportValue, LeftOut } from '#platform/exporter.ts';
import { accessOf, openTo } from './access.ts';
import { customerConditions } from './customer-conditions.ts';
import { customerFieldList, type CustomerFieldInfo } from './customer-field-list.ts';
import { customerLists } from './customer-lists.ts';
import { consentCells, consentColumns } from './export-consents.ts';
import { allByTerms, granted } from './find-by-terms.ts';
import { ownFieldKey, recordFields } from './record-fields.ts';
import { searchTerms } from './search-terms.ts';
import type { CustomerTables } from './tables.ts';
import { yesNoWords } from './yes-no-words.ts';

const pageSize = 1_000;

const registeredAt: ExportColumn = {
  key: 'registeredAt',
  names: { ar: 'تاريخ التسجيل', fa: 'تاریخ ثبت', en: 'Registered' },
  type: 'date',
};
const mergedRecords: LocaleText = {
  ar: 'سجلات دُمجت في غيرها',
  fa: 'رکوردهای ادغام‌شده در رکورد دیگر',
  en: 'Records merged into another',
};
const consentsOfCustomers: LocaleText = { ar: 'الموافقات', fa: 'رضایت‌ها', en: 'Consents' };
const othersCustomers: LocaleText = {
  ar: 'عملاء خارج مسؤولية صاحب الطلب',
  fa: 'مشتریان بیرون از مسئولیت درخواست‌کننده',
  en: 'Customers whom somebody else looks after',
};

export const customerExporter: Exporter = {
  name: 'customers',
  permission: 'customer.export',

  async columns(ctx) {
    const fields = await customerFieldList(ctx);
    return {
      columns: [
        ...fields.map(({ key, name, type }): ExportColumn => ({
          key,
          names: name,
          type: type === 'number' || type === 'date' ? type : 'text',
        })),
        registeredAt,
        ...((await accessOf(ctx)).read.has('contact') ? consentColumns : []),
      ],
      leftOut: await leftOut(ctx, fields),
    };
  },

  async rows(ctx, query, after, language) {
    const fields = await customerFieldList(ctx);
    const customers = await customersAfter(ctx, query, after);
    const ids = customers.map((customer) => customer.id);
    const consents = (await accessOf(ctx)).read.has('contact')
      ? await consentCells(ctx, ids, { language, timeZone: (await readOrganisation(ctx)).timeZone })
      : () => [];
    const [points, own, word] = [
      await pointsOf(ctx, ids),
      await ownValuesOf(ctx, ids),
      await words(ctx, fields, language),
    ];
    return {
      rows: customers.map((customer) => [
        ...fields.map((field): ExportValue => {
          if (field.type === 'email' || field.type === 'phone')
            return points.get(`${field.type} ${customer.id}`)?.join('; ') ?? null;
          const value =
            field.fieldId === null ? customer[field.column ?? ''] : own.get(`${field.fieldId} ${customer.id}`);
          return word(field, (value ?? null) as ExportValue);
        }),
        customer.registered_at.toISOString().slice(0, 10),
        ...consents(customer.id),
      ]),
      next: customers.length === pageSize ? (ids.at(-1) ?? null) : null,
    };
  },
};

async function leftOut(ctx: Context, shown: readonly CustomerFieldInfo[]): Promise<LeftOut[]> {
  const keys = new Set(shown.map((field) => field.key));
  const { fields } = await customerLists(ctx);
  const all: { key: string; name: LocaleText }[] = [
    ...recordFields,
    ...fields.filter((field) => field.active).map((field) => ({ key: ownFieldKey(field.key), name: field.name })),
  ];
  const merged = await on<CustomerTables>(ctx)
    .selectFrom('customers')
    .select('id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('merged_into_id', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return [
    ...all.filter(({ key }) => !keys.has(key)).map(({ name }): LeftOut => ({ what: name, reason: 'no-right' })),
    ...((await accessOf(ctx)).read.has('contact') ? [] : [{ what: consentsOfCustomers, reason: 'no-right' as const }]),
    ...((await accessOf(ctx)).rows === 'all' ? [] : [{ what: othersCustomers, reason: 'no-right' as const }]),
    ...(merged ? [{ what: mergedRecords, reason: 'merged' as const }] : []),
  ];
}

type CustomerRow = Record<string, unknown> & { id: string; registered_at: Date };

async function customersAfter(
  ctx: Context,
  query: Readonly<Record<string, string>>,
  after: string | null,
): Promise<CustomerRow[]> {
  const access = await accessOf(ctx);
  const typed = query['q'] === undefined ? null : searchTerms(query['q']);
  // A file takes all who fit, where the list on the screen ranks some hundred.
  const found = typed && (await allByTerms(ctx, granted(typed, access)));
  let rows = on<CustomerTables>(ctx)
    .selectFrom('customers as c')
    .selectAll('c')
    .where('c.organisation_id', '=', ctx.organisationId)
    .where('c.merged_into_id', 'is', null)
    .where(openTo(access))
    .$if(after !== null, (select) => select.where('c.id', '>', after))
    .$if(found !== null, (select) => select.where(found!))
    .orderBy('c.id')
    .limit(pageSize);
  for (const condition of await customerConditions(ctx, filtersOf(query))) rows = rows.where(condition);
  return (await rows.execute()) as unknown as CustomerRow[];
}

/** As the address of the list says them; those of own fields as `fields.<key>`. Throws `request.invalid`. */
function filtersOf(query: Readonly<Record<string, string>>): CustomerFilters {
  const own = Object.entries(query).filter(([key]) => key.startsWith('fields.'));
  const fields = Object.fromEntries(own.map(([key, value]) => [key.slice('fields.'.length), value]));
  const read = CustomerFilters.safeParse({ ...query, ...(own.length > 0 ? { fields } : {}) });
  if (!read.success) throw invalidField(String(read.error.issues[0]?.path[0] ?? 'query'), 'invalid');
  return read.data;
}

/** "email <customer>" → addresses, the proved ones first. */
async function pointsOf(ctx: Context, ids: readonly string[]): Promise<Map<string, string[]>> {
  const points = new Map<string, string[]>();
  if (ids.length === 0) return points;
  const rows = await on<CustomerTables>(ctx)
    .selectFrom('contact_points')
    .select(['customer_id', 'channel', 'value'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('customer_id', 'in', [...ids])
    .where('removed_at', 'is', null)
    .orderBy(sql`verified_at desc nulls last, added_at desc, id desc`)
    .execute();
  for (const { customer_id, channel, value } of rows) {
    const key = `${channel} ${customer_id}`;
    points.set(key, [...(points.get(key) ?? []), value]);
  }
  return points;
}

/** "<field> <customer>" → value as it is stored. */
async function ownValuesOf(ctx: Context, ids: readonly string[]): Promise<Map<string, ExportValue>> {
  if (ids.length === 0) return new Map();
  const rows = await on<CustomerTables>(ctx)
    .selectFrom('customer_field_values')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .where('customer_id', 'in', [...ids])
    .execute();
  return new Map(
    rows.map((row) => [
      `${row.field_id} ${row.customer_id}`,
      row.text_value ?? row.number_value ?? row.date_value ?? null,
    ]),
  );
}

/** What stands for an id or a key, in the language of the file. */
async function words(ctx: Context, fields: readonly CustomerFieldInfo[], language: ExportLanguage) {
  const inLanguage = (text: LocaleText): string => text[language] ?? text.ar ?? text.fa ?? text.en ?? '';
  const { regions, choices } = await customerLists(ctx);
  const db = on<OrganisationViews>(ctx);
  const [people, units] = [
    await db
      .selectFrom('person_briefs')
      .select(['id', 'name'])
      .where('organisation_id', '=', ctx.organisationId)
      .execute(),
    await db
      .selectFrom('unit_briefs')
      .select(['id', 'name'])
      .where('organisation_id', '=', ctx.organisationId)
      .execute(),
  ];
  const named = new Map<string, string>([
    ...regions.map((one) => [one.id, inLanguage(one.name)] as const),
    ...choices.map((one) => [one.id, inLanguage(one.name)] as const),
    ...people.map((one) => [one.id, one.name] as const),
    ...units.map((one) => [one.id, inLanguage(one.name as LocaleText)] as const),
  ]);
  const ofField = new Map(
    fields.map((field) => [field.key, new Map(field.choices.map((one) => [one.key, inLanguage(one.name)]))]),
  );
  const yesNo = yesNoWords[language];
  return (field: CustomerFieldInfo, value: ExportValue): ExportValue => {
    if (value === null) return null;
    if (field.type === 'yes-no') return yesNo[Number(value)] ?? null;
    return ofField.get(field.key)?.get(String(value)) ?? named.get(String(value)) ?? value;
  };
}
