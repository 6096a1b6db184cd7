// Keyset pages: an opaque cursor holds the sort values of the last row, so that page N costs what page 1 costs.
import { commonErrors } from './errors.ts';

export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Throws `request.cursor-unreadable` for anything this version did not make. `count` is how many values it must hold. */
export function decodeCursor(cursor: string, count: number): (string | number | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === count && values.every(isSortValue)) return values;
  } catch {
    // falls through to the refusal
  }
  throw commonErrors.cursorUnreadable();
}

/** Cuts one row more than the limit into a page and says where the next begins. */
export function page<Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  cursor: (row: Row) => readonly (string | number | null)[],
): { items: Item[]; next: string | null } {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { items: kept.map(item), next: rows.length > limit && last !== undefined ? encodeCursor(cursor(last)) : null };
}

function isSortValue(value: unknown): value is string | number | null {
  return value === null || typeof value === 'string' || typeof value === 'number';
}
