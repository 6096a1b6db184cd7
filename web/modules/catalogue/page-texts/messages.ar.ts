// Arabic texts of the process of a category.
export const messages = {
  'category-process.title': 'العملية',
  'category-process.purpose': 'تبدأها معاملات هذه الفئة الجديدة تلقائيًا، وتبقى المعاملات القائمة كما هي.',
  'category-process.model': 'العملية',
  'category-process.version': 'النسخة',
  'category-process.version-newest': 'السارية عند ورود المعاملة',
  'category-process.version-number': 'النسخة {{number}} دائمًا',
  'category-process.when-case-ends': 'عند انتهاء المعاملة',
  'category-process.ends.cancel': 'تُلغى العملية معها',
  'category-process.ends.continue': 'تستمر العملية',
  'category-process.retired': 'هذه العملية مسحوبة: لا تبدأها معاملة بعد الآن.',
  'category-process.saved': 'حُفظ. تسير معاملات هذه الفئة الجديدة بها.',
  'category-process.removed': 'حُفظ. معاملات هذه الفئة الجديدة بلا عملية.',
};
