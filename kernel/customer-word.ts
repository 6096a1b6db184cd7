// What the public is called: the organisation's word for a customer, in every form that a sentence may need.
import type { Language } from './calendar/settings.ts';

export const customerWords = ['customer', 'beneficiary', 'client', 'addressee'] as const;
export type CustomerWord = (typeof customerWords)[number];

/** In the order of `customerWords`. All are masculine in Arabic, so that verbs and adjectives around them can stay. */
type Forms = Record<string, readonly [customer: string, beneficiary: string, client: string, addressee: string]>;

/** A text writes a form in brackets: `رسالة إلى [the-customer]`, `[Customers] come with their first case`. */
export const customerForms = {
  ar: {
    customer: ['عميل', 'مستفيد', 'مراجع', 'مخاطَب'],
    'the-customer': ['العميل', 'المستفيد', 'المراجع', 'المخاطَب'],
    'customer-accusative': ['عميلاً', 'مستفيداً', 'مراجعاً', 'مخاطَباً'],
    'two-customers': ['عميلان', 'مستفيدان', 'مراجعان', 'مخاطَبان'],
    'two-customers-oblique': ['عميلين', 'مستفيدين', 'مراجعين', 'مخاطَبين'],
    'to-the-customer': ['للعميل', 'للمستفيد', 'للمراجع', 'للمخاطَب'],
    // Sound plurals change with their place in the sentence; «عملاء» hides it, so a text must say which it means.
    customers: ['عملاء', 'مستفيدون', 'مراجعون', 'مخاطَبون'],
    'customers-oblique': ['عملاء', 'مستفيدين', 'مراجعين', 'مخاطَبين'],
    'the-customers': ['العملاء', 'المستفيدون', 'المراجعون', 'المخاطَبون'],
    'the-customers-oblique': ['العملاء', 'المستفيدين', 'المراجعين', 'المخاطَبين'],
    'to-the-customers': ['للعملاء', 'للمستفيدين', 'للمراجعين', 'للمخاطَبين'],
  },
  fa: {
    customer: ['مشتری', 'ارباب رجوع', 'مراجع', 'مخاطب'],
    'a-customer': ['مشتری‌ای', 'ارباب رجوعی', 'مراجعی', 'مخاطبی'],
    // «ارباب رجوع» is a plural already and is used for one and for many.
    customers: ['مشتریان', 'ارباب رجوع', 'مراجعان', 'مخاطبان'],
  },
  en: {
    customer: ['customer', 'beneficiary', 'client', 'addressee'],
    'a-customer': ['a customer', 'a beneficiary', 'a client', 'an addressee'],
    customers: ['customers', 'beneficiaries', 'clients', 'addressees'],
  },
} as const satisfies Record<Language, Forms>;

/** Puts the word into a text of this language; a capital in the mark makes a capital in the text. */
export function nameCustomer(text: string, language: Language, word: CustomerWord): string {
  return text.replace(/\[([A-Za-z-]+)\]/g, (mark, written: string) => {
    const forms: Forms = customerForms[language];
    const form = forms[written.toLowerCase()]?.[customerWords.indexOf(word)];
    if (form === undefined) return mark;
    return /^[A-Z]/.test(written) ? form.charAt(0).toUpperCase() + form.slice(1) : form;
  });
}
