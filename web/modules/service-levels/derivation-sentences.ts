// Says how a due time came about, in sentences that a person can check: the start, every day that is not ordinary, the pauses, the end.
import type { LocaleText } from '#contract/common.ts';
import { fromIsoDate } from '#kernel/calendar/calendar-date.ts';
import { toDigits } from '#kernel/digits.ts';
import { formatHours, formatDuration } from '#kernel/format-duration.ts';
import { type Format, makeFormat } from '#web/lib/format.ts';
import { amountWords, isByClock, listWords } from './goal-words.ts';
import type { Derivation, Goal, Pause } from './policy-wire.ts';
import type { Words } from './words.ts';

/** A clock, or a goal that was tried. */
export type Derived = {
  goal: Goal;
  calendarName: LocaleText;
  startedAt: string;
  dueAt: string | null;
  derivation: Derivation;
  pauses: readonly Pause[];
};

/** `hover`: its days in the other calendar. */
export type Sentence = { text: string; hover: string };
export type Sentences = { begins: Sentence; days: Sentence[]; pauses: Sentence[]; due: Sentence };

type Day = Derivation['days'][number];
type Run = { days: Day[]; last: boolean };

export function derivationSentences(derived: Derived, words: Words): Sentences {
  const { t, text } = words;
  const { goal, startedAt, dueAt, derivation } = derived;
  // The days are those of the calendar, so the times are too.
  const format = makeFormat({ ...words.format.settings, timeZone: derivation.timeZone });
  const say: Words = { ...words, format };
  const at = (instant: string) => momentWords(instant, format, words);
  const begins = {
    text: t(isByClock(goal) ? 'derivation.begins-by-clock' : 'derivation.begins', {
      amount: amountWords(goal, words),
      at: at(startedAt),
      calendar: text(derived.calendarName),
    }),
    hover: format.bothCalendars(startedAt),
  };
  const runs = runsOf(derivation.days, dueAt !== null);
  return {
    begins:
      derivation.timeZone === words.format.settings.timeZone
        ? begins
        : { ...begins, text: `${begins.text} ${t('derivation.time-zone', { zone: derivation.timeZone })}` },
    days: runs.map((run, index) => ({
      text: runWords(run, goal, index === 0, dueAt, say),
      hover: otherDays(run.days, format),
    })),
    pauses: pauseSentences(derived, say),
    due:
      dueAt === null
        ? {
            text: t(
              derived.pauses.some(({ until }) => until === null) ? 'derivation.due-paused' : 'derivation.due-never',
            ),
            hover: '',
          }
        : { text: t('derivation.due', { at: at(dueAt) }), hover: format.bothCalendars(dueAt) },
  };
}

/** Days in a row that are alike become one; the first and, where there is a due time, the last stand alone. */
function runsOf(days: readonly Day[], ends: boolean): Run[] {
  const runs: Run[] = [];
  for (const [index, day] of days.entries()) {
    const last = ends && index === days.length - 1;
    const run = runs.at(-1);
    // The day it begins on is as long as is left of it.
    if (run && runs.length > 1 && !last && alike(run.days[0]!, day)) run.days.push(day);
    else runs.push({ days: [day], last });
  }
  return runs;
}

function alike(one: Day, other: Day): boolean {
  return (
    one.kind === other.kind &&
    one.openMs === other.openMs &&
    one.pausedMs === other.pausedMs &&
    one.countedMs === other.countedMs &&
    JSON.stringify(one.why) === JSON.stringify(other.why)
  );
}

function runWords({ days, last }: Run, goal: Goal, first: boolean, dueAt: string | null, say: Words): string {
  const { t, format } = say;
  const day = days[0]!;
  const when = daysWords(day.date, days.at(-1)!.date, say);
  const why = listWords(
    day.why.map((name) => say.text(name)),
    say,
  );
  const parts: string[] = [];

  if (day.openMs === 0)
    parts.push(
      why ? t('derivation.closed-why', { why }) : t(first ? 'derivation.closed-rest' : 'derivation.closed-week'),
    );
  else {
    parts.push(openWords(day, days.length, goal, first, why, say));
    if (first && (goal.unit === 'working-days' || goal.unit === 'days')) parts.push(t('derivation.not-counted'));
    if (day.pausedMs > 0)
      parts.push(
        day.pausedMs === day.openMs
          ? t('derivation.all-paused')
          : t('derivation.part-paused', { length: formatHours(day.pausedMs, format.settings) }),
      );
    if (last && dueAt !== null && day.countedMs < day.openMs - day.pausedMs)
      parts.push(t('derivation.needed', { length: formatHours(day.countedMs, format.settings) }));
  }
  return t('derivation.line', { when, what: listWords(parts, say) });
}

