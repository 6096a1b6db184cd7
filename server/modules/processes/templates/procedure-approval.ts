// The template of approving a procedure: written, looked over and tried side by side, approved or sent back, and made known to those concerned.
import type { ProcessTemplate } from './template.ts';

export const procedureApproval: ProcessTemplate = {
  key: 'procedure-approval',
  name: { ar: 'اعتماد إجراء', fa: 'تأیید یک رویه', en: 'Approve a procedure' },
  purpose: {
    ar: 'يُكتب الإجراء، ويُراجع ويُجرَّب معًا، ثم يُعتمد أو يُعاد بملاحظاته، ويُنشر ويُطلب الإقرار به.',
    fa: 'رویه نوشته می‌شود، هم‌زمان بازبینی و آزموده می‌شود، سپس تأیید می‌شود یا با نکته‌ها برمی‌گردد، منتشر می‌شود و رسید خواندن آن خواسته می‌شود.',
    en: 'A procedure is written, reviewed and tried at the same time, approved or sent back with remarks, published, and its receipts are asked for.',
  },
  promise: {
    ar: 'قرار معلل عن كل إجراء خلال عشرة أيام عمل',
    fa: 'تصمیم با دلیل دربارهٔ هر رویه ظرف ده روز کاری',
    en: 'A reasoned decision on every procedure within ten working days',
  },
  objective: {
    ar: 'إجراءات يعرفها من يعمل بها',
    fa: 'رویه‌هایی که انجام‌دهندگان می‌شناسند',
    en: 'Procedures known to those who follow them',
  },
  pcfId: 10_382,
  sipoc: {
    suppliers: [{ ar: 'من يعمل بالإجراء', fa: 'انجام‌دهندگان رویه', en: 'Those who do the work' }],
    inputs: [{ ar: 'حاجة إلى إجراء', fa: 'نیاز به رویه', en: 'The need for a procedure' }],
    outputs: [{ ar: 'إجراء سارٍ مُقَر به', fa: 'رویهٔ لازم‌الاجرا با رسید', en: 'A procedure in force, read and understood' }],
    customers: [{ ar: 'الموظفون المعنيون', fa: 'کارکنان مربوط', en: 'The staff concerned' }],
  },
  roles: [
    { key: 'author', name: { ar: 'كاتب الإجراء', fa: 'نویسندهٔ رویه', en: 'Author of the procedure' } },
    { key: 'quality', name: { ar: 'الجودة', fa: 'کیفیت', en: 'Quality' } },
    { key: 'approver', name: { ar: 'جهة الاعتماد', fa: 'مرجع تأیید', en: 'Approver' } },
  ],
  values: [
    {
      name: 'approved',
      type: 'yes-no',
      meaning: { ar: 'هل اعتُمد الإجراء', fa: 'آیا رویه تأیید شد', en: 'whether the procedure is approved' },
    },
  ],
  steps: [
    {
      id: 'needed',
      kind: 'start',
      role: 'author',
      name: { ar: 'حاجة إلى إجراء', fa: 'نیاز به رویه', en: 'A procedure is needed' },
    },
    {
      id: 'write',
      kind: 'task',
      role: 'author',
      name: { ar: 'كتابة الإجراء', fa: 'نوشتن رویه', en: 'Write the procedure' },
      due: 'P5D',
    },
    { id: 'again', kind: 'merge', role: 'author' },
    { id: 'both', kind: 'fork', role: 'author' },
    {
      id: 'try',
      kind: 'task',
      role: 'author',
      name: { ar: 'تجربته مع من يعمل به', fa: 'آزمودن آن با انجام‌دهندگان', en: 'Try it with those who follow it' },
      due: 'P3D',
    },
    {
      id: 'look-over',
      kind: 'task',
      role: 'quality',
      name: { ar: 'مراجعة الصياغة والسلامة', fa: 'بازبینی نگارش و درستی', en: 'Review wording and soundness' },
      due: 'P3D',
      handOff: {
        what: { ar: 'نص الإجراء كاملًا', fa: 'متن کامل رویه', en: 'The whole text of the procedure' },
        criteria: [
          { ar: 'الغرض والنطاق مكتوبان', fa: 'هدف و دامنه نوشته شده است', en: 'Its purpose and scope are written' },
          { ar: 'لكل خطوة وحدة مسؤولة', fa: 'هر گام واحد مسئول دارد', en: 'Every step has a unit that owes it' },
        ],
        longestWait: 'P1D',
      },
    },
    { id: 'seen', kind: 'join', role: 'author' },
    {
      id: 'decide',
      kind: 'task',
      role: 'approver',
      name: { ar: 'الاعتماد أو الإعادة', fa: 'تأیید یا برگرداندن', en: 'Approve or send back' },
      due: 'P3D',
      gives: ['approved'],
      form: {
        name: { ar: 'قرار الاعتماد', fa: 'تصمیم تأیید', en: 'Decision on the procedure' },
        fields: [
          {
            key: 'approved',
            type: 'yes-no',
            label: { ar: 'هل اعتُمد الإجراء؟', fa: 'آیا رویه تأیید شد؟', en: 'Is the procedure approved?' },
          },
          {
            key: 'effective',
            type: 'date',
            label: { ar: 'أول أيام سريانه', fa: 'نخستین روز اجرا', en: 'First day in force' },
            shownWhen: { field: 'approved', values: ['yes'] },
          },
          {
            key: 'remarks',
            type: 'prose',
            label: { ar: 'لِمَ يُعاد؟', fa: 'چرا برگردانده می‌شود؟', en: 'Why does it come back?' },
            shownWhen: { field: 'approved', values: ['no'] },
          },
        ],
      },
      handOff: {
        what: {
          ar: 'إجراء مُراجَع ومجرَّب',
          fa: 'رویهٔ بازبینی و آزموده‌شده',
          en: 'A procedure that was reviewed and tried',
        },
        criteria: [
          {
            ar: 'ملاحظات المراجعة معالجة',
            fa: 'به نکته‌های بازبینی پرداخته شده است',
            en: 'The remarks of the review are dealt with',
          },
          { ar: 'نتيجة التجربة مرفقة', fa: 'نتیجهٔ آزمون پیوست است', en: 'The result of the trial is attached' },
        ],
        longestWait: 'P2D',
      },
    },
    {
      id: 'is-approved',
      kind: 'choice',
      role: 'approver',
      name: { ar: 'اعتُمد؟', fa: 'تأیید شد؟', en: 'Is it approved?' },
    },
    {
      id: 'revise',
      kind: 'task',
      role: 'author',
      name: { ar: 'تعديل الإجراء', fa: 'بازنویسی رویه', en: 'Revise the procedure' },
      due: 'P3D',
      handOff: {
        what: { ar: 'ملاحظات جهة الاعتماد', fa: 'نکته‌های مرجع تأیید', en: 'The remarks of the approver' },
        criteria: [{ ar: 'سبب الإعادة مكتوب', fa: 'دلیل برگرداندن نوشته شده است', en: 'Why it comes back is written' }],
        longestWait: 'P1D',
      },
    },
    {
      id: 'publish',
      kind: 'task',
      role: 'quality',
      name: { ar: 'نشر الإجراء وطلب الإقرار به', fa: 'انتشار رویه و خواستن رسید', en: 'Publish it and ask for receipts' },
      due: 'P1D',
      handOff: {
        what: {
          ar: 'إجراء معتمد وتاريخ سريانه',
          fa: 'رویهٔ تأییدشده و تاریخ اجرا',
          en: 'The approved procedure and its first day',
        },
        criteria: [{ ar: 'المعنيون به محددون', fa: 'افراد مربوط معلوم‌اند', en: 'Whom it concerns is known' }],
        longestWait: 'P1D',
      },
    },
    {
      id: 'in-force',
      kind: 'end',
      role: 'quality',
      name: { ar: 'الإجراء سارٍ', fa: 'رویه لازم‌الاجراست', en: 'The procedure is in force' },
    },
  ],
  flows: [
    { from: 'needed', to: 'write' },
    { from: 'write', to: 'again' },
    { from: 'again', to: 'both' },
    { from: 'both', to: 'try' },
    { from: 'both', to: 'look-over' },
    { from: 'try', to: 'seen' },
    { from: 'look-over', to: 'seen' },
    { from: 'seen', to: 'decide' },
    { from: 'decide', to: 'is-approved' },
    { from: 'is-approved', to: 'publish', when: 'approved', name: { ar: 'نعم', fa: 'بله', en: 'Yes' } },
    { from: 'is-approved', to: 'revise', name: { ar: 'لا', fa: 'نه', en: 'No' } },
    { from: 'revise', to: 'again' },
    { from: 'publish', to: 'in-force' },
  ],
};
