// FEEL for the engine: values as plain JSON, missing variables as null, and whatever cannot be reckoned as a failed step.
import {
  evaluate as evaluateFeel,
  FeelDate,
  FeelDateTime,
  FeelDuration,
  FeelTime,
  dateAndTime,
  parseDate,
  unaryTest as unaryTestFeel,
  type Warning,
} from 'feelin';
import type { Feel } from './definition.ts';
import type { Json, Moment, Variables } from './instance.ts';
import { StepFailed } from './step-failed.ts';

/** What an expression sees: the variables, and the time of the command, with the organisation's day, instead of the machine's. */
export interface FeelContext {
  readonly variables: Variables;
  readonly now: Moment;
  readonly dayAt: (moment: Moment) => string;
}

export function evaluate(expression: Feel, context: FeelContext): Json {
  return attempt(expression, () => evaluateFeel(expression, namesIn(expression, context)), toJson);
}

/** Null, as from a variable that is not there, does not hold: so FEEL's own `if` reads it. Anything but yes and no has failed. */
export function holds(condition: Feel, context: FeelContext): boolean {
  const value = evaluate(condition, context);
  if (value === null) return false;
  if (typeof value !== 'boolean') throw failed(condition, 'not yes or no');
  return value;
}

/** Whether the value fits a cell of a decision table, such as `> 500`, `"gold", "silver"` or `-`. */
export function unaryTest(test: Feel, value: Json, context: FeelContext): boolean {
  if (test.trim() === '' || test.trim() === '-') return true;
  return attempt(
    test,
    () => unaryTestFeel(test, { ...namesIn(test, context), '?': value }),
    (fits) => fits === true,
  );
}

/** A text, as names and keys of messages must be; a number is read as its digits. */
export function evaluateText(expression: Feel, context: FeelContext): string {
  const value = evaluate(expression, context);
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw failed(expression, 'not a text');
}

/**
 * Only what the text can mean: feelin copies all that it is given with everything in it, at every evaluation. A name that is meant stands
 * in the text with its first word at least; what lies between its words may differ.
 */
function namesIn(text: Feel, { variables, now, dayAt }: FeelContext): Record<string, unknown> {
  const meant = Object.keys(variables).filter((name) => text.includes(/[\p{L}\p{N}_]+/u.exec(name)?.[0] ?? ''));
  return {
    ...Object.fromEntries(meant.map((name) => [name, variables[name]])),
    now: () => dateAndTime(now),
    today: () => parseDate(dayAt(now)),
  };
}

function attempt<T, R>(expression: Feel, read: () => { value: T; warnings: Warning[] }, take: (value: T) => R): R {
  let result;
  try {
    result = read();
  } catch (error) {
    throw failed(expression, error instanceof Error ? error.message : String(error));
  }
  const fault = result.warnings.find(isFault);
  if (fault) throw failed(expression, fault.message);
  try {
    return take(result.value);
  } catch (error) {
    throw failed(expression, error instanceof Error ? error.message : String(error));
  }
}

/** Reckoning with null gives null and is no fault; reckoning with a value of the wrong type is. */
function isFault({ type, details }: Warning): boolean {
  if (type === 'NO_FUNCTION_FOUND' || type === 'FUNCTION_INVOCATION_FAILURE' || type === 'UNSUPPORTED') return true;
  if (type !== 'INVALID_TYPE' && type !== 'INVALID_ARGUMENTS' && type !== 'NOT_COMPARABLE') return false;
  return !Object.values(details.values).some((value) => value === null || value === undefined);
}

function failed(expression: Feel, reason: string): StepFailed {
  return new StepFailed('expression-failed', { expression, reason });
}

/** Moments with a zone become UTC with milliseconds, as all moments of an instance; dates, local times and lengths their ISO text. */
function toJson(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return storable(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (value instanceof FeelDateTime)
    return value.zone === null
      ? value.iso
      : new Date(value.unwrap().toZonedDateTime(value.zone).epochMilliseconds).toISOString();
  if (value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDuration) return value.iso;
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(value)))
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [storable(key), toJson(each)]));
  throw new Error('no value that can be kept');
}

/** PostgreSQL keeps neither U+0000 nor half of a pair of surrogates, and would throw away the whole step. */
function storable(text: string): string {
  if (text.includes('\0') || !text.isWellFormed()) throw new Error('a character that cannot be kept');
  return text;
}
