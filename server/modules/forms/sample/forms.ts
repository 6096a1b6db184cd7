// The forms of the sample service authority: what it asks besides the customer's own words.
import { newField, type FormField, type FormSection } from '#kernel/forms/form-definition.ts';
import type { LocaleText } from '#contract/common.ts';

export type SampleForm = { key: string; name: LocaleText; note: string | null; sections: FormSection[] };

type Wish = Partial<FormField> & Pick<FormField, 'key' | 'type' | 'label'>;
const field = ({ key, type, ...rest }: Wish): FormField => ({ ...newField(type, key), ...rest });
const place = (purpose: FormField['label']) => ({ fieldClass: 'place' as const, purpose });
const toVisit = {
  ar: 'لإرسال الفني إلى المكان الصحيح',
  fa: 'برای فرستادن کارشناس به نشانی درست',
  en: 'To send the technician to the right place',
};

/** Bound to categories by the sample of the catalogue. */
export const sampleForms = (currency: string): SampleForm[] => [
  {
    key: 'appliance-damage',
    name: { ar: 'تلف الأجهزة من تذبذب الجهد', fa: 'خسارت لوازم از نوسان برق', en: 'Appliances damaged by voltage' },
    note: null,
    sections: [
      {
        key: 'incident',
        title: { ar: 'ما حدث', fa: 'رویداد', en: 'What happened' },
        fields: [
          field({
            key: 'account-number',
            type: 'line',
            label: { ar: 'رقم الاشتراك', fa: 'شمارهٔ اشتراک', en: 'Account number' },
            help: {
              ar: 'عشرة أرقام أعلى الفاتورة',
              fa: 'ده رقم، بالای قبض',
              en: 'Ten digits, at the top of the bill',
            },
            required: true,
            pattern: 'digits',
            min: 10,
            max: 10,
          }),
          field({
            key: 'happened-on',
            type: 'date',
            label: { ar: 'تاريخ التلف', fa: 'تاریخ خسارت', en: 'Day of the damage' },
            required: true,
          }),
          field({
            key: 'appliances',
            type: 'several-of',
            label: { ar: 'الأجهزة المتضررة', fa: 'لوازم آسیب‌دیده', en: 'What was damaged' },
            required: true,
            choices: [
              { key: 'refrigerator', label: { ar: 'ثلاجة', fa: 'یخچال', en: 'Refrigerator' } },
              { key: 'air-conditioner', label: { ar: 'مكيّف', fa: 'کولر', en: 'Air conditioner' } },
              { key: 'television', label: { ar: 'تلفاز', fa: 'تلویزیون', en: 'Television' } },
              { key: 'other', label: { ar: 'جهاز آخر', fa: 'وسیلهٔ دیگر', en: 'Something else' } },
            ],
          }),
          field({
            key: 'other-appliance',
            type: 'line',
            label: { ar: 'اسم الجهاز الآخر', fa: 'نام وسیلهٔ دیگر', en: 'What else' },
            required: true,
            shownWhen: { field: 'appliances', values: ['other'] },
          }),
        ],
      },
      {
        key: 'loss',
        title: { ar: 'الخسارة', fa: 'خسارت', en: 'The loss' },
        fields: [
          field({
            key: 'repair-cost',
            type: 'amount',
            label: {
              ar: 'تكلفة الإصلاح أو الاستبدال',
              fa: 'هزینهٔ تعمیر یا جایگزینی',
              en: 'Cost of repair or replacement',
            },
            currency,
            min: 1,
          }),
          field({
            key: 'invoice',
            type: 'file',
            label: { ar: 'فاتورة أو تقرير فني', fa: 'فاکتور یا گزارش فنی', en: 'Invoice or technician’s report' },
          }),
          field({
            key: 'refund-account',
            type: 'line',
            label: { ar: 'رقم الآيبان', fa: 'شمارهٔ شبا', en: 'IBAN' },
            pattern: 'iban',
            personal: {
              fieldClass: 'identity',
              purpose: { ar: 'لصرف التعويض', fa: 'برای پرداخت خسارت', en: 'To pay compensation' },
            },
          }),
          field({
            key: 'assessor',
            type: 'person',
            label: { ar: 'المعاين', fa: 'کارشناس بازدید', en: 'Assessor' },
          }),
        ],
      },
    ],
  },
  {
    key: 'meter-request',
    name: { ar: 'قراءة العداد أو استبداله', fa: 'قرائت یا تعویض کنتور', en: 'Meter reading or replacement' },
    note: null,
    sections: [
      {
        key: 'main',
        title: {},
        fields: [
          field({
            key: 'service',
            type: 'one-of',
            label: { ar: 'الخدمة', fa: 'خدمت', en: 'Service' },
            required: true,
            choices: [
              { key: 'electricity', label: { ar: 'الكهرباء', fa: 'برق', en: 'Electricity' } },
              { key: 'water', label: { ar: 'المياه', fa: 'آب', en: 'Water' } },
            ],
          }),
          field({
            key: 'reading',
            type: 'whole-number',
            label: { ar: 'القراءة الحالية', fa: 'رقم کنونی کنتور', en: 'Reading now' },
            help: {
              ar: 'الأرقام التي على شاشة العداد',
              fa: 'رقمی که روی کنتور دیده می‌شود',
              en: 'The number on the meter',
            },
            min: 0,
          }),
          field({
            key: 'photo',
            type: 'file',
            label: { ar: 'صورة العداد', fa: 'عکس کنتور', en: 'Photo of the meter' },
          }),
          field({
            key: 'replace',
            type: 'yes-no',
            label: { ar: 'طلب استبدال العداد', fa: 'درخواست تعویض کنتور', en: 'Replace the meter' },
            required: true,
          }),
          field({
            key: 'visit-day',
            type: 'date',
            label: { ar: 'اليوم المناسب للزيارة', fa: 'روز مناسب بازدید', en: 'Day that suits a visit' },
            required: true,
            shownWhen: { field: 'replace', values: ['yes'] },
          }),
          field({
            key: 'address',
            type: 'prose',
            label: { ar: 'العنوان', fa: 'نشانی', en: 'Address' },
            required: true,
            shownWhen: { field: 'replace', values: ['yes'] },
            personal: place(toVisit),
            max: 500,
          }),
        ],
      },
    ],
  },
  {
    key: 'site-visit',
    name: { ar: 'تقرير زيارة ميدانية', fa: 'گزارش بازدید از محل', en: 'Site visit report' },
    note: null,
    sections: [
      {
        key: 'main',
        title: {},
        fields: [
          field({
            key: 'visited-on',
            type: 'date',
            label: { ar: 'تاريخ الزيارة', fa: 'تاریخ بازدید', en: 'Day of the visit' },
            required: true,
            customer: false,
          }),
          field({
            key: 'team',
            type: 'unit',
            label: { ar: 'الوحدة المنفذة', fa: 'واحد اجرا', en: 'Unit' },
            required: true,
          }),
          field({
            key: 'finding',
            type: 'one-of',
            label: { ar: 'النتيجة', fa: 'یافته', en: 'Finding' },
            required: true,
            customer: false,
            choices: [
              { key: 'repaired', label: { ar: 'أُصلح العطل', fa: 'تعمیر شد', en: 'Repaired' } },
              { key: 'parts', label: { ar: 'يحتاج إلى قطع غيار', fa: 'قطعه لازم است', en: 'Parts are needed' } },
              { key: 'none', label: { ar: 'لم يُعثر على عطل', fa: 'خرابی دیده نشد', en: 'No fault found' } },
            ],
          }),
          field({
            key: 'parts',
            type: 'prose',
            label: { ar: 'القطع المطلوبة', fa: 'قطعه‌های لازم', en: 'Parts needed' },
            required: true,
            customer: false,
            shownWhen: { field: 'finding', values: ['parts'] },
          }),
        ],
      },
    ],
  },
];
