// Persian texts of the operations module.
import type { PersianMessages } from '#web/lib/messages.ts';
import type { messages as english } from './messages.en.ts';

export const messages: PersianMessages<typeof english> = {
  'operations.jobs': 'کارهای ناموفق',
  'operations.jobs-purpose': 'آنچه سرور چند بار تلاش کرد و رها کرد. چیزی از آن گم نمی‌شود.',
  'operations.none': 'همهٔ کارها انجام شده است',
  'operations.none-hint': 'چیزی برای همیشه ناموفق نمانده است. این صفحه خودبه‌خود تازه می‌شود.',
  'operations.failed': 'ناموفق در',
  'operations.attempts_one': 'پس از {{count}} تلاش',
  'operations.attempts_other': 'پس از {{count}} تلاش',
  'operations.retry': 'تلاش دوباره',
  'operations.retry-of': 'تلاش دوباره: {{name}}',
  'operations.job.mail.send': 'ارسال رایانامه',
  'operations.job.session.end': 'خروج فرد غیرفعال',
};
