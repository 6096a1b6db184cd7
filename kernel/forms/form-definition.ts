// What a form is made of: sections of fields, each with its words, its type, and what an answer must keep to.
import type { Language } from '../calendar/settings.ts';

/** Words in the languages that somebody wrote; empty: none yet. */
export type FormText = Partial<Record<Language, string | undefined>>;

export const fieldTypes = [
  'line',
  'prose',
  'whole-number',
  'amount',
  'date',
  'yes-no',
  'one-of',
  'several-of',
  'phone',
  'email',
  'national-id',
  'file',
  'unit',
  'person',
] as const;
export type FieldType = (typeof fieldTypes)[number];

/** What a line may consist of. Named, never free expressions: nobody who designs a form has to know how to write one. */
export const linePatterns = ['digits', 'letters', 'code', 'iban'] as const;
export type LinePattern = (typeof linePatterns)[number];

/** Rights and retention of the customer's record go by the same classes. */
export const personalClasses = ['identity', 'contact', 'demographic', 'place', 'other'] as const;
export type PersonalClass = (typeof personalClasses)[number];

export type FormChoice = { key: string; label: FormText };

/** A field is there only when an earlier one has one of these values: keys of choices, or `yes` and `no`. */
export type FieldCondition = { field: string; values: string[] };

/** Texts, keys, ids and ISO days are strings; several of a list are their keys. */
export type AnswerValue = string | number | boolean | string[];
export type FormAnswers = Record<string, AnswerValue>;

export type FormField = {
  /** Names the answer for ever: not shown to people, kept from version to version. */
  key: string;
  type: FieldType;
  label: FormText;
  help: FormText;
  required: boolean;
  /** Customers see it and fill it in. */
  customer: boolean;
  /** Says of whom, and why it is asked: shown to whoever fills it in. */
  personal: { fieldClass: PersonalClass; purpose: FormText } | null;
  shownWhen: FieldCondition | null;
  /** Stands in the field at first. */
  initial: AnswerValue | null;
  /** Of a text its characters, of several-of its choices, of numbers the value; of a date an ISO day. */
  min: number | string | null;
  max: number | string | null;
  pattern: LinePattern | null;
  /** Of an amount, ISO 4217. */
  currency: string | null;
  choices: FormChoice[];
};

export type FormSection = { key: string; title: FormText; fields: FormField[] };
export type FormDefinition = { sections: FormSection[] };

export const formLimits = {
  sections: 20,
  fields: 100,
  choices: 100,
  /** Characters of an answer. */
  line: 300,
  prose: 5_000,
  /** Below zero as far as above; with three places still exact. */
  number: 1_000_000_000_000,
  /** Of labels and helps. */
  label: 200,
  help: 500,
} as const;

/** Small letters, digits and hyphens, beginning with a letter; names of every object of the language are none. */
export const keyPattern = /^[a-z][a-z0-9-]{0,39}$/;

export const fieldsOf = (definition: { sections: readonly FormSection[] }): readonly FormField[] =>
  definition.sections.flatMap((section) => section.fields);

/** Types whose values a condition can name. */
export const decidingTypes: readonly FieldType[] = ['yes-no', 'one-of', 'several-of'];
/** Types that only staff can answer: customers know neither units nor persons. */
export const staffTypes: readonly FieldType[] = ['unit', 'person'];
/** What `min` and `max` mean for a type; types that are not here have none. */
export const limitKinds: Readonly<Partial<Record<FieldType, 'length' | 'count' | 'value' | 'day'>>> = {
  line: 'length',
  prose: 'length',
  'several-of': 'count',
  'whole-number': 'value',
  amount: 'value',
  date: 'day',
};

/** A field as the designer adds it. */
export function newField(type: FieldType, key: string): FormField {
  return {
    key,
    type,
    label: {},
    help: {},
    required: false,
    customer: !staffTypes.includes(type),
    personal: null,
    shownWhen: null,
    initial: null,
    min: null,
    max: null,
    pattern: null,
    currency: null,
    choices: [],
  };
}

/** What a condition may name of a field. */
export function decidingValues(field: FormField): readonly string[] {
  return field.type === 'yes-no' ? ['yes', 'no'] : field.choices.map((choice) => choice.key);
}
