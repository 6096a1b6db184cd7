// How a letter says each type of notice, one line each, in three languages. A type that is not here is told by its group.
import type { Language, LocaleText } from '#contract/common.ts';
import type { NotificationData, NotificationGroup } from '#contract/notifications.ts';
import { formatDateTime } from '#kernel/calendar/format-date.ts';
import type { DateSettings } from '#kernel/calendar/settings.ts';
import { formatNumber } from '#kernel/format-number.ts';
import { isolate, isolateLtr } from '#kernel/text/isolate.ts';
import { groupOf } from './group-of.ts';

type Lines = Record<Language, string>;

/** `{marks}` are fields of the data: titles and codes are isolated, moments and numbers written as the reader writes them. */
const lines: Readonly<Record<string, Lines>> = {
  'clock.warned': {
    ar: 'المعاملة {number}: اقترب الموعد، {dueAt}',
    fa: 'پروندهٔ {number}: مهلت نزدیک است، {dueAt}',
    en: 'Case {number}: the deadline is near, {dueAt}',
  },
  'clock.breached': {
    ar: 'المعاملة {number}: فات الموعد، {dueAt}',
    fa: 'پروندهٔ {number}: مهلت گذشته است، {dueAt}',
    en: 'Case {number}: the deadline has passed, {dueAt}',
  },
  'case.escalated': {
    ar: 'المعاملة {number}: فات موعدها فأُسندت إلى جهة أعلى',
    fa: 'پروندهٔ {number}: پس از گذشتن موعد به ردهٔ بالاتر سپرده شد',
    en: 'Case {number} has passed its deadline and was given upward',
  },
  'case.disputed': {
    ar: 'المعاملة {number}: اعترض صاحبها على الجواب، وأُسندت إلى جهة أعلى',
    fa: 'پروندهٔ {number}: به پاسخ اعتراض شد و به ردهٔ بالاتر سپرده شد',
    en: 'Case {number}: the answer was disputed and the case given upward',
  },
  'case.assigned': {
    ar: 'المعاملة {number}: إسناد جديد',
    fa: 'پروندهٔ {number}: واگذاری تازه',
    en: 'Case {number} was assigned',
  },
  'knowledge.review-asked': {
    ar: 'طلب مراجعة: {title}',
    fa: 'درخواست بازبینی: {title}',
    en: 'Review asked for: {title}',
  },
  'knowledge.sent-back': {
    ar: 'إعادة للتعديل: {title}',
    fa: 'برگردانده‌شده برای اصلاح: {title}',
    en: 'Sent back: {title}',
  },
  'knowledge.approved': { ar: 'اعتماد: {title}', fa: 'تأیید: {title}', en: 'Approved: {title}' },
  'knowledge.receipt-due': {
    ar: 'بانتظار الإقرار بالاطلاع: {title}',
    fa: 'در انتظار رسید خواندن: {title}',
    en: 'To be read and confirmed: {title}',
  },
  'knowledge.receipt-overdue': {
    ar: 'تأخر الإقرار بالاطلاع: {title}',
    fa: 'تأخیر در رسید خواندن: {title}',
    en: 'Reading is overdue: {title}',
  },
  'knowledge.question-asked': { ar: 'سؤال عن: {title}', fa: 'پرسشی دربارهٔ {title}', en: 'A question about {title}' },
  'knowledge.question-answered': {
    ar: 'جواب عن سؤال حول: {title}',
    fa: 'پاسخ به پرسشی دربارهٔ {title}',
    en: 'A question was answered: {title}',
  },
  'knowledge.review-date-near': {
    ar: 'اقتراب موعد المراجعة: {title}',
    fa: 'نزدیک شدن زمان بازبینی: {title}',
    en: 'The next review is near: {title}',
  },
  'task.assigned': { ar: 'مهمة جديدة: {title}', fa: 'کار تازه: {title}', en: 'A task for you: {title}' },
  'task.withdrawn': {
    ar: 'سُحبت المهمة: {title}',
    fa: 'کار پس گرفته شد: {title}',
    en: 'A task is no longer needed: {title}',
  },
  'hand-off.refused': {
    ar: 'رُفض التسليم وعادت المهمة: {title}',
    fa: 'تحویل رد شد و کار برگشت: {title}',
    en: 'A hand-off was refused and came back: {title}',
  },
  'hand-off.orphaned': {
    ar: 'تسليم بلا متابعة تجاوز أطول انتظار: {title}',
    fa: 'تحویلی بی‌پاسخ از بیشترین انتظار گذشت: {title}',
    en: 'Nobody decided on a hand-off in time: {title}',
  },
  'process.proposed': {
    ar: 'اقتراح نشر بانتظار الاعتماد: {title}',
    fa: 'پیشنهاد انتشار در انتظار تأیید: {title}',
    en: 'A version waits for approval: {title}',
  },
  'process.sent-back': {
    ar: 'أُعيد اقتراح النشر للتعديل: {title}',
    fa: 'پیشنهاد انتشار برای اصلاح برگشت: {title}',
    en: 'A proposed version was sent back: {title}',
  },
  'process.published': { ar: 'نُشرت نسخة جديدة: {title}', fa: 'نسخهٔ تازه منتشر شد: {title}', en: 'Published: {title}' },
  'process.incident-raised': {
    ar: 'عطل في تنفيذ العملية: {title}',
    fa: 'اختلال در اجرای فرایند: {title}',
    en: 'A step of a process failed: {title}',
  },
  'process.commented': {
    ar: 'تعليق على عملية: {title}',
    fa: 'یادداشتی بر فرایند: {title}',
    en: 'A comment on a process: {title}',
  },
  'process.comment-settled': {
    ar: 'تسوية تعليق: {title}',
    fa: 'رسیدگی به یادداشت: {title}',
    en: 'A comment was settled: {title}',
  },
  'process.migration-ended': {
    ar: 'انتهى نقل حالات التشغيل: {title} (نُقلت: {migrated}، رُفضت: {refused}، انتهت قبل دورها: {ended})',
    fa: 'انتقال اجراها پایان یافت: {title} (منتقل‌شده: {migrated}، ردشده: {refused}، پیش‌تر پایان‌یافته: {ended})',
    en: 'A move of running instances has ended: {title} (moved: {migrated}, refused: {refused}, had ended: {ended})',
  },
  'process.migration-stopped': {
    ar: 'أُوقف نقل حالات التشغيل: {title} (نُقلت: {migrated}، رُفضت: {refused}، انتهت قبل دورها: {ended}، لم تُنقل: {stopped})',
    fa: 'انتقال اجراها متوقف شد: {title} (منتقل‌شده: {migrated}، ردشده: {refused}، پیش‌تر پایان‌یافته: {ended}، منتقل‌نشده: {stopped})',
    en: 'A move of running instances was stopped: {title} (moved: {migrated}, refused: {refused}, had ended: {ended}, not moved: {stopped})',
  },
  'process.notice-sent': { ar: '{title}', fa: '{title}', en: '{title}' },
  'authority.delegated': {
    ar: 'تفويض جديد بصلاحية',
    fa: 'تفویض اختیار تازه',
    en: 'Authority was delegated',
  },
  'authority.delegation-revoked': {
    ar: 'إلغاء تفويض بصلاحية',
    fa: 'لغو تفویض اختیار',
    en: 'A delegation was revoked',
  },
  'authority.delegation-ended': {
    ar: 'انتهاء تفويض بصلاحية',
    fa: 'پایان تفویض اختیار',
    en: 'A delegation has ended',
  },
  'authority.rule-ends-soon': {
    ar: 'قرب انتهاء قاعدة صلاحية: {title}',
    fa: 'پایان نزدیک قاعدهٔ اختیار: {title}',
    en: 'A rule of authority ends soon: {title}',
  },
  'authority.finding-of-own': {
    ar: 'ملاحظة على قرار لكم: {title}',
    fa: 'یافته‌ای در تصمیم شما: {title}',
    en: 'A finding in a decision of yours: {title}',
  },
  'authority.finding-of-people': {
    ar: 'ملاحظة صلاحية بانتظار الرد: {title}',
    fa: 'یافته‌ای در انتظار پاسخ: {title}',
    en: 'A finding waits for an answer: {title}',
  },
  'announcement.published': { ar: 'إعلان: {title}', fa: 'اطلاعیه: {title}', en: 'Announcement: {title}' },
};

