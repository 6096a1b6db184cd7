// Texts in three languages: one i18next instance, one lazily loaded chunk per language, values isolated from the text around them.
import i18next, { type FormatterModule, type i18n } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language } from '#contract/common.ts';
import { type CustomerWord, nameCustomer } from '#kernel/customer-word.ts';
import { isolate, isolateLtr } from '#kernel/text/isolate.ts';
import { directionOf, keepLanguage } from './direction.ts';
import { currentFormat } from './format.ts';
import type { MessageKey } from './messages.ts';

type Texts = Record<string, string>;
const files: Record<Language, () => Promise<{ texts: Texts }>> = {
  ar: () => import('./texts.ar.ts'),
  fa: () => import('./texts.fa.ts'),
  en: () => import('./texts.en.ts'),
};

/** Of pages that were opened so far: they come along when the language changes. */
const late = new Set<LateTexts>();

/** `{ ar: () => import('./page-texts/messages.ar.ts'), … }` */
export type LateTexts = Record<Language, () => Promise<{ messages: Texts }>>;

export type Values = Record<string, string | number | null | undefined>;
export type Translate = (key: MessageKey, values?: Values) => string;

/** As they were written, with marks for the word for a customer. */
const written = new Map<Language, Texts>();
let customerWord: CustomerWord = 'customer';

/** Loads the texts of a language if they are not there yet; the command palette asks for all three. */
export async function loadLanguage(language: Language): Promise<void> {
  if (written.has(language)) return;
  written.set(language, (await files[language]()).texts);
  addTexts(language);
}

/** More texts, such as those of a page that was just opened, in the language that is shown. */
export async function addTextsLate(texts: LateTexts): Promise<void> {
  late.add(texts);
  await addLateIn(i18next.language as Language, texts);
}

async function addLateIn(language: Language, texts: LateTexts): Promise<void> {
  const { messages } = await texts[language]();
  const before = written.get(language) ?? {};
  // The same page was opened before.
  if (Object.keys(messages).every((key) => key in before)) return;
  written.set(language, { ...before, ...messages });
  addTexts(language);
}

/** From now on all texts say the organisation's word for a customer. */
export async function applyCustomerWord(word: CustomerWord): Promise<void> {
  if (word === customerWord) return;
  customerWord = word;
  for (const language of written.keys()) addTexts(language);
  await i18next.changeLanguage(i18next.language);
}

function addTexts(language: Language): void {
  const texts = Object.entries(written.get(language) ?? {});
  const named = texts.map(([key, text]) => [key, nameCustomer(text, language, customerWord)]);
  i18next.addResourceBundle(language, 'rida', Object.fromEntries(named), true, true);
}

export async function startI18n(language: Language): Promise<i18n> {
  await i18next
    .use(initReactI18next)
    .use(formatter)
    .init({
      lng: language,
      fallbackLng: false,
      ns: ['rida'],
      defaultNS: 'rida',
      keySeparator: false,
      nsSeparator: false,
      resources: {},
      interpolation: { escapeValue: false, alwaysFormat: true },
      react: { useSuspense: false },
    } as Parameters<typeof i18next.init>[0]);
  await applyLanguage(language);
  return i18next;
}

/** Shows another language without loading the page anew: right only before a date field was shown (see `switchLanguage`). */
export async function applyLanguage(language: Language): Promise<void> {
  await loadLanguage(language);
  await Promise.all([...late].map((texts) => addLateIn(language, texts)));
  keepLanguage(language);
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  await i18next.changeLanguage(language);
}

/** For React: `const t = useT(); t('case.register.title')`. */
export function useT(): Translate {
  return useTranslation().t as unknown as Translate;
}

export function useLanguage(): Language {
  return useTranslation().i18n.language as Language;
}

/** For code outside React and for keys put together at run time: null when nobody wrote that key. */
export function findMessage(key: string, values?: Values): string | null {
  return i18next.exists(key, values ?? {}) ? i18next.t(key, values ?? {}) : null;
}

/** A text without values as it would be with another word for a customer. */
export function messageWith(word: CustomerWord, language: Language, key: MessageKey): string {
  return nameCustomer(written.get(language)?.[key] ?? '', language, word);
}

/** One text in a named language, which `loadLanguage` must have loaded. */
export function messageIn(language: Language, key: string): string {
  return i18next.getFixedT(language)(key);
}

/** A module, since i18next overwrites a plain `interpolation.format` with its own. */
const formatter: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: formatValue,
};

/**
 * Numbers are written in the reader's digits. Texts are wrapped in bidi isolates, so that a Latin name cannot turn an Arabic
 * sentence round; `{{number, ltr}}` is for identifiers, `{{text, raw}}` for values that are already a part of the sentence.
 */
function formatValue(value: string | number | null | undefined, format?: string): string {
  if (typeof value === 'number') return currentFormat().number(value);
  const text = value ?? '';
  if (format === 'raw' || text === '') return text;
  return format === 'ltr' ? isolateLtr(text) : isolate(text);
}
