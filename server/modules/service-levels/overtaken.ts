// Who is overtaken: cases that came earlier, still wait when a favoured one comes, and are due later than it. Pure.

/** Instants in milliseconds. */
export type Due = { registered: number; due: number };
/** `waitsUntil`: when its resolution was claimed, or it ended otherwise; null: it still waits. */
export type Waiting = Due & { waitsUntil: number | null };

/** For each of the others whether a favoured one overtakes it: O((n + m) log n) where comparing all with all would be n × m. */
export function overtaken(favoured: readonly Due[], others: readonly Waiting[]): boolean[] {
  const ordered = favoured.toSorted((a, b) => a.registered - b.registered);
  const earliest = earliestDue(ordered.map(({ due }) => due));
  /** How many of the favoured came before the moment, or at it. */
  const cameUntil = (moment: number, atIt: boolean): number => {
    let [low, high] = [0, ordered.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const came = ordered[middle]!.registered;
      if (came < moment || (atIt && came === moment)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return others.map(({ registered, waitsUntil, due }) => {
    const from = cameUntil(registered, true);
    const until = waitsUntil === null ? ordered.length : cameUntil(waitsUntil, false);
    return from < until && earliest(from, until) < due;
  });
}

/** The smallest of any stretch [from, until) at once: of each stretch of a power of two it is known beforehand. */
function earliestDue(values: readonly number[]): (from: number, until: number) => number {
  const rows: Float64Array[] = [Float64Array.from(values)];
  for (let length = 2; length <= values.length; length *= 2) {
    const half = rows.at(-1)!;
    rows.push(
      Float64Array.from({ length: values.length - length + 1 }, (_, at) => Math.min(half[at]!, half[at + length / 2]!)),
    );
  }
  return (from, until) => {
    const power = Math.floor(Math.log2(until - from));
    const row = rows[power]!;
    return Math.min(row[from]!, row[until - 2 ** power]!);
  };
}
