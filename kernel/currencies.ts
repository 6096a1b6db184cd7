// The currencies that amounts are kept in, with how many digits their minor unit has.
const places = {
  SAR: 2,
  AED: 2,
  EGP: 2,
  // By ISO 4217 the rial has two; nobody has written them for decades.
  IRR: 0,
  KWD: 3,
  BHD: 3,
  OMR: 3,
  QAR: 2,
  JOD: 3,
  IQD: 0,
  USD: 2,
  EUR: 2,
} as const;

export type Currency = keyof typeof places;
export const currencyCodes = Object.keys(places) as [Currency, ...Currency[]];

/** 40000 in SAR is 4000000. Null where the amount has more digits than the currency, or is beyond what is counted exactly. */
export function toMinor(amount: number, currency: Currency): number | null {
  const minor = Math.round(amount * 10 ** places[currency]);
  // 0.1 + 0.2 is none of our business; half a fils is.
  const exact = Math.abs(minor - amount * 10 ** places[currency]) < 1e-6 * Math.max(1, Math.abs(minor) * 1e-9);
  return Number.isSafeInteger(minor) && exact ? minor : null;
}

export function fromMinor(minor: number, currency: Currency): number {
  return minor / 10 ** places[currency];
}
