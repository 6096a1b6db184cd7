// Lays a list of steps out: a column for each step, a lane for each unit, a row of its own for each way, so that nothing overlaps.
import type { Feel } from './definition.ts';
import type { ListedItem, ListedProcess, ListedWay } from './listed-process.ts';

export interface Place {
  readonly id: string;
  readonly kind: 'start' | 'step' | 'decision' | 'merge' | 'fork' | 'join' | 'end';
  readonly name?: string;
  readonly form?: string;
  readonly column: number;
  readonly lane: string;
  /** Counted within the lane. */
  readonly row: number;
}

export interface Arrow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly name?: string;
  readonly condition?: Feel;
  readonly isDefault?: boolean;
  /** The row along which a way without steps runs. */
  readonly along?: { readonly lane: string; readonly row: number };
}

export interface LaidOut {
  readonly places: readonly Place[];
  readonly arrows: readonly Arrow[];
  /** Lanes in the order in which work comes to them, with the rows they need. */
  readonly lanes: ReadonlyMap<string, number>;
  readonly columns: number;
}

/** How a place is left that the next one is not drawn for yet. */
type Leaving = Omit<Arrow, 'id' | 'to'>;
type Rows = ReadonlyMap<string, number>;

const NO_UNIT = '';

export function layOutList(process: ListedProcess): LaidOut {
  const places: Place[] = [];
  const arrows: Arrow[] = [];
  const lanes = new Map<string, number>();

  const put = (place: Place, leaving: readonly Leaving[]): Leaving => {
    places.push(place);
    lanes.set(place.lane, Math.max(lanes.get(place.lane) ?? 0, place.row + 1));
    for (const { along, ...each } of leaving) {
      if (along) lanes.set(along.lane, Math.max(lanes.get(along.lane) ?? 0, along.row + 1));
      arrows.push({ id: `Flow_${arrows.length + 1}`, to: place.id, ...each, ...(along ? { along } : {}) });
    }
    return { from: place.id };
  };

  /** Draws items one after the other; `rows`: the first free row of each lane. Answers how the last is left, and the next column. */
  const drawItems = (
    items: readonly ListedItem[],
    at: { readonly column: number; readonly lane: string; readonly rows: Rows; readonly path: string },
    leaving: readonly Leaving[],
  ): { readonly leaving: readonly Leaving[]; readonly column: number; readonly lane: string } => {
    let { column, lane } = at;
    let left = leaving;
    items.forEach((item, index) => {
      const path = at.path === '' ? String(index + 1) : `${at.path}_${index + 1}`;
      const row = (of: string): number => at.rows.get(of) ?? 0;
      if (item.type === 'step') {
        lane = item.unit;
        const { name, form } = item;
        const place: Place = { id: item.id ?? `Step_${path}`, kind: 'step', name, form, column, lane, row: row(lane) };
        left = [put(place, left)];
        column += 1;
        return;
      }
      const ways = waysOf(item);
      const id = item.id ?? `${item.type === 'decision' ? 'Decision' : 'Fork'}_${path}`;
      const split: Place =
        item.type === 'decision'
          ? { id, kind: 'decision', name: item.name, column, lane, row: row(lane) }
          : { id, kind: 'fork', column, lane, row: row(lane) };
      put(split, left);
      let rows: Rows = at.rows;
      let last = column + 1;
      const arriving: Leaving[] = [];
      ways.forEach(({ way, arrow }, number) => {
        const out: Leaving = { from: id, ...arrow };
        const empty = way.steps.length === 0 && !way.ends;
        const from = empty ? [{ ...out, along: { lane, row: rows.get(lane) ?? 0 } }] : [out];
        const inside = { column: column + 1, lane, rows, path: `${path}_${number + 1}` };
        const drawn = drawItems(way.steps, inside, from);
        if (way.ends) {
          const end: Place = {
            id: `End_${path}_${number + 1}`,
            kind: 'end',
            name: way.name,
            column: drawn.column,
            lane: drawn.lane,
            row: rows.get(drawn.lane) ?? 0,
          };
          put(end, drawn.leaving);
        } else arriving.push(...drawn.leaving);
        last = Math.max(last, drawn.column + (way.ends ? 1 : 0));
        rows = below(rows, rowsOf(way, lane));
      });
      column = last;
      // A merge of one way would be a gateway that does nothing.
      const merge: Place = {
        id: item.type === 'decision' ? `Merge_${path}` : `Join_${path}`,
        kind: item.type === 'decision' ? 'merge' : 'join',
        column,
        lane,
        row: row(lane),
      };
      if (arriving.length > 1) {
        left = [put(merge, arriving)];
        column += 1;
      } else left = arriving;
    });
    return { leaving: left, column, lane };
  };

  const steps = plain(process.steps);
  const firstLane = firstUnit(steps) ?? NO_UNIT;
  const start = put({ id: 'Start', kind: 'start', column: 0, lane: firstLane, row: 0 }, []);
  const at = { column: 1, lane: firstLane, rows: new Map<string, number>(), path: '' };
  const drawn = drawItems(steps, at, [start]);
  if (drawn.leaving.length > 0)
    put({ id: 'End', kind: 'end', column: drawn.column, lane: drawn.lane, row: 0 }, drawn.leaving);
  return { places, arrows, lanes, columns: drawn.column + 1 };
}

