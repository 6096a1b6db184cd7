// Who is overtaken, against comparing every case with every other.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overtaken, type Due, type Waiting } from './overtaken.ts';

/** Few moments, so that many fall together. */
const moment = fc.integer({ min: 0, max: 30 });
const due: fc.Arbitrary<Due> = fc.record({ registered: moment, due: moment });
const waiting: fc.Arbitrary<Waiting> = fc.record({ registered: moment, due: moment, waitsUntil: fc.option(moment) });

test('exactly those that came earlier, still waited and were due later', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.array(due, { maxLength: 40 }), fc.array(waiting, { maxLength: 40 }), (favoured, others) => {
      const byPairs = others.map((other) =>
        favoured.some(
          (own) =>
            other.registered < own.registered &&
            (other.waitsUntil === null || other.waitsUntil > own.registered) &&
            other.due > own.due,
        ),
      );
      found += byPairs.filter(Boolean).length;
      expect(overtaken(favoured, others)).toEqual(byPairs);
    }),
    { numRuns: 1_000 },
  );
  expect(found).toBeGreaterThan(1_000);
});

test('fifty thousand cases are compared at once', () => {
  const favoured = Array.from({ length: 20_000 }, (_, at) => ({ registered: at * 5, due: at * 5 + 100 }));
  const others = Array.from({ length: 30_000 }, (_, at) => ({
    registered: at * 3,
    due: at * 3 + 200,
    waitsUntil: null,
  }));
  expect(overtaken(favoured, others).filter(Boolean)).toHaveLength(30_000);
});
