// Texts of pages that are not the first: loaded together with the page, in the language that is shown.
import type { Language } from '#contract/common.ts';
import { addTextsLate } from './i18n.ts';

/** `{ ar: () => import('./page-texts/messages.ar.ts'), … }` */
export type LateTexts = Record<Language, () => Promise<{ messages: Record<string, string> }>>;

/** For `lazy` and `lazyRouteComponent`: what it loads finds its texts there. */
export function withTexts<Loaded>(texts: LateTexts, load: () => Promise<Loaded>): () => Promise<Loaded> {
  return async () => (await Promise.all([load(), addTextsLate((language) => texts[language]())]))[0];
}
