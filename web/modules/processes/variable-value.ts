// A value of a process as a person types it: numbers, yes and no and lists are what they look like, all else is text.
import { toLatinDigits } from '#kernel/digits.ts';

/** As far as it is kept to the last digit. What begins with a nought is a code, such as a phone number. */
const number = /^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$/;

export function readValue(words: string) {
  const typed = words.trim();
  const latin = toLatinDigits(typed);
  if (number.test(latin)) return Number(latin);
  if (/^(true|false|null)$|^[[{"].*[\]}"]$/s.test(typed)) {
    try {
      return JSON.parse(typed) as never;
    } catch {
      return typed;
    }
  }
  return typed;
}

/** Text that would be read as something else keeps its quotation marks. */
export function writeValue(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return typeof readValue(value) === 'string' && value.trim() === value ? value : JSON.stringify(value);
}
