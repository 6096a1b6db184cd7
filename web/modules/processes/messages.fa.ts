// Persian texts of the processes module that are needed before its pages.
import type { PersianMessages } from '#web/lib/messages.ts';
import type { messages as english } from './messages.en.ts';

export const messages: PersianMessages<typeof english> = {
  'process.title': 'فرایندها',
  'notification.type.task.assigned': 'کار تازه: {{title}}',
  'notification.type.task.withdrawn': 'کار پس گرفته شد: {{title}}',
  'notification.type.hand-off.refused': 'تحویل رد شد و کار برگشت: {{title}}',
  'notification.type.hand-off.orphaned': 'تحویلی بی‌پاسخ از بیشترین انتظار گذشت: {{title}}',
  'notification.type.process.proposed': 'پیشنهاد انتشار در انتظار تأیید: {{title}}',
  'notification.type.process.sent-back': 'پیشنهاد انتشار برای اصلاح برگشت: {{title}}',
  'notification.type.process.published': 'نسخهٔ تازه منتشر شد: {{title}}',
  'notification.type.process.incident-raised': 'اختلال در اجرای فرایند: {{title}}',
  'notification.type.process.migration-ended':
    'انتقال اجراها پایان یافت: {{title}} (منتقل‌شده: {{migrated}}، ردشده: {{refused}}، پیش‌تر پایان‌یافته: {{ended}})',
  'notification.type.process.migration-stopped':
    'انتقال اجراها متوقف شد: {{title}} (منتقل‌شده: {{migrated}}، ردشده: {{refused}}، پیش‌تر پایان‌یافته: {{ended}}، منتقل‌نشده: {{stopped}})',
  'notification.type.process.notice-sent': '{{title}}',
  'notification.type.process.commented': 'یادداشتی بر فرایند: {{title}}',
  'notification.type.process.comment-settled': 'رسیدگی به یادداشت: {{title}}',
  'task.title': 'کارها',
};