function openWords(day: Day, count: number, goal: Goal, first: boolean, why: string, say: Words): string {
  const { t, format } = say;
  const length = formatHours(day.openMs, format.settings);
  if (isByClock(goal))
    return first ? t('derivation.rest-of-day', { length }) : t('derivation.round-the-clock', { count });
  const each = count > 1 ? t('derivation.each', { length }) : length;
  const open = first ? t('derivation.open-rest', { length }) : each;
  if (day.kind === 'special') return t('derivation.special', { why, length: open });
  if (why) return t('derivation.closed-for-a-time', { why, length: open });
  // Who counts days needs their number; who counts hours their length.
  return goal.unit === 'working-days' && !first ? t('derivation.working-days', { count, length: each }) : open;
}

function pauseSentences({ pauses, derivation }: Derived, say: Words): Sentence[] {
  const { t, format } = say;
  // What is shorter than a minute explains nothing.
  const told = pauses
    .filter(({ from, until }) => until === null || Date.parse(until) - Date.parse(from) >= 60_000)
    .map(({ reason, from, until, by }) => {
      const because = t(`derivation.reason.${reason}`);
      const who = by?.name ? t('derivation.by', { name: by.name }) : '';
      const values = { from: momentWords(from, format, say), because, who };
      return {
        text: until
          ? t('derivation.paused', {
              ...values,
              until: format.dayOf(from) === format.dayOf(until) ? format.time(until) : momentWords(until, format, say),
              length: formatDuration(Date.parse(until) - Date.parse(from), format.settings, 'long'),
            })
          : t('derivation.paused-still', values),
        hover: until ? `${format.bothCalendars(from)} – ${format.bothCalendars(until)}` : format.bothCalendars(from),
      };
    });
  const counted = derivation.days.reduce((sum, { pausedMs }) => sum + pausedMs, 0);
  const elapsed = pauses.reduce(
    (sum, { from, until }) => sum + (until ? Date.parse(until) - Date.parse(from) : Number.NaN),
    0,
  );
  // By the wall a night is long; for the goal it is nothing.
  if (counted > 0 && !Number.isNaN(elapsed) && counted !== elapsed)
    told.push({ text: t('derivation.pauses-count', { length: formatHours(counted, format.settings) }), hover: '' });
  return told;
}

/** "Sunday 1 November 2026, 09:40" */
function momentWords(instant: string, format: Format, { t }: Pick<Words, 't'>): string {
  return t('derivation.moment', {
    day: t('derivation.day', { weekday: format.weekday(instant), day: format.date(instant, 'long') }),
    time: format.time(instant),
  });
}

/** "Sunday 1 November", "Sunday 1 to Tuesday 3 November", "Saturday 31 October to Monday 2 November" */
function daysWords(from: string, until: string, { t, format }: Words): string {
  const name = (date: string, day: string) => t('derivation.day', { weekday: format.weekday(date), day });
  const last = name(until, format.date(until, 'day-month'));
  if (from === until) return last;
  const { calendar, digits } = format.settings;
  const [first, end] = [fromIsoDate(from, calendar), fromIsoDate(until, calendar)];
  const sameMonth = first.year === end.year && first.month === end.month;
  return t('derivation.days', {
    from: name(from, sameMonth ? toDigits(String(first.day), digits) : format.date(from, 'day-month')),
    until: last,
  });
}

function otherDays(days: readonly Day[], format: Format): string {
  const [first, last] = [days[0]!.date, days.at(-1)!.date];
  return first === last ? format.otherDate(first) : `${format.otherDate(first)} – ${format.otherDate(last)}`;
}
