// Dates, times and numbers in the reader's language, calendar and digits; the only file of the web that formats them.
import { useSyncExternalStore } from 'react';
import { isoDateAt, weekdayOf } from '#kernel/calendar/calendar-date.ts';
import {
  type DateStyle,
  formatBothCalendars,
  formatDate,
  formatDateTime,
  formatTime,
} from '#kernel/calendar/format-date.ts';
import { formatRelative } from '#kernel/calendar/format-relative.ts';
import { weekdayNames } from '#kernel/calendar/names.ts';
import type { CalendarName, DateSettings, Language, Weekday } from '#kernel/calendar/settings.ts';
import type { Digits } from '#kernel/digits.ts';
import { type Currency, fromMinor } from '#kernel/currencies.ts';
import { formatMoney, formatNumber } from '#kernel/format-number.ts';
import type { Session } from './session.ts';

/** Every `value` is an ISO instant, or a Gregorian day "YYYY-MM-DD". */
export type Format = {
  settings: DateSettings;
  date: (value: string, style?: DateStyle) => string;
  /** The same day in the calendar that is not shown: Gregorian, or the one of the region. */
  otherDate: (value: string) => string;
  bothCalendars: (value: string) => string;
  weekday: (value: string) => string;
  /** The time of day; nothing for a value that is only a day. */
  time: (value: string) => string;
  /** Minutes since midnight by the clock on the wall; 1440 is the end of the day. */
  clock: (minute: number) => string;
  dateTime: (value: string) => string;
  relative: (value: string) => string;
  /** The Gregorian day "YYYY-MM-DD" on which an instant falls here. */
  dayOf: (value: string) => string;
  number: (value: number, places?: number) => string;
  /** Of a share from 0 to 1. */
  percent: (share: number, places?: number) => string;
  bytes: (size: number) => string;
  /** An amount in minor units of its currency. */
  money: (amount: { minor: number; currency: Currency }) => string;
};

const listeners = new Set<() => void>();
let current = makeFormat({
  language: 'ar',
  calendar: 'gregory',
  digits: 'latn',
  weekStart: 0,
  weekendDays: [5, 6],
  timeZone: 'UTC',
});

export function useFormat(): Format {
  return useSyncExternalStore(subscribe, currentFormat);
}

/** For code outside React. */
export function currentFormat(): Format {
  return current;
}

export function setFormatSettings(settings: DateSettings): void {
  if (JSON.stringify(settings) === JSON.stringify(current.settings)) return;
  current = makeFormat(settings);
  for (const tell of listeners) tell();
}

/** What the organisation set, in the language of the person. */
export function settingsOf({ organisation, language }: Pick<Session, 'organisation' | 'language'>): DateSettings {
  return {
    language,
    calendar: organisation.calendar,
    digits: digitsFor(organisation.digits, language),
    weekStart: organisation.weekStart as Weekday,
    weekendDays: organisation.weekend as Weekday[],
    timeZone: organisation.timeZone,
  };
}

/** Persian digits in an Arabic text, or any but 0-9 in an English one, would be foreign: each language gets its own. */
function digitsFor(chosen: Digits, language: Language): Digits {
  if (chosen === 'latn' || language === 'en') return 'latn';
  return language === 'fa' ? 'arabext' : 'arab';
}

export function makeFormat(settings: DateSettings): Format {
  const other: CalendarName =
    settings.calendar !== 'gregory' ? 'gregory' : settings.language === 'fa' ? 'persian' : 'islamic-umalqura';
  const number = (value: number, places?: number) => formatNumber(value, settings, placesOf(places));
  const dayOf = (value: string) => (isDay(value) ? value : isoDateAt(new Date(value), settings.timeZone));
  const date = (value: string, style: DateStyle = 'medium') => formatDate(dayOf(value), settings, style);
  return {
    settings,
    date,
    otherDate: (value) => formatDate(dayOf(value), { ...settings, calendar: other }, 'long'),
    bothCalendars: (value) =>
      `${formatBothCalendars(dayOf(value), settings)}${isDay(value) ? '' : ` · ${formatTime(new Date(value), settings)}`}`,
    weekday: (value) => weekdayNames[settings.language][weekdayOf(dayOf(value))] ?? '',
    time: (value) => (isDay(value) ? '' : formatTime(new Date(value), settings)),
    clock: (minute) => formatTime(new Date(minute * 60_000), { ...settings, timeZone: 'UTC' }),
    dateTime: (value) => (isDay(value) ? date(value) : formatDateTime(new Date(value), settings)),
    relative: (value) => (isDay(value) ? date(value) : formatRelative(new Date(value), new Date(), settings)),
    dayOf,
    number,
    percent: (share, places = 0) => formatNumber(share, settings, { style: 'percent', ...placesOf(places) }),
    money: ({ minor, currency }) => formatMoney(fromMinor(minor, currency), currency, settings),
    bytes: (size) => {
      const [value, unit] =
        size < 1000
          ? ([size, 'byte'] as const)
          : size < 1_000_000
            ? ([size / 1000, 'kilobyte'] as const)
            : ([size / 1_000_000, 'megabyte'] as const);
      return formatNumber(value, settings, {
        style: 'unit',
        unit,
        unitDisplay: 'short',
        maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
      });
    },
  };
}

function placesOf(places: number | undefined) {
  return places === undefined ? {} : { minimumFractionDigits: places, maximumFractionDigits: places };
}

function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
