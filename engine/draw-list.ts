// Draws a laid-out list: where every shape stands and every arrow runs, in the units of the drawing.
import type { DiagramElement } from './diagram-element.ts';
import type { Arrow, LaidOut, Place } from './lay-out-list.ts';

type Create = (type: string, properties: Readonly<Record<string, unknown>>) => DiagramElement;

export interface DrawnElements {
  readonly collaboration: DiagramElement;
  readonly pool: DiagramElement;
  readonly lanes: readonly DiagramElement[];
  readonly nodes: ReadonlyMap<string, DiagramElement>;
  readonly flows: readonly DiagramElement[];
}

const LEFT = 160;
const TOP = 80;
/** The heading of a pool and of its lanes. */
const HEADING = 30;
const COLUMN = 160;
const ROW = 120;
/** How far from a shape an arrow turns. */
const TURN = 25;
const CIRCLE = { width: 36, height: 36 };
const DIAMOND = { width: 50, height: 50 };
const BOX = { width: 100, height: 80 };

const sizes: Readonly<Record<Place['kind'], { readonly width: number; readonly height: number }>> = {
  start: CIRCLE,
  end: CIRCLE,
  step: BOX,
  decision: DIAMOND,
  merge: DIAMOND,
  fork: DIAMOND,
  join: DIAMOND,
};

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function drawList(create: Create, laidOut: LaidOut, drawn: DrawnElements): DiagramElement {
  const tops = laneTops(laidOut);
  const middle = (lane: string, row: number): number => (tops.get(lane) ?? TOP) + row * ROW + ROW / 2;
  const bounds = new Map(laidOut.places.map((place) => [place.id, boundsOf(place, middle)]));
  const shape = (element: DiagramElement, at: Bounds, more: Readonly<Record<string, unknown>> = {}): DiagramElement =>
    create('bpmndi:BPMNShape', {
      id: `${String(element.get('id'))}_shape`,
      bpmnElement: element,
      bounds: create('dc:Bounds', { ...at }),
      ...more,
    });
  const width = 2 * HEADING + laidOut.columns * COLUMN;
  const rows = [...laidOut.lanes.values()].reduce((sum, each) => sum + each, 0);
  const laneShapes = [...laidOut.lanes].map(([lane, count], index) =>
    shape(
      drawn.lanes[index]!,
      { x: LEFT + HEADING, y: tops.get(lane) ?? TOP, width: width - HEADING, height: count * ROW },
      { isHorizontal: true },
    ),
  );
  const edges = laidOut.arrows.map((arrow, index) =>
    create('bpmndi:BPMNEdge', {
      id: `${arrow.id}_edge`,
      bpmnElement: drawn.flows[index],
      waypoint: waypoints(arrow, bounds, middle).map(([x, y]) => create('dc:Point', { x, y })),
    }),
  );
  const pool = shape(drawn.pool, { x: LEFT, y: TOP, width, height: rows * ROW }, { isHorizontal: true });
  const nodeShapes = laidOut.places.map(({ id }) => shape(drawn.nodes.get(id)!, bounds.get(id)!));
  return create('bpmndi:BPMNDiagram', {
    id: 'Drawing',
    plane: create('bpmndi:BPMNPlane', {
      id: 'Plane',
      bpmnElement: drawn.collaboration,
      planeElement: [pool, ...laneShapes, ...nodeShapes, ...edges],
    }),
  });
}

function laneTops({ lanes }: LaidOut): ReadonlyMap<string, number> {
  const tops = new Map<string, number>();
  let top = TOP;
  for (const [lane, rows] of lanes) {
    tops.set(lane, top);
    top += rows * ROW;
  }
  return tops;
}

function boundsOf({ kind, column, lane, row }: Place, middle: (lane: string, row: number) => number): Bounds {
  const { width, height } = sizes[kind];
  const centre = LEFT + 2 * HEADING + column * COLUMN + COLUMN / 2;
  return { x: centre - width / 2, y: middle(lane, row) - height / 2, width, height };
}

/**
 * An arrow runs along the row it comes from and turns before its end; one of a way without steps turns at once, into the row of
 * its way. Rows belong to one way each and nothing stands between the columns, so no arrow crosses a shape.
 */
function waypoints(
  { from, to, along }: Arrow,
  bounds: ReadonlyMap<string, Bounds>,
  middle: (lane: string, row: number) => number,
): readonly (readonly [number, number])[] {
  const source = bounds.get(from)!;
  const target = bounds.get(to)!;
  const x1 = source.x + source.width;
  const y1 = source.y + source.height / 2;
  const x2 = target.x;
  const y2 = target.y + target.height / 2;
  const y = along ? middle(along.lane, along.row) : y1;
  const turns: [number, number][] = [
    [x1, y1],
    [x1 + TURN, y1],
    [x1 + TURN, y],
    [x2 - TURN, y],
    [x2 - TURN, y2],
    [x2, y2],
  ];
  return turns.filter(([x, at], index) => {
    const before = turns[index - 1];
    const after = turns[index + 1];
    if (!before || !after) return true;
    const straight = (before[0] === x && after[0] === x) || (before[1] === at && after[1] === at);
    return !straight && !(before[0] === x && before[1] === at);
  });
}
