// Persian texts of the service levels module: working calendars.
import type { PersianMessages } from '#web/lib/messages.ts';
import type { messages as english } from './messages.en.ts';

export const messages: PersianMessages<typeof english> = {
  'goal.target.acknowledge': 'اعلام دریافت',
  'goal.target.assess': 'ارزیابی',
  'goal.target.first-answer': 'پاسخ نخست',
  'goal.target.next-answer': 'پاسخ بعدی',
  'goal.target.hand-off': 'تحویل',
  'goal.target.claim': 'اعلام حل',
  'goal.target.dispute-answer': 'پاسخ به اعتراض',
  'goal.target.lapse': 'انقضا',
  'service-policy.title': 'سیاست‌های خدمت',
  'regime.title': 'نظام‌های مقرراتی',
  'compliance.title': 'پایبندی به موعدها',

  'working-calendar.title': 'تقویم‌های کاری',
};
