// Values that come twice in a file, against a plain map.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SeenKeys } from './seen-keys.ts';

test('answers as a map would, however many values there are', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 3_000 }), (values) => {
      const [seen, map] = [new SeenKeys(), new Map<string, number>()];
      values.forEach((value, index) => {
        expect(seen.note(value, index + 1)).toBe(map.get(value));
        if (!map.has(value)) map.set(value, index + 1);
      });
    }),
  );
});

test('half a million values that differ by one character are kept apart, and found again', () => {
  const seen = new SeenKeys();
  const many = 500_000;
  for (let row = 1; row <= many; row += 1) if (seen.note(`C-${row}`, row) !== undefined) throw new Error(`C-${row}`);
  for (let row = 1; row <= many; row += 1) if (seen.note(`C-${row}`, 1) !== row) throw new Error(`C-${row}`);
});
