// The template of an inquiry: answered from the knowledge, or by the experts, who then write the answer down for the next time.
import type { ProcessTemplate } from './template.ts';

export const inquiry: ProcessTemplate = {
  key: 'inquiry',
  name: { ar: 'الرد على استفسار', fa: 'پاسخ به پرسش', en: 'Answer an inquiry' },
  purpose: {
    ar: 'يُبحث عن الجواب في المعرفة؛ فإن لم يوجد أعدّه أهل الاختصاص، ودُوِّن في المعرفة لمن يسأل بعد ذلك.',
    fa: 'پاسخ در دانش جست‌وجو می‌شود؛ اگر نبود کارشناس آن را تهیه می‌کند و برای پرسش‌های بعدی در دانش می‌نویسد.',
    en: 'The answer is looked for in the knowledge; where it is not there, experts prepare it and write it down for the next time.',
  },
  promise: { ar: 'جواب خلال يوم عمل', fa: 'پاسخ ظرف یک روز کاری', en: 'An answer within one working day' },
  objective: {
    ar: 'جواب واحد صحيح عن السؤال الواحد',
    fa: 'یک پاسخ درست برای هر پرسش',
    en: 'One right answer to the same question',
  },
  pcfId: 10_396,
  sipoc: {
    suppliers: [{ ar: 'العميل', fa: 'مشتری', en: 'Customer' }],
    inputs: [{ ar: 'السؤال', fa: 'پرسش', en: 'The question' }],
    outputs: [
      { ar: 'جواب مفهوم', fa: 'پاسخ فهمیدنی', en: 'An answer that is understood' },
      { ar: 'جواب مدوَّن في المعرفة', fa: 'پاسخ نوشته‌شده در دانش', en: 'An answer in the knowledge' },
    ],
    customers: [{ ar: 'العميل', fa: 'مشتری', en: 'Customer' }],
  },
  roles: [
    { key: 'service', name: { ar: 'خدمة العملاء', fa: 'خدمات مشتری', en: 'Customer service' } },
    { key: 'experts', name: { ar: 'أهل الاختصاص', fa: 'کارشناسان موضوع', en: 'Experts of the matter' } },
  ],
  values: [
    {
      name: 'known',
      type: 'yes-no',
      meaning: { ar: 'هل الجواب في المعرفة', fa: 'آیا پاسخ در دانش هست', en: 'whether the knowledge has the answer' },
    },
  ],
  steps: [
    {
      id: 'asked',
      kind: 'start',
      role: 'service',
      name: { ar: 'سؤال وارد', fa: 'پرسش رسید', en: 'Question received' },
    },
    {
      id: 'look-up',
      kind: 'task',
      role: 'service',
      name: { ar: 'البحث عن الجواب في المعرفة', fa: 'جستن پاسخ در دانش', en: 'Look for the answer' },
      due: 'PT2H',
      gives: ['known'],
      form: {
        name: { ar: 'البحث عن الجواب', fa: 'جست‌وجوی پاسخ', en: 'Search for the answer' },
        fields: [
          {
            key: 'known',
            type: 'yes-no',
            label: { ar: 'هل الجواب في المعرفة؟', fa: 'آیا پاسخ در دانش هست؟', en: 'Is the answer in the knowledge?' },
          },
          {
            key: 'found',
            type: 'prose',
            label: { ar: 'ما الجواب؟', fa: 'پاسخ چیست؟', en: 'What is the answer?' },
            shownWhen: { field: 'known', values: ['yes'] },
          },
          {
            key: 'searched',
            type: 'prose',
            label: { ar: 'أين بُحث عنه؟', fa: 'کجا جست‌وجو شد؟', en: 'Where was it looked for?' },
            shownWhen: { field: 'known', values: ['no'] },
          },
        ],
      },
    },
    {
      id: 'is-known',
      kind: 'choice',
      role: 'service',
      name: { ar: 'الجواب موجود؟', fa: 'پاسخ هست؟', en: 'Is there an answer?' },
    },
    {
      id: 'answer',
      kind: 'task',
      role: 'service',
      name: { ar: 'الرد على العميل', fa: 'پاسخ به مشتری', en: 'Answer the customer' },
      due: 'PT2H',
    },
    {
      id: 'answered',
      kind: 'end',
      role: 'service',
      name: { ar: 'أُجيب من المعرفة', fa: 'پاسخ از دانش داده شد', en: 'Answered from the knowledge' },
    },
    {
      id: 'prepare',
      kind: 'task',
      role: 'experts',
      name: { ar: 'إعداد الجواب', fa: 'تهیهٔ پاسخ', en: 'Prepare the answer' },
      due: 'PT6H',
      customer: { ar: 'سؤالكم لدى المختصين', fa: 'پرسش شما نزد کارشناس است', en: 'Your question is with an expert' },
      handOff: {
        what: {
          ar: 'السؤال وما وُجد عنه',
          fa: 'پرسش و آنچه دربارهٔ آن پیدا شد',
          en: 'The question, and what was found about it',
        },
        criteria: [
          {
            ar: 'السؤال بكلمات العميل',
            fa: 'پرسش به زبان خود مشتری است',
            en: 'The question is in the words of the customer',
          },
          { ar: 'ما بُحث فيه مذكور', fa: 'آنچه جست‌وجو شد آمده است', en: 'Where it was looked for is said' },
        ],
        longestWait: 'PT4H',
      },
    },
    { id: 'both', kind: 'fork', role: 'experts' },
    {
      id: 'pass-on',
      kind: 'task',
      role: 'service',
      name: { ar: 'إبلاغ العميل بجواب المختصين', fa: 'رساندن پاسخ کارشناس به مشتری', en: "Pass the experts' answer on" },
      due: 'PT2H',
      handOff: {
        what: { ar: 'جواب مكتوب', fa: 'پاسخ نوشته‌شده', en: 'A written answer' },
        criteria: [
          { ar: 'الجواب عن السؤال نفسه', fa: 'پاسخ همان پرسش است', en: 'It answers this very question' },
          { ar: 'لغته مفهومة', fa: 'زبانش فهمیدنی است', en: 'Its words are understood' },
        ],
        longestWait: 'PT2H',
      },
    },
    {
      id: 'write-down',
      kind: 'task',
      role: 'experts',
      name: { ar: 'تدوين الجواب في المعرفة', fa: 'نوشتن پاسخ در دانش', en: 'Write it into the knowledge' },
      due: 'P2D',
    },
    { id: 'done', kind: 'join', role: 'experts' },
    {
      id: 'learnt',
      kind: 'end',
      role: 'experts',
      name: { ar: 'أُجيب ودُوِّن', fa: 'پاسخ داده و نوشته شد', en: 'Answered and written down' },
    },
  ],
  flows: [
    { from: 'asked', to: 'look-up' },
    { from: 'look-up', to: 'is-known' },
    { from: 'is-known', to: 'answer', when: 'known', name: { ar: 'نعم', fa: 'بله', en: 'Yes' } },
    { from: 'is-known', to: 'prepare', name: { ar: 'لا', fa: 'نه', en: 'No' } },
    { from: 'answer', to: 'answered' },
    { from: 'prepare', to: 'both' },
    { from: 'both', to: 'pass-on' },
    { from: 'both', to: 'write-down' },
    { from: 'pass-on', to: 'done' },
    { from: 'write-down', to: 'done' },
    { from: 'done', to: 'learnt' },
  ],
};
