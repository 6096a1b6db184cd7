// Writes days and times of day in a person's language, calendar and digits, the same in every browser and on the server.
import { toDigits } from '../digits.ts';
import { calendarMomentAt, fromIsoDate, weekdayOf, type CalendarDate } from './calendar-date.ts';
import { eras, monthNames, shortGregorianMonths, weekdayNames } from './names.ts';
import type { CalendarName, DateSettings, IsoDate, Language, Weekday } from './settings.ts';

/** short: numbers only · medium: for lists · long: month written out · full: with the week day · the rest: parts of a date. */
export type DateStyle = 'short' | 'medium' | 'long' | 'full' | 'month' | 'day-month' | 'year';

type FormatSettings = Pick<DateSettings, 'language' | 'calendar' | 'digits' | 'timeZone'>;

// Composed here and not by Intl: Intl writes two Persian forms in the wrong order (full; month and year), names Persian
// months wrongly in Arabic, and differs between engines. Where Intl is right, a test holds us to it.
const listComma: Record<Language, string> = { ar: '، ', fa: '، ', en: ', ' };

/** A Date is shown as the day it is in the time zone of the settings; an ISO date ("YYYY-MM-DD") as itself. */
export function formatDate(value: Date | IsoDate, settings: FormatSettings, style: DateStyle = 'medium'): string {
  const { date, weekday } = dayOf(value, settings);
  return toDigits(written(date, weekday, settings.language, style), settings.digits);
}

/** Hours and minutes: 12-hour with ص/م in Arabic, 24-hour in Persian and English. */
export function formatTime(instant: Date, settings: FormatSettings): string {
  const { hour, minute } = calendarMomentAt(instant, settings);
  const minutes = String(minute).padStart(2, '0');
  if (settings.language === 'ar')
    return toDigits(`${hour % 12 || 12}:${minutes} ${hour < 12 ? 'ص' : 'م'}`, settings.digits);
  return toDigits(`${settings.language === 'en' ? String(hour).padStart(2, '0') : hour}:${minutes}`, settings.digits);
}

export function formatDateTime(instant: Date, settings: FormatSettings, style: DateStyle = 'medium'): string {
  return `${formatDate(instant, settings, style)}${listComma[settings.language]}${formatTime(instant, settings)}`;
}

/**
 * For letters: the day in the calendar of the settings and in a second one, each with its era. The second is Gregorian, or,
 * where Gregorian comes first, Persian for Persian readers and Umm al-Qura for others.
 */
export function formatBothCalendars(
  value: Date | IsoDate,
  settings: FormatSettings,
  second = otherCalendar(settings),
): string {
  const { language, digits } = settings;
  const one = (calendar: CalendarName): string => {
    const { date } = dayOf(value, { ...settings, calendar });
    const era = language === 'en' && calendar === 'gregory' ? '' : ` ${eras[language][calendar]}`;
    return `${date.day} ${monthBeforeYear(date, language)} ${date.year}${era}`;
  };
  const [first, other] = [one(settings.calendar), one(second)];
  const text = { ar: `${first} الموافق ${other}`, fa: `${first} برابر با ${other}`, en: `${first} (${other})` }[
    language
  ];
  return toDigits(text, digits);
}

function otherCalendar({ calendar, language }: FormatSettings): CalendarName {
  if (calendar !== 'gregory') return 'gregory';
  return language === 'fa' ? 'persian' : 'islamic-umalqura';
}

function dayOf(value: Date | IsoDate, settings: FormatSettings): { date: CalendarDate; weekday: Weekday } {
  if (typeof value === 'string') return { date: fromIsoDate(value, settings.calendar), weekday: weekdayOf(value) };
  const moment = calendarMomentAt(value, settings);
  return { date: moment, weekday: moment.weekday };
}

function written(date: CalendarDate, weekday: Weekday, language: Language, style: DateStyle): string {
  const { calendar, year, month, day } = date;
  const short = language === 'en' && calendar === 'gregory' && style === 'medium';
  const name = short ? shortGregorianMonths[month - 1] : monthBeforeYear(date, language);
  // Persian readers take the year without an era for theirs; everywhere else the era says which calendar this is.
  const era =
    calendar === 'gregory' || (language === 'fa' && calendar === 'persian') ? '' : ` ${eras[language][calendar]}`;
  switch (style) {
    case 'short':
      return `${numbersOnly(date, language)}${era}`;
    case 'day-month':
      return `${day} ${monthNames[language][calendar][month - 1]}`;
    case 'year':
      return `${year}${era}`;
    case 'month':
      return `${name} ${year}${era}`;
    case 'full':
      return `${weekdayNames[language][weekday]}${language === 'fa' ? ' ' : listComma[language]}${day} ${name} ${year}${era}`;
    case 'medium':
    case 'long':
      return `${day} ${name} ${year}${era}`;
  }
}

function monthBeforeYear({ calendar, month }: CalendarDate, language: Language): string {
  const name = monthNames[language][calendar][month - 1] ?? '';
  // Persian writes the joining sound before the year: ژانویهٔ ۲۰۲۶.
  return language === 'fa' && calendar === 'gregory' ? name.replace(/ه$/, 'هٔ') : name;
}

function numbersOnly({ year, month, day }: CalendarDate, language: Language): string {
  if (language === 'fa') return `${year}/${month}/${day}`;
  // The marks make the day stand first when read from the right, as Arabic readers write it; they are stripped on storage.
  if (language === 'ar') return `${day}\u200f/${month}\u200f/${year}`;
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
}
