// The columns of a file of sales: their names in three languages, which the template carries and files are recognised by.
type Names = { ar: string; fa: string; en: string };
export type SaleFileColumn = {
  key: string;
  names: Names;
  /** Other words for it. */
  aliases: readonly string[];
  required?: true;
};

const column = (
  key: string,
  [ar, fa, en]: readonly [string, string, string],
  aliases: readonly string[] = [],
): SaleFileColumn => ({ key, names: { ar, fa, en }, aliases });

/** In the order of the template. */
export const saleFileColumns: readonly SaleFileColumn[] = [
  {
    ...column(
      'boughtOn',
      ['تاريخ البيع', 'تاریخ فروش', 'Date of sale'],
      ['date', 'day', 'sale date', 'تاريخ', 'التاريخ', 'اليوم', 'تاریخ', 'روز'],
    ),
    required: true,
  },
  column(
    'phone',
    ['هاتف المشتري', 'تلفن خریدار', 'Phone of the buyer'],
    ['phone', 'mobile', 'phone number', 'الهاتف', 'الجوال', 'رقم الجوال', 'المحمول', 'تلفن', 'موبایل', 'همراه'],
  ),
  {
    ...column(
      'name',
      ['اسم المشتري', 'نام خریدار', 'Name of the buyer'],
      ['name', 'buyer', 'customer', 'الاسم', 'المشتري', 'العميل', 'نام', 'خریدار', 'مشتری'],
    ),
    required: true,
  },
  {
    ...column(
      'product',
      ['المنتج أو رمزه', 'محصول یا کد آن', 'Product or its code'],
      [
        'product',
        'product name',
        'product code',
        'item',
        'item name',
        'المنتج',
        'اسم المنتج',
        'رمز المنتج',
        'الصنف',
        'محصول',
        'نام محصول',
        'کد محصول',
        'کالا',
        'نام کالا',
      ],
    ),
    required: true,
  },
  column(
    'receipt',
    ['رقم الفاتورة', 'شمارهٔ فاکتور', 'Number of the receipt'],
    ['receipt', 'invoice', 'invoice number', 'الفاتورة', 'رقم الإيصال', 'فاکتور', 'شماره رسید'],
  ),
  column(
    'place',
    ['الفرع أو المكان', 'شعبه یا مکان', 'Branch or place'],
    ['branch', 'branch name', 'place', 'shop', 'الفرع', 'اسم الفرع', 'شعبه', 'نام شعبه'],
  ),
  column('kind', ['شخص أو شركة', 'فرد یا شرکت', 'Person or company'], ['type', 'النوع', 'نوع']),
  column('gender', ['الجنس', 'جنسیت', 'Gender'], ['sex']),
  column('ageGroup', ['الفئة العمرية', 'گروه سنی', 'Age group'], ['age', 'العمر', 'سن']),
  column(
    'region',
    ['المحافظة أو المدينة', 'استان یا شهر', 'Province or city'],
    ['city', 'province', 'region', 'المدينة', 'المحافظة', 'المنطقة', 'شهر', 'استان'],
  ),
  column('serviceMessages', ['موافقة: رسائل الخدمة', 'رضایت: پیام‌های خدمات', 'Consent: service messages']),
  column('surveys', ['موافقة: الاستبيانات', 'رضایت: نظرسنجی', 'Consent: surveys']),
  column('marketing', ['موافقة: العروض والأخبار', 'رضایت: پیشنهادها و خبرها', 'Consent: offers and news']),
];

/** What a cell for a person or a company, and for a gender, may say besides its key. */
export const saleFileWords = {
  kind: [
    { key: 'person', name: { ar: 'شخص', fa: 'فرد', en: 'Person' } },
    { key: 'company', name: { ar: 'شركة', fa: 'شرکت', en: 'Company' } },
  ],
  gender: [
    { key: 'female', name: { ar: 'امرأة', fa: 'زن', en: 'Woman' } },
    { key: 'male', name: { ar: 'رجل', fa: 'مرد', en: 'Man' } },
    { key: 'female', name: { ar: 'أنثى', fa: 'خانم', en: 'F' } },
    { key: 'male', name: { ar: 'ذكر', fa: 'آقا', en: 'M' } },
  ],
} as const;
