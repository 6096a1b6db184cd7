// Saudi Arabia, banks: what the central bank asks of the care for customers (SAMA 44069265, in force since 15 July 2023).
import { promise, type RegimePack } from './pack.ts';

const rulebook = (path: string) => ({
  title: 'SAMA 44069265',
  clause: null,
  url: `https://rulebook.sama.gov.sa/en/${path}`,
});

export const saSama: RegimePack = {
  id: 'sa-sama',
  name: {
    ar: 'البنك المركزي السعودي: العناية بالعملاء',
    fa: 'بانک مرکزی عربستان: رسیدگی به مشتریان بانک‌ها',
    en: 'Saudi Central Bank: care for bank customers',
  },
  country: 'SA',
  example: false,
  kinds: ['complaint'],
  retentionYears: null,
  recourse: {
    body: {
      ar: 'البنك المركزي السعودي (ساما تهتم)',
      fa: 'بانک مرکزی عربستان (SAMA Cares)',
      en: 'the Saudi Central Bank (SAMA Cares)',
    },
    contact: 'https://www.samacares.sa',
    after: { ar: 'خمسة أيام عمل', fa: 'پنج روز کاری', en: 'five working days' },
    source: { ...rulebook('entiresection/4924'), title: 'SAMA unified response form; my.gov.sa service 10078' },
  },
  goals: [
    promise({ target: 'acknowledge', amount: 60, unit: 'minutes', warnAt: null, onWarn: [] }),
    promise({ target: 'first-answer', amount: 1, unit: 'working-days' }),
    promise({ target: 'claim', amount: 5, unit: 'working-days', onBreach: ['notify-head', 'open-door-upward'] }),
    promise({ target: 'dispute-answer', amount: 5, unit: 'working-days' }),
  ],
  rules: [
    {
      id: 'also-spoken',
      about: 'record',
      text: {
        ar: 'الشكوى كل عدم رضا، محقًّا كان أم لا، مكتوبًا أو شفهيًّا، وهي غير الاستفسار والطلب.',
        fa: 'شکایت هر نارضایتی است، بجا یا نابجا، نوشته یا گفته، و با پرسش و درخواست یکی نیست.',
        en: 'A complaint is any dissatisfaction, justified or not, written or spoken; inquiry and request are apart.',
      },
      source: rulebook('node/9350'),
    },
    {
      id: 'number-and-time',
      about: 'text',
      text: {
        ar: 'يُرسَل الرقم المرجعي ومدة المعالجة برسالة نصية.',
        fa: 'شمارهٔ پیگیری و مدت رسیدگی با پیامک فرستاده می‌شود.',
        en: 'Reference number and processing time are sent by text message.',
      },
      source: rulebook('node/2874'),
      demand: { by: 'reference' },
    },
    {
      id: 'five-working-days',
      about: 'deadline',
      text: {
        ar: 'المعالجة في مدة لا تتجاوز خمسة أيام عمل.',
        fa: 'رسیدگی حداکثر در پنج روز کاری.',
        en: 'Handled within five working days at most.',
      },
      source: rulebook('entiresection/2877'),
      demand: { by: 'claim' },
    },
    {
      id: 'accept-or-escalate',
      about: 'text',
      text: {
        ar: 'للمستفيد أن يقبل الرد أو يصعّده، ويُذكر له سبيل ذلك.',
        fa: 'پذیرش پاسخ یا بردن آن به مرجع بالاتر حق شاکی است و راهش به او گفته می‌شود.',
        en: 'To accept the answer or to escalate it is free, and the way is named.',
      },
      source: { ...rulebook('entiresection/4924'), title: 'SAMA unified response form; my.gov.sa service 10372' },
      demand: { by: 'recourse' },
    },
    {
      id: 'channels',
      about: 'organisation',
      text: {
        ar: 'قنوات لا تقل عن هاتف مجاني وموقع وتطبيق وبريد إلكتروني وفرع.',
        fa: 'دست‌کم تلفن رایگان، وبگاه، برنامه، رایانامه و شعبه.',
        en: 'At least free phone, site, app, e-mail and branch.',
      },
      source: rulebook('node/2874'),
    },
    {
      id: 'followed-and-classified',
      about: 'organisation',
      text: {
        ar: 'تقديم ومتابعة في النظام نفسه، وتصنيف حسب المنتج، وسؤال آلي عن الرضا.',
        fa: 'ثبت و پیگیری در همان سامانه، دسته‌بندی بر پایهٔ محصول و پرسش خودکار رضایت.',
        en: 'Filed and followed in the system, classified by product, satisfaction asked automatically.',
      },
      source: rulebook('node/2874'),
    },
    {
      id: 'certificate',
      about: 'organisation',
      text: {
        ar: 'شهادة ISO 10002 تُجدَّد كل سنة، وتطبيق ISO 10004، ومراجعة سنوية داخلية وللالتزام.',
        fa: 'گواهی ISO 10002 که هر سال نو می‌شود، به‌کارگیری ISO 10004 و ممیزی سالانه.',
        en: 'ISO 10002 certificate renewed yearly, ISO 10004 applied, yearly internal audit and compliance review.',
      },
      source: rulebook('entiresection/2877'),
    },
    {
      id: 'targets',
      about: 'organisation',
      text: {
        ar: 'مستهدف الرضا 85٪ والالتزام بالمدد 95٪، والتعريف غير واضح.',
        fa: 'هدف ۸۵٪ و پایبندی ۹۵٪ به مهلت‌ها؛ تعریف روشن نیست.',
        en: 'Targets of 85 % and of 95 % kept service levels; how they are defined is unclear.',
      },
      source: { title: 'Press: argaam 1637385', clause: null, url: null },
    },
    {
      id: 'contact-in-a-day',
      about: 'deadline',
      text: {
        ar: 'تواصل أول خلال يوم عمل، وإعادة الفتح تصعيد تلقائي.',
        fa: 'تماس نخست در یک روز کاری؛ بازگشایی خودبه‌خود به بالاتر می‌رود.',
        en: 'First contact within a day; a reopened complaint escalates by itself.',
      },
      source: { title: 'Practice of a Saudi fintech: ta3meed', clause: null, url: 'https://ta3meed.com/customer-care' },
      demand: { by: 'first-answer' },
    },
  ],
};
