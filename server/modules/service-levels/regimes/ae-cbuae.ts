// United Arab Emirates, financial institutions: Consumer Protection Standards of the central bank, and Sanadak, the ombudsman after them.
import { promise, type RegimePack } from './pack.ts';

const standards = (clause: string) => ({
  title: 'CBUAE Consumer Protection Standards (C 8/2020)',
  clause,
  url: 'https://rulebook.centralbank.ae/en/entiresection/1405',
});
const sanadak = { title: 'Sanadak, resolution process', clause: null, url: 'https://sanadak.gov.ae' };

export const aeCbuae: RegimePack = {
  id: 'ae-cbuae',
  name: {
    ar: 'مصرف الإمارات المركزي وسندك: حماية المستهلك',
    fa: 'بانک مرکزی امارات و سندک: حمایت از مصرف‌کننده',
    en: 'Central Bank of the UAE and Sanadak: consumer protection',
  },
  country: 'AE',
  example: false,
  kinds: ['complaint'],
  retentionYears: null,
  recourse: {
    body: {
      ar: 'سندك، وحدة تسوية المنازعات المصرفية والتأمينية',
      fa: 'سندک، نهاد رسیدگی به شکایت‌های بانکی و بیمه‌ای',
      en: 'Sanadak, the ombudsman for banking and insurance',
    },
    contact: 'https://sanadak.gov.ae',
    after: { ar: 'ثلاثين يومًا', fa: 'سی روز', en: 'thirty days' },
    source: sanadak,
  },
  goals: [
    promise({ target: 'acknowledge', amount: 1, unit: 'working-days' }),
    promise({ target: 'first-answer', amount: 5, unit: 'working-days' }),
    promise({ target: 'claim', amount: 30, unit: 'days', onBreach: ['notify-head', 'open-door-upward'] }),
    promise({ target: 'dispute-answer', amount: 5, unit: 'working-days' }),
  ],
  rules: [
    {
      id: 'time-for-each-step',
      about: 'deadline',
      text: {
        ar: 'مدة معلنة لكل خطوة؛ لم يُعثر على عدد أيام محدد، والمدد المقترحة اجتهاد عملي.',
        fa: 'مهلتی برای هر گام؛ شمار روزها یافت نشد و مهلت‌های پیشنهادی از رویهٔ عملی است.',
        en: 'A turnaround time for each step; no number of days was found, those proposed are practice.',
      },
      source: standards('8'),
    },
    {
      id: 'times-tracked',
      about: 'record',
      text: {
        ar: 'تُقاس مدة الإشعار بالاستلام.',
        fa: 'زمان اعلام دریافت ثبت می‌شود.',
        en: 'The time to acknowledge is tracked.',
      },
      source: standards('5.1.1.5'),
      demand: { by: 'acknowledge' },
    },
    {
      id: 'response-tracked',
      about: 'record',
      text: { ar: 'تُقاس مدة الرد.', fa: 'زمان پاسخ ثبت می‌شود.', en: 'The time to respond is tracked.' },
      source: standards('5.1.1.5'),
      demand: { by: 'first-answer' },
    },
    {
      id: 'thirty-days',
      about: 'deadline',
      text: {
        ar: 'ثلاثون يومًا تقويميًّا عند المنشأة، وبعدها يمكن التوجه إلى سندك.',
        fa: 'سی روز تقویمی نزد بنگاه؛ پس از آن مراجعه به سندک ممکن است.',
        en: 'Thirty calendar days with the firm; after them the way to Sanadak is open.',
      },
      source: sanadak,
      demand: { by: 'claim' },
    },
    {
      id: 'sanadak-named',
      about: 'text',
      text: {
        ar: 'تُذكر سندك سبيلًا للتظلم، ومن أسبابه التمييز بحسب الوضع الاجتماعي والاقتصادي.',
        fa: 'سندک مرجع شکایت معرفی می‌شود؛ تبعیض بر پایهٔ جایگاه اجتماعی و اقتصادی از موجبات آن است.',
        en: 'Sanadak is named as recourse; discrimination by social and economic status is one of its grounds.',
      },
      source: sanadak,
      demand: { by: 'recourse' },
    },
    {
      id: 'independent',
      about: 'organisation',
      text: {
        ar: 'وظيفة الشكاوى مستقلة عن العمليات مع الأفراد.',
        fa: 'واحد شکایت‌ها از عملیات خرد مستقل است.',
        en: 'The complaint function is independent of retail operations.',
      },
      source: standards('8'),
    },
    {
      id: 'public-and-reported',
      about: 'organisation',
      text: {
        ar: 'إجراء معلن للجميع، وتقارير إلى الجهة الرقابية.',
        fa: 'روال آشکار برای همه و گزارش به نهاد ناظر.',
        en: 'A public procedure, and reports to the regulator.',
      },
      source: standards('8'),
    },
  ],
};
