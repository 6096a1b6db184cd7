// Arabic texts of the processes module that are needed before its pages.
import type { ArabicMessages } from '#web/lib/messages.ts';
import type { messages as english } from './messages.en.ts';

export const messages: ArabicMessages<typeof english> = {
  'process.title': 'العمليات',
  'notification.type.process.commented': 'تعليق على عملية: {{title}}',
  'notification.type.process.comment-settled': 'تسوية تعليق: {{title}}',
  'task.title': 'المهام',
};
