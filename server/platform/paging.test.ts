// Keyset pages: walking them sees every row once, and a cursor that we did not make is refused.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from './errors.ts';
import { decodeCursor, encodeCursor, page } from './paging.ts';

const values = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.constant(null)), { maxLength: 5 });

test('a cursor gives back what it holds and travels in an address', () => {
  fc.assert(
    fc.property(values, (held) => {
      const cursor = encodeCursor(held);
      expect(encodeURIComponent(cursor)).toBe(cursor);
      expect(decodeCursor(cursor, held.length)).toEqual(held);
    }),
  );
});

test('pages of any size cover a list of any length in order, without loss or repeat', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (numbers, limit) => {
      const rows = numbers.toSorted((a, b) => a - b);
      const seen: number[] = [];
      let pages = 0;
      for (let next: string | null | undefined; next !== null; pages += 1) {
        const after = next === undefined ? -1 : (decodeCursor(next, 1)[0] as number);
        // As the database is asked: one more than the limit.
        const found = rows.filter((row) => row > after).slice(0, limit + 1);
        const one = page(
          found,
          limit,
          (row) => row,
          (row) => [row],
        );
        expect(one.items.length).toBeLessThanOrEqual(limit);
        seen.push(...one.items);
        next = one.next;
      }
      expect(seen).toEqual(rows);
      expect(pages).toBe(Math.max(1, Math.ceil(rows.length / limit)));
    }),
  );
});

test('a foreign cursor is a refusal, never a fault or a query', () => {
  const refusal = (cursor: string, count: number): unknown => {
    try {
      return decodeCursor(cursor, count);
    } catch (error) {
      return error;
    }
  };
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (cursor) => {
      expect(refusal(cursor, 3)).toMatchObject({ code: 'request.cursor-unreadable', status: 400 });
    }),
  );
  const made = (held: unknown): string => Buffer.from(JSON.stringify(held)).toString('base64url');
  for (const held of [[1], [1, 2, 3], { length: 2 }, 'ab', null, [1, { $ne: 2 }], [[1], 2], [true, 2]])
    expect(refusal(made(held), 2), made(held)).toBeInstanceOf(AppError);
});
