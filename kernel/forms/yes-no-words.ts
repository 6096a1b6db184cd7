// Yes and no in every language: a form is read and tried in languages other than the page's.
import type { Language } from '../calendar/settings.ts';

export const yesNoWords: Record<Language, Record<'yes' | 'no', string>> = {
  ar: { yes: 'نعم', no: 'لا' },
  fa: { yes: 'بله', no: 'خیر' },
  en: { yes: 'Yes', no: 'No' },
};
