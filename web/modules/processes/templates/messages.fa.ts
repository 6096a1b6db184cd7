// Persian texts of templates of processes.
import type { PersianMessages } from '#web/lib/messages.ts';
import type { messages as english } from './messages.en.ts';

export const messages: PersianMessages<typeof english> = {
  'process.begin.template': 'یک الگو',
  'process.begin.template-hint': 'فرایندی کامل با گام‌ها، تحویل‌ها و مهلت‌ها؛ تنها واحدها انتخاب می‌شوند.',
  'process-template.choose': 'الگو',
  'process-template.forms': 'فرم‌های گام‌هایش',
  'process-template.forms-hint': 'همراه با فرایند ساخته و منتشر می‌شوند؛ آنچه هست به کار می‌رود.',
  'process-template.forms-may-not':
    'ساختن آن‌ها در اختیار شما نیست. آنچه هست به کار می‌رود و در گام‌های دیگر این مقدارها دستی وارد می‌شود.',
  'process-template.language': 'زبان نمودار',
  'process-template.language-hint': 'نام گام‌ها و توافق‌ها به این زبان نوشته می‌شود.',
  'process-template.units': 'چه کسانی شرکت دارند',
  'process-template.units-hint': 'یک واحد می‌تواند چند نقش داشته باشد.',
  'process-template.unit-of': 'واحد: {{role}}',
  'process-template.values': 'مقدارهایی که شرط‌ها می‌خوانند',
  'process-template.preview': 'نمودار {{name}}',
  'process-template.steps_one': '{{count}} گام',
  'process-template.steps_other': '{{count}} گام',
  'process-template.hand-offs_one': '{{count}} تحویل',
  'process-template.hand-offs_other': '{{count}} تحویل',
  'problem.process-template.not-found': 'این الگو نیست.',
  'problem.process-template.units-missing': 'هر نقش الگو واحدی می‌خواهد.',
};
