// Lays a template out: a lane for each role, a column for each step on the way, a row of its own where two would stand in one place. Pure.
import type { DrawnTemplate, TemplateFlow, TemplateStep } from './template.ts';

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type LaidOutTemplate = {
  readonly pool: Box;
  readonly lanes: ReadonlyMap<string, Box>;
  readonly boxes: ReadonlyMap<string, Box>;
  /** Between the rows nothing stands: arrows that go round run there. */
  readonly gutters: readonly number[];
};

const left = 160;
const top = 80;
const heading = 30;
const columnWidth = 180;
const rowHeight = 130;
/** How far from the border of a row a gutter runs. */
const margin = 10;

const circle = { width: 36, height: 36 };
const diamond = { width: 50, height: 50 };
const sizes: Readonly<Record<TemplateStep['kind'], { readonly width: number; readonly height: number }>> = {
  start: circle,
  end: circle,
  wait: circle,
  task: { width: 120, height: 84 },
  choice: diamond,
  merge: diamond,
  fork: diamond,
  join: diamond,
  either: diamond,
  gather: diamond,
};

export function layOutTemplate({ roles, steps, flows }: DrawnTemplate): LaidOutTemplate {
  const columns = columnsOf(steps, flows);
  const rows = new Map<string, number>();
  const taken = new Map<string, number>();
  for (const { id, role } of steps) {
    const place = `${role} ${columns.get(id)}`;
    const row = taken.get(place) ?? 0;
    taken.set(place, row + 1);
    rows.set(id, row);
  }
  const count = Math.max(...columns.values()) + 1;
  const width = 2 * heading + count * columnWidth;
  const lanes = new Map<string, Box>();
  const gutters: number[] = [];
  let y = top;
  for (const { key } of roles) {
    const needed = Math.max(1, ...steps.filter(({ role }) => role === key).map(({ id }) => rows.get(id)! + 1));
    lanes.set(key, { x: left + heading, y, width: width - heading, height: needed * rowHeight });
    for (let row = 0; row < needed; row += 1)
      gutters.push(y + row * rowHeight + margin, y + (row + 1) * rowHeight - margin);
    y += needed * rowHeight;
  }
  const boxes = new Map(
    steps.map(({ id, kind, role }) => {
      const size = sizes[kind];
      const middle = lanes.get(role)!.y + rows.get(id)! * rowHeight + rowHeight / 2;
      const centre = left + 2 * heading + columns.get(id)! * columnWidth + columnWidth / 2;
      return [id, { ...size, x: centre - size.width / 2, y: middle - size.height / 2 }];
    }),
  );
  return { pool: { x: left, y: top, width, height: y - top }, lanes, boxes, gutters };
}

/** Each step stands right of all that lead to it; arrows that lead back to an earlier step count for nothing. */
function columnsOf(steps: readonly TemplateStep[], flows: readonly TemplateFlow[]): Map<string, number> {
  const columns = new Map<string, number>();
  const visit = (id: string, column: number, way: readonly string[]): void => {
    if (way.includes(id) || (columns.get(id) ?? -1) >= column) return;
    columns.set(id, column);
    for (const { from, to } of flows) if (from === id) visit(to, column + 1, [...way, id]);
  };
  for (const { id, kind } of steps) if (kind === 'start') visit(id, 0, []);
  return columns;
}
