// The texts of parts of a case that no first page needs: its promises and what is done to it in dialogs.
import type { LateTexts } from '#web/lib/late-texts.ts';

export const caseTexts: LateTexts = {
  ar: () => import('./page-texts/messages.ar.ts'),
  fa: () => import('./page-texts/messages.fa.ts'),
  en: () => import('./page-texts/messages.en.ts'),
};
