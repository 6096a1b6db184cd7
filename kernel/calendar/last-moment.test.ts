// Midnight of a zone is the end of its day before; any other moment is itself.
import { expect, test } from 'vitest';
import { lastMoment } from './last-moment.ts';

test('midnight is the last minute of the day before, in the zone of whoever reads it', () => {
  const midnightInTehran = new Date('2026-11-24T20:30:00Z');
  expect(lastMoment(midnightInTehran, 'Asia/Tehran').toISOString()).toBe('2026-11-24T20:29:00.000Z');
  expect(lastMoment(midnightInTehran, 'Asia/Riyadh')).toBe(midnightInTehran);
  const closing = new Date('2026-11-24T13:00:00Z');
  expect(lastMoment(closing, 'Asia/Riyadh')).toBe(closing);
});
