// Arabic texts of the operations module.
import type { ArabicMessages } from '#web/lib/messages.ts';
import type { messages as english } from './messages.en.ts';

export const messages: ArabicMessages<typeof english> = {
  'operations.jobs': 'الأعمال المتعثرة',
  'operations.jobs-purpose': 'ما حاوله الخادم مرات ثم توقف عنه. لا يضيع منه شيء.',
  'operations.none': 'كل الأعمال منجزة',
  'operations.none-hint': 'لم يتعثر شيء نهائياً. تُحدَّث هذه الصفحة تلقائياً.',
  'operations.failed': 'تعثّر في',
  'operations.attempts_zero': 'دون محاولة',
  'operations.attempts_one': 'بعد محاولة واحدة',
  'operations.attempts_two': 'بعد محاولتين',
  'operations.attempts_few': 'بعد {{count}} محاولات',
  'operations.attempts_many': 'بعد {{count}} محاولة',
  'operations.attempts_other': 'بعد {{count}} محاولة',
  'operations.retry': 'إعادة المحاولة',
  'operations.retry-of': 'إعادة المحاولة: {{name}}',
  'operations.job.mail.send': 'إرسال رسالة بريد',
  'operations.job.session.end': 'تسجيل خروج حساب موقوف',
};