interface WayOut {
  readonly way: { readonly name?: string; readonly steps: readonly ListedItem[]; readonly ends?: boolean };
  readonly arrow: Pick<Arrow, 'name' | 'condition' | 'isDefault'>;
}

function waysOf(item: Exclude<ListedItem, { type: 'step' }>): readonly WayOut[] {
  if (item.type === 'parallel') return item.rows.map((steps) => ({ way: { steps }, arrow: {} }));
  const arrow = ({ name }: ListedWay): Pick<Arrow, 'name'> => ({ name });
  return [
    { way: { ...item.yes, steps: plain(item.yes.steps) }, arrow: { ...arrow(item.yes), condition: item.condition } },
    { way: { ...item.no, steps: plain(item.no.steps) }, arrow: { ...arrow(item.no), isDefault: true } },
  ];
}

/** How many rows a way needs in each lane; `lane`: where it comes from, and where it runs if nothing is on it. */
function rowsOf(way: WayOut['way'], lane: string): Rows {
  let rows: Rows = new Map([[lane, 1]]);
  let at = lane;
  for (const item of way.steps) {
    if (item.type === 'step') {
      at = item.unit;
      rows = atLeast(rows, new Map([[at, 1]]));
    } else {
      const from = at;
      rows = atLeast(
        rows,
        waysOf(item).reduce<Rows>((sum, each) => below(sum, rowsOf(each.way, from)), new Map()),
      );
    }
  }
  return rows;
}

/** Rows without steps wait for nobody, and a single row goes on beside nothing. */
const plain = (items: readonly ListedItem[]): readonly ListedItem[] =>
  items.flatMap((item) => {
    if (item.type !== 'parallel') return [item];
    const rows = item.rows.map(plain).filter((row) => row.length > 0);
    return rows.length > 1 ? [{ ...item, rows }] : rows.flat();
  });

const merged = (a: Rows, b: Rows, how: (x: number, y: number) => number): Rows =>
  new Map([...new Set([...a.keys(), ...b.keys()])].map((lane) => [lane, how(a.get(lane) ?? 0, b.get(lane) ?? 0)]));

const atLeast = (a: Rows, b: Rows): Rows => merged(a, b, Math.max);
const below = (a: Rows, b: Rows): Rows => merged(a, b, (x, y) => x + y);

function firstUnit(items: readonly ListedItem[]): string | undefined {
  for (const item of items) {
    if (item.type === 'step') return item.unit;
    for (const { way } of waysOf(item)) {
      const unit = firstUnit(way.steps);
      if (unit !== undefined) return unit;
    }
  }
  return undefined;
}
