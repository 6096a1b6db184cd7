// What changed from one text to another: paragraphs by their longest common run, changed ones word by word. Pure.
import type { z } from 'zod';
import type { ComparedPart } from '#contract/knowledge.ts';

export type Part = z.infer<typeof ComparedPart>;

/** Beyond so many pairs the table would cost more than it tells: the whole is given as removed and added. */
const mostPairs = 4_000_000;

/** Of two lines; what stayed, went and came, in reading order. Joined again, removed and same give the old, added and same the new. */
export function compareWords(from: string, to: string): Part[] {
  return merged(compared(wordsAndSpaces(from), wordsAndSpaces(to)));
}

/** Of two texts of many lines: a list of parts for each line. Lines that changed into each other stand as one. */
export function compareLines(from: string, to: string): Part[][] {
  const parts = compared(linesOf(from), linesOf(to));
  const lines: Part[][] = [];
  for (let at = 0; at < parts.length;) {
    if (parts[at]!.change === 'same') {
      lines.push([parts[at]!]);
      at += 1;
      continue;
    }
    const removed: string[] = [];
    const added: string[] = [];
    for (; at < parts.length && parts[at]!.change !== 'same'; at += 1)
      (parts[at]!.change === 'removed' ? removed : added).push(parts[at]!.text);
    for (let row = 0; row < Math.max(removed.length, added.length); row += 1) {
      const [old, now] = [removed[row], added[row]];
      if (old === undefined) lines.push([{ change: 'added', text: now! }]);
      else if (now === undefined) lines.push([{ change: 'removed', text: old }]);
      else lines.push(compareWords(old, now));
    }
  }
  return lines;
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));
const wordsAndSpaces = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];

function compared(from: readonly string[], to: readonly string[]): Part[] {
  let begin = 0;
  while (begin < from.length && begin < to.length && from[begin] === to[begin]) begin += 1;
  let end = 0;
  while (end < from.length - begin && end < to.length - begin && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  const same = (text: string): Part => ({ change: 'same', text });
  return [
    ...from.slice(0, begin).map(same),
    ...middle(from.slice(begin, from.length - end), to.slice(begin, to.length - end)),
    ...from.slice(from.length - end).map(same),
  ];
}

function middle(from: readonly string[], to: readonly string[]): Part[] {
  const removed = (text: string): Part => ({ change: 'removed', text });
  const added = (text: string): Part => ({ change: 'added', text });
  if (from.length === 0 || to.length === 0 || from.length * to.length > mostPairs)
    return [...from.map(removed), ...to.map(added)];
  // Length of the longest common run of what is left, from each pair of places on.
  const width = to.length + 1;
  const left = new Uint32Array((from.length + 1) * width);
  for (let row = from.length - 1; row >= 0; row -= 1)
    for (let column = to.length - 1; column >= 0; column -= 1)
      left[row * width + column] =
        from[row] === to[column]
          ? left[(row + 1) * width + column + 1]! + 1
          : Math.max(left[(row + 1) * width + column]!, left[row * width + column + 1]!);
  const parts: Part[] = [];
  let [row, column] = [0, 0];
  while (row < from.length && column < to.length)
    if (from[row] === to[column]) {
      parts.push({ change: 'same', text: from[row]! });
      row += 1;
      column += 1;
    } else if (left[(row + 1) * width + column]! >= left[row * width + column + 1]!) parts.push(removed(from[row++]!));
    else parts.push(added(to[column++]!));
  return [...parts, ...from.slice(row).map(removed), ...to.slice(column).map(added)];
}

/** Neighbours of the same kind become one; between two changes what came stands behind what went. */
function merged(parts: readonly Part[]): Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (last?.change === part.change) last.text += part.text;
    else result.push({ ...part });
  }
  return result;
}
