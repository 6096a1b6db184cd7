// Reads the consents of a row: a yes or no, and the day on which it was said, by the organisation's clock.
import { addDays, fromIsoDate, toIsoDate } from '#kernel/calendar/calendar-date.ts';
import { startOfDay } from '#kernel/calendar/periods.ts';
import { consentDate, consentFields, type ConsentField } from './consent-fields.ts';
import { readDate, readYesNo, type Read } from './field-value.ts';

export type ReadConsents = {
  consents: (Pick<ConsentField, 'key' | 'purpose' | 'channel'> & { given: boolean })[];
  /** The day of the consents: its beginning and its end, at the latest now. Null where the row names none. */
  consentsOn: { from: Date; until: Date } | null;
};

type Reader = {
  key: string;
  read: (given: unknown) => Read;
  put: (into: ReadConsents, value: string | number | null) => void;
};

export function consentReaders({ today, timeZone, now }: { today: string; timeZone: string; now: Date }): Reader[] {
  const wholeDay = (day: string): NonNullable<ReadConsents['consentsOn']> => {
    const end = startOfDay(toIsoDate(addDays(fromIsoDate(day, 'gregory'), 1)), timeZone);
    return { from: startOfDay(day, timeZone), until: end < now ? end : now };
  };
  return [
    ...consentFields.map(({ key, purpose, channel }): Reader => ({
      key,
      read: readYesNo,
      // An emptied cell says nothing.
      put: (into, value) => void (value !== null && into.consents.push({ key, purpose, channel, given: value === 1 })),
    })),
    {
      key: consentDate.key,
      read: (given) => {
        const read = readDate(given);
        return 'value' in read && String(read.value) > today ? { fault: 'date-in-future' } : read;
      },
      put: (into, value) => void (into.consentsOn = value === null ? null : wholeDay(String(value))),
    },
  ];
}
