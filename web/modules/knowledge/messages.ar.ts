// Arabic texts of the knowledge module that are needed before its pages.
import type { ArabicMessages } from '#web/lib/messages.ts';
import type { messages as english } from './messages.en.ts';

export const messages: ArabicMessages<typeof english> = {
  'knowledge.title': 'المعرفة',
  'knowledge.kind.procedure': 'إجراء',
  'knowledge.kind.policy': 'سياسة',
  'knowledge.kind.regulation': 'لائحة',
  'knowledge.kind.article': 'مقال',
  'knowledge.kind.step-sheet': 'ورقة خطوات',
  'knowledge.kind.objective': 'هدف',
  'knowledge.kind.responsibility': 'مسؤولية',
  'knowledge.kind.reply-template': 'قالب رد',
  'knowledge.topics': 'الموضوعات',
  'announcement.title': 'الإعلانات',
  'announcement.read': 'القراءة',
  'announcement.read-and-confirm': 'القراءة والتأكيد',
  'announcement.seen': 'تمت المشاهدة',
  'announcement.more-waiting_zero': 'ولا غيره',
  'announcement.more-waiting_one': 'وإعلان آخر',
  'announcement.more-waiting_two': 'وإعلانان آخران',
  'announcement.more-waiting_few': 'و{{count}} إعلانات أخرى',
  'announcement.more-waiting_many': 'و{{count}} إعلانًا آخر',
  'announcement.more-waiting_other': 'و{{count}} إعلان آخر',
  'reply-template.title': 'قوالب الرد',
};
