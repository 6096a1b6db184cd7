// Persian texts of the processes module that are needed before its pages.
import type { PersianMessages } from '#web/lib/messages.ts';
import type { messages as english } from './messages.en.ts';

export const messages: PersianMessages<typeof english> = {
  'process.title': 'فرایندها',
  'notification.type.process.commented': 'یادداشتی بر فرایند: {{title}}',
  'notification.type.process.comment-settled': 'رسیدگی به یادداشت: {{title}}',
  'task.title': 'کارها',
};
