// Iran, banks: the directive of the central bank of 2015, as two sites tell it.
import { promise, type RegimePack } from './pack.ts';

const directive = {
  title: 'CBI directive of 2015, as told by betaja.ir 2431 and eranico.com 170144',
  clause: null,
  url: null,
};
const practice = { title: 'Practice of Iranian bodies', clause: null, url: null };

export const irCbi: RegimePack = {
  id: 'ir-cbi',
  name: {
    ar: 'البنك المركزي الإيراني: شكاوى المصارف',
    fa: 'بانک مرکزی ایران: شکایت از بانک‌ها',
    en: 'Central Bank of Iran: complaints about banks',
  },
  country: 'IR',
  example: false,
  kinds: ['complaint'],
  retentionYears: null,
  recourse: {
    body: { ar: 'البنك المركزي الإيراني', fa: 'بانک مرکزی جمهوری اسلامی ایران', en: 'the Central Bank of Iran' },
    contact: null,
    after: { ar: 'ثلاثين يوم عمل', fa: 'سی روز کاری', en: 'thirty working days' },
    source: directive,
  },
  goals: [
    promise({ target: 'acknowledge', amount: 1, unit: 'working-days' }),
    promise({ target: 'claim', amount: 30, unit: 'working-days', onBreach: ['notify-head', 'open-door-upward'] }),
    promise({ target: 'dispute-answer', amount: 15, unit: 'working-days' }),
  ],
  rules: [
    {
      id: 'thirty-working-days',
      about: 'deadline',
      text: {
        ar: 'رد مكتوب خلال ثلاثين يوم عمل.',
        fa: 'پاسخ کتبی در سی روز کاری.',
        en: 'A written answer within thirty working days.',
      },
      source: directive,
      demand: { by: 'claim' },
    },
    {
      id: 'bank-first',
      about: 'text',
      text: {
        ar: 'تُقدَّم الشكوى إلى المصرف أولًا، ثم إلى البنك المركزي؛ ويُذكر هذا السبيل.',
        fa: 'شکایت نخست نزد بانک و سپس نزد بانک مرکزی؛ این راه گفته می‌شود.',
        en: 'The bank comes first, then the central bank; that way is named.',
      },
      source: directive,
      demand: { by: 'recourse' },
    },
    {
      id: 'tracking-code',
      about: 'text',
      text: {
        ar: 'يُسلَّم رمز للمتابعة ومدة المعالجة عند التقديم.',
        fa: 'کد رهگیری و مهلت رسیدگی هنگام ثبت داده می‌شود.',
        en: 'A tracking code and the processing time are given at once.',
      },
      source: practice,
      demand: { by: 'reference' },
    },
    {
      id: 'receipt',
      about: 'deadline',
      text: {
        ar: 'إشعار بالاستلام خلال يوم عمل.',
        fa: 'اعلام دریافت در یک روز کاری.',
        en: 'Receipt is acknowledged within a working day.',
      },
      source: practice,
      demand: { by: 'acknowledge' },
    },
  ],
};
