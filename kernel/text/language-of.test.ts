// Texts as they come in the mail, in three languages, mixed with codes and names.
import { expect, test } from 'vitest';
import { languageOf } from './language-of.ts';

test.each([
  ['الماء مقطوع منذ يومين عن شارعنا', 'ar'],
  ['شكرا لكم', 'ar'],
  ['متى يعود الماء؟', 'ar'],
  ['رقم العداد SA-10482', 'ar'],
  ['آب خیابان ما دو روز است قطع شده', 'fa'],
  ['سلام، کی درست می‌شه؟', 'fa'],
  ['قبض برق من اشتباه است', 'fa'],
  ['شماره کنتور KW-2231 را ثبت کنید', 'fa'],
  ['The water has been off for two days', 'en'],
  ['Meter of أحمد is broken since Monday, please send somebody', 'en'],
  ['12345 -- !!', null],
  ['', null],
] as const)('%s', (text, language) => {
  expect(languageOf(text)).toBe(language);
});
