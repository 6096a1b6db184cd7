// Phones as one string each: whatever people type, in any digits, becomes E.164 or is refused.
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import type { OrganisationSettings } from '#contract/organisation.ts';
import { toLatinDigits } from '#kernel/digits.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { invalidField } from '#platform/errors.ts';

type Country = OrganisationSettings['country'];

/**
 * E.164, such as +966501234567. A number without a country code is of the organisation's country; where that is not set
 * (`other`), only international numbers are understood. An extension is not kept: E.164 has no place for it.
 * Throws `request.invalid` with the fault `phone-invalid` of `field`.
 */
export function parsePhone(text: string, country: Country, field = 'phone'): string {
  const number = parsePhoneNumberFromString(international(text, country), {
    ...(country === 'other' ? {} : { defaultCountry: country satisfies CountryCode }),
    extract: false,
  });
  if (!number?.isValid()) throw invalidField(field, 'phone-invalid');
  return number.number;
}

function international(text: string, country: Country): string {
  const plain = toLatinDigits(cleanText(text));
  // Copied out of right-to-left text, the plus of "+966…" often stands behind.
  const plusFirst = plain.replace(/^([\d\s().-]+)[+\uff0b]$/, '+$1');
  // The library knows the international prefix of a country; without one, the usual is meant.
  return country === 'other' ? plusFirst.replace(/^00/, '+') : plusFirst;
}
