// Arabic texts of the processes module that are needed before its pages.
import type { ArabicMessages } from '#web/lib/messages.ts';
import type { messages as english } from './messages.en.ts';

export const messages: ArabicMessages<typeof english> = {
  'process.title': 'العمليات',
  'notification.type.task.assigned': 'مهمة جديدة: {{title}}',
  'notification.type.task.withdrawn': 'سُحبت المهمة: {{title}}',
  'notification.type.hand-off.refused': 'رُفض التسليم وعادت المهمة: {{title}}',
  'notification.type.hand-off.orphaned': 'تسليم بلا متابعة تجاوز أطول انتظار: {{title}}',
  'notification.type.process.proposed': 'اقتراح نشر بانتظار الاعتماد: {{title}}',
  'notification.type.process.sent-back': 'أُعيد اقتراح النشر للتعديل: {{title}}',
  'notification.type.process.published': 'نُشرت نسخة جديدة: {{title}}',
  'notification.type.process.incident-raised': 'عطل في تنفيذ العملية: {{title}}',
  'notification.type.process.migration-ended':
    'انتهى نقل حالات التشغيل: {{title}} (نُقلت: {{migrated}}، رُفضت: {{refused}}، انتهت قبل دورها: {{ended}})',
  'notification.type.process.migration-stopped':
    'أُوقف نقل حالات التشغيل: {{title}} (نُقلت: {{migrated}}، رُفضت: {{refused}}، انتهت قبل دورها: {{ended}}، لم تُنقل: {{stopped}})',
  'notification.type.process.notice-sent': '{{title}}',
  'notification.type.process.commented': 'تعليق على عملية: {{title}}',
  'notification.type.process.comment-settled': 'تسوية تعليق: {{title}}',
  'task.title': 'المهام',
};
