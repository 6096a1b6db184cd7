// Guesses what stands between the cells of a text file: the sign that cuts most rows into the same number of cells.
import type { ImportDelimiter } from '#contract/imports.ts';

const delimiters: readonly ImportDelimiter[] = [',', ';', '\t', '|'];
const rowsLookedAt = 50;

/** A comma when nothing speaks for another sign, as in a file of one column. */
export function detectDelimiter(head: string): ImportDelimiter {
  let best: { delimiter: ImportDelimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const widths = cellCounts(head, delimiter);
    const usual = mostFrequent(widths.filter((width) => width > 1));
    if (usual === 0) continue;
    const agreeing = widths.filter((width) => width === usual).length;
    // Rows that agree weigh more than cells: a comma inside of texts cuts a lot, but never evenly.
    const score = (agreeing / widths.length) ** 2 * Math.min(usual, 10);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Cells of the first rows, where quoted delimiters and line ends do not count; the last row may be cut off and is left out. */
function cellCounts(head: string, delimiter: string): number[] {
  const counts: number[] = [];
  let cells = 1;
  let quoted = false;
  let empty = true;
  for (const sign of head) {
    if (sign === '"') quoted = !quoted;
    if (!quoted && sign === '\n') {
      if (!empty) counts.push(cells);
      if (counts.length === rowsLookedAt) break;
      cells = 1;
      empty = true;
      continue;
    }
    if (sign !== '\r') empty = false;
    if (!quoted && sign === delimiter) cells += 1;
  }
  if (counts.length === 0 && !empty) counts.push(cells);
  return counts;
}

function mostFrequent(numbers: readonly number[]): number {
  const times = new Map<number, number>();
  for (const number of numbers) times.set(number, (times.get(number) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
