// ISO 10002:2018, handling of complaints in organisations: the steps, as pages tell them that follow the order of its clauses.
import { promise, type RegimePack } from './pack.ts';

const steps = {
  title: 'ISO 10002:2018, steps as restated by usacert.com',
  clause: null,
  url: 'https://usacert.com/standard/iso-10002-certification',
};
const background = (clause: string | null) => ({
  title: 'ISO 10002:2018 (background, not compared with a copy)',
  clause,
  url: null,
});
const practice = {
  title: 'Practice: the standard leaves the number of days to the organisation',
  clause: null,
  url: null,
};

export const iso10002: RegimePack = {
  id: 'iso-10002',
  name: {
    ar: 'المواصفة ISO 10002: معالجة الشكاوى',
    fa: 'استاندارد ISO 10002: رسیدگی به شکایت',
    en: 'ISO 10002: handling of complaints',
  },
  country: null,
  example: false,
  kinds: ['complaint'],
  retentionYears: null,
  recourse: null,
  goals: [
    promise({ target: 'acknowledge', amount: 1, unit: 'working-days' }),
    promise({ target: 'assess', amount: 2, unit: 'working-days' }),
    promise({ target: 'first-answer', amount: 3, unit: 'working-days' }),
    promise({
      target: 'claim',
      amount: 10,
      unit: 'working-days',
      pausedBy: ['customer-information'],
      onBreach: ['notify-head', 'open-door-upward'],
    }),
    promise({ target: 'dispute-answer', amount: 5, unit: 'working-days' }),
  ],
  rules: [
    {
      id: 'unique-code',
      about: 'text',
      text: {
        ar: 'تُسجَّل كل شكوى برمز خاص بها يُبلَّغ لصاحبها.',
        fa: 'هر شکایت با کدی یکتا ثبت و کد به صاحب آن گفته می‌شود.',
        en: 'Each complaint is logged under a code of its own, which its complainant is told.',
      },
      source: steps,
      demand: { by: 'reference' },
    },
    {
      id: 'remedy-sought',
      about: 'record',
      text: {
        ar: 'يُدوَّن ما يطلبه صاحب الشكوى من معالجة.',
        fa: 'آنچه شاکی برای جبران می‌خواهد نوشته می‌شود.',
        en: 'The remedy that is sought is written down.',
      },
      source: background(null),
      demand: { by: 'remedy' },
    },
    {
      id: 'time-and-place',
      about: 'record',
      text: {
        ar: 'يُدوَّن متى وأين وقع الأمر وبحضور مَن.',
        fa: 'زمان و مکان رویداد و افراد حاضر نوشته می‌شود.',
        en: 'When and where it happened, and with whom, is written down.',
      },
      source: background(null),
      demand: { by: 'incident' },
    },
    {
      id: 'acknowledged-at-once',
      about: 'deadline',
      text: {
        ar: 'يُشعَر صاحب الشكوى فورًا باستلامها.',
        fa: 'دریافت شکایت بی‌درنگ به شاکی اعلام می‌شود.',
        en: 'Receipt is acknowledged immediately.',
      },
      source: steps,
      demand: { by: 'acknowledge' },
    },
    {
      id: 'initial-assessment',
      about: 'record',
      text: {
        ar: 'تُقيَّم الشكوى أولًا: الخطورة، والسلامة، والتعقيد، والأثر، والحاجة إلى إجراء فوري.',
        fa: 'شکایت نخست ارزیابی می‌شود: شدت، ایمنی، پیچیدگی، اثر و نیاز به اقدام فوری.',
        en: 'It is assessed first: severity, safety, complexity, impact, need of immediate action.',
      },
      source: steps,
      demand: { by: 'assess' },
    },
    {
      id: 'interim-answer',
      about: 'deadline',
      text: {
        ar: 'إن تعذّر الحل على الفور يُرسَل رد مرحلي.',
        fa: 'اگر حل فوری ممکن نباشد، پاسخی میانی فرستاده می‌شود.',
        en: 'Where it cannot be solved at once, an interim answer is given.',
      },
      source: steps,
      demand: { by: 'first-answer' },
    },
    {
      id: 'decision-told',
      about: 'deadline',
      text: {
        ar: 'يُبلَّغ القرار فور اتخاذه.',
        fa: 'تصمیم همین که گرفته شد اعلام می‌شود.',
        en: 'The decision is told as soon as it is taken.',
      },
      source: steps,
      demand: { by: 'claim' },
    },
    {
      id: 'days-set',
      about: 'deadline',
      text: {
        ar: 'تضع المنظمة مدة لكل خطوة؛ المدد المقترحة هنا اجتهاد عملي.',
        fa: 'سازمان برای هر گام مهلت می‌گذارد؛ مهلت‌های پیشنهادی اینجا از رویهٔ عملی است.',
        en: 'The organisation sets a time for each step; those proposed here are practice.',
      },
      source: practice,
    },
    {
      id: 'rejection-stays-open',
      about: 'text',
      text: {
        ar: 'إذا رُفض الحل تبقى الشكوى مفتوحة وتُذكر سبل التظلم داخل المنظمة وخارجها.',
        fa: 'اگر پاسخ پذیرفته نشود، شکایت باز می‌ماند و راه‌های پیگیری درون و بیرون سازمان گفته می‌شود.',
        en: 'If the answer is rejected the complaint stays open, and recourse within and outside is named.',
      },
      source: background('7.9'),
      demand: { by: 'recourse' },
    },
    {
      id: 'causes-and-satisfaction',
      about: 'organisation',
      text: {
        ar: 'تُصنَّف الشكاوى وتُحلَّل اتجاهاتها، ويُقاس الرضا عن معالجتها، وتُراجع الإدارة النتائج.',
        fa: 'شکایت‌ها دسته‌بندی و روندها بررسی، رضایت از رسیدگی سنجیده و نتیجه در مدیریت بازنگری می‌شود.',
        en: 'Complaints are classified, trends analysed, satisfaction with the handling measured and reviewed.',
      },
      source: background(null),
    },
  ],
};
