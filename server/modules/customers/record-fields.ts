// The fields that every record has: key, type, class, column, and names in three languages by which files name them too.
import type { LocaleText } from '#contract/common.ts';
import type { ChoiceList, CustomerFieldType, CustomerKind, FieldClass } from '#contract/customer-record.ts';
import type { z } from 'zod';

type Names = { ar: string; fa: string; en: string };
export type FieldType = z.infer<typeof CustomerFieldType> | 'region' | 'person' | 'unit' | 'email' | 'phone';

export type RecordField = {
  key: string;
  /** Null: not a column of the customer's row. */
  column: string | null;
  type: FieldType;
  /** Null: readable and writable for everybody who works with customers. */
  fieldClass: FieldClass | null;
  name: Names;
  customerKind: CustomerKind | null;
  /** May not be emptied. */
  required: boolean;
  /** Longest text. */
  longest?: number;
  choices?: readonly { key: string; name: LocaleText }[];
  /** Its choices are one of the organisation's lists. */
  list?: z.infer<typeof ChoiceList>;
};

const name = (ar: string, fa: string, en: string): Names => ({ ar, fa, en });
const choice = (key: string, ar: string, fa: string, en: string) => ({ key, name: name(ar, fa, en) });

function field(
  key: string,
  column: string | null,
  type: FieldType,
  fieldClass: FieldClass | null,
  names: Names,
  more: Partial<RecordField> = {},
): RecordField {
  return { key, column, type, fieldClass, name: names, customerKind: null, required: false, ...more };
}

export const recordFields: readonly RecordField[] = [
  field('kind', 'kind', 'choice', null, name('النوع', 'نوع', 'Kind'), {
    choices: [choice('person', 'شخص', 'فرد', 'Person'), choice('company', 'شركة', 'شرکت', 'Company')],
  }),
  field('name', 'name', 'text', null, name('الاسم', 'نام', 'Name'), { required: true, longest: 300 }),
  field('externalId', 'external_id', 'text', 'identity', name('المعرّف الخارجي', 'شناسهٔ بیرونی', 'External id'), {
    longest: 100,
  }),
  field(
    'nationalId',
    'national_id',
    'text',
    'identity',
    name('رقم الهوية أو السجل التجاري', 'شناسهٔ ملی', 'National id or registration number'),
    { longest: 40 },
  ),
  field('email', null, 'email', 'contact', name('البريد الإلكتروني', 'رایانامه', 'E-mail')),
  field('phone', null, 'phone', 'contact', name('الهاتف', 'تلفن', 'Phone')),
  field('language', 'language', 'choice', null, name('اللغة', 'زبان', 'Language'), {
    required: true,
    choices: [
      choice('ar', 'العربية', 'عربی', 'Arabic'),
      choice('fa', 'الفارسية', 'فارسی', 'Persian'),
      choice('en', 'الإنجليزية', 'انگلیسی', 'English'),
    ],
  }),
  field(
    'preferredChannel',
    'preferred_channel',
    'choice',
    null,
    name('القناة المفضلة', 'کانال دلخواه', 'Preferred channel'),
    {
      choices: [choice('email', 'البريد الإلكتروني', 'رایانامه', 'E-mail'), choice('phone', 'الهاتف', 'تلفن', 'Phone')],
    },
  ),
  field('stage', 'stage', 'choice', null, name('المرحلة', 'مرحله', 'Stage'), {
    required: true,
    choices: [
      choice('prospective', 'محتمل', 'احتمالی', 'Prospective'),
      choice('current', 'حالي', 'کنونی', 'Current'),
      choice('lapsed', 'سابق', 'پیشین', 'Lapsed'),
    ],
  }),
  field('gender', 'gender', 'choice', 'demographic', name('الجنس', 'جنسیت', 'Gender'), {
    customerKind: 'person',
    choices: [choice('female', 'أنثى', 'زن', 'Female'), choice('male', 'ذكر', 'مرد', 'Male')],
  }),
  field('birthDate', 'birth_date', 'date', 'identity', name('تاريخ الميلاد', 'تاریخ تولد', 'Birth date'), {
    customerKind: 'person',
  }),
  field('ageGroupId', 'age_group_id', 'choice', 'demographic', name('الفئة العمرية', 'گروه سنی', 'Age group'), {
    customerKind: 'person',
    list: 'age-group',
  }),
  field('incomeBandId', 'income_band_id', 'choice', 'demographic', name('شريحة الدخل', 'بازهٔ درآمد', 'Income band'), {
    customerKind: 'person',
    list: 'income-band',
  }),
  field('educationId', 'education_id', 'choice', 'demographic', name('المستوى التعليمي', 'تحصیلات', 'Education'), {
    customerKind: 'person',
    list: 'education',
  }),
  field(
    'socialGroupId',
    'social_group_id',
    'choice',
    'demographic',
    name('الفئة الاجتماعية', 'گروه اجتماعی', 'Social group'),
    { customerKind: 'person', list: 'social-group' },
  ),
  field('regionId', 'region_id', 'region', 'place', name('المكان', 'مکان', 'Region')),
  field('address', 'address', 'text', 'place', name('العنوان', 'نشانی', 'Address'), { longest: 500 }),
  field('responsibleId', 'responsible_id', 'person', null, name('المسؤول', 'مسئول', 'Responsible person')),
  field(
    'responsibleUnitId',
    'responsible_unit_id',
    'unit',
    null,
    name('الوحدة المسؤولة', 'واحد مسئول', 'Responsible unit'),
  ),
];

/** Own fields are named `fields.<key>`, so that they never meet a later field of ours. */
export const ownFieldKey = (key: string): string => `fields.${key}`;
