// Holds a form of unknown origin against what a form can be, and says every fault with its place.
import { existingDay } from './existing-day.ts';
import {
  decidingTypes,
  decidingValues,
  fieldTypes,
  formLimits,
  keyPattern,
  limitKinds,
  linePatterns,
  personalClasses,
  staffTypes,
  type FormDefinition,
  type FormField,
} from './form-definition.ts';
import { readAnswer } from './read-answer.ts';

export type FormFaultCode =
  /** Not of the shape at all: sent by a program, never by the designer. */
  | 'not-a-form'
  | 'too-many-sections'
  | 'too-many-fields'
  | 'no-fields'
  | 'label-missing'
  | 'bad-key'
  | 'two-keys-alike'
  | 'choices-missing'
  | 'too-many-choices'
  | 'limits-crossed'
  | 'bad-limit'
  | 'currency-missing'
  | 'bad-initial'
  | 'purpose-missing'
  | 'not-for-customers'
  | 'condition-field-missing'
  /** It names a field that comes after, or itself. */
  | 'condition-field-later'
  /** Two fields wait for each other. */
  | 'condition-cycle'
  /** Of a text or number there is nothing to choose from. */
  | 'condition-field-unfit'
  | 'condition-values-missing'
  | 'condition-value-unknown'
  /** Customers would never see it: what it depends on is not for them. */
  | 'condition-hidden';

/** From the form down: ['sections', 0, 'fields', 2, 'key']. */
export type FormFault = { code: FormFaultCode; path: (string | number)[] };

/** Somebody who mends a form reads some faults, not thousands. */
const mostFaults = 50;

type Say = (code: FormFaultCode, ...path: (string | number)[]) => void;

/** No faults: the value is a sound `FormDefinition`, and may be published. */
export function checkForm(value: unknown): FormFault[] {
  const faults: FormFault[] = [];
  const say: Say = (code, ...path) => {
    if (faults.length < mostFaults) faults.push({ code, path });
  };
  if (!isForm(value)) return [{ code: 'not-a-form', path: [] }];
  const { sections } = value;
  if (sections.length > formLimits.sections) say('too-many-sections', 'sections');
  const places = sections.flatMap((section, at) =>
    section.fields.map((field, index) => ({ field, path: ['sections', at, 'fields', index] })),
  );
  if (places.length === 0) say('no-fields', 'sections');
  if (places.length > formLimits.fields) say('too-many-fields', 'sections');
  alike(sections, (at) => say('two-keys-alike', 'sections', at, 'key'));
  sections.forEach(({ key }, at) => keyPattern.test(key) || say('bad-key', 'sections', at, 'key'));
  const fields = places.map(({ field }) => field);
  alike(fields, (at) => say('two-keys-alike', ...places[at]!.path, 'key'));
  places.forEach(({ field, path }, at) => {
    const sayHere: Say = (code, ...below) => say(code, ...path, ...below);
    checkField(field, sayHere);
    checkCondition(fields, at, sayHere);
  });
  return faults;
}

function checkField(field: FormField, say: Say): void {
  if (!keyPattern.test(field.key)) say('bad-key', 'key');
  if (!hasWords(field.label)) say('label-missing', 'label');
  if (field.personal && !hasWords(field.personal.purpose)) say('purpose-missing', 'personal', 'purpose');
  if (field.customer && staffTypes.includes(field.type)) say('not-for-customers', 'customer');
  if (field.type === 'one-of' || field.type === 'several-of') {
    if (field.choices.length === 0) say('choices-missing', 'choices');
    if (field.choices.length > formLimits.choices) say('too-many-choices', 'choices');
    alike(field.choices, (at) => say('two-keys-alike', 'choices', at, 'key'));
    field.choices.forEach((choice, at) => {
      if (!keyPattern.test(choice.key)) say('bad-key', 'choices', at, 'key');
      if (!hasWords(choice.label)) say('label-missing', 'choices', at, 'label');
    });
  }
  if (field.type === 'amount' && !/^[A-Z]{3}$/.test(field.currency ?? '')) say('currency-missing', 'currency');
  checkLimits(field, say);
  // Which country it is matters to a national id alone, and nobody has one from the beginning.
  if (field.initial !== null) {
    const read = readAnswer(field, field.initial, 'other');
    if ('fault' in read || field.type === 'file' || field.type === 'national-id') say('bad-initial', 'initial');
  }
}

