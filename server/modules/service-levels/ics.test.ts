// iCalendar files: what a calendar holds goes out and comes back, and what a feed brings is proposed and not kept.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { createCalendar } from './create-calendar.ts';
import { exportIcs } from './export-ics.ts';
import { calendarInput, closureInput, exceptionInput } from './factory.ts';
import { readIcs } from './read-ics.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app?.close());

const feed = (...events: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//feed//', ...events, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const timeZone = 'Asia/Riyadh';

describe('reading', () => {
  test('days become holidays of their year or of every year, hours become closures, the rest is named', async () => {
    const text = feed(
      event('DTSTART;VALUE=DATE:20260320', 'DTEND;VALUE=DATE:20260324', 'SUMMARY:عيد الفطر\\, إجازة', ' رسمية'),
      event('DTSTART;VALUE=DATE:20260222', 'RRULE:FREQ=YEARLY', 'SUMMARY:Founding Day'),
      event('DTSTART;VALUE=DATE:20260222', 'RRULE:FREQ=YEARLY', 'SUMMARY:Founding Day'),
      event('DTSTART:20260301T100000Z', 'DTEND:20260301T123000Z', 'SUMMARY:تعمیر ساختمان'),
      event('DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=WEEKLY;BYDAY=MO', 'SUMMARY:Mondays'),
      event('DTSTART;VALUE=DATE:20260401', 'STATUS:CANCELLED', 'SUMMARY:Not any more'),
      event('SUMMARY:When?'),
    );
    const { exceptions, closures, leftOut } = await readIcs({ text, timeZone });
    expect(exceptions.map(({ id: _id, ...one }) => one)).toEqual([
      {
        name: { ar: 'عيد الفطر, إجازةرسمية' },
        calendar: 'gregory',
        year: 2026,
        from: { month: 3, day: 20 },
        until: { month: 3, day: 23 },
        week: null,
        declared: [],
      },
      {
        name: { en: 'Founding Day' },
        calendar: 'gregory',
        year: null,
        from: { month: 2, day: 22 },
        until: { month: 2, day: 22 },
        week: null,
        declared: [],
      },
    ]);
    expect(closures.map(({ id: _id, ...one }) => one)).toEqual([
      { name: { fa: 'تعمیر ساختمان' }, from: '2026-03-01T13:00', until: '2026-03-01T15:30' },
    ]);
    expect(leftOut).toEqual([
      { summary: 'Mondays', why: 'recurrence' },
      { summary: 'When?', why: 'no-date' },
    ]);
  });

  test('what is no iCalendar file, and a zone that is none, are refused by name', async () => {
    await expect(readIcs({ text: 'الاسم,التاريخ', timeZone })).rejects.toMatchObject({
      faults: [{ field: 'text', code: 'not-ics' }],
    });
    await expect(readIcs({ text: feed(), timeZone: 'Mars/Olympus' })).rejects.toMatchObject({
      faults: [{ field: 'timeZone', code: 'unknown-time-zone' }],
    });
  });
});

test('a calendar goes out with its computed and its announced days, and comes back as it stood in those years', async () => {
  const { run } = await buildOrganisation(app.platform, { country: 'SA', language: 'ar' });
  const made = await run((ctx) =>
    createCalendar(
      ctx,
      calendarInput({
        timeZone,
        exceptions: [
          exceptionInput({
            name: { ar: 'عيد الفطر' },
            calendar: 'islamic-umalqura',
            year: null,
            from: { month: 10, day: 1 },
            until: { month: 10, day: 3 },
            week: null,
            declared: [{ year: 1447, from: '2026-03-21', until: '2026-03-23' }],
          }),
        ],
        closures: [closureInput('2026-06-30T12:00', '2026-06-30T16:00', 'Stocktaking')],
      }),
    ),
  );
  const { text } = await run((ctx) => exportIcs(ctx, { id: made.id, from: '2025-01-01', until: '2026-12-31' }));
  const { exceptions, closures } = await readIcs({ text, timeZone });
  expect(exceptions.map(({ name, year, from, until }) => [name.ar, year, from.month, from.day, until.day])).toEqual([
    ['عيد الفطر', 2025, 3, 30, 1],
    ['عيد الفطر', 2026, 3, 21, 23],
  ]);
  expect(closures).toMatchObject([
    { name: { en: 'Stocktaking' }, from: '2026-06-30T12:00', until: '2026-06-30T16:00' },
  ]);
});
