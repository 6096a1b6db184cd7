// Arabic texts of templates of processes.
import type { ArabicMessages } from '#web/lib/messages.ts';
import type { messages as english } from './messages.en.ts';

export const messages: ArabicMessages<typeof english> = {
  'process.begin.template': 'قالب',
  'process.begin.template-hint': 'عملية كاملة بخطواتها وتسليماتها ومواعيدها؛ لا يبقى إلا اختيار الوحدات.',
  'process-template.choose': 'القالب',
  'process-template.forms': 'نماذج خطواته',
  'process-template.forms-hint': 'تُنشأ وتُنشر مع العملية، ويُستعمل الموجود منها.',
  'process-template.forms-may-not':
    'إنشاؤها ليس من صلاحيتكم. يُستعمل الموجود منها، وفي الخطوات الأخرى تُدخل هذه القيم باليد.',
  'process-template.language': 'لغة المخطط',
  'process-template.language-hint': 'تُكتب بها أسماء الخطوات وما اتُّفق عليه.',
  'process-template.units': 'المشاركون',
  'process-template.units-hint': 'قد تكون الوحدة نفسها لأكثر من دور.',
  'process-template.unit-of': 'الوحدة: {{role}}',
  'process-template.values': 'قيم تقرؤها الشروط',
  'process-template.preview': 'مخطط {{name}}',
  'process-template.steps_zero': 'بلا خطوات',
  'process-template.steps_one': 'خطوة واحدة',
  'process-template.steps_two': 'خطوتان',
  'process-template.steps_few': '{{count}} خطوات',
  'process-template.steps_many': '{{count}} خطوة',
  'process-template.steps_other': '{{count}} خطوة',
  'process-template.hand-offs_zero': 'بلا تسليم',
  'process-template.hand-offs_one': 'تسليم واحد',
  'process-template.hand-offs_two': 'تسليمان',
  'process-template.hand-offs_few': '{{count}} تسليمات',
  'process-template.hand-offs_many': '{{count}} تسليمًا',
  'process-template.hand-offs_other': '{{count}} تسليم',
  'problem.process-template.not-found': 'هذا القالب غير موجود.',
  'problem.process-template.units-missing': 'لكل دور في القالب وحدة لا بد من اختيارها.',
};
