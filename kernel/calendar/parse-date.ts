// Reads a date as people type or paste it, in any of three calendars, three languages and three digit sets.
import { normaliseText } from '../text/normalise.ts';
import { daysInMonth, monthsInYear, toIsoDate, weekdayOf } from './calendar-date.ts';
import { eraWords, findMonth, weekdayWords } from './date-words.ts';
import type { CalendarName, DateSettings, IsoDate, Weekday } from './settings.ts';

/** Codes to be translated by the caller; `params` fill its sentence. */
export type DateRefusal =
  | { code: 'date.not-recognised'; params: { text: string } }
  | { code: 'date.year-missing'; params: { text: string } }
  | { code: 'date.calendar-unclear'; params: { year: number } }
  | { code: 'date.calendar-conflict'; params: { year: number; calendar: CalendarName } }
  | { code: 'date.year-out-of-range'; params: { year: number } }
  | { code: 'date.month-out-of-range'; params: { month: number } }
  | { code: 'date.day-out-of-range'; params: { day: number; days: number } }
  | { code: 'date.weekday-mismatch'; params: { date: IsoDate } };

export type ParsedDate = { ok: true; date: IsoDate; calendar: CalendarName } | ({ ok: false } & DateRefusal);

/**
 * Year-month-day or day-month-year (never month first; the year has four digits and tells which end it is), with any of
 * / - . , and spaces between, month names of the three languages, an optional week day (it must fit) and era; also eight
 * digits in one (14050901). Years from 1800 are Gregorian; 1300 to 1600 belong to the calendar that month name or era names,
 * else to the settings' own, else (Gregorian settings) to the Persian one for Persian readers; otherwise refused as unclear.
 */
export function parseDate(text: string, settings: Pick<DateSettings, 'language' | 'calendar'>): ParsedDate {
  const refuse = (refusal: DateRefusal): ParsedDate => ({ ok: false, ...refusal });
  const unknown: DateRefusal = { code: 'date.not-recognised', params: { text } };
  // Eight digits are cut first; everything after works on separate parts.
  const spaced = normaliseText(text)
    .replace(/^(\d{4})(\d\d)(\d\d)$/, '$1 $2 $3')
    .replace(/(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/gu, ' ')
    .replace(/(يك|دو|سه|چهار|پنج) شنبه/, '$1شنبه');
  const named = findMonth(spaced);
  const parts = (named?.rest ?? spaced).split(/[\s/\-\u2010.,،_]+/).filter((part) => part !== '');

  const numbers: string[] = [];
  let weekday: Weekday | undefined;
  let era = '';
  for (const part of parts) {
    const saidDay = weekdayWords.get(part);
    if (part === '\u0000') numbers.push(part);
    else if (/^\d{1,4}$/.test(part)) numbers.push(part);
    else if (saidDay !== undefined && weekday === undefined && numbers.length === 0) weekday = saidDay;
    else if (numbers.length === 3 || (numbers.length > 0 && eraWords.has(era + part))) era += part;
    else return refuse(unknown);
  }
  const saidEra = eraWords.get(era);
  if (numbers.length !== 3 || (era !== '' && !saidEra)) return refuse(unknown);
  const years = numbers.filter((part) => part.length === 4);
  if (years.length === 0) return refuse({ code: 'date.year-missing', params: { text } });
  const yearFirst = numbers[0]?.length === 4;
  if (years.length > 1 || (!yearFirst && numbers[2]?.length !== 4) || numbers.some((part) => part.length === 3))
    return refuse(unknown);

  const ordered = yearFirst ? numbers : numbers.toReversed();
  const year = Number(ordered[0]);
  // With a name the month may stand first ("November 22, 2026"): whichever other number is left is the day.
  const monthAt = ordered.indexOf('\u0000');
  if (named && monthAt === 0) return refuse(unknown);
  const day = Number(ordered[named ? 3 - monthAt : 2]);

  const said = saidEra ? [saidEra] : (named?.months.map((month) => month.calendar) ?? []);
  const calendar = calendarOf(year, said, settings);
  if (typeof calendar !== 'string') return refuse(calendar);
  const month = named ? named.months.find((one) => one.calendar === calendar)?.month : Number(ordered[1]);
  if (month === undefined) return refuse({ code: 'date.calendar-conflict', params: { year, calendar } });
  if (month < 1 || month > monthsInYear(calendar, year))
    return refuse({ code: 'date.month-out-of-range', params: { month } });
  const days = daysInMonth(calendar, year, month);
  if (day < 1 || day > days) return refuse({ code: 'date.day-out-of-range', params: { day, days } });
  const date = toIsoDate({ calendar, year, month, day });
  if (weekday !== undefined && weekday !== weekdayOf(date))
    return refuse({ code: 'date.weekday-mismatch', params: { date } });
  return { ok: true, date, calendar };
}

function calendarOf(
  year: number,
  said: readonly CalendarName[],
  settings: Pick<DateSettings, 'language' | 'calendar'>,
): CalendarName | DateRefusal {
  if (year >= 1800 && year <= 2200) {
    if (said.length === 0 || said.includes('gregory')) return 'gregory';
    return { code: 'date.calendar-conflict', params: { year, calendar: said[0] ?? 'gregory' } };
  }
  if (year < 1300 || year > 1600) return { code: 'date.year-out-of-range', params: { year } };
  const own = said.length === 0 || said.includes(settings.calendar) ? settings.calendar : said[0];
  if (own !== 'gregory' && own !== undefined) return own;
  if (said.length > 0) return { code: 'date.calendar-conflict', params: { year, calendar: 'gregory' } };
  return settings.language === 'fa' ? 'persian' : { code: 'date.calendar-unclear', params: { year } };
}
