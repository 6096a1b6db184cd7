// Numbers, money and lengths of time in three languages, and the country packs against Intl's week data.
import { expect, test } from 'vitest';
import { countryPacks } from './country-packs.ts';
import { resolveDigits } from './calendar/settings.ts';
import { formatDuration } from './format-duration.ts';
import { formatMoney, formatNumber } from './format-number.ts';

const ar = { language: 'ar', digits: 'latn' } as const;
const fa = { language: 'fa', digits: 'arabext' } as const;
const en = { language: 'en', digits: 'latn' } as const;

test('numbers', () => {
  expect(formatNumber(12500.756, ar)).toBe('12,500.76');
  expect(formatNumber(12500.5, fa)).toBe('۱۲٬۵۰۰٫۵');
  expect(formatNumber(12500.5, { ...ar, digits: 'arab' })).toBe('١٢٬٥٠٠٫٥');
  expect(formatNumber(0.954, en, { style: 'percent', maximumFractionDigits: 0 })).toBe('95%');
  expect(formatNumber(3, fa, { minimumFractionDigits: 3 })).toBe('۳٫۰۰۰');
});
test('money stands before its unit in Arabic and Persian', () => {
  expect(formatMoney(12500, 'IRR', fa)).toBe('۱۲٬۵۰۰\u00a0ریال');
  expect(formatMoney(12505, 'IRR', fa, { toman: true })).toBe('۱٬۲۵۰٫۵\u00a0تومان');
  expect(formatMoney(12500, 'SAR', ar)).toBe('12,500.00\u00a0ر.س');
  expect(formatMoney(12500, 'XAF', ar)).toBe('12,500\u00a0XAF');
  expect(formatMoney(12500, 'SAR', en)).toBe('SAR\u00a012,500.00');
});
test('durations', () => {
  const hour = 3_600_000;
  expect(formatDuration(76 * hour + 59_000, en)).toBe('3 d 4 h');
  expect(formatDuration(76 * hour, fa)).toBe('۳ روز و ۴ ساعت');
  expect(formatDuration(76 * hour, ar)).toBe('3 ي 4 س');
  expect(formatDuration(26 * hour, ar, 'long')).toBe('يوم وساعتان');
  expect(formatDuration(76 * hour, { ...ar, digits: 'arab' }, 'long')).toBe('٣ أيام و٤ ساعات');
  expect(formatDuration(76 * hour, en, 'long')).toBe('3 days 4 hours');
  expect(formatDuration(72 * hour + 60_000, en)).toBe('3 d');
  expect(formatDuration(59_999, en)).toBe('0 min');
  expect(formatDuration(-90 * 60_000, en)).toBe('−1 h 30 min');
});
test.each([
  ['SA', 'ar-SA'],
  ['AE', 'ar-AE'],
  ['EG', 'ar-EG'],
  ['IR', 'fa-IR'],
] as const)('the week of %s is the one Intl knows', (country, locale) => {
  const week = (
    new Intl.Locale(locale) as unknown as { getWeekInfo(): { firstDay: number; weekend: number[] } }
  ).getWeekInfo();
  const pack = countryPacks[country];
  expect(pack.weekStart).toBe(week.firstDay % 7);
  expect([...pack.weekendDays].sort()).toEqual(week.weekend.map((day) => day % 7).sort());
  expect(Intl.supportedValuesOf('timeZone')).toContain(pack.timeZone);
  expect(Intl.supportedValuesOf('currency')).toContain(pack.currency);
});
test('automatic digits', () => {
  expect([resolveDigits('auto', 'ar'), resolveDigits('auto', 'fa'), resolveDigits('arab', 'fa')]).toEqual([
    'latn',
    'arabext',
    'arab',
  ]);
});
