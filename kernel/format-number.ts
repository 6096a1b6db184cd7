// Writes numbers and amounts of money in the language and digits of the reader.
import type { Language } from './calendar/settings.ts';
import type { Digits } from './digits.ts';

export type NumberSettings = { language: Language; digits: Digits };

export type NumberOptions = {
  minimumFractionDigits?: number;
  maximumFractionDigits?: number;
  /** percent takes a fraction: 0.95 becomes 95%. */
  style?: 'decimal' | 'percent' | 'unit';
  /** Of style unit; sizes count in thousands. */
  unit?: 'byte' | 'kilobyte' | 'megabyte';
  unitDisplay?: 'short' | 'long';
  notation?: 'standard' | 'compact';
  signDisplay?: 'auto' | 'always' | 'exceptZero';
};

const formatters = new Map<string, Intl.NumberFormat>();

/** Default at most two digits after the decimal sign. Arabic and Persian results may hold bidi marks beside a minus: strip them from CSV. */
export function formatNumber(value: number, settings: NumberSettings, options: NumberOptions = {}): string {
  return formatterFor(settings, {
    maximumFractionDigits: Math.max(2, options.minimumFractionDigits ?? 0),
    ...options,
  }).format(value);
}

/** What stands behind an amount. Riyal in letters, since the sign U+20C1 is in none of the fonts; other codes stand for themselves. */
const moneyNames: Partial<Record<Language, Record<string, string>>> = {
  ar: {
    SAR: 'ر.س',
    AED: 'د.إ',
    EGP: 'ج.م',
    KWD: 'د.ك',
    QAR: 'ر.ق',
    BHD: 'د.ب',
    OMR: 'ر.ع',
    JOD: 'د.أ',
    IQD: 'د.ع',
    IRR: 'ريال إيراني',
  },
  fa: { IRR: 'ریال', SAR: 'ریال سعودی', AED: 'درهم', EUR: 'یورو', USD: 'دلار' },
};

/**
 * Amount, no-break space, unit ("۱۲٬۵۰۰ ریال"); in English the code comes first ("SAR 12,500.00"). `amount` is in whole units of
 * `currency` (ISO 4217). `toman` shows IRR in the everyday unit of ten rials. Not Intl's currency style: it puts ریال first.
 */
export function formatMoney(
  amount: number,
  currency: string,
  settings: NumberSettings,
  options: { toman?: boolean } = {},
): string {
  const { language } = settings;
  const toman = options.toman === true && currency === 'IRR';
  const places = fractionDigits(currency);
  const number = formatterFor(settings, {
    minimumFractionDigits: toman ? 0 : places,
    maximumFractionDigits: toman ? 1 : places,
  }).format(toman ? amount / 10 : amount);
  if (language === 'en') return `${toman ? 'Toman' : currency}\u00a0${number}`;
  const name = toman ? 'تومان' : (moneyNames[language]?.[currency] ?? currency);
  return `${number}\u00a0${name}`;
}

function fractionDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

function formatterFor({ language, digits }: NumberSettings, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${digits} ${JSON.stringify(options)}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat(`${language}-u-nu-${digits}`, options);
    formatters.set(key, formatter);
  }
  return formatter;
}
