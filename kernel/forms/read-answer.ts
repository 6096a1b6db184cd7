// Reads one answer as people type or send it, in any digits, into the value that is kept; or says which rule it breaks.
import { existingDay } from './existing-day.ts';
import type { CountryCode } from '../country-packs.ts';
import { parseNumber, toLatinDigits } from '../digits.ts';
import { nationalIdIsValid, normaliseNationalId } from '../national-id.ts';
import { cleanText } from '../text/clean.ts';
import { formLimits, type AnswerValue, type FormField, type LinePattern } from './form-definition.ts';
import { ibanIsValid } from './iban.ts';

/** The words of rules are those of all forms of the product. */
export type AnswerRule =
  | 'required'
  | 'invalid'
  | 'too-short'
  | 'too-long'
  | 'too-small'
  | 'too-big'
  | 'too-few'
  | 'too-many'
  | 'too-early'
  | 'too-late'
  | 'not-whole'
  | 'not-digits'
  | 'not-letters'
  | 'not-code'
  | 'not-iban'
  | 'email-invalid'
  | 'phone-invalid'
  | 'national-id-invalid';

export type AnswerRead =
  | { value: AnswerValue | null }
  | { fault: AnswerRule; params?: { minimum?: number; maximum?: number; day?: string } };

/** Null: nothing was answered. */
export function readAnswer(field: FormField, given: unknown, country: CountryCode): AnswerRead {
  if (given === undefined || given === null) return { value: null };
  if (typeof given === 'string' && cleanText(given) === '') return { value: null };
  switch (field.type) {
    case 'line':
      return text(field, given, formLimits.line);
    case 'prose':
      return text(field, given, formLimits.prose);
    case 'whole-number':
    case 'amount':
      return number(field, given);
    case 'date':
      return day(field, given);
    case 'yes-no':
      return typeof given === 'boolean' ? { value: given } : { fault: 'invalid' };
    case 'one-of':
      return typeof given === 'string' && field.choices.some(({ key }) => key === given)
        ? { value: given }
        : { fault: 'invalid' };
    case 'several-of':
      return several(field, given);
    case 'phone':
      return matching(given, 'phone-invalid', (plain) => {
        const digits = plain.replace(/[\s().\-\u2010-\u2015]/g, '').replace(/^(\d+)\+$/, '+$1');
        return /^\+?\d{4,15}$/.test(digits) ? digits : null;
      });
    case 'email':
      return matching(given, 'email-invalid', (plain) =>
        /^[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\.[^\s@.<>"(),;:]{2,}$/.test(plain) && plain.length <= 254 ? plain : null,
      );
    case 'national-id':
      return matching(given, 'national-id-invalid', (plain) => {
        const id = normaliseNationalId(plain, country, 'person');
        return nationalIdIsValid(id, country, 'person') ? id : null;
      });
    case 'file':
    case 'unit':
    case 'person':
      return matching(given, 'invalid', (plain) =>
        /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(plain) ? plain.toLowerCase() : null,
      );
  }
}

function text(field: FormField, given: unknown, most: number): AnswerRead {
  if (typeof given !== 'string') return { fault: 'invalid' };
  const clean = cleanText(given);
  const value = field.type === 'line' ? linePattern(field.pattern, clean.replace(/\s+/g, ' ')) : clean;
  if (value === null) return { fault: `not-${field.pattern ?? 'letters'}` };
  const minimum = numeric(field.min);
  const maximum = Math.min(numeric(field.max) ?? most, most);
  if (minimum !== null && value.length < minimum) return { fault: 'too-short', params: { minimum } };
  return value.length > maximum ? { fault: 'too-long', params: { maximum } } : { value };
}

/** As it is kept, or null where it does not fit. */
function linePattern(pattern: LinePattern | null, line: string): string | null {
  const bare = toLatinDigits(line).replace(/[\s\-\u2010-\u2015]/g, '');
  switch (pattern) {
    case null:
      return line;
    case 'digits':
      return /^\d+$/.test(bare) ? bare : null;
    case 'letters':
      return /^(?:[\p{L}\p{M} .'\u2019-]|\u200c|\u200d)+$/u.test(line) ? line : null;
    case 'code':
      return /^[A-Za-z0-9]+(?:[-/._][A-Za-z0-9]+)*$/.test(toLatinDigits(line))
        ? toLatinDigits(line).toUpperCase()
        : null;
    case 'iban':
      return ibanIsValid(bare.toUpperCase()) ? bare.toUpperCase() : null;
  }
}

function number(field: FormField, given: unknown): AnswerRead {
  const value = typeof given === 'number' ? given : typeof given === 'string' ? parseNumber(given) : null;
  if (value === null || !Number.isFinite(value)) return { fault: 'invalid' };
  if (field.type === 'whole-number' && !Number.isInteger(value)) return { fault: 'not-whole' };
  if (Math.abs(value) > formLimits.number) return { fault: 'too-big', params: { maximum: formLimits.number } };
  // No currency has more than three places.
  const kept = field.type === 'amount' ? Math.round(value * 1000) / 1000 : value;
  const minimum = numeric(field.min);
  const maximum = numeric(field.max);
  if (minimum !== null && kept < minimum) return { fault: 'too-small', params: { minimum } };
  // Minus nothing is nothing.
  return maximum !== null && kept > maximum ? { fault: 'too-big', params: { maximum } } : { value: kept || 0 };
}

function day(field: FormField, given: unknown): AnswerRead {
  const iso = typeof given === 'string' ? existingDay(toLatinDigits(cleanText(given))) : null;
  if (iso === null) return { fault: 'invalid' };
  if (typeof field.min === 'string' && iso < field.min) return { fault: 'too-early', params: { day: field.min } };
  if (typeof field.max === 'string' && iso > field.max) return { fault: 'too-late', params: { day: field.max } };
  return { value: iso };
}

/** In the order of the list, each once. */
function several(field: FormField, given: unknown): AnswerRead {
  if (!Array.isArray(given)) return { fault: 'invalid' };
  if (!given.every((one) => field.choices.some(({ key }) => key === one))) return { fault: 'invalid' };
  const value = field.choices.filter(({ key }) => given.includes(key)).map(({ key }) => key);
  if (value.length === 0) return { value: null };
  const minimum = numeric(field.min);
  const maximum = numeric(field.max);
  if (minimum !== null && value.length < minimum) return { fault: 'too-few', params: { minimum } };
  return maximum !== null && value.length > maximum ? { fault: 'too-many', params: { maximum } } : { value };
}

function matching(given: unknown, fault: AnswerRule, read: (plain: string) => string | null): AnswerRead {
  const value = typeof given === 'string' ? read(toLatinDigits(cleanText(given))) : null;
  return value === null ? { fault } : { value };
}

const numeric = (limit: number | string | null): number | null => (typeof limit === 'number' ? limit : null);
