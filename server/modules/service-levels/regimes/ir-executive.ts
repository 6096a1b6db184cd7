// Iran, executive bodies: the decision of the Supreme Administrative Council on honouring clients (2002), and what bodies do.
import { promise, type RegimePack } from './pack.ts';

const council = {
  title: 'Supreme Administrative Council 2002, honouring clients, as told by ostan-kd.ir TabId=271',
  clause: null,
  url: null,
};
const practice = (sites: string) => ({ title: `Practice: ${sites}`, clause: null, url: null });

export const irExecutive: RegimePack = {
  id: 'ir-executive',
  name: {
    ar: 'الأجهزة التنفيذية في إيران: تكريم المراجعين',
    fa: 'دستگاه‌های اجرایی: تکریم مردم و رسیدگی به شکایت',
    en: 'Executive bodies of Iran: honouring clients',
  },
  country: 'IR',
  example: false,
  kinds: ['complaint', 'request', 'suggestion'],
  retentionYears: null,
  recourse: {
    body: {
      ar: 'المستوى التالي: القضاء ثم المحافظة ثم الجهاز ثم الدولة',
      fa: 'سطح بعدی رسیدگی: شهرستان، سپس استان، سپس دستگاه و سپس کشور',
      en: 'the next level: county, then province, then body, then nation',
    },
    contact: null,
    after: { ar: 'شهر', fa: 'یک ماه', en: 'a month' },
    source: council,
  },
  goals: [
    promise({ target: 'acknowledge', amount: 1, unit: 'working-days' }),
    promise({ target: 'assess', amount: 2, unit: 'working-days' }),
    promise({ target: 'claim', amount: 30, unit: 'days', onBreach: ['notify-head', 'open-door-upward'] }),
    promise({ target: 'dispute-answer', amount: 15, unit: 'working-days' }),
  ],
  rules: [
    {
      id: 'identity-record',
      about: 'record',
      text: {
        ar: 'لكل شكوى بطاقة تعريف حتى لا تتضارب الأجوبة ولا تنقص.',
        fa: 'هر شکایت شناسنامه‌ای دارد تا پاسخ‌ها متناقض یا ناقص نباشد.',
        en: 'Each complaint has an identity record, so that answers neither contradict nor leave out.',
      },
      source: council,
      demand: { by: 'assess' },
    },
    {
      id: 'three-kinds',
      about: 'record',
      text: {
        ar: 'الشكوى والطلب والاقتراح معرَّفة كل على حدة.',
        fa: 'شکایت، درخواست و پیشنهاد جداگانه تعریف شده‌اند.',
        en: 'Complaint, request and suggestion are defined apart.',
      },
      source: council,
    },
    {
      id: 'causes',
      about: 'organisation',
      text: {
        ar: 'تُصنَّف الشكاوى لمعرفة أسبابها.',
        fa: 'شکایت‌ها برای یافتن علت‌ها دسته‌بندی می‌شوند.',
        en: 'Complaints are classified to find their causes.',
      },
      source: council,
    },
    {
      id: 'four-levels',
      about: 'text',
      text: {
        ar: 'أربعة مستويات للمتابعة: القضاء والمحافظة والجهاز والدولة؛ ويُذكر المستوى التالي.',
        fa: 'چهار سطح رسیدگی: شهرستان، استان، دستگاه و کشور؛ سطح بعدی گفته می‌شود.',
        en: 'Four levels: county, province, body and nation; the next one is named.',
      },
      source: council,
      demand: { by: 'recourse' },
    },
    {
      id: 'tracking-code',
      about: 'text',
      text: {
        ar: 'رمز للمتابعة عند التقديم.',
        fa: 'کد رهگیری هنگام ثبت داده می‌شود.',
        en: 'A tracking code is given at once.',
      },
      source: practice('sbaj.ir'),
      demand: { by: 'reference' },
    },
    {
      id: 'one-month',
      about: 'deadline',
      text: {
        ar: 'رد خلال شهر؛ وعند غيرها خمسة عشر أو ثلاثون يوم عمل.',
        fa: 'پاسخ در یک ماه؛ نزد دیگران پانزده یا سی روز کاری.',
        en: 'An answer within a month; elsewhere 15 or 30 working days.',
      },
      source: practice('sbaj.ir, sabatamin.ir, shahreza.gov.ir'),
      demand: { by: 'claim' },
    },
    {
      id: 'right-to-object',
      about: 'text',
      text: {
        ar: 'حق الاعتراض على الرد.',
        fa: 'حق اعتراض به پاسخ.',
        en: 'There is a right to object to the answer.',
      },
      source: practice('sbaj.ir'),
      demand: { by: 'recourse' },
    },
  ],
};
