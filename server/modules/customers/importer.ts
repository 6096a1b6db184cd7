// Customers as rows of a file: which fields a column can fill, and what becomes of the rows.
import { AppError } from '#platform/errors.ts';
import type { ImportField, Importer, ImportFieldType } from '#platform/importer.ts';
import { toLatinDigits } from '#kernel/digits.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { readOrganisation, type Organisation } from '#modules/organisation/index.ts';
import { accessOf } from './access.ts';
import { consentDate, consentFields } from './consent-fields.ts';
import { customerFieldList, type CustomerFieldInfo } from './customer-field-list.ts';
import type { CustomerRowResult, MatchKey } from './customer-row.ts';
import { normaliseEmail } from './email.ts';
import { parsePhone } from './phone.ts';
import { prepareCustomers } from './write-customers.ts';

/** What files of other systems call these, in the three languages; the names of the fields are known already. */
const aliases: Record<string, readonly string[]> = {
  name: ['full name', 'customer name', 'اسم العميل', 'الاسم الكامل', 'نام مشتری', 'نام و نام خانوادگی'],
  kind: ['customer type', 'type', 'نوع العميل', 'نوع مشتری'],
  externalId: [
    'id',
    'customer id',
    'customer number',
    'account number',
    'رقم العميل',
    'كود العميل',
    'رقم الحساب',
    'کد مشتری',
    'شمارهٔ مشتری',
    'شماره اشتراک',
  ],
  nationalId: [
    'national id',
    'id number',
    'registration number',
    'رقم الهوية',
    'الرقم الوطني',
    'رقم السجل التجاري',
    'کد ملی',
    'شماره ملی',
    'شمارهٔ ثبت',
  ],
  email: ['e-mail', 'mail', 'e-mail address', 'البريد', 'الايميل', 'الإيميل', 'ایمیل', 'پست الکترونیک', 'رایانامه'],
  phone: [
    'mobile',
    'cell',
    'telephone',
    'phone number',
    'الجوال',
    'رقم الجوال',
    'رقم الهاتف',
    'الموبايل',
    'المحمول',
    'موبایل',
    'شماره تلفن',
    'همراه',
    'تلفن همراه',
  ],
  gender: ['sex'],
  birthDate: ['date of birth', 'birthday', 'dob', 'born', 'تاريخ الولادة', 'الميلاد', 'تولد', 'زادروز'],
  ageGroupId: ['age'],
  incomeBandId: ['income', 'الدخل', 'درآمد'],
  educationId: ['education level', 'التعليم', 'المؤهل', 'تحصیلات', 'مدرک'],
  regionId: ['city', 'town', 'province', 'area', 'المدينة', 'المنطقة', 'المحافظة', 'شهر', 'استان'],
  address: ['street', 'العنوان الوطني', 'آدرس'],
  stage: ['status', 'customer status', 'الحالة', 'حالة العميل', 'وضعیت'],
  responsibleId: ['account manager', 'مدير الحساب', 'کارشناس'],
};

const matchKeys: readonly MatchKey[] = ['externalId', 'nationalId', 'email', 'phone'];

export const customerImporter: Importer = {
  name: 'customers',
  permission: 'customer.import',
  matchKeys,

  async fields(ctx) {
    const { country } = await readOrganisation(ctx);
    const fields = (await customerFieldList(ctx)).filter((field) => field.writable);
    const consents = (await accessOf(ctx)).write.has('contact') ? consentImportFields : [];
    return [...fields.map((field) => importField(field, country)), ...consents];
  },

  async prepareRows(ctx, rows, { matchBy, dryRun, source, sourceAt }) {
    const write = await prepareCustomers(
      ctx,
      rows.map((row, index) => ({ row: index, values: row.values })),
      { matchBy: matchBy === null ? [] : [matchBy as MatchKey], dryRun, consents: { source, at: sourceAt } },
    );
    return async (writing) => (await write(writing)).map(resultOf);
  },
};

const consentImportFields: readonly ImportField[] = [
  ...consentFields.map(({ key, name, aliases: words }) => ({
    key,
    names: name,
    aliases: words,
    type: 'yes-no' as const,
  })),
  { key: consentDate.key, names: consentDate.name, aliases: consentDate.aliases, type: 'date' },
];

function resultOf({ outcome, faults, warnings }: CustomerRowResult) {
  if (outcome === 'refused') return { result: 'refused' as const, faults };
  return { result: outcome === 'registered' ? ('created' as const) : outcome, warnings };
}

const plainTypes = new Set<string>(['text', 'number', 'date', 'yes-no', 'choice', 'email', 'phone', 'region']);

function importField(field: CustomerFieldInfo, country: Organisation['country']): ImportField {
  const identity = identityOf(field.key, country);
  return {
    key: field.key,
    names: field.name,
    aliases: aliases[field.key] ?? [],
    // People and units are written by name, as any text.
    type: plainTypes.has(field.type) ? (field.type as ImportFieldType) : 'text',
    required: field.key === 'name' || (field.required && field.fieldId !== null && field.customerKind === null),
    unique: field.key === 'externalId' || field.key === 'nationalId',
    ...(identity ? { identity } : {}),
    choices: field.choices.map((choice) => ({ value: choice.key, names: choice.name })),
  };
}

function identityOf(key: string, country: Organisation['country']): ((text: string) => string | null) | undefined {
  if (key === 'email') return (text) => orNull(() => normaliseEmail(text));
  if (key === 'phone') return (text) => orNull(() => parsePhone(text, country));
  if (key === 'externalId') return (text) => toLatinDigits(cleanText(text));
  if (key === 'nationalId') return (text) => toLatinDigits(text).replace(/[^\p{L}\p{N}]/gu, '') || null;
  return undefined;
}

function orNull(read: () => string): string | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
