// Comparisons: both texts can be read out of what is shown, and what stayed is shown as having stayed.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareLines, compareWords, type Part } from './compare-texts.ts';

const without = (parts: readonly Part[], change: Part['change']): string =>
  parts
    .filter((part) => part.change !== change)
    .map((part) => part.text)
    .join('');
const words = fc
  .array(fc.constantFrom('الطلب', 'پرونده', 'case', 'is', 'open', ',', '1405'), { maxLength: 12 })
  .map((list) => list.join(' '));

test('words: the old and the new text stand in the parts, whatever they are', () => {
  fc.assert(
    fc.property(words, words, (from, to) => {
      const parts = compareWords(from, to);
      expect(without(parts, 'added')).toBe(from);
      expect(without(parts, 'removed')).toBe(to);
    }),
  );
});

test('lines: the same line by line', () => {
  const lines = fc.array(words, { maxLength: 8 }).map((list) => list.join('\n'));
  fc.assert(
    fc.property(lines, lines, (from, to) => {
      const rows = compareLines(from, to);
      const read = (change: Part['change']) =>
        rows.filter((parts) => parts.some((part) => part.change !== change)).map((parts) => without(parts, change));
      // A line without words is no part of a line of parts: it cannot be told from no line.
      const filled = (text: string) => text.split('\n').filter((line) => line !== '');
      expect(read('added').filter((line) => line !== '')).toEqual(filled(from));
      expect(read('removed').filter((line) => line !== '')).toEqual(filled(to));
    }),
  );
});

test('the same text stayed; a changed word stands alone', () => {
  expect(compareWords('one two', 'one two')).toEqual([{ change: 'same', text: 'one two' }]);
  expect(compareLines('a\nwithin five days\nz', 'a\nwithin three days\nz')).toEqual([
    [{ change: 'same', text: 'a' }],
    [
      { change: 'same', text: 'within ' },
      { change: 'removed', text: 'five' },
      { change: 'added', text: 'three' },
      { change: 'same', text: ' days' },
    ],
    [{ change: 'same', text: 'z' }],
  ]);
});
