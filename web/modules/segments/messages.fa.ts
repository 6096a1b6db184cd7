// Persian texts of the segments module.
import type { PersianMessages } from '#web/lib/messages.ts';
import type { messages as english } from './messages.en.ts';

export const messages: PersianMessages<typeof english> = {
  'segment.tree': 'درخت [customers]',
  'segment.settings': 'جابه‌جایی میان بخش‌ها',
  'field.rule-field-unknown': 'این فیلد دیگر نیست. فیلد دیگری انتخاب شود',
  'field.rule-operator': 'این فیلد چنین سنجیده نمی‌شود',
  'field.rule-value': 'این مقدار به فیلد نمی‌خورد',
  'field.rule-value-missing': 'چیزی برای سنجش لازم است',
  'field.rule-window': 'این فیلد در بازهٔ روزها شمرده نمی‌شود',

  'problem.segment.not-found': 'این بخش دیگر نیست. برای دیدن درخت کنونی صفحه از نو بار شود.',
  'problem.segment.version-not-found': 'درخت چنین نسخه‌ای ندارد.',
  'problem.segment.draft-there': 'پیش‌نویسی هست. همان ادامه یابد، یا نخست کنار گذاشته شود.',
  'problem.segment.no-draft': 'دیگر پیش‌نویسی نیست: منتشر یا کنار گذاشته شده است. چیزی تغییر نکرد.',
  'problem.segment.publishing': 'پیش‌نویس در حال انتشار است. چیزی تغییر نکرد؛ پس از جای گرفتن همه ادامه یابد.',
  'problem.segment.draft-empty': 'پیش‌نویس بخشی ندارد. پیش از انتشار دست‌کم یک بخش لازم است.',
  'problem.segment.too-deep': 'درخت بیش از {{most}} رده ندارد. جای دیگری انتخاب شود.',
  'problem.segment.too-many': 'درخت بیش از {{most}} بخش ندارد. نخست یکی برداشته شود.',
  'problem.segment.cycle': 'بخش نمی‌تواند زیر خودش باشد. چیزی تغییر نکرد؛ بخش دیگری انتخاب شود.',
  'problem.segment.no-tree': 'هنوز درختی منتشر نشده است. نخست یکی منتشر شود.',
  'problem.segment.not-pinned': 'این [customer] دیگر ثابت‌شده نیست.',
  'problem.segment.proposal-not-found': 'این پیشنهاد دیگر نیست.',
  'problem.segment.proposal-decided': 'دربارهٔ این پیشنهاد پیش‌تر تصمیم گرفته شده است. هیچ‌کس جابه‌جا نشد.',
  'problem.segment.persona-not-found': 'این پرسونا دیگر نیست.',
  'customer.event.segment.member-pinned': 'ثابت‌شدن در بخش',
  'customer.event.segment.member-unpinned': 'برداشتن ثابت‌بودن در بخش',
};
