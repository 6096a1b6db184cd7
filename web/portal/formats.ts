// Numbers, dates and sizes in the organisation's calendar and digits, written the way the reader's language writes them.
import type { Language } from '#contract/common.ts';
import type { PortalInfo } from './wire.ts';

export interface Formats {
  number: (value: number) => string;
  percent: (share: number) => string;
  size: (bytes: number) => string;
  /** Weekday and date. */
  day: (instant: string) => string;
  /** Weekday, date and time. */
  moment: (instant: string) => string;
  /** The same day in the Gregorian calendar, for those who live by it. */
  gregorian: (instant: string) => string;
  /** Whole days of the organisation's calendar from now; 0 is today. */
  daysUntil: (instant: string) => number;
}

const beforeTime: Record<Language, string> = { ar: ' الساعة ', fa: ' ساعت ', en: ', ' };
const wholeDate = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

export function formatsFor(language: Language, info: PortalInfo): Formats {
  const { calendar, timeZone } = info;
  const locale = `${language === 'en' ? 'en-GB' : language}-u-nu-${digitsFor(language, info.digits)}`;
  const date = new Intl.DateTimeFormat(`${locale}-ca-${calendar}`, { ...wholeDate, timeZone });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  const gregorian = new Intl.DateTimeFormat(`${locale}-ca-gregory`, { ...wholeDate, timeZone });
  const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone });
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });

  // Intl writes a whole Persian date year first with a Latin comma ("۱۴۰۵ آذر ۱, یکشنبه"); every other pairing is right.
  const inOwnOrder = language === 'fa' && calendar === 'persian';
  const day = (instant: string) =>
    inOwnOrder ? persianDate(date.formatToParts(new Date(instant))) : date.format(new Date(instant));
  const dayNumber = (moment: Date) => Date.parse(isoDay.format(moment)) / 86_400_000;

  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    size: (bytes) => formatSize(locale, bytes),
    day,
    // U+00A0 within the time: its "م" must not stand alone on the next line.
    moment: (instant) =>
      `${day(instant)}${beforeTime[language]}${time.format(new Date(instant)).replaceAll(' ', '\u00a0')}`,
    gregorian: (instant) => gregorian.format(new Date(instant)),
    daysUntil: (instant) => dayNumber(new Date(instant)) - dayNumber(new Date()),
  };
}

/** One digit set on a screen: Arabic and Persian have different shapes, and English text has its own. */
function digitsFor(language: Language, digits: PortalInfo['digits']): PortalInfo['digits'] {
  if (digits === 'latn' || language === 'en') return 'latn';
  return language === 'fa' ? 'arabext' : 'arab';
}

function persianDate(parts: Intl.DateTimeFormatPart[]): string {
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}`;
}

function formatSize(locale: string, bytes: number): string {
  // Short units are Latin letters in Persian and half of them in Arabic.
  const unitDisplay = locale.startsWith('en') ? 'short' : 'long';
  const [value, unit] =
    bytes < 1000 ? [bytes, 'byte'] : bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay,
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}

/** Codes and phone numbers are typed in any digits and stored as 0-9; marks of direction come along when they are pasted. */
export function plainDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
}
