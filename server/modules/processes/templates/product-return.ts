// The template of a product return: authorised, received and inspected, then replaced, refunded or sent back, and told to the customer.
import type { ProcessTemplate } from './template.ts';

export const productReturn: ProcessTemplate = {
  key: 'product-return',
  name: { ar: 'إرجاع منتج', fa: 'مرجوع کردن کالا', en: 'Return of a product' },
  purpose: {
    ar: 'يُتحقق من شروط الإرجاع، ويُستلم المنتج ويُفحص، ثم يُستبدل أو يُرد ثمنه أو يُعاد، ويُبلَّغ العميل.',
    fa: 'شرایط مرجوعی بررسی می‌شود، کالا دریافت و بازبینی می‌شود، سپس جایگزین می‌شود، پول آن برمی‌گردد یا خود کالا بازگردانده می‌شود و مشتری آگاه می‌شود.',
    en: 'The conditions are checked, the product is received and inspected, then replaced, refunded or sent back, and the customer is told.',
  },
  promise: {
    ar: 'قرار خلال خمسة أيام عمل من استلام المنتج',
    fa: 'تصمیم ظرف پنج روز کاری از دریافت کالا',
    en: 'A decision within five working days of receiving the product',
  },
  objective: {
    ar: 'إرجاع سهل وسبب معروف',
    fa: 'مرجوعی آسان با دلیل روشن',
    en: 'Returns that are easy, and whose reason is known',
  },
  pcfId: 20_094,
  sipoc: {
    suppliers: [{ ar: 'العميل', fa: 'مشتری', en: 'Customer' }],
    inputs: [
      { ar: 'طلب الإرجاع وسببه', fa: 'درخواست مرجوعی و دلیل آن', en: 'The request with its reason' },
      { ar: 'المنتج', fa: 'کالا', en: 'The product' },
    ],
    outputs: [
      {
        ar: 'بديل أو مبلغ مردود أو منتج معاد',
        fa: 'جایگزین، بازپرداخت یا کالای بازگشته',
        en: 'A replacement, a refund or the product back',
      },
    ],
    customers: [{ ar: 'العميل', fa: 'مشتری', en: 'Customer' }],
  },
  roles: [
    { key: 'service', name: { ar: 'خدمة العملاء', fa: 'خدمات مشتری', en: 'Customer service' } },
    { key: 'warehouse', name: { ar: 'المستودع', fa: 'انبار', en: 'Warehouse' } },
    { key: 'finance', name: { ar: 'المالية', fa: 'مالی', en: 'Finance' } },
  ],
  values: [
    {
      name: 'allowed',
      type: 'yes-no',
      meaning: { ar: 'هل شروط الإرجاع متحققة', fa: 'آیا شرایط مرجوعی برقرار است', en: 'whether the conditions are met' },
    },
    {
      name: 'outcome',
      type: 'text',
      choices: ['replace', 'refund', 'send-back'],
      meaning: {
        ar: 'استبدال أو رد الثمن أو إعادة',
        fa: 'جایگزینی، بازپرداخت یا بازگرداندن',
        en: 'what becomes of it',
      },
    },
  ],
  steps: [
    {
      id: 'asked',
      kind: 'start',
      role: 'service',
      name: { ar: 'طلب إرجاع', fa: 'درخواست مرجوعی', en: 'Return asked for' },
    },
    {
      id: 'authorise',
      kind: 'task',
      role: 'service',
      name: { ar: 'التحقق من شروط الإرجاع', fa: 'بررسی شرایط مرجوعی', en: 'Check the conditions' },
      due: 'P1D',
      gives: ['allowed'],
      form: {
        name: { ar: 'شروط الإرجاع', fa: 'شرایط مرجوعی', en: 'Conditions of the return' },
        fields: [
          { key: 'sale', type: 'line', label: { ar: 'رقم البيع', fa: 'شمارهٔ فروش', en: 'Number of the sale' } },
          {
            key: 'allowed',
            type: 'yes-no',
            label: { ar: 'هل شروط الإرجاع متحققة؟', fa: 'آیا شرایط مرجوعی برقرار است؟', en: 'Are the conditions met?' },
          },
          {
            key: 'unmet',
            type: 'prose',
            label: { ar: 'أي الشروط لم يتحقق؟', fa: 'کدام شرط برقرار نیست؟', en: 'Which of them is not?' },
            shownWhen: { field: 'allowed', values: ['no'] },
          },
        ],
      },
    },
    {
      id: 'is-allowed',
      kind: 'choice',
      role: 'service',
      name: { ar: 'الإرجاع جائز؟', fa: 'مرجوعی می‌شود؟', en: 'May it be returned?' },
    },
    {
      id: 'decline',
      kind: 'task',
      role: 'service',
      name: { ar: 'إبلاغ العميل بسبب الرفض', fa: 'گفتن دلیل رد به مشتری', en: 'Tell the customer why not' },
      due: 'PT4H',
    },
    {
      id: 'declined',
      kind: 'end',
      role: 'service',
      name: { ar: 'رُفض الإرجاع', fa: 'مرجوعی رد شد', en: 'Return declined' },
    },
    {
      id: 'receive',
      kind: 'task',
      role: 'warehouse',
      name: { ar: 'استلام المنتج وفحصه', fa: 'دریافت و بازبینی کالا', en: 'Receive and inspect it' },
      due: 'P3D',
      gives: ['outcome'],
      form: {
        name: { ar: 'فحص المنتج المرتجع', fa: 'بازبینی کالای مرجوعی', en: 'Inspection of the returned product' },
        fields: [
          {
            key: 'condition',
            type: 'prose',
            label: { ar: 'ما حالة المنتج؟', fa: 'کالا در چه وضعی است؟', en: 'In what condition is the product?' },
          },
          {
            key: 'outcome',
            type: 'one-of',
            label: { ar: 'ما مآله؟', fa: 'چه می‌شود؟', en: 'What becomes of it?' },
            choices: [
              { key: 'replace', label: { ar: 'استبدال', fa: 'جایگزینی', en: 'Replaced' } },
              { key: 'refund', label: { ar: 'رد الثمن', fa: 'بازپرداخت', en: 'Refunded' } },
              {
                key: 'send-back',
                label: { ar: 'إعادة إلى العميل', fa: 'بازگرداندن به مشتری', en: 'Sent back to the customer' },
              },
            ],
          },
        ],
      },
      customer: {
        ar: 'بانتظار المنتج أو فحصه',
        fa: 'در انتظار کالا یا بازبینی آن',
        en: 'The product is awaited or being inspected',
      },
      handOff: {
        what: { ar: 'إذن الإرجاع وسببه', fa: 'مجوز مرجوعی و دلیل آن', en: 'The permission to return, with its reason' },
        criteria: [
          { ar: 'رقم البيع مذكور', fa: 'شمارهٔ فروش آمده است', en: 'The number of the sale is there' },
          { ar: 'سبب الإرجاع مكتوب', fa: 'دلیل مرجوعی نوشته شده است', en: 'The reason is written' },
        ],
        longestWait: 'P1D',
      },
    },
    {
      id: 'what-now',
      kind: 'choice',
      role: 'warehouse',
      name: { ar: 'ما مآله؟', fa: 'چه می‌شود؟', en: 'What becomes of it?' },
    },
    {
      id: 'replace',
      kind: 'task',
      role: 'warehouse',
      name: { ar: 'إرسال البديل', fa: 'فرستادن جایگزین', en: 'Send the replacement' },
      due: 'P2D',
    },
    {
      id: 'send-back',
      kind: 'task',
      role: 'warehouse',
      name: { ar: 'إعادة المنتج إلى العميل', fa: 'بازگرداندن کالا به مشتری', en: 'Send the product back' },
      due: 'P2D',
    },
    {
      id: 'refund',
      kind: 'task',
      role: 'finance',
      name: { ar: 'رد الثمن', fa: 'بازپرداخت', en: 'Refund' },
      due: 'P3D',
      customer: { ar: 'جارٍ رد الثمن', fa: 'در حال بازپرداخت', en: 'The refund is on its way' },
      handOff: {
        what: {
          ar: 'نتيجة الفحص والمبلغ',
          fa: 'نتیجهٔ بازبینی و مبلغ',
          en: 'The result of the inspection, and the amount',
        },
        criteria: [
          { ar: 'المبلغ مطابق للفاتورة', fa: 'مبلغ با فاکتور می‌خواند', en: 'The amount is that of the invoice' },
        ],
        longestWait: 'P1D',
      },
    },
    {
      id: 'tell',
      kind: 'task',
      role: 'service',
      name: { ar: 'إبلاغ العميل بالنتيجة', fa: 'آگاه کردن مشتری از نتیجه', en: 'Tell the customer the result' },
      due: 'PT4H',
      handOff: {
        what: { ar: 'ما آل إليه الإرجاع', fa: 'سرانجام مرجوعی', en: 'What became of the return' },
        criteria: [
          { ar: 'القرار وسببه مذكوران', fa: 'تصمیم و دلیل آن آمده است', en: 'The decision and its reason are there' },
        ],
        longestWait: 'PT8H',
      },
    },
    {
      id: 'told',
      kind: 'end',
      role: 'service',
      name: { ar: 'العميل على علم', fa: 'مشتری آگاه است', en: 'The customer knows' },
    },
  ],
  flows: [
    { from: 'asked', to: 'authorise' },
    { from: 'authorise', to: 'is-allowed' },
    { from: 'is-allowed', to: 'receive', when: 'allowed', name: { ar: 'نعم', fa: 'بله', en: 'Yes' } },
    { from: 'is-allowed', to: 'decline', name: { ar: 'لا', fa: 'نه', en: 'No' } },
    { from: 'decline', to: 'declined' },
    { from: 'receive', to: 'what-now' },
    {
      from: 'what-now',
      to: 'replace',
      when: 'outcome = "replace"',
      name: { ar: 'استبدال', fa: 'جایگزینی', en: 'Replace' },
    },
    {
      from: 'what-now',
      to: 'refund',
      when: 'outcome = "refund"',
      name: { ar: 'رد الثمن', fa: 'بازپرداخت', en: 'Refund' },
    },
    { from: 'what-now', to: 'send-back', name: { ar: 'إعادة', fa: 'بازگرداندن', en: 'Send back' } },
    { from: 'replace', to: 'tell' },
    { from: 'refund', to: 'tell' },
    { from: 'send-back', to: 'tell' },
    { from: 'tell', to: 'told' },
  ],
};