const ofGroup: Record<NotificationGroup, Lines> = {
  deadlines: {
    ar: 'إشعار عن مهمة أو موعد',
    fa: 'اعلانی دربارهٔ یک کار یا مهلت',
    en: 'A notice about a task or a deadline',
  },
  knowledge: { ar: 'إشعار من المعرفة', fa: 'اعلانی از دانش', en: 'A notice from knowledge' },
  system: { ar: 'إشعار من النظام', fa: 'اعلانی از سامانه', en: 'A notice of the system' },
};

/** Pure. A line whose data lacks something it speaks of is told by its group too. */
export function letterLine(type: string, data: NotificationData, settings: DateSettings): string {
  const { language } = settings;
  const line = lines[type]?.[language];
  const marks = [...(line?.matchAll(/\{(\w+)\}/g) ?? [])].map(([, key]) => key!);
  // None is a number too.
  if (line === undefined || marks.some((key) => (data[key] ?? '') === '')) return ofGroup[groupOf(type)][language];
  return line.replaceAll(/\{(\w+)\}/g, (_, key: string) => written(key, data[key], settings));
}

function written(key: string, value: NotificationData[string] | undefined, settings: DateSettings): string {
  if (typeof value === 'number') return formatNumber(value, settings);
  if (typeof value === 'object' && value !== null) {
    const title = value as LocaleText;
    return isolate(title[settings.language] || title.ar || title.fa || title.en || '');
  }
  // `…At` is a moment.
  return key.endsWith('At') ? formatDateTime(new Date(String(value)), settings, 'long') : isolateLtr(String(value));
}
