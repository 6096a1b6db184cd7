// The template of a complaint across departments: acknowledged, investigated where it arose, put right, confirmed by the customer, and reviewed higher up where it is not.
import type { ProcessTemplate } from './template.ts';

export const complaint: ProcessTemplate = {
  key: 'complaint',
  name: {
    ar: 'معالجة شكوى بين الإدارات',
    fa: 'رسیدگی به شکایت میان واحدها',
    en: 'Handle a complaint across departments',
  },
  purpose: {
    ar: 'تُستلم الشكوى وتُقيَّم، وتُبحث حيث نشأت، ويُجبر الضرر ويُعالج سببه، ثم يُسأل العميل: هل حُلّت؛ فإن لم تُحلّ راجعتها جهة أعلى.',
    fa: 'شکایت دریافت و ارزیابی می‌شود، همان‌جا که پدید آمده بررسی می‌شود، زیان جبران و علت آن برطرف می‌شود، سپس از مشتری پرسیده می‌شود که حل شد یا نه؛ اگر نه، ردهٔ بالاتر بازبینی می‌کند.',
    en: 'The complaint is acknowledged and assessed, investigated where it arose, put right with its cause, and the customer is asked whether it is solved; where not, it is reviewed higher up.',
  },
  promise: {
    ar: 'إشعار في يوم الشكوى، وجواب خلال خمسة أيام عمل',
    fa: 'اعلام دریافت در همان روز و پاسخ ظرف پنج روز کاری',
    en: 'Acknowledged the same day, answered within five working days',
  },
  objective: {
    ar: 'شكاوى يقول أصحابها إنها حُلّت',
    fa: 'شکایت‌هایی که صاحبانشان می‌گویند حل شد',
    en: 'Complaints that customers say are solved',
  },
  pcfId: 10_389,
  sipoc: {
    suppliers: [
      { ar: 'العميل', fa: 'مشتری', en: 'Customer' },
      { ar: 'قنوات التواصل', fa: 'کانال‌های ارتباط', en: 'Channels' },
    ],
    inputs: [{ ar: 'شكوى مسجّلة', fa: 'شکایت ثبت‌شده', en: 'A registered complaint' }],
    outputs: [
      {
        ar: 'ضرر مجبور وجواب يعالج الشكوى',
        fa: 'جبران زیان و پاسخی که به شکایت می‌پردازد',
        en: 'Things put right, and an answer to the point',
      },
      { ar: 'حالة تحسين للسبب', fa: 'پروندهٔ بهبود برای علت', en: 'An improvement case for the cause' },
    ],
    customers: [{ ar: 'العميل', fa: 'مشتری', en: 'Customer' }],
  },
  roles: [
    { key: 'complaints', name: { ar: 'وحدة الشكاوى', fa: 'واحد رسیدگی به شکایات', en: 'Complaints unit' } },
    { key: 'department', name: { ar: 'الإدارة المعنية', fa: 'واحد مربوط', en: 'Department concerned' } },
    { key: 'management', name: { ar: 'الإدارة العليا', fa: 'مدیریت ارشد', en: 'Senior management' } },
  ],
  values: [
    {
      name: 'severe',
      type: 'yes-no',
      meaning: { ar: 'هل في الشكوى خطر على أحد', fa: 'آیا برای کسی خطر دارد', en: 'whether anybody is in danger' },
    },
    {
      name: 'justified',
      type: 'yes-no',
      meaning: { ar: 'هل الشكوى في محلها', fa: 'آیا شکایت وارد است', en: 'whether the complaint is justified' },
    },
    {
      name: 'solved',
      type: 'yes-no',
      meaning: {
        ar: 'هل قال العميل إنها حُلّت',
        fa: 'آیا مشتری گفت حل شده است',
        en: 'whether the customer says it is solved',
      },
    },
  ],
  steps: [
    {
      id: 'complained',
      kind: 'start',
      role: 'complaints',
      name: { ar: 'شكوى مسجّلة', fa: 'شکایت ثبت شد', en: 'Complaint registered' },
    },
    {
      id: 'assess',
      kind: 'task',
      role: 'complaints',
      name: { ar: 'الإشعار بالاستلام والتقييم', fa: 'اعلام دریافت و ارزیابی', en: 'Acknowledge and assess' },
      due: 'PT4H',
      gives: ['severe'],
      form: {
        name: { ar: 'تقييم الشكوى', fa: 'ارزیابی شکایت', en: 'Assessment of the complaint' },
        fields: [
          {
            key: 'severe',
            type: 'yes-no',
            label: { ar: 'هل في الشكوى خطر على أحد؟', fa: 'آیا برای کسی خطر دارد؟', en: 'Is anybody in danger?' },
          },
          {
            key: 'danger',
            type: 'prose',
            label: {
              ar: 'أين الخطر وعلى من؟',
              fa: 'خطر کجاست و برای چه کسی؟',
              en: 'Where is the danger, and for whom?',
            },
            shownWhen: { field: 'severe', values: ['yes'] },
          },
        ],
      },
      customer: {
        ar: 'استُلمت شكواكم وتُقيَّم الآن',
        fa: 'شکایت شما دریافت شد و ارزیابی می‌شود',
        en: 'Your complaint was received and is being assessed',
      },
    },
    {
      id: 'is-severe',
      kind: 'choice',
      role: 'complaints',
      name: { ar: 'فيها خطر؟', fa: 'خطر دارد؟', en: 'Is there danger?' },
    },
    {
      id: 'avert',
      kind: 'task',
      role: 'department',
      name: { ar: 'درء الخطر', fa: 'رفع خطر', en: 'Avert the danger' },
      due: 'PT2H',
      handOff: {
        what: {
          ar: 'شكوى عاجلة بموضع الخطر',
          fa: 'شکایت فوری با جای خطر',
          en: 'An urgent complaint, with where the danger is',
        },
        criteria: [{ ar: 'موضع الخطر محدد', fa: 'جای خطر معلوم است', en: 'Where the danger is, is known' }],
        longestWait: 'PT1H',
      },
    },
    {
      id: 'investigate',
      kind: 'task',
      role: 'department',
      name: { ar: 'بحث الشكوى وسببها', fa: 'بررسی شکایت و علت آن', en: 'Investigate it and its cause' },
      due: 'P2D',
      gives: ['justified'],
      form: {
        name: { ar: 'بحث الشكوى', fa: 'بررسی شکایت', en: 'Investigation of the complaint' },
        fields: [
          {
            key: 'justified',
            type: 'yes-no',
            label: { ar: 'هل الشكوى في محلها؟', fa: 'آیا شکایت وارد است؟', en: 'Is the complaint justified?' },
          },
          { key: 'findings', type: 'prose', label: { ar: 'ما الذي ثبت؟', fa: 'چه روشن شد؟', en: 'What was found?' } },
          {
            key: 'cause',
            type: 'prose',
            label: { ar: 'ما سببها؟', fa: 'علت آن چیست؟', en: 'What is its cause?' },
            help: {
              ar: 'في العملية لا في الأشخاص.',
              fa: 'در فرایند، نه در اشخاص.',
              en: 'In the process, not in persons.',
            },
            shownWhen: { field: 'justified', values: ['yes'] },
          },
        ],
      },
      customer: {
        ar: 'شكواكم قيد البحث لدى الإدارة المعنية',
        fa: 'شکایت شما در واحد مربوط بررسی می‌شود',
        en: 'The department concerned is looking into it',
      },
      handOff: {
        what: {
          ar: 'شكوى مقيَّمة بأدلتها',
          fa: 'شکایت ارزیابی‌شده با مدارک',
          en: 'An assessed complaint with its evidence',
        },
        criteria: [
          {
            ar: 'ما يشكو منه العميل مكتوب بكلماته',
            fa: 'شکایت به زبان خود مشتری نوشته شده است',
            en: 'What is complained of is in the words of the customer',
          },
          { ar: 'الأدلة مرفقة', fa: 'مدارک پیوست است', en: 'The evidence is attached' },
        ],
        longestWait: 'PT8H',
      },
    },
    {
      id: 'is-justified',
      kind: 'choice',
      role: 'department',
      name: { ar: 'الشكوى في محلها؟', fa: 'شکایت وارد است؟', en: 'Is it justified?' },
    },
    { id: 'both', kind: 'fork', role: 'department' },
    {
      id: 'put-right',
      kind: 'task',
      role: 'department',
      name: { ar: 'جبر الضرر', fa: 'جبران زیان', en: 'Put it right' },
      due: 'P2D',
      customer: {
        ar: 'جارٍ إصلاح ما اشتكيتم منه',
        fa: 'در حال جبران آنچه از آن شکایت داشتید',
        en: 'It is being put right',
      },
    },
    {
      id: 'report-cause',
      kind: 'task',
      role: 'complaints',
      name: {
        ar: 'فتح حالة تحسين للسبب',
        fa: 'گشودن پروندهٔ بهبود برای علت',
        en: 'Open an improvement case for the cause',
      },
      due: 'P3D',
      handOff: {
        what: { ar: 'سبب الشكوى كما ثبت', fa: 'علت شکایت چنان که روشن شد', en: 'The cause as it was found' },
        criteria: [
          {
            ar: 'السبب في العملية لا في الأشخاص',
            fa: 'علت در فرایند است نه در اشخاص',
            en: 'The cause is in the process, not in persons',
          },
        ],
        longestWait: 'P1D',
      },
    },
    { id: 'done', kind: 'join', role: 'department' },
    {
      id: 'respond',
      kind: 'task',
      role: 'complaints',
      name: { ar: 'الرد على العميل', fa: 'پاسخ به مشتری', en: 'Answer the customer' },
      due: 'P1D',
      handOff: {
        what: {
          ar: 'نتيجة البحث وما أُصلح',
          fa: 'نتیجهٔ بررسی و آنچه جبران شد',
          en: 'What was found, and what was put right',
        },
        criteria: [
          {
            ar: 'كل ما اشتكى منه العميل مجاب عنه',
            fa: 'به همهٔ شکایت پاسخ داده شده است',
            en: 'Everything that was complained of is dealt with',
          },
        ],
        longestWait: 'PT8H',
      },
    },
    {
      id: 'confirm',
      kind: 'task',
      role: 'complaints',
      name: {
        ar: 'سؤال العميل: هل حُلّت الشكوى؟',
        fa: 'پرسش از مشتری: شکایت حل شد؟',
        en: 'Ask the customer whether it is solved',
      },
      due: 'P5D',
      gives: ['solved'],
      form: {
        name: { ar: 'كلمة العميل في الحل', fa: 'سخن مشتری دربارهٔ حل', en: 'What the customer says of the solution' },
        fields: [
          {
            key: 'solved',
            type: 'yes-no',
            label: {
              ar: 'هل قال العميل إنها حُلّت؟',
              fa: 'آیا مشتری گفت حل شده است؟',
              en: 'Does the customer say it is solved?',
            },
          },
          {
            key: 'objection',
            type: 'prose',
            label: { ar: 'ما الذي لم يُحلّ؟', fa: 'چه چیزی حل نشده است؟', en: 'What is not solved?' },
            help: { ar: 'بكلمات العميل.', fa: 'به زبان خود مشتری.', en: 'In the words of the customer.' },
            shownWhen: { field: 'solved', values: ['no'] },
          },
        ],
      },
      customer: {
        ar: 'بانتظار كلمتكم: هل حُلّت الشكوى',
        fa: 'در انتظار سخن شما: شکایت حل شد یا نه',
        en: 'We wait for your word on whether it is solved',
      },
    },
    { id: 'is-solved', kind: 'choice', role: 'complaints', name: { ar: 'حُلّت؟', fa: 'حل شد؟', en: 'Is it solved?' } },
    {
      id: 'settled',
      kind: 'end',
      role: 'complaints',
      name: { ar: 'أكد العميل الحل', fa: 'مشتری حل را تأیید کرد', en: 'Confirmed by the customer' },
    },
    {
      id: 'review',
      kind: 'task',
      role: 'management',
      name: { ar: 'مراجعة الشكوى في جهة أعلى', fa: 'بازبینی در ردهٔ بالاتر', en: 'Review it higher up' },
      due: 'P5D',
      customer: {
        ar: 'شكواكم لدى جهة أعلى',
        fa: 'شکایت شما نزد ردهٔ بالاتر است',
        en: 'Your complaint is being reviewed higher up',
      },
      handOff: {
        what: {
          ar: 'الشكوى والجواب واعتراض العميل',
          fa: 'شکایت، پاسخ و اعتراض مشتری',
          en: 'The complaint, the answer and the objection',
        },
        criteria: [{ ar: 'اعتراض العميل مكتوب', fa: 'اعتراض مشتری نوشته شده است', en: 'The objection is in writing' }],
        longestWait: 'P1D',
      },
    },
    {
      id: 'answer-finally',
      kind: 'task',
      role: 'complaints',
      name: {
        ar: 'الرد النهائي مع جهات التظلم',
        fa: 'پاسخ نهایی با مراجع شکایت بیرونی',
        en: 'Final answer, with outside recourse',
      },
      due: 'P1D',
      handOff: {
        what: { ar: 'قرار المراجعة', fa: 'تصمیم بازبینی', en: 'The decision of the review' },
        criteria: [{ ar: 'القرار معلل', fa: 'تصمیم دلیل دارد', en: 'The decision gives its reasons' }],
        longestWait: 'P1D',
      },
    },
    {
      id: 'reviewed',
      kind: 'end',
      role: 'complaints',
      name: { ar: 'رُدَّ بعد المراجعة', fa: 'پس از بازبینی پاسخ داده شد', en: 'Answered after review' },
    },
  ],
  flows: [
    { from: 'complained', to: 'assess' },
    { from: 'assess', to: 'is-severe' },
    { from: 'is-severe', to: 'avert', when: 'severe', name: { ar: 'نعم', fa: 'بله', en: 'Yes' } },
    { from: 'is-severe', to: 'investigate', name: { ar: 'لا', fa: 'نه', en: 'No' } },
    { from: 'avert', to: 'investigate' },
    { from: 'investigate', to: 'is-justified' },
    { from: 'is-justified', to: 'both', when: 'justified', name: { ar: 'نعم', fa: 'بله', en: 'Yes' } },
    { from: 'is-justified', to: 'respond', name: { ar: 'لا', fa: 'نه', en: 'No' } },
    { from: 'both', to: 'put-right' },
    { from: 'both', to: 'report-cause' },
    { from: 'put-right', to: 'done' },
    { from: 'report-cause', to: 'done' },
    { from: 'done', to: 'respond' },
    { from: 'respond', to: 'confirm' },
    { from: 'confirm', to: 'is-solved' },
    { from: 'is-solved', to: 'settled', when: 'solved', name: { ar: 'نعم', fa: 'بله', en: 'Yes' } },
    { from: 'is-solved', to: 'review', name: { ar: 'لا', fa: 'نه', en: 'No' } },
    { from: 'review', to: 'answer-finally' },
    { from: 'answer-finally', to: 'reviewed' },
  ],
};
