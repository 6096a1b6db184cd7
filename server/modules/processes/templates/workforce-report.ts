// The template of the workforce report: to the manager, then improvement actions, the staffing need, human resources and the training plan.
import type { ProcessTemplate } from './template.ts';

export const workforceReport: ProcessTemplate = {
  key: 'workforce-report',
  name: {
    ar: 'تقرير القوى العاملة حتى خطة التدريب',
    fa: 'گزارش نیروی کار تا برنامهٔ آموزش',
    en: 'Workforce report to training plan',
  },
  purpose: {
    ar: 'يُرفع تقرير القوى العاملة إلى المدير، فتُحدَّد إجراءات التحسين والاحتياج من الموظفين، ثم تستقطب الموارد البشرية أو تضع خطة التدريب.',
    fa: 'گزارش نیروی کار به مدیر داده می‌شود، اقدام‌های بهبود و نیاز به کارکنان تعیین می‌شود و منابع انسانی جذب می‌کند یا برنامهٔ آموزش می‌نویسد.',
    en: 'The report goes to the manager, who decides on improvement actions and states the staffing need; human resources recruit or write the training plan.',
  },
  promise: {
    ar: 'قرار عن كل تقرير خلال أسبوعي عمل',
    fa: 'تصمیم دربارهٔ هر گزارش ظرف دو هفتهٔ کاری',
    en: 'A decision on every report within two working weeks',
  },
  objective: {
    ar: 'موظفون يكفون حاجة العملاء عددًا ومهارة',
    fa: 'کارکنانی که از نظر شمار و مهارت پاسخ‌گوی نیاز مشتریان‌اند',
    en: 'Enough people with the skills that customers need',
  },
  pcfId: 10_387,
  sipoc: {
    suppliers: [{ ar: 'تخطيط القوى العاملة', fa: 'برنامه‌ریزی نیروی کار', en: 'Workforce planning' }],
    inputs: [
      {
        ar: 'المنجز وما كان ينبغي إنجازه',
        fa: 'آنچه انجام شد و آنچه باید می‌شد',
        en: 'What was delivered, and what should have been',
      },
      { ar: 'جودة التفاعل', fa: 'کیفیت تعامل', en: 'Quality of interaction' },
    ],
    outputs: [
      { ar: 'إجراءات التحسين', fa: 'اقدام‌های بهبود', en: 'Improvement actions' },
      { ar: 'خطة التدريب أو الاستقطاب', fa: 'برنامهٔ آموزش یا جذب', en: 'A plan for training or recruiting' },
    ],
    customers: [{ ar: 'مدير الخدمة', fa: 'مدیر خدمت', en: 'Service manager' }],
  },
  roles: [
    { key: 'planning', name: { ar: 'تخطيط القوى العاملة', fa: 'برنامه‌ریزی نیروی کار', en: 'Workforce planning' } },
    { key: 'manager', name: { ar: 'مدير الخدمة', fa: 'مدیر خدمت', en: 'Service manager' } },
    { key: 'human-resources', name: { ar: 'الموارد البشرية', fa: 'منابع انسانی', en: 'Human resources' } },
  ],
  values: [
    {
      name: 'sound',
      type: 'yes-no',
      meaning: { ar: 'هل التقرير سليم', fa: 'آیا گزارش درست است', en: 'whether the report is sound' },
    },
    {
      name: 'shortage',
      type: 'number',
      meaning: { ar: 'عدد الموظفين الناقصين', fa: 'شمار کارکنانی که کم است', en: 'how many people are missing' },
    },
    {
      name: 'untrained',
      type: 'yes-no',
      meaning: { ar: 'هل تنقص مهارات', fa: 'آیا مهارتی کم است', en: 'whether skills are missing' },
    },
  ],
  steps: [
    {
      id: 'period-ended',
      kind: 'start',
      role: 'planning',
      name: { ar: 'انتهت الفترة', fa: 'دوره پایان یافت', en: 'The period has ended' },
    },
    {
      id: 'report',
      kind: 'task',
      role: 'planning',
      name: { ar: 'إعداد تقرير القوى العاملة', fa: 'تهیهٔ گزارش نیروی کار', en: 'Prepare the workforce report' },
      due: 'P2D',
    },
    {
      id: 'review',
      kind: 'task',
      role: 'manager',
      name: { ar: 'مراجعة التقرير', fa: 'بازبینی گزارش', en: 'Review the report' },
      due: 'P3D',
      gives: ['sound'],
      form: {
        name: { ar: 'مراجعة تقرير القوى العاملة', fa: 'بازبینی گزارش نیروی کار', en: 'Review of the workforce report' },
        fields: [
          {
            key: 'sound',
            type: 'yes-no',
            label: { ar: 'هل التقرير سليم؟', fa: 'آیا گزارش درست است؟', en: 'Is the report sound?' },
          },
          {
            key: 'wrong',
            type: 'prose',
            label: { ar: 'أين الخطأ؟', fa: 'خطا کجاست؟', en: 'Where is it wrong?' },
            shownWhen: { field: 'sound', values: ['no'] },
          },
        ],
      },
      handOff: {
        what: {
          ar: 'تقرير القوى العاملة للفترة',
          fa: 'گزارش نیروی کار دوره',
          en: 'The workforce report of the period',
        },
        criteria: [
          {
            ar: 'المنجز بجانب ما كان ينبغي إنجازه',
            fa: 'انجام‌شده در کنار آنچه باید می‌شد',
            en: 'Delivered stands beside what should have been',
          },
          { ar: 'لا يسمّي موظفًا بعينه', fa: 'نام هیچ کارمندی در آن نیست', en: 'It names no single employee' },
        ],
        longestWait: 'P2D',
      },
    },
    {
      id: 'is-sound',
      kind: 'choice',
      role: 'manager',
      name: { ar: 'التقرير سليم؟', fa: 'گزارش درست است؟', en: 'Is the report sound?' },
    },
    {
      id: 'correct',
      kind: 'task',
      role: 'planning',
      name: { ar: 'تصحيح التقرير', fa: 'اصلاح گزارش', en: 'Correct the report' },
      due: 'P1D',
      handOff: {
        what: {
          ar: 'ملاحظات المدير على التقرير',
          fa: 'نکته‌های مدیر دربارهٔ گزارش',
          en: 'What the manager found in the report',
        },
        criteria: [{ ar: 'موضع الخطأ مذكور', fa: 'جای خطا گفته شده است', en: 'Where it is wrong is said' }],
        longestWait: 'P1D',
      },
    },
    {
      id: 'actions',
      kind: 'task',
      role: 'manager',
      name: { ar: 'تحديد إجراءات التحسين', fa: 'تعیین اقدام‌های بهبود', en: 'Decide on improvement actions' },
      due: 'P3D',
    },
    {
      id: 'need',
      kind: 'task',
      role: 'manager',
      name: { ar: 'تحديد الاحتياج من الموظفين', fa: 'تعیین نیاز به کارکنان', en: 'State the staffing need' },
      due: 'P2D',
      gives: ['shortage', 'untrained'],
      form: {
        name: { ar: 'الاحتياج من الموظفين', fa: 'نیاز به کارکنان', en: 'Staffing need' },
        fields: [
          {
            key: 'shortage',
            type: 'whole-number',
            label: { ar: 'كم موظفًا ينقص؟', fa: 'چند نفر کم است؟', en: 'How many people are missing?' },
            min: 0,
          },
          {
            key: 'untrained',
            type: 'yes-no',
            label: { ar: 'هل تنقص مهارات؟', fa: 'آیا مهارتی کم است؟', en: 'Are skills missing?' },
          },
          {
            key: 'skills',
            type: 'prose',
            label: { ar: 'أي المهارات؟', fa: 'کدام مهارت‌ها؟', en: 'Which skills?' },
            shownWhen: { field: 'untrained', values: ['yes'] },
          },
          {
            key: 'forecast',
            type: 'prose',
            label: {
              ar: 'على أي توقع بُني العدد؟',
              fa: 'شمار بر چه پیش‌بینی‌ای استوار است؟',
              en: 'From which forecast is the number derived?',
            },
            open: true,
          },
        ],
      },
    },
    {
      id: 'is-needed',
      kind: 'choice',
      role: 'manager',
      name: { ar: 'ثمة احتياج؟', fa: 'نیازی هست؟', en: 'Is anything missing?' },
    },
    {
      id: 'enough',
      kind: 'end',
      role: 'manager',
      name: { ar: 'لا احتياج', fa: 'نیازی نیست', en: 'Nothing is missing' },
    },
    {
      id: 'assess',
      kind: 'task',
      role: 'human-resources',
      name: { ar: 'دراسة الاحتياج', fa: 'بررسی نیاز', en: 'Assess the need' },
      due: 'P5D',
      handOff: {
        what: { ar: 'احتياج محدد بالعدد والمهارة', fa: 'نیاز با شمار و مهارت', en: 'The need, in numbers and skills' },
        criteria: [
          { ar: 'العدد معلل بالتوقع', fa: 'شمار بر پیش‌بینی استوار است', en: 'The number is derived from the forecast' },
          { ar: 'المهارات مسماة', fa: 'مهارت‌ها نام برده شده است', en: 'The skills are named' },
        ],
        longestWait: 'P2D',
      },
    },
    {
      id: 'how',
      kind: 'either',
      role: 'human-resources',
      name: { ar: 'بماذا يُسد؟', fa: 'چگونه برآورده شود؟', en: 'How is it met?' },
    },
    {
      id: 'recruit',
      kind: 'task',
      role: 'human-resources',
      name: { ar: 'استقطاب موظفين', fa: 'جذب نیرو', en: 'Recruit' },
      due: 'P30D',
    },
    {
      id: 'train',
      kind: 'task',
      role: 'human-resources',
      name: { ar: 'إعداد خطة التدريب', fa: 'تهیهٔ برنامهٔ آموزش', en: 'Write the training plan' },
      due: 'P10D',
    },
    { id: 'met', kind: 'gather', role: 'human-resources' },
    {
      id: 'follow',
      kind: 'task',
      role: 'manager',
      name: { ar: 'متابعة تنفيذ الخطة', fa: 'پیگیری اجرای برنامه', en: 'Follow the plan up' },
      due: 'P5D',
      handOff: {
        what: { ar: 'خطة بمواعيدها', fa: 'برنامه با زمان‌های آن', en: 'A plan with its dates' },
        criteria: [{ ar: 'لكل بند موعد', fa: 'هر بند زمان دارد', en: 'Every item has a date' }],
        longestWait: 'P2D',
      },
    },
    {
      id: 'covered',
      kind: 'end',
      role: 'manager',
      name: { ar: 'الاحتياج مغطى', fa: 'نیاز برآورده است', en: 'The need is met' },
    },
  ],
  flows: [
    { from: 'period-ended', to: 'report' },
    { from: 'report', to: 'review' },
    { from: 'review', to: 'is-sound' },
    { from: 'is-sound', to: 'actions', when: 'sound', name: { ar: 'نعم', fa: 'بله', en: 'Yes' } },
    { from: 'is-sound', to: 'correct', name: { ar: 'لا', fa: 'نه', en: 'No' } },
    { from: 'correct', to: 'review' },
    { from: 'actions', to: 'need' },
    { from: 'need', to: 'is-needed' },
    {
      from: 'is-needed',
      to: 'assess',
      when: 'shortage > 0 or untrained',
      name: { ar: 'نعم', fa: 'بله', en: 'Yes' },
    },
    { from: 'is-needed', to: 'enough', name: { ar: 'لا', fa: 'نه', en: 'No' } },
    { from: 'assess', to: 'how' },
    { from: 'how', to: 'recruit', when: 'shortage > 0', name: { ar: 'عدد ناقص', fa: 'کمبود نفر', en: 'People' } },
    { from: 'how', to: 'train', when: 'untrained', name: { ar: 'مهارة ناقصة', fa: 'کمبود مهارت', en: 'Skills' } },
    { from: 'recruit', to: 'met' },
    { from: 'train', to: 'met' },
    { from: 'met', to: 'follow' },
    { from: 'follow', to: 'covered' },
  ],
};
