// The texts of the pages of knowledge, which no first page needs; those of navigation, search and the bar come with the app.
import type { LateTexts } from '#web/lib/late-texts.ts';

export const knowledgeTexts: LateTexts = {
  ar: () => import('./page-texts/messages.ar.ts'),
  fa: () => import('./page-texts/messages.fa.ts'),
  en: () => import('./page-texts/messages.en.ts'),
};
