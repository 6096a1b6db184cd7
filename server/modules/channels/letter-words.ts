// The few words that every letter has around its message, in three languages; the message itself comes from the caller.
import type { Language } from '#contract/common.ts';
import { isolate } from '#kernel/text/isolate.ts';

export type LetterWords = {
  greeting(name: string): string;
  /** Whatever stands below this line in an answer is our own letter, quoted. */
  replyMarker: string;
  /** Before the address of a button that does not work. */
  orOpen: string;
  testSubject: string;
  testText: string;
};

export const letterWords: Record<Language, LetterWords> = {
  ar: {
    greeting: (name) => `تحية طيبة ${isolate(name)}،`,
    replyMarker: '—— يُرجى كتابة الرد فوق هذا السطر ——',
    orOpen: 'أو عبر هذا العنوان:',
    testSubject: 'رسالة تجريبية',
    testText: 'وصول هذه الرسالة يعني أن إعدادات البريد صحيحة.',
  },
  fa: {
    greeting: (name) => `${isolate(name)} گرامی،`,
    replyMarker: '—— لطفاً پاسخ را بالای این خط بنویسید ——',
    orOpen: 'یا از این نشانی:',
    testSubject: 'نامهٔ آزمایشی',
    testText: 'رسیدن این نامه یعنی تنظیمات ایمیل درست است.',
  },
  en: {
    greeting: (name) => `Dear ${isolate(name)},`,
    replyMarker: '—— Please write your answer above this line ——',
    orOpen: 'Or open this address:',
    testSubject: 'Test mail',
    testText: 'That this mail arrived means that the mail settings are right.',
  },
};

/** The markers as they come back: without dashes, which mail programs change. */
export const replyMarkers: readonly string[] = Object.values(letterWords).map((words) =>
  words.replyMarker.replace(/^[—\s]+|[—\s]+$/g, ''),
);
