// Finds the row that names the columns: reports often begin with a title, and some files with their data at once.

/** Its number as the spreadsheet counts; 0 when the first rows look like data. */
export function guessHeaderRow(numbers: readonly number[], rows: readonly (readonly string[])[]): number {
  const filled = rows.map((cells) => cells.filter((cell) => cell.trim() !== '').length);
  const usual = [...filled].sort((a, b) => a - b)[Math.floor((filled.length - 1) / 2)] ?? 0;
  const first = filled.findIndex((count) => count >= Math.max(1, usual * 0.6));
  const cells = rows[first] ?? [];
  return cells.some(looksLikeData) ? 0 : (numbers[first] ?? 1);
}

/** Names of columns hold no addresses and are no numbers or days. */
function looksLikeData(cell: string): boolean {
  return /@.+\./.test(cell) || /^[\s+\-/.:()\p{Nd}]{3,}$/u.test(cell);
}
