// Arabic texts of the service levels module: working calendars.
import type { ArabicMessages } from '#web/lib/messages.ts';
import type { messages as english } from './messages.en.ts';

export const messages: ArabicMessages<typeof english> = {
  'goal.target.acknowledge': 'الإشعار بالاستلام',
  'goal.target.assess': 'التقييم',
  'goal.target.first-answer': 'الرد الأول',
  'goal.target.next-answer': 'الرد التالي',
  'goal.target.hand-off': 'التسليم والاستلام',
  'goal.target.claim': 'ادعاء الحل',
  'goal.target.dispute-answer': 'الرد على الاعتراض',
  'goal.target.lapse': 'الانقضاء',
  'service-policy.title': 'سياسات الخدمة',
  'regime.title': 'الأنظمة',
  'compliance.title': 'الالتزام بالمواعيد',

  'working-calendar.title': 'تقاويم العمل',
};
