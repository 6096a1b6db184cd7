// The few words that files of ours carry beside data, in the language of whoever fetches them.

type Language = 'ar' | 'fa' | 'en';

type Words = { row: string; reasons: string; leftOut: string; 'no-right': string; merged: string };

export const fileTexts: Record<Language, Words> = {
  en: {
    row: 'Row',
    reasons: 'Why it was refused',
    leftOut: 'Left out of this file',
    'no-right': 'no right to see it',
    merged: 'they count as the record they were merged into',
  },
  ar: {
    row: 'الصف',
    reasons: 'سبب الرفض',
    leftOut: 'لا يشمل هذا الملف',
    'no-right': 'لا صلاحية للاطلاع عليه',
    merged: 'تُحسب ضمن السجل الذي دُمجت فيه',
  },
  fa: {
    row: 'سطر',
    reasons: 'دلیل رد',
    leftOut: 'در این فایل نیست',
    'no-right': 'بدون دسترسی دیدن',
    merged: 'با رکوردی که در آن ادغام شده‌اند شمرده می‌شوند',
  },
};
