// All first customer texts of the sample organisation, by language.
import { waterOpeningsAr } from './texts-openings-water-ar.ts';
import { electricityOpeningsAr } from './texts-openings-electricity-ar.ts';
import { municipalOpeningsAr } from './texts-openings-municipal-ar.ts';
import { licensingOpeningsAr } from './texts-openings-licensing-ar.ts';
import { billingOpeningsAr } from './texts-openings-billing-ar.ts';
import { contactOpeningsAr } from './texts-openings-contact-ar.ts';
import { waterOpeningsFa } from './texts-openings-water-fa.ts';
import { electricityOpeningsFa } from './texts-openings-electricity-fa.ts';
import { municipalOpeningsFa } from './texts-openings-municipal-fa.ts';
import { licensingOpeningsFa } from './texts-openings-licensing-fa.ts';
import { billingOpeningsFa } from './texts-openings-billing-fa.ts';
import { contactOpeningsFa } from './texts-openings-contact-fa.ts';
import { servicesOpeningsEn } from './texts-openings-services-en.ts';
import { officeOpeningsEn } from './texts-openings-office-en.ts';

export const openings = {
  ar: [
    ...waterOpeningsAr,
    ...electricityOpeningsAr,
    ...municipalOpeningsAr,
    ...licensingOpeningsAr,
    ...billingOpeningsAr,
    ...contactOpeningsAr,
  ],
  fa: [
    ...waterOpeningsFa,
    ...electricityOpeningsFa,
    ...municipalOpeningsFa,
    ...licensingOpeningsFa,
    ...billingOpeningsFa,
    ...contactOpeningsFa,
  ],
  en: [...servicesOpeningsEn, ...officeOpeningsEn],
} as const;
