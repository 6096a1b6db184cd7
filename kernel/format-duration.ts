// Writes a length of time ("3 d 4 h") in the language and digits of the reader.
import type { Language } from './calendar/settings.ts';
import { toDigits } from './digits.ts';
import type { NumberSettings } from './format-number.ts';

export type DurationStyle = 'short' | 'long';

const units = [
  { unit: 'day', length: 86_400_000, short: { ar: 'ي', fa: 'روز', en: 'd' } },
  { unit: 'hour', length: 3_600_000, short: { ar: 'س', fa: 'ساعت', en: 'h' } },
  { unit: 'minute', length: 60_000, short: { ar: 'د', fa: 'دقیقه', en: 'min' } },
] as const;

// Not Intl.DurationFormat: it is missing in older browsers and writes Persian short forms as "۴h".
const joints: Record<Language, Record<DurationStyle, string>> = {
  ar: { short: ' ', long: ' و' },
  fa: { short: ' و ', long: ' و ' },
  en: { short: ' ', long: ' ' },
};
const formatters = new Map<string, Intl.NumberFormat>();
const hourMs = 3_600_000;

/** Working time in words: hours and minutes, cut to whole minutes; a day of work has no length of its own, so no days. */
export function formatHours(milliseconds: number, { language, digits }: NumberSettings): string {
  const hours = Math.floor(milliseconds / hourMs);
  const minutes = Math.floor((milliseconds % hourMs) / 60_000);
  const parts = [
    ...(hours > 0 ? [inWords(hours, 'hour', language)] : []),
    ...(minutes > 0 || hours === 0 ? [inWords(minutes, 'minute', language)] : []),
  ];
  return toDigits(parts.join(joints[language].long), digits);
}

/**
 * The two largest units that are not zero next to each other, cut to whole minutes; under a minute "0 min". Days are 24 hours:
 * this is elapsed time, not working time. A negative length gets a minus in front (overdue by …).
 */
export function formatDuration(milliseconds: number, settings: NumberSettings, style: DurationStyle = 'short'): string {
  const { language, digits } = settings;
  let rest = Math.trunc(Math.abs(milliseconds) / 60_000) * 60_000;
  const counts = units.map(({ length }) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return count;
  });
  const first = Math.max(
    0,
    counts.findIndex((count) => count > 0),
  );
  const from = counts.some((count) => count > 0) ? first : units.length - 1;
  const parts = units
    .map(({ unit, short }, index) => {
      const count = counts[index] ?? 0;
      if (index < from || index > from + 1 || (count === 0 && index > from)) return '';
      return style === 'short' ? `${count} ${short[language]}` : inWords(count, unit, language);
    })
    .filter((part) => part !== '');
  const minus = milliseconds <= -60_000 ? '\u2212' : '';
  return minus + toDigits(parts.join(joints[language][style]), digits);
}

function inWords(count: number, unit: 'day' | 'hour' | 'minute', language: Language): string {
  const key = `${language} ${unit}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat(`${language}-u-nu-latn`, { style: 'unit', unit, unitDisplay: 'long' });
    formatters.set(key, formatter);
  }
  return formatter.format(count);
}
