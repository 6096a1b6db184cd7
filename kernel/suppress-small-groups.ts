// Hides small groups of a cross table, and as many other cells as it takes that none of the hidden can be computed from the shown.

/** `rowTotals[i]` is the sum of `cells[i]`, `columnTotals[j]` that of column j, `total` that of either. */
export type CrossTable<Value> = {
  cells: readonly (readonly Value[])[];
  rowTotals: readonly Value[];
  columnTotals: readonly Value[];
  total: Value;
};

/** A cell or a total, as a stream between two nodes: cells run from their row to their column, totals close the circle. */
type Arc = { from: number; to: number; value: number; hidden: boolean; total: boolean };

/**
 * Null where a value is hidden. A value from 1 to `least` − 1 is hidden; zero is shown, since nobody is in it. `differences` are
 * tables of the same shape that a reader could compute by subtracting this one from another: where one of them has a small
 * group, the value here is hidden too.
 *
 * A cross table with totals is a circulation, in which every row, every column and both lines of totals are nodes and every
 * value is an arc (D. Gusfield, "A graph theoretic approach to statistical data security", SIAM J. Comput. 17, 1988). A hidden
 * value can have another size exactly when its arc lies on a circle of hidden arcs along which all values can be moved by one.
 * A reader knows that zeros are shown, so no hidden value may be moved below one.
 */
export function suppressSmallGroups(
  table: CrossTable<number>,
  least: number,
  differences: readonly CrossTable<number>[] = [],
): CrossTable<number | null> {
  const arcs = arcsOf(table);
  const others = differences.map(arcsOf);
  const small = (value: number): boolean => value > 0 && value < least;
  for (const [index, arc] of arcs.entries())
    arc.hidden = arc.value > 0 && (small(arc.value) || others.some((other) => small(other[index]!.value)));
  const nodes = table.rowTotals.length + table.columnTotals.length + 2;
  // What is on a circle stays on it, and so does whatever is hidden to close one.
  for (const arc of arcs.filter(({ hidden }) => hidden))
    for (const other of cheapestCircle(arc, arcs, nodes)) other.hidden = true;
  return tableOf(table, arcs);
}

function arcsOf({ cells, rowTotals, columnTotals, total }: CrossTable<number>): Arc[] {
  const rows = rowTotals.length;
  const allRows = rows + columnTotals.length;
  const allColumns = allRows + 1;
  const arc = (from: number, to: number, value: number, isTotal: boolean): Arc => ({
    from,
    to,
    value,
    hidden: false,
    total: isTotal,
  });
  return [
    ...cells.flatMap((line, row) => line.map((value, column) => arc(row, rows + column, value, false))),
    ...rowTotals.map((value, row) => arc(allRows, row, value, true)),
    ...columnTotals.map((value, column) => arc(rows + column, allColumns, value, true)),
    arc(allColumns, allRows, total, true),
  ];
}

function tableOf(table: CrossTable<number>, arcs: readonly Arc[]): CrossTable<number | null> {
  const shown = arcs.map((arc) => (arc.hidden ? null : arc.value));
  const columns = table.columnTotals.length;
  const inner = table.rowTotals.length * columns;
  return {
    cells: table.cells.map((_, row) => shown.slice(row * columns, (row + 1) * columns)),
    rowTotals: shown.slice(inner, inner + table.rowTotals.length),
    columnTotals: shown.slice(inner + table.rowTotals.length, -1),
    total: shown.at(-1) ?? null,
  };
}

/** The arcs that close a circle through this one at the least loss; all are hidden already where nothing is lost. */
function cheapestCircle(arc: Arc, arcs: readonly Arc[], nodes: number): Arc[] {
  const growing = cheapestPath(arc.to, arc.from, arc, arcs, nodes);
  // Going round the other way the value itself shrinks.
  const shrinking = arc.value > 1 ? cheapestPath(arc.from, arc.to, arc, arcs, nodes) : undefined;
  const best = [growing, shrinking].filter((one) => one !== undefined).toSorted((a, b) => a.loss - b.loss)[0];
  return best?.path ?? [];
}

/** Dijkstra over all arcs but `without`. Along an arc its value grows; against it, it shrinks and must stay at least one. */
function cheapestPath(
  start: number,
  end: number,
  without: Arc,
  arcs: readonly Arc[],
  nodes: number,
): { path: Arc[]; loss: number } | undefined {
  const ways: Arc[][] = Array.from({ length: nodes }, () => []);
  for (const arc of arcs) {
    if (arc === without || arc.value === 0) continue;
    ways[arc.from]!.push(arc);
    if (arc.value > 1) ways[arc.to]!.push(arc);
  }
  // Hiding a total is worse than hiding any cell.
  const most = arcs.reduce((all, { value }) => all + value, 0);
  const lossOf = (arc: Arc): number => (arc.hidden ? 0 : arc.value + (arc.total ? most : 0));
  const loss = Array.from({ length: nodes }, () => Number.POSITIVE_INFINITY);
  const cameBy: (Arc | undefined)[] = [];
  const open = new Set(Array.from({ length: nodes }, (_, node) => node));
  loss[start] = 0;
  for (;;) {
    let nearest: number | undefined;
    for (const node of open)
      if (loss[node]! < Number.POSITIVE_INFINITY && (nearest === undefined || loss[node]! < loss[nearest]!))
        nearest = node;
    if (nearest === undefined) return undefined;
    if (nearest === end) break;
    open.delete(nearest);
    for (const way of ways[nearest]!) {
      const next = way.from === nearest ? way.to : way.from;
      const there = loss[nearest]! + lossOf(way);
      if (!open.has(next) || there >= loss[next]!) continue;
      loss[next] = there;
      cameBy[next] = way;
    }
  }
  const path: Arc[] = [];
  for (let node = end; node !== start;) {
    const way = cameBy[node]!;
    path.push(way);
    node = way.from === node ? way.to : way.from;
  }
  return { path, loss: loss[end]! };
}
