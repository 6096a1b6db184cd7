// Reads an iCalendar file (RFC 5545) as holidays and closures that somebody may take over. Keeps nothing.
import { convertIcsCalendar, type IcsCalendar, type IcsEvent } from 'ts-ics';
import type { LocaleText } from '#contract/common.ts';
import type { CalendarException, Closure, IcsReading } from '#contract/service-levels.ts';
import { calendarMomentAt } from '#kernel/calendar/calendar-date.ts';
import { languageOf } from '#kernel/text/language-of.ts';
import { isTimeZone } from '#modules/organisation/index.ts';
import { invalidField } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';

/** As many as a calendar takes. */
const most = { exceptions: 200, closures: 500 };
const dayMs = 86_400_000;

type Read =
  | { exception: CalendarException }
  | { closure: Closure }
  | { why: IcsReading['leftOut'][number]['why'] }
  | null;

/** Feeds bring what is no holiday: so they become proposals and not days. Throws `request.invalid` (`not-ics`, `unknown-time-zone`). */
export async function readIcs({ text, timeZone }: { text: string; timeZone: string }): Promise<IcsReading> {
  if (!isTimeZone(timeZone)) throw invalidField('timeZone', 'unknown-time-zone');
  const reading: IcsReading = { exceptions: [], closures: [], leftOut: [] };
  const seen = new Set<string>();
  for (const event of parsed(text).events ?? []) {
    const summary = (event.summary ?? '').trim().slice(0, 200) || '—';
    const read = event.status === 'CANCELLED' ? null : readEvent(event, summary, timeZone);
    const key = JSON.stringify([read, summary], (name, value: unknown) => (name === 'id' ? undefined : value));
    if (read === null || seen.has(key)) continue;
    seen.add(key);
    if ('why' in read) reading.leftOut.push({ summary, why: read.why });
    else if ('exception' in read && reading.exceptions.length < most.exceptions)
      reading.exceptions.push(read.exception);
    else if ('closure' in read && reading.closures.length < most.closures) reading.closures.push(read.closure);
    else reading.leftOut.push({ summary, why: 'too-many' });
  }
  return reading;
}

function parsed(text: string): IcsCalendar {
  try {
    return convertIcsCalendar(undefined, text.replace(/^\ufeff/, ''));
  } catch {
    throw invalidField('text', 'not-ics');
  }
}

function readEvent({ start, end, recurrenceRule: rule }: IcsEvent, summary: string, timeZone: string): Read {
  const [from, until] = [start?.date.getTime() ?? Number.NaN, end?.date.getTime() ?? Number.NaN];
  if (Number.isNaN(from)) return { why: 'no-date' };
  const name: LocaleText = { [languageOf(summary) ?? 'en']: summary };
  if (start?.type !== 'DATE') {
    if (rule) return { why: 'recurrence' };
    if (!(until > from)) return { why: 'no-date' };
    return { closure: { id: newId(), name, from: wallAt(from, timeZone), until: wallAt(until, timeZone) } };
  }
  // Every year on the same day of the Gregorian calendar; whatever else comes again is no rule that we have.
  const yearly = rule?.frequency === 'YEARLY' && Object.keys(rule).length === 1;
  if (rule && !yearly) return { why: 'recurrence' };
  // The end of days is not included, and may be missing.
  const last = until > from ? until - dayMs : from;
  return {
    exception: {
      id: newId(),
      name,
      calendar: 'gregory',
      year: yearly ? null : new Date(from).getUTCFullYear(),
      from: yearDay(from),
      until: yearDay(last),
      week: null,
      declared: [],
    },
  };
}

function yearDay(midnightMs: number): { month: number; day: number } {
  const date = new Date(midnightMs);
  return { month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function wallAt(instantMs: number, timeZone: string): string {
  const { year, month, day, hour, minute } = calendarMomentAt(new Date(instantMs), { calendar: 'gregory', timeZone });
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}
