// Small groups stay hidden: whatever is shown, each hidden value could be another one, and a table is not shown emptier than needed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CrossTable, suppressSmallGroups } from './suppress-small-groups.ts';

const least = 5;

function tableOf(cells: readonly (readonly number[])[]): CrossTable<number> {
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const columnTotals = cells[0]!.map((_, column) => sum(cells.map((line) => line[column]!)));
  return { cells, rowTotals: cells.map(sum), columnTotals, total: sum(columnTotals) };
}

const flat = <Value>(table: CrossTable<Value>): Value[] => [
  ...table.cells.flat(),
  ...table.rowTotals,
  ...table.columnTotals,
  table.total,
];

/** All tables that a reader must think possible, near the true one: they agree with what is shown, and hidden values are not zero. */
function* possible(
  cells: readonly (readonly number[])[],
  shown: CrossTable<number | null>,
): Generator<CrossTable<number>> {
  const places = cells.flatMap((line, row) => line.map((value, column) => ({ row, column, value })));
  const choices = places.map(({ row, column, value }) =>
    shown.cells[row]![column] === null ? [value, value + 1, ...(value > 1 ? [value - 1] : [])] : [value],
  );
  const counts = choices.map((one) => one.length);
  for (let number = 0; number < counts.reduce((all, one) => all * one, 1); number += 1) {
    let rest = number;
    const guess = cells.map((line) => [...line]);
    for (const [index, { row, column }] of places.entries()) {
      guess[row]![column] = choices[index]![rest % counts[index]!]!;
      rest = Math.floor(rest / counts[index]!);
    }
    const table = tableOf(guess);
    const values = flat(table);
    if (flat(shown).every((value, index) => (value === null ? values[index]! > 0 : value === values[index])))
      yield table;
  }
}

const smallTable = fc
  .record({ rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 3 }) })
  .chain(({ rows, columns }) =>
    fc.array(
      fc.array(fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 7 }) }, fc.integer({ min: 8, max: 60 })), {
        minLength: columns,
        maxLength: columns,
      }),
      { minLength: rows, maxLength: rows },
    ),
  );

describe('properties', () => {
  test('small groups are hidden, zeros and what is shown are true', () => {
    fc.assert(
      fc.property(smallTable, (cells) => {
        const table = tableOf(cells);
        const shown = flat(suppressSmallGroups(table, least));
        for (const [index, value] of flat(table).entries()) {
          if (value > 0 && value < least) expect(shown[index]).toBeNull();
          if (value === 0) expect(shown[index]).toBe(0);
          if (shown[index] !== null) expect(shown[index]).toBe(value);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('no hidden cell or total can be derived: for each there is another table that fits all that is shown', () => {
    fc.assert(
      fc.property(smallTable, (cells) => {
        const shown = suppressSmallGroups(tableOf(cells), least);
        const hidden = flat(shown).flatMap((value, index) => (value === null ? [index] : []));
        if (hidden.length === 0) return;
        const sizes = new Map(hidden.map((index) => [index, new Set<number>()]));
        for (const table of possible(cells, shown)) {
          const values = flat(table);
          for (const index of hidden) sizes.get(index)!.add(values[index]!);
          if ([...sizes.values()].every((set) => set.size > 1)) return;
        }
        for (const set of sizes.values()) expect(set.size).toBeGreaterThan(1);
      }),
      { numRuns: 300 },
    );
  });

  test('what could be computed by subtracting this table from another hides its place here too', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 3 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 12 })),
        (rows, columns, stream) => {
          const draw = () =>
            Array.from({ length: rows }, () => Array.from({ length: columns }, () => stream.next().value as number));
          const table = tableOf(draw());
          const leftOut = tableOf(draw());
          const shown = flat(suppressSmallGroups(table, least, [leftOut]));
          for (const [index, value] of flat(leftOut).entries())
            if (value > 0 && value < least && flat(table)[index]! > 0) expect(shown[index]).toBeNull();
        },
      ),
    );
  });
});

describe('examples', () => {
  test('large groups are all shown', () => {
    const table = tableOf([
      [12, 30],
      [0, 9],
    ]);
    expect(suppressSmallGroups(table, least)).toEqual(table);
  });

  test('one small cell takes three others with it, the smallest, and keeps the totals', () => {
    const shown = suppressSmallGroups(
      tableOf([
        [3, 20, 30],
        [15, 40, 50],
        [60, 70, 80],
      ]),
      least,
    );
    expect(shown.cells).toEqual([
      [null, null, 30],
      [null, null, 50],
      [60, 70, 80],
    ]);
    expect(shown.rowTotals).toEqual([53, 105, 210]);
    expect(shown.total).toBe(368);
  });

  test('ones on both sides of a circle could only be ones: more is hidden', () => {
    const shown = suppressSmallGroups(
      tableOf([
        [1, 1, 20],
        [1, 1, 20],
        [20, 20, 20],
      ]),
      least,
    );
    expect(flat(shown).filter((value) => value === null).length).toBeGreaterThan(4);
  });

  test('a thousand cells take less than a second', () => {
    const cells = Array.from({ length: 40 }, (_, row) =>
      Array.from({ length: 25 }, (_, column) => (row * 7 + column * 11) % 23),
    );
    const table = tableOf(cells);
    const begun = performance.now();
    suppressSmallGroups(table, least);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});
