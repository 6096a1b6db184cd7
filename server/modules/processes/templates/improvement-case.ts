// The template of an improvement case: a proposal that the owner accepts, adapts or declines, and whose effect is measured before and after.
import type { ProcessTemplate } from './template.ts';

export const improvementCase: ProcessTemplate = {
  key: 'improvement-case',
  name: { ar: 'حالة تحسين', fa: 'پروندهٔ بهبود', en: 'Improvement case' },
  purpose: {
    ar: 'تُصاغ المشكلة والهدف والغاية بأدلتها، ويُعرض مقترح على مالك العملية فيقبله أو يعدّله أو يعتذر عنه، ويُقاس أثر ما طُبِّق.',
    fa: 'مسئله، هدف و غایت با شواهد بیان می‌شود، پیشنهادی به مالک فرایند داده می‌شود که می‌پذیرد، سازگار می‌کند یا نمی‌پذیرد، و اثر آنچه اجرا شد سنجیده می‌شود.',
    en: 'Problem, objective and purpose are stated with evidence; the owner accepts, adapts or declines the proposal; the effect of what was deployed is measured.',
  },
  promise: {
    ar: 'جواب معلل عن كل مقترح خلال خمسة أيام عمل',
    fa: 'پاسخ با دلیل به هر پیشنهاد ظرف پنج روز کاری',
    en: 'A reasoned answer to every proposal within five working days',
  },
  objective: { ar: 'عمليات تتحسن بدليل', fa: 'بهبود فرایندها با شواهد', en: 'Processes that improve by evidence' },
  pcfId: 16_396,
  sipoc: {
    suppliers: [
      { ar: 'العملاء والموظفون', fa: 'مشتریان و کارکنان', en: 'Customers and employees' },
      { ar: 'قياس العمليات', fa: 'سنجش فرایندها', en: 'Measures of processes' },
    ],
    inputs: [{ ar: 'ملاحظة بدليلها', fa: 'مشاهده با شواهد آن', en: 'A remark with its evidence' }],
    outputs: [
      {
        ar: 'تحسين مقيس أو اعتذار معلل',
        fa: 'بهبود سنجیده یا نپذیرفتن با دلیل',
        en: 'A measured improvement, or a reasoned decline',
      },
    ],
    customers: [{ ar: 'مالك العملية', fa: 'مالک فرایند', en: 'Owner of the process' }],
  },
  roles: [
    { key: 'operations', name: { ar: 'عمليات العملاء', fa: 'عملیات مشتری', en: 'Customer operations' } },
    { key: 'owner', name: { ar: 'مالك العملية', fa: 'مالک فرایند', en: 'Owner of the process' } },
  ],
  values: [
    {
      name: 'answer',
      type: 'text',
      choices: ['accept', 'adapt', 'decline'],
      meaning: {
        ar: 'قبول أو تعديل أو اعتذار',
        fa: 'پذیرش، سازگار کردن یا نپذیرفتن',
        en: 'what the owner says to the proposal',
      },
    },
    {
      name: 'better',
      type: 'yes-no',
      meaning: { ar: 'هل تحسن ما قيس', fa: 'آیا آنچه سنجیده شد بهتر شد', en: 'whether what was measured is better' },
    },
  ],
  steps: [
    {
      id: 'noticed',
      kind: 'start',
      role: 'operations',
      name: { ar: 'ملاحظة بدليل', fa: 'مشاهده با شواهد', en: 'A remark with evidence' },
    },
    {
      id: 'state',
      kind: 'task',
      role: 'operations',
      name: {
        ar: 'صياغة المشكلة والهدف والغاية',
        fa: 'بیان مسئله، هدف و غایت',
        en: 'State problem, objective, purpose',
      },
      due: 'P3D',
    },
    {
      id: 'propose',
      kind: 'task',
      role: 'operations',
      name: { ar: 'إعداد المقترح بمعلوماته', fa: 'تهیهٔ پیشنهاد با اطلاعات آن', en: 'Prepare the proposal' },
      due: 'P5D',
    },
    {
      id: 'consider',
      kind: 'task',
      role: 'owner',
      name: { ar: 'النظر في المقترح مع الموظفين', fa: 'بررسی پیشنهاد با کارکنان', en: 'Consider it with the staff' },
      due: 'P5D',
      gives: ['answer'],
      form: {
        name: { ar: 'جواب المالك عن المقترح', fa: 'پاسخ مالک به پیشنهاد', en: 'Answer of the owner to the proposal' },
        fields: [
          {
            key: 'answer',
            type: 'one-of',
            label: { ar: 'ما الجواب؟', fa: 'پاسخ چیست؟', en: 'What is the answer?' },
            help: {
              ar: 'بلا جواب يبقى المقترح قيد النظر.',
              fa: 'بی‌پاسخ، پیشنهاد همچنان در دست بررسی می‌ماند.',
              en: 'Without one the proposal stays under consideration.',
            },
            open: true,
            choices: [
              { key: 'accept', label: { ar: 'قبول', fa: 'پذیرش', en: 'Accepted' } },
              {
                key: 'adapt',
                label: { ar: 'قبول مع تعديل', fa: 'پذیرش با سازگار کردن', en: 'Accepted once it is adapted' },
              },
              { key: 'decline', label: { ar: 'اعتذار', fa: 'نپذیرفتن', en: 'Declined' } },
            ],
          },
          {
            key: 'grounds',
            type: 'prose',
            label: { ar: 'لماذا؟', fa: 'چرا؟', en: 'Why?' },
            shownWhen: { field: 'answer', values: ['adapt', 'decline'] },
          },
        ],
      },
      handOff: {
        what: {
          ar: 'مقترح بأدلته وأثره المتوقع',
          fa: 'پیشنهاد با شواهد و اثر مورد انتظار',
          en: 'A proposal with its evidence and expected effect',
        },
        criteria: [
          {
            ar: 'المشكلة والهدف والغاية مكتوبة',
            fa: 'مسئله، هدف و غایت نوشته شده است',
            en: 'Problem, objective and purpose are written',
          },
          {
            ar: 'ما يقاس قبل وبعد محدد',
            fa: 'آنچه پیش و پس سنجیده می‌شود معلوم است',
            en: 'What is measured before and after is named',
          },
        ],
        longestWait: 'P2D',
      },
    },
    {
      id: 'decision',
      kind: 'choice',
      role: 'owner',
      name: { ar: 'جواب المالك؟', fa: 'پاسخ مالک؟', en: 'What does the owner say?' },
    },
    {
      id: 'adapt',
      kind: 'task',
      role: 'owner',
      name: { ar: 'تعديل المقترح', fa: 'سازگار کردن پیشنهاد', en: 'Adapt the proposal' },
      due: 'P5D',
    },
    {
      id: 'deploy',
      kind: 'task',
      role: 'owner',
      name: { ar: 'تطبيق التحسين', fa: 'اجرای بهبود', en: 'Deploy the improvement' },
      due: 'P10D',
    },
    {
      id: 'let-it-work',
      kind: 'wait',
      role: 'owner',
      name: { ar: 'بعد ثلاثين يومًا', fa: 'پس از سی روز', en: 'Thirty days later' },
      due: 'P30D',
    },
    {
      id: 'measure',
      kind: 'task',
      role: 'operations',
      name: { ar: 'قياس الأثر قبل وبعد', fa: 'سنجش اثر، پیش و پس', en: 'Measure before and after' },
      due: 'P5D',
      gives: ['better'],
      form: {
        name: { ar: 'قياس الأثر', fa: 'سنجش اثر', en: 'Measurement of the effect' },
        fields: [
          {
            key: 'before',
            type: 'line',
            label: { ar: 'المقيس قبل التحسين', fa: 'اندازه پیش از بهبود', en: 'Measured before' },
          },
          {
            key: 'after',
            type: 'line',
            label: { ar: 'المقيس بعد التحسين', fa: 'اندازه پس از بهبود', en: 'Measured after' },
          },
          { key: 'better', type: 'yes-no', label: { ar: 'هل تحسّن؟', fa: 'آیا بهتر شد؟', en: 'Is it better?' } },
        ],
      },
      handOff: {
        what: {
          ar: 'تحسين مطبَّق وتاريخ تطبيقه',
          fa: 'بهبود اجراشده و تاریخ اجرا',
          en: 'The improvement as deployed, with its date',
        },
        criteria: [
          { ar: 'ما تغيّر فعلًا مذكور', fa: 'آنچه به‌راستی تغییر کرد آمده است', en: 'What was really changed is said' },
        ],
        longestWait: 'P2D',
      },
    },
    { id: 'is-better', kind: 'choice', role: 'operations', name: { ar: 'تحسّن؟', fa: 'بهتر شد؟', en: 'Is it better?' } },
    {
      id: 'kept',
      kind: 'end',
      role: 'operations',
      name: { ar: 'تحسين مثبت', fa: 'بهبود ماندگار', en: 'Improvement kept' },
    },
    {
      id: 'record-decline',
      kind: 'task',
      role: 'operations',
      name: { ar: 'تسجيل الاعتذار وسببه', fa: 'ثبت نپذیرفتن و دلیل آن', en: 'Record the decline and its reason' },
      due: 'P1D',
      handOff: {
        what: { ar: 'اعتذار معلل', fa: 'نپذیرفتن با دلیل', en: 'A decline with its reason' },
        criteria: [{ ar: 'السبب مكتوب', fa: 'دلیل نوشته شده است', en: 'The reason is written' }],
        longestWait: 'P2D',
      },
    },
    {
      id: 'declined',
      kind: 'end',
      role: 'operations',
      name: { ar: 'اعتذار مسجّل', fa: 'نپذیرفتن ثبت شد', en: 'Decline on record' },
    },
  ],
  flows: [
    { from: 'noticed', to: 'state' },
    { from: 'state', to: 'propose' },
    { from: 'propose', to: 'consider' },
    { from: 'consider', to: 'decision' },
    { from: 'decision', to: 'deploy', when: 'answer = "accept"', name: { ar: 'قبول', fa: 'پذیرش', en: 'Accept' } },
    { from: 'decision', to: 'adapt', when: 'answer = "adapt"', name: { ar: 'تعديل', fa: 'سازگار کردن', en: 'Adapt' } },
    {
      from: 'decision',
      to: 'record-decline',
      when: 'answer = "decline"',
      name: { ar: 'اعتذار', fa: 'نپذیرفتن', en: 'Decline' },
    },
    { from: 'decision', to: 'consider', name: { ar: 'بلا جواب', fa: 'بی‌پاسخ', en: 'No answer' } },
    { from: 'adapt', to: 'deploy' },
    { from: 'deploy', to: 'let-it-work' },
    { from: 'let-it-work', to: 'measure' },
    { from: 'measure', to: 'is-better' },
    { from: 'is-better', to: 'kept', when: 'better', name: { ar: 'نعم', fa: 'بله', en: 'Yes' } },
    { from: 'is-better', to: 'propose', name: { ar: 'لا', fa: 'نه', en: 'No' } },
    { from: 'record-decline', to: 'declined' },
  ],
};
