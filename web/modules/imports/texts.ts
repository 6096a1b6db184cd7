// The texts of the pages of imports.
import type { LateTexts } from '#web/lib/late-texts.ts';

export const importTexts: LateTexts = {
  ar: () => import('./page-texts/messages.ar.ts'),
  fa: () => import('./page-texts/messages.fa.ts'),
  en: () => import('./page-texts/messages.en.ts'),
};
