// The words of the calendar kernel: calendars, week days and the bundle of settings every date function reads.
import type { Digits } from '../digits.ts';

export type CalendarName = 'gregory' | 'islamic-umalqura' | 'persian';
export type Language = 'ar' | 'fa' | 'en';

/** 0 is Sunday, as in `Date.getUTCDay`. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** A Gregorian calendar day, "YYYY-MM-DD": how dates are stored and sent, whatever calendar people see. */
export type IsoDate = string;

/** Separate settings on purpose: none of them follows from another (Gregorian dates in Persian digits are common). */
export type DateSettings = {
  language: Language;
  calendar: CalendarName;
  digits: Digits;
  weekStart: Weekday;
  weekendDays: readonly Weekday[];
  /** IANA name, such as "Asia/Riyadh". */
  timeZone: string;
};

/** `auto` means Latin digits in Arabic and English and Persian digits in Persian, as apps and banks there print them. */
export function resolveDigits(choice: Digits | 'auto', language: Language): Digits {
  return choice !== 'auto' ? choice : language === 'fa' ? 'arabext' : 'latn';
}
