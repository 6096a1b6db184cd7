// Persian texts of the knowledge module that are needed before its pages.
import type { PersianMessages } from '#web/lib/messages.ts';
import type { messages as english } from './messages.en.ts';

export const messages: PersianMessages<typeof english> = {
  'knowledge.title': 'دانش',
  'knowledge.kind.procedure': 'رویه',
  'knowledge.kind.policy': 'خط‌مشی',
  'knowledge.kind.regulation': 'آیین‌نامه',
  'knowledge.kind.article': 'مقاله',
  'knowledge.kind.step-sheet': 'برگهٔ گام‌ها',
  'knowledge.kind.objective': 'هدف',
  'knowledge.kind.responsibility': 'مسئولیت',
  'knowledge.kind.reply-template': 'الگوی پاسخ',
  'knowledge.topics': 'مبحث‌ها',
  'announcement.title': 'اطلاعیه‌ها',
  'announcement.read': 'خواندن',
  'announcement.read-and-confirm': 'خواندن و تأیید',
  'announcement.seen': 'دیدم',
  'announcement.more-waiting_one': 'و {{count}} اطلاعیهٔ دیگر',
  'announcement.more-waiting_other': 'و {{count}} اطلاعیهٔ دیگر',
  'reply-template.title': 'الگوهای پاسخ',
};
