// National ids of persons and registration numbers of companies: how each country writes them, and whether the check digit is right.
import type { CountryCode } from './country-packs.ts';
import { toLatinDigits } from './digits.ts';
import { cleanText } from './text/clean.ts';

type Kind = 'person' | 'company';

/** Latin letters and digits without the spaces and dashes of forms; a spreadsheet's lost zeros of an Iranian id come back. */
export function normaliseNationalId(text: string, country: CountryCode, kind: Kind): string {
  const plain = toLatinDigits(cleanText(text))
    .replace(/[\s\u2010-\u2015.\-/]/g, '')
    .toUpperCase();
  return country === 'IR' && kind === 'person' && /^\d{8,9}$/.test(plain) ? plain.padStart(10, '0') : plain;
}

/** For a normalised one. Where a country has no rule that is public and certain, only the length is looked at. */
export function nationalIdIsValid(id: string, country: CountryCode, kind: Kind): boolean {
  const rule = rules[country]?.[kind];
  return rule ? rule(id) : /^[A-Z0-9]{4,20}$/.test(id);
}

const rules: Partial<Record<CountryCode, Partial<Record<Kind, (id: string) => boolean>>>> = {
  IR: { person: iranianPerson, company: iranianCompany },
  // National id begins with 1, iqama with 2; both end with a Luhn digit. Commercial registration: ten digits.
  SA: { person: (id) => /^[12]\d{9}$/.test(id) && luhn(id), company: (id) => /^\d{10}$/.test(id) },
  // Emirates id: 784 (ISO 3166-1 numeric), year of birth, seven digits, Luhn digit.
  AE: { person: (id) => /^784(19|20)\d{10}$/.test(id) && luhn(id) },
  EG: { person: egyptianPerson },
};

/** Weights 10…2, modulo 11. Ten equal digits fit the formula and are never given out. */
function iranianPerson(id: string): boolean {
  if (!/^\d{10}$/.test(id) || /^(\d)\1{9}$/.test(id)) return false;
  const digits = Array.from(id, Number);
  const rest = digits.slice(0, 9).reduce((sum, digit, at) => sum + digit * (10 - at), 0) % 11;
  return digits[9] === (rest < 2 ? rest : 11 - rest);
}

const companyWeights = [29, 27, 23, 19, 17, 29, 27, 23, 19, 17];

/** National id of legal persons (شناسهٔ ملی): eleven digits, each with the tens digit plus two added, modulo 11. */
function iranianCompany(id: string): boolean {
  if (!/^\d{11}$/.test(id)) return false;
  const digits = Array.from(id, Number);
  const tens = (digits[9] ?? 0) + 2;
  const rest = companyWeights.reduce((sum, weight, at) => sum + weight * (tens + (digits[at] ?? 0)), 0) % 11;
  return digits[10] === (rest === 10 ? 0 : rest);
}

/** Century, day of birth, governorate, five digits. The rule of its last digit is not published. */
function egyptianPerson(id: string): boolean {
  const parts = /^([23])(\d\d)(\d\d)(\d\d)(0[1-4]|1[1-9]|2[1-9]|3[1-5]|88)\d{5}$/.exec(id);
  if (!parts) return false;
  const [, century, year, month, day] = parts;
  const born = new Date(`${century === '2' ? '19' : '20'}${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(born.getTime()) && born.getUTCDate() === Number(day);
}

/** ISO/IEC 7812-1 annex B. */
function luhn(number: string): boolean {
  const sum = Array.from(number, Number)
    .toReversed()
    .reduce((total, digit, at) => total + (at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2), 0);
  return sum % 10 === 0;
}
