// The texts of the customer tree, which no first page needs.
import type { LateTexts } from '#web/lib/late-texts.ts';

export const segmentTexts: LateTexts = {
  ar: () => import('./page-texts/messages.ar.ts'),
  fa: () => import('./page-texts/messages.fa.ts'),
  en: () => import('./page-texts/messages.en.ts'),
};
