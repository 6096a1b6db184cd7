// Loads the wording of one language and fills in values and plural forms.
import type { Language } from '#contract/common.ts';
import type { messages as english } from './messages.en.ts';

export type MessageKey = keyof typeof english;
type PluralKey = { [K in MessageKey]: (typeof english)[K] extends string ? never : K }[MessageKey];
export type TextKey = Exclude<MessageKey, PluralKey>;

/** Persian and English distinguish two forms, Arabic six; a language file that lacks one does not compile. */
type TwoForms = Record<'one' | 'other', string>;
type SixForms = Record<Intl.LDMLPluralRule, string>;
type Wording<Forms> = { [K in MessageKey]: K extends PluralKey ? Forms : string };
export type ArabicWording = Wording<SixForms>;
export type PersianWording = Wording<TwoForms>;
export type AnyWording = ArabicWording | PersianWording;

export type Values = Record<string, string>;

/** One file a language, so that a phone on a slow network loads only the one it reads. */
export async function loadWording(language: Language): Promise<AnyWording> {
  switch (language) {
    case 'ar':
      return (await import('./messages.ar.ts')).messages;
    case 'fa':
      return (await import('./messages.fa.ts')).messages;
    case 'en':
      return (await import('./messages.en.ts')).messages;
  }
}

/** Values stand in first-strong isolates (U+2068, U+2069): a Latin name must not turn an Arabic sentence around. */
export function fill(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    values[name] === undefined ? whole : `\u2068${values[name]}\u2069`,
  );
}

export function pluralForm(wording: AnyWording, language: Language, key: PluralKey, count: number): string {
  const forms: Partial<SixForms> & TwoForms = wording[key];
  return forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
}

export type { PluralKey };
