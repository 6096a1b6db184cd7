// The word for a customer: each form of each word, and sentences that need one.
import { expect, test } from 'vitest';
import type { Language } from './calendar/settings.ts';
import { customerForms, customerWords, nameCustomer } from './customer-word.ts';

const languages = Object.keys(customerForms) as Language[];

test.each(languages)('every form of every word is written (%s)', (language) => {
  const script = language === 'en' ? /^[a-z ]+$/ : /^[\p{Script=Arabic}\p{Mn}\u200c ]+$/u;
  const forms: [string, readonly string[]][] = Object.entries(customerForms[language]);
  expect(forms.length).toBeGreaterThanOrEqual(3);
  for (const [form, words] of forms) {
    expect(words, form).toHaveLength(customerWords.length);
    // The same twice would be a word forgotten while another was copied.
    expect(new Set(words).size, form).toBe(customerWords.length);
    for (const word of words) expect(word, form).toMatch(script);
  }
});

test('Arabic nouns with the article, with ل and in the plural are made of the same word', () => {
  const forms = customerForms.ar;
  for (const at of customerWords.keys()) {
    expect(forms['the-customer'][at]).toBe(`ال${forms.customer[at]}`);
    expect(forms['to-the-customer'][at]).toBe(`لل${forms.customer[at]}`);
    expect(forms['the-customers'][at]).toBe(`ال${forms.customers[at]}`);
    expect(forms['the-customers-oblique'][at]).toBe(`ال${forms['customers-oblique'][at]}`);
    expect(forms['to-the-customers'][at]).toBe(`لل${forms['customers-oblique'][at]}`);
  }
});

test.each([
  ['ar', 'beneficiary', 'رسالة إلى [the-customer]', 'رسالة إلى المستفيد'],
  ['ar', 'beneficiary', 'و[to-the-customer] إعادة الفتح', 'وللمستفيد إعادة الفتح'],
  ['ar', 'customer', 'ما طلبه [the-customers]', 'ما طلبه العملاء'],
  ['ar', 'client', 'ما طلبه [the-customers]', 'ما طلبه المراجعون'],
  ['ar', 'client', 'رسائل إلى [the-customers-oblique]', 'رسائل إلى المراجعين'],
  ['fa', 'beneficiary', '[a-customer] یافت نشد', 'ارباب رجوعی یافت نشد'],
  ['fa', 'addressee', 'گروه [customers]', 'گروه مخاطبان'],
  ['en', 'beneficiary', '[Customers] of the group', 'Beneficiaries of the group'],
  ['en', 'addressee', 'Register [a-customer]: the [customer]’s name', 'Register an addressee: the addressee’s name'],
  ['en', 'client', '[A-customer] of {{count}}', 'A client of {{count}}'],
  ['en', 'client', 'A list [optional]', 'A list [optional]'],
] as const)('%s, %s: %s', (language, word, text, expected) => {
  expect(nameCustomer(text, language, word)).toBe(expected);
});
