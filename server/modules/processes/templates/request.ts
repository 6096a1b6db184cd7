// The template of a request: checked, carried out by the department that can, and told to the customer with the reason where it is not granted.
import type { ProcessTemplate } from './template.ts';

export const request: ProcessTemplate = {
  key: 'request',
  name: { ar: 'معالجة طلب خدمة', fa: 'رسیدگی به درخواست خدمت', en: 'Handle a service request' },
  purpose: {
    ar: 'يفحص الطلب، ويستكمل ناقصه من العميل، وتنفذه الإدارة المختصة، ثم يُبلَّغ العميل بالنتيجة أو بسبب عدم التنفيذ.',
    fa: 'درخواست بررسی می‌شود، کمبودهایش از مشتری خواسته می‌شود، واحد مسئول آن را انجام می‌دهد و نتیجه یا دلیل انجام نشدن به مشتری گفته می‌شود.',
    en: 'The request is checked, completed with the customer, carried out by the department, and answered with the result or the reason why not.',
  },
  promise: {
    ar: 'نتيجة الطلب أو سبب عدم تنفيذه خلال ثلاثة أيام عمل',
    fa: 'نتیجهٔ درخواست یا دلیل انجام نشدن آن ظرف سه روز کاری',
    en: 'The result, or the reason why not, within three working days',
  },
  objective: {
    ar: 'طلبات تُنجز من المرة الأولى',
    fa: 'انجام درخواست‌ها از بار نخست',
    en: 'Requests that are done the first time',
  },
  pcfId: 10_388,
  sipoc: {
    suppliers: [{ ar: 'العميل', fa: 'مشتری', en: 'Customer' }],
    inputs: [{ ar: 'الطلب ومرفقاته', fa: 'درخواست و پیوست‌های آن', en: 'The request with its attachments' }],
    outputs: [
      {
        ar: 'خدمة منفذة أو سبب مكتوب',
        fa: 'خدمت انجام‌شده یا دلیل نوشته‌شده',
        en: 'A service done, or a reason in writing',
      },
    ],
    customers: [{ ar: 'العميل', fa: 'مشتری', en: 'Customer' }],
  },
  roles: [
    { key: 'service', name: { ar: 'خدمة العملاء', fa: 'خدمات مشتری', en: 'Customer service' } },
    { key: 'department', name: { ar: 'الإدارة المختصة', fa: 'واحد مسئول', en: 'Responsible department' } },
  ],
  values: [
    {
      name: 'complete',
      type: 'yes-no',
      meaning: { ar: 'هل الطلب مكتمل', fa: 'آیا درخواست کامل است', en: 'whether the request is complete' },
    },
    {
      name: 'granted',
      type: 'yes-no',
      meaning: { ar: 'هل نُفِّذ الطلب', fa: 'آیا درخواست انجام شد', en: 'whether the request was carried out' },
    },
  ],
  steps: [
    {
      id: 'received',
      kind: 'start',
      role: 'service',
      name: { ar: 'طلب وارد', fa: 'درخواست رسید', en: 'Request received' },
    },
    {
      id: 'check',
      kind: 'task',
      role: 'service',
      name: { ar: 'فحص اكتمال الطلب', fa: 'بررسی کامل بودن درخواست', en: 'Check that it is complete' },
      due: 'PT4H',
      gives: ['complete'],
      form: {
        name: { ar: 'فحص الطلب', fa: 'بررسی درخواست', en: 'Check of the request' },
        fields: [
          {
            key: 'complete',
            type: 'yes-no',
            label: { ar: 'هل الطلب مكتمل؟', fa: 'آیا درخواست کامل است؟', en: 'Is the request complete?' },
          },
          {
            key: 'lacking',
            type: 'prose',
            label: { ar: 'ما الناقص؟', fa: 'چه کم دارد؟', en: 'What is missing?' },
            help: {
              ar: 'يُطلب من العميل بهذه الكلمات.',
              fa: 'با همین کلمه‌ها از مشتری خواسته می‌شود.',
              en: 'The customer is asked for it in these words.',
            },
            shownWhen: { field: 'complete', values: ['no'] },
          },
        ],
      },
      customer: { ar: 'طلبكم قيد الفحص', fa: 'درخواست شما در حال بررسی است', en: 'Your request is being checked' },
    },
    {
      id: 'is-complete',
      kind: 'choice',
      role: 'service',
      name: { ar: 'الطلب مكتمل؟', fa: 'درخواست کامل است؟', en: 'Is it complete?' },
    },
    {
      id: 'ask',
      kind: 'task',
      role: 'service',
      name: { ar: 'طلب الناقص من العميل', fa: 'خواستن کمبودها از مشتری', en: 'Ask for what is missing' },
      due: 'P1D',
      customer: {
        ar: 'بانتظار ما يُكمل طلبكم',
        fa: 'در انتظار تکمیل درخواست شما',
        en: 'Something is missing from your request',
      },
    },
    {
      id: 'carry-out',
      kind: 'task',
      role: 'department',
      name: { ar: 'تنفيذ الطلب', fa: 'انجام درخواست', en: 'Carry the request out' },
      due: 'P2D',
      gives: ['granted'],
      form: {
        name: { ar: 'تنفيذ الطلب', fa: 'انجام درخواست', en: 'Carrying out the request' },
        fields: [
          {
            key: 'granted',
            type: 'yes-no',
            label: { ar: 'هل نُفِّذ الطلب؟', fa: 'آیا درخواست انجام شد؟', en: 'Was the request carried out?' },
          },
          {
            key: 'refusal',
            type: 'prose',
            label: { ar: 'لِمَ لم يُنفَّذ؟', fa: 'چرا انجام نشد؟', en: 'Why was it not carried out?' },
            shownWhen: { field: 'granted', values: ['no'] },
          },
        ],
      },
      customer: {
        ar: 'طلبكم قيد التنفيذ',
        fa: 'درخواست شما در حال انجام است',
        en: 'Your request is being carried out',
      },
      handOff: {
        what: {
          ar: 'طلب مكتمل بمرفقاته',
          fa: 'درخواست کامل با پیوست‌ها',
          en: 'A complete request with its attachments',
        },
        criteria: [
          { ar: 'المطلوب مكتوب بوضوح', fa: 'خواسته روشن نوشته شده است', en: 'What is wanted is clearly written' },
          { ar: 'المرفقات اللازمة موجودة', fa: 'پیوست‌های لازم هست', en: 'The attachments it needs are there' },
        ],
        longestWait: 'PT8H',
      },
    },
    {
      id: 'was-granted',
      kind: 'choice',
      role: 'department',
      name: { ar: 'نُفِّذ الطلب؟', fa: 'درخواست انجام شد؟', en: 'Was it carried out?' },
    },
    {
      id: 'tell',
      kind: 'task',
      role: 'service',
      name: { ar: 'إبلاغ العميل بالنتيجة', fa: 'آگاه کردن مشتری از نتیجه', en: 'Tell the customer the result' },
      due: 'PT4H',
      handOff: {
        what: { ar: 'نتيجة التنفيذ', fa: 'نتیجهٔ انجام', en: 'What was done' },
        criteria: [
          { ar: 'النتيجة تجيب عن المطلوب', fa: 'نتیجه پاسخ خواسته است', en: 'The result answers what was asked' },
        ],
        longestWait: 'PT4H',
      },
    },
    {
      id: 'explain',
      kind: 'task',
      role: 'service',
      name: {
        ar: 'إبلاغ العميل بالسبب وسبيل الاعتراض',
        fa: 'گفتن دلیل و راه اعتراض به مشتری',
        en: 'Give the reason, and where to object',
      },
      due: 'PT4H',
      handOff: {
        what: { ar: 'سبب عدم التنفيذ', fa: 'دلیل انجام نشدن', en: 'Why it was not carried out' },
        criteria: [
          { ar: 'السبب مفهوم لغير المختص', fa: 'دلیل برای همه فهمیدنی است', en: 'Anybody can understand the reason' },
        ],
        longestWait: 'PT4H',
      },
    },
    {
      id: 'answered',
      kind: 'end',
      role: 'service',
      name: { ar: 'العميل على علم', fa: 'مشتری آگاه است', en: 'The customer knows' },
    },
  ],
  flows: [
    { from: 'received', to: 'check' },
    { from: 'check', to: 'is-complete' },
    { from: 'is-complete', to: 'carry-out', when: 'complete', name: { ar: 'نعم', fa: 'بله', en: 'Yes' } },
    { from: 'is-complete', to: 'ask', name: { ar: 'لا', fa: 'نه', en: 'No' } },
    { from: 'ask', to: 'check' },
    { from: 'carry-out', to: 'was-granted' },
    { from: 'was-granted', to: 'tell', when: 'granted', name: { ar: 'نعم', fa: 'بله', en: 'Yes' } },
    { from: 'was-granted', to: 'explain', name: { ar: 'لا', fa: 'نه', en: 'No' } },
    { from: 'tell', to: 'answered' },
    { from: 'explain', to: 'answered' },
  ],
};