function checkLimits(field: FormField, say: Say): void {
  const { min, max } = field;
  const kind = limitKinds[field.type];
  const fits = (limit: number | string | null): boolean => {
    if (limit === null) return true;
    if (kind === 'day') return typeof limit === 'string' && existingDay(limit) !== null;
    if (typeof limit !== 'number' || !Number.isFinite(limit) || kind === undefined) return false;
    return kind === 'value' || (Number.isInteger(limit) && limit >= 0);
  };
  if (!fits(min)) say('bad-limit', 'min');
  if (!fits(max)) say('bad-limit', 'max');
  if (fits(min) && fits(max) && min !== null && max !== null && min > max) say('limits-crossed', 'max');
}

function checkCondition(fields: readonly FormField[], at: number, say: Say): void {
  const field = fields[at]!;
  const condition = field.shownWhen;
  if (!condition) return;
  const place = fields.findIndex((one) => one.key === condition.field);
  const other = fields[place];
  if (!other) return say('condition-field-missing', 'shownWhen', 'field');
  if (place >= at) {
    const turns = place !== at && leadsTo(fields, other, field.key);
    return say(turns ? 'condition-cycle' : 'condition-field-later', 'shownWhen', 'field');
  }
  if (!decidingTypes.includes(other.type)) return say('condition-field-unfit', 'shownWhen', 'field');
  if (field.customer && !other.customer) say('condition-hidden', 'shownWhen', 'field');
  if (condition.values.length === 0) say('condition-values-missing', 'shownWhen', 'values');
  const known = decidingValues(other);
  if (condition.values.some((one) => !known.includes(one))) say('condition-value-unknown', 'shownWhen', 'values');
}

/** Whether the conditions of a field come back to that key. */
function leadsTo(fields: readonly FormField[], from: FormField, key: string): boolean {
  const seen = new Set<string>();
  let next: FormField | undefined = from;
  while (next?.shownWhen && !seen.has(next.key)) {
    seen.add(next.key);
    const wanted: string = next.shownWhen.field;
    if (wanted === key) return true;
    next = fields.find((one) => one.key === wanted);
  }
  return false;
}

/** Tells the place of each whose key stood before. */
function alike(list: readonly { key: string }[], tell: (at: number) => void): void {
  const seen = new Set<string>();
  list.forEach(({ key }, at) => (seen.has(key) ? tell(at) : seen.add(key)));
}

const hasWords = (text: Readonly<Record<string, unknown>>): boolean =>
  (['ar', 'fa', 'en'] as const).some((language) => {
    const words = Object.hasOwn(text, language) ? text[language] : undefined;
    return typeof words === 'string' && words.trim() !== '';
  });

// The shape, of which everything above may be sure.

function isForm(value: unknown): value is FormDefinition {
  return isRecord(value) && isList(value['sections'], isSection);
}

function isSection(value: unknown): boolean {
  return (
    isRecord(value) && typeof value['key'] === 'string' && isText(value['title']) && isList(value['fields'], isField)
  );
}

function isField(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { key, type, label, help, required, customer, personal, shownWhen, initial, min, max } = value;
  const { pattern, currency, choices } = value;
  const limit = (one: unknown): boolean => one === null || typeof one === 'number' || typeof one === 'string';
  return (
    typeof key === 'string' &&
    (fieldTypes as readonly unknown[]).includes(type) &&
    isText(label) &&
    isText(help) &&
    typeof required === 'boolean' &&
    typeof customer === 'boolean' &&
    (personal === null ||
      (isRecord(personal) &&
        (personalClasses as readonly unknown[]).includes(personal['fieldClass']) &&
        isText(personal['purpose']))) &&
    (shownWhen === null ||
      (isRecord(shownWhen) && typeof shownWhen['field'] === 'string' && isList(shownWhen['values'], isString))) &&
    (initial === null || ['string', 'number', 'boolean'].includes(typeof initial) || isList(initial, isString)) &&
    limit(min) &&
    limit(max) &&
    (pattern === null || (linePatterns as readonly unknown[]).includes(pattern)) &&
    (currency === null || typeof currency === 'string') &&
    isList(choices, (one) => isRecord(one) && typeof one['key'] === 'string' && isText(one['label']))
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isString = (value: unknown): boolean => typeof value === 'string';
const isList = (value: unknown, one: (value: unknown) => boolean): boolean => Array.isArray(value) && value.every(one);
const isText = (value: unknown): value is Record<string, unknown> =>
  isRecord(value) && Object.values(value).every((words) => words === undefined || typeof words === 'string');
