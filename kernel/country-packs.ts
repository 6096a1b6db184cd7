// What an organisation starts with in each country; every value is a setting it may change afterwards.
import type { CalendarName, Language, Weekday } from './calendar/settings.ts';
import type { CustomerWord } from './customer-word.ts';
import type { Digits } from './digits.ts';

export type CountryPack = {
  language: Language;
  calendar: CalendarName;
  /** Resolve `auto` with `resolveDigits`. */
  digits: Digits | 'auto';
  weekStart: Weekday;
  weekendDays: readonly Weekday[];
  /** IANA name. */
  timeZone: string;
  /** ISO 4217. */
  currency: string;
  /** ISO 3166 country whose rules read a phone number written without country code; null: demand the code. */
  phoneCountry: string | null;
  /** What a customer is called: public bodies of the Gulf say beneficiary (مستفيد). */
  customerWord: CustomerWord;
};

export type CountryCode = 'SA' | 'AE' | 'EG' | 'IR' | 'other';

const [sunday, monday, friday, saturday]: readonly [Weekday, Weekday, Weekday, Weekday] = [0, 1, 5, 6];

// Week data as Unicode CLDR 48 gives it. In Saudi Arabia public bodies date by Umm al-Qura beside Gregorian: formatBothCalendars.
export const countryPacks: Record<CountryCode, CountryPack> = {
  SA: {
    language: 'ar',
    calendar: 'gregory',
    digits: 'auto',
    weekStart: sunday,
    weekendDays: [friday, saturday],
    timeZone: 'Asia/Riyadh',
    currency: 'SAR',
    phoneCountry: 'SA',
    customerWord: 'beneficiary',
  },
  AE: {
    language: 'ar',
    calendar: 'gregory',
    digits: 'auto',
    weekStart: monday,
    weekendDays: [saturday, sunday],
    timeZone: 'Asia/Dubai',
    currency: 'AED',
    phoneCountry: 'AE',
    customerWord: 'customer',
  },
  EG: {
    language: 'ar',
    calendar: 'gregory',
    digits: 'auto',
    weekStart: saturday,
    weekendDays: [friday, saturday],
    timeZone: 'Africa/Cairo',
    currency: 'EGP',
    phoneCountry: 'EG',
    customerWord: 'customer',
  },
  IR: {
    language: 'fa',
    calendar: 'persian',
    digits: 'auto',
    weekStart: saturday,
    weekendDays: [friday],
    timeZone: 'Asia/Tehran',
    currency: 'IRR',
    phoneCountry: 'IR',
    customerWord: 'customer',
  },
  other: {
    language: 'en',
    calendar: 'gregory',
    digits: 'auto',
    weekStart: monday,
    weekendDays: [saturday, sunday],
    timeZone: 'UTC',
    currency: 'USD',
    phoneCountry: null,
    customerWord: 'customer',
  },
};
