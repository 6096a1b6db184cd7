// Texts of pages that are not the first: loaded together with the page, in the language that is shown.
import { addTextsLate, type LateTexts } from './i18n.ts';

export type { LateTexts };

/** For `lazy` and `lazyRouteComponent`: what it loads finds its texts there. */
export function withTexts<Loaded>(texts: LateTexts, load: () => Promise<Loaded>): () => Promise<Loaded> {
  return async () => (await Promise.all([load(), addTextsLate(texts)]))[0];
}
