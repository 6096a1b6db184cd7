// Puts a meter, a bill, a licence, a street, an amount and a day into the marks of sample texts, one of each per case.
import type { Language } from '#contract/common.ts';
import { formatDate } from '#kernel/calendar/format-date.ts';
import { resolveDigits, type DateSettings } from '#kernel/calendar/settings.ts';
import { formatNumber } from '#kernel/format-number.ts';
import type { Random } from '#platform/random.ts';
import { dayMs } from './local-time.ts';
import { amounts, codePatterns, streets } from './placeholders.ts';

export type Marks = {
  language: Language;
  meter: string;
  bill: string;
  licence: string;
  street: string;
  amount: string;
  /** The day that the opening names. */ opened: number;
};

/** Words that make the day one that is still to come. */
const ahead = new RegExp(
  [
    'حتى {date}',
    'إلى {date}',
    'يبدأ {date}',
    'تبدأ {date}',
    'مهلتها يوم {date}',
    'للصيانة يوم {date}',
    'حسابكم يوم {date}',
    'الخارجي قبل {date}',
    'تا {date}',
    'تا ۱۲ روز {date}',
    'شروع کار {date}',
    'روز {date} تموم',
    'برق روز {date} برای',
    'می‌خواهد {date}',
    'اصلاح در {date} در',
    'until {date}',
    'by {date}',
    'expiring {date}',
    'before {date}',
    'is {date} and',
    'off on {date} but',
    'for {date}',
    'starts on {date}',
  ].join('|'),
);

export function inventMarks(random: Random, language: Language, parent: string | null, at: number): Marks {
  const code = (pattern: string): string =>
    pattern.replace(/#/g, (_, place: number) => String(random.whole(place === 0 ? 1 : 0, 9)));
  const [waterMeter, powerMeter, otherMeter] = codePatterns.meter;
  const money = amounts[language];
  const steps = Math.floor((money.maximum - money.minimum) / money.step);
  // Small sums are more common than large ones.
  const sum = formatNumber(money.minimum + Math.floor((0.03 + 0.97 * random.next() ** 1.8) * steps) * money.step, {
    language,
    digits: resolveDigits('auto', language),
  });
  return {
    language,
    meter: code(parent === 'water' ? waterMeter : parent === 'electricity' ? powerMeter : otherMeter),
    bill: code(random.pick(codePatterns.bill)),
    licence: code(random.pick(codePatterns.licence)),
    street: random.pick(streets[language]),
    amount: money.after ? `${sum} ${money.word}` : `${money.word} ${sum}`,
    opened: at - Math.round(random.logNormal(4, 0.7)) * dayMs,
  };
}

/** Writers date by the calendar of their language; Arabic ones by that of the organisation. */
export function sampleDay(at: number, language: Language, settings: DateSettings): string {
  const calendar = language === 'fa' ? 'persian' : language === 'en' ? 'gregory' : settings.calendar;
  return formatDate(
    new Date(at),
    { language, calendar, digits: resolveDigits('auto', language), timeZone: settings.timeZone },
    'day-month',
  );
}

/**
 * `at` is when the text is written. The day of an opening lies before it; that of any later text is the day of writing, unless
 * the words look ahead.
 */
export function fillMarks(
  random: Random,
  text: string,
  marks: Marks,
  at: number,
  settings: DateSettings,
  options: { opening?: boolean; ahead?: boolean } = {},
): string {
  const future = options.ahead === true || ahead.test(text);
  const day = future ? at + random.whole(2, options.ahead ? 5 : 24) * dayMs : options.opening ? marks.opened : at;
  if (options.opening && text.includes('{date}')) marks.opened = day;
  const date = sampleDay(Math.max(day, options.opening ? 0 : marks.opened + dayMs), marks.language, settings);
  const values: Record<string, string> = {
    meter: marks.meter,
    bill: marks.bill,
    licence: marks.licence,
    street: marks.street,
    amount: marks.amount,
    date,
  };
  return text.replace(/\{(\w+)\}/g, (mark, name: string) => values[name] ?? mark);
}
