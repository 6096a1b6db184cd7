// An example from outside the region: financial firms of the United Kingdom, eight weeks to a final response. Only the clause of retention was looked up.
import { promise, type RegimePack } from './pack.ts';

const handbook = (clause: string) => ({ title: 'FCA Handbook, DISP (background, not looked up)', clause, url: null });

export const ukEightWeeks: RegimePack = {
  id: 'uk-eight-weeks',
  name: {
    ar: 'المملكة المتحدة: ثمانية أسابيع (مثال)',
    fa: 'بریتانیا: هشت هفته (نمونه)',
    en: 'United Kingdom: eight weeks (example)',
  },
  country: 'GB',
  example: true,
  kinds: ['complaint'],
  retentionYears: 3,
  recourse: {
    body: {
      ar: 'أمين المظالم المالية في المملكة المتحدة',
      fa: 'نهاد داوری مالی بریتانیا',
      en: 'the Financial Ombudsman Service',
    },
    contact: 'https://www.financial-ombudsman.org.uk',
    after: { ar: 'ثمانية أسابيع', fa: 'هشت هفته', en: 'eight weeks' },
    source: handbook('1.6.2'),
  },
  goals: [
    promise({ target: 'acknowledge', amount: 5, unit: 'working-days' }),
    promise({ target: 'claim', amount: 56, unit: 'days', onBreach: ['notify-head', 'open-door-upward'] }),
  ],
  rules: [
    {
      id: 'prompt-acknowledgement',
      about: 'deadline',
      text: {
        ar: 'إشعار مكتوب عاجل بالاستلام؛ خمسة أيام عمل اجتهاد عملي.',
        fa: 'اعلام کتبی و سریع دریافت؛ پنج روز کاری رویهٔ عملی است.',
        en: 'A prompt written acknowledgement; five working days are practice.',
      },
      source: handbook('1.6.1'),
      demand: { by: 'acknowledge' },
    },
    {
      id: 'eight-weeks',
      about: 'deadline',
      text: {
        ar: 'رد نهائي خلال ثمانية أسابيع.',
        fa: 'پاسخ نهایی در هشت هفته.',
        en: 'A final response within eight weeks.',
      },
      source: handbook('1.6.2'),
      demand: { by: 'claim' },
    },
    {
      id: 'ombudsman-named',
      about: 'text',
      text: {
        ar: 'يذكر الرد النهائي حق التوجه إلى أمين المظالم ومدته.',
        fa: 'پاسخ نهایی حق مراجعه به بازرس مالی و مهلت آن را می‌گوید.',
        en: 'The final response names the ombudsman and the time to go there.',
      },
      source: handbook('1.6.2'),
      demand: { by: 'recourse' },
    },
    {
      id: 'kept-three-years',
      about: 'retention',
      text: {
        ar: 'تُحفظ السجلات ثلاث سنوات من استلام الشكوى.',
        fa: 'پرونده‌ها تا سه سال پس از دریافت شکایت نگهداری می‌شوند.',
        en: 'Records are kept for three years from the day on which the complaint was received.',
      },
      source: {
        title: 'FCA Handbook, DISP',
        clause: '1.9.1',
        url: 'https://www.handbook.fca.org.uk/handbook/DISP/1/9.html',
      },
      demand: { by: 'retention' },
    },
  ],
};
