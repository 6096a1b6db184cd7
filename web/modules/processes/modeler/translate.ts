// Says what the drawing tool says in the reader's language; its words are loaded with it.
import type { Language } from '#contract/common.ts';

type Words = Readonly<Record<string, string>>;
const files: Record<Language, (() => Promise<{ translations: Words }>) | null> = {
  ar: () => import('./translations.ar.ts'),
  fa: () => import('./translations.fa.ts'),
  en: null,
};

/** For `additionalModules`. */
export async function translationModule(language: Language) {
  const words = (await files[language]?.())?.translations ?? {};
  return { translate: ['value', (text: string, values?: Record<string, string>) => say(words, text, values)] };
}

export function say(words: Words, text: string, values: Record<string, string> = {}): string {
  return (words[text] ?? text).replace(/\{([^}]+)\}/g, (mark, name: string) => values[name] ?? mark);
}
