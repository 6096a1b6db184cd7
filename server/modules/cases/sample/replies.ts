// All resolution claims, disputes, second answers and confirmations of the sample organisation, by language.
import { servicesAnswersAr } from './texts-answers-services-ar.ts';
import { officeAnswersAr } from './texts-answers-office-ar.ts';
import { servicesAnswersFa } from './texts-answers-services-fa.ts';
import { officeAnswersFa } from './texts-answers-office-fa.ts';
import { answersEn } from './texts-answers-en.ts';
import { confirmationsAr, confirmationsEn, confirmationsFa } from './texts-confirmations.ts';
import { disputesAr } from './texts-disputes-ar.ts';
import { secondAnswersAr } from './texts-second-answers-ar.ts';
import { disputesFa } from './texts-disputes-fa.ts';
import { secondAnswersFa } from './texts-second-answers-fa.ts';
import { disputesEn } from './texts-disputes-en.ts';
import { secondAnswersEn } from './texts-second-answers-en.ts';

export const resolutionAnswers = {
  ar: [...servicesAnswersAr, ...officeAnswersAr],
  fa: [...servicesAnswersFa, ...officeAnswersFa],
  en: [...answersEn],
} as const;

export const disputeReasons = { ar: disputesAr, fa: disputesFa, en: disputesEn } as const;

export const secondAnswers = { ar: secondAnswersAr, fa: secondAnswersFa, en: secondAnswersEn } as const;

export const confirmations = { ar: confirmationsAr, fa: confirmationsFa, en: confirmationsEn } as const;
