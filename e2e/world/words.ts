// The app's and the portal's own texts, so that a journey finds what a person reads and outlives a change of wording.
import { globSync } from 'node:fs';
import { countryPacks } from '#kernel/country-packs.ts';
import { nameCustomer } from '#kernel/customer-word.ts';
import { publicTexts } from '#modules/knowledge/public-texts.ts';
import type { MessageKey } from '#web/lib/messages.ts';
import type { messages as portalTexts } from '#web/portal/messages.en.ts';

export type JourneyLanguage = 'ar' | 'fa' | 'en';
export const journeyLanguages: readonly JourneyLanguage[] = ['ar', 'fa', 'en'];

type Values = Record<string, string | RegExp>;
type PortalKey = keyof typeof portalTexts;
type Texts = Record<string, string | object>;

export type Words<Key> = {
  /** A text without values, as it is. */
  say: (key: Key) => string;
  /** A whole text with values in it: a value not given may be anything, and each plural form will do. */
  like: (key: Key, values?: Values) => RegExp;
  /** The same, anywhere in a longer text. */
  within: (key: Key, values?: Values) => RegExp;
};

const web = new URL('../../web/', import.meta.url);

/** All texts of the files that fit, each of which calls them `messages`. */
async function textsOf(pattern: string): Promise<Texts> {
  const files = globSync(pattern, { cwd: web });
  const read = files.map((file) => import(new URL(file, web).href) as Promise<{ messages: Texts }>);
  return Object.assign({}, ...(await Promise.all(read)).map(({ messages }) => messages)) as Texts;
}

const ofLanguages = async (
  pattern: (language: JourneyLanguage) => string,
): Promise<Record<JourneyLanguage, Texts>> => ({
  ar: await textsOf(pattern('ar')),
  fa: await textsOf(pattern('fa')),
  en: await textsOf(pattern('en')),
});

const app = await ofLanguages((language) => `{app,ui,modules}/**/messages.${language}.ts`);
const portal = await ofLanguages((language) => `portal/messages.${language}.ts`);

/** `word`: what the organisation calls its customers; that of the journeys is Saudi, and nobody changed it. */
export function appWords(language: JourneyLanguage, word = countryPacks.SA.customerWord): Words<MessageKey> {
  const named = Object.entries(app[language]).map(([key, text]) => [
    key,
    typeof text === 'string' ? nameCustomer(text, language, word) : text,
  ]);
  return wordsOf(Object.fromEntries(named) as Texts);
}

export function portalWords(language: JourneyLanguage): Words<PortalKey> {
  return wordsOf(portal[language]);
}

/** Of the public knowledge base, which the server writes. */
export function publicWords(language: JourneyLanguage): Words<keyof typeof publicTexts.en> {
  return wordsOf(publicTexts[language]);
}

function wordsOf<Key extends string>(texts: Texts): Words<Key> {
  const forms = (key: string): string[] => {
    const text = texts[key];
    if (typeof text === 'string') return [text];
    const found: string[] = text
      ? Object.values(text)
      : plurals.map((plural) => texts[`${key}_${plural}`]).filter((one): one is string => typeof one === 'string');
    if (found.length === 0) throw new Error(`nobody wrote the text "${key}"`);
    return found;
  };
  const source = (key: Key, values: Values): string =>
    `(?:${forms(key)
      .map((text) => patternOf(text, values))
      .join('|')})`;
  return {
    say: (key) => forms(key)[0]!,
    like: (key, values = {}) => new RegExp(`^\\s*${source(key, values)}\\s*$`, 'u'),
    within: (key, values = {}) => new RegExp(source(key, values), 'u'),
  };
}

const plurals = ['zero', 'one', 'two', 'few', 'many', 'other'];
/** Around inserted values the product writes bidi isolates; a screen reader and a test read over them. */
const isolates = '[\\u2066-\\u2069]*';

function patternOf(text: string, values: Values): string {
  return text
    .split(/(\{\{?\w+(?:, ?\w+)?\}?\})/)
    .map((part) => {
      const name = /^\{\{?(\w+)/.exec(part)?.[1];
      if (!name) return escaped(part);
      const value = values[name];
      return `${isolates}${value === undefined ? '.+?' : value instanceof RegExp ? value.source : escaped(value)}${isolates}`;
    })
    .join('');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+');
}
