// What the letters about notices say around the notices, in three languages.
import type { Language } from '#contract/common.ts';

type NoticeWords = {
  /** Of more than one. */
  subject(count: string): string;
  more(count: string): string;
  number: string;
  open: string;
  /** At the foot. */
  choose: string;
};

export const noticeWords: Record<Language, NoticeWords> = {
  ar: {
    subject: (count) => `إشعارات جديدة: ${count}`,
    more: (count) => `وإشعارات أخرى: ${count}`,
    number: 'رقم المعاملة',
    open: 'فتح الإشعارات',
    choose: 'اختيار موعد هذه الرسائل وإيقافها في صفحة الملف الشخصي.',
  },
  fa: {
    subject: (count) => `اعلان‌های تازه: ${count}`,
    more: (count) => `و اعلان‌های دیگر: ${count}`,
    number: 'شمارهٔ پرونده',
    open: 'باز کردن اعلان‌ها',
    choose: 'زمان این نامه‌ها در صفحهٔ نمایه انتخاب می‌شود؛ می‌توان آن‌ها را قطع هم کرد.',
  },
  en: {
    subject: (count) => `New notices: ${count}`,
    more: (count) => `And more: ${count}`,
    number: 'Case number',
    open: 'Open the notices',
    choose: 'When such letters come, and whether, is chosen on the profile page.',
  },
};
