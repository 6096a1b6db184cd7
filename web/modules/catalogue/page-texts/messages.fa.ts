// Persian texts of the process of a category.
export const messages = {
  'category-process.title': 'فرایند',
  'category-process.purpose': 'پرونده‌های تازهٔ این دسته خودبه‌خود آن را آغاز می‌کنند. پرونده‌های موجود همان‌گونه می‌مانند.',
  'category-process.model': 'فرایند',
  'category-process.version': 'نسخه',
  'category-process.version-newest': 'نسخهٔ جاری هنگام رسیدن پرونده',
  'category-process.version-number': 'همیشه نسخهٔ {{number}}',
  'category-process.when-case-ends': 'با پایان پرونده',
  'category-process.ends.cancel': 'فرایند هم لغو می‌شود',
  'category-process.ends.continue': 'فرایند ادامه می‌یابد',
  'category-process.retired': 'این فرایند کنار گذاشته شده است: پرونده‌ای آن را آغاز نمی‌کند.',
  'category-process.saved': 'ذخیره شد. پرونده‌های تازهٔ این دسته با آن پیش می‌روند.',
  'category-process.removed': 'ذخیره شد. پرونده‌های تازهٔ این دسته فرایندی ندارند.',
};
