// Finds the way of an arrow between two shapes: round all others, with few turns, and not upon another arrow. Pure.
import type { Box } from './lay-out-template.ts';

export type Point = { readonly x: number; readonly y: number };
type Segment = readonly [Point, Point];

const turn = 25;
/** How far an arrow keeps from a shape it passes. */
const clearance = 6;
const costOfTurn = 60;
const costOfOverlap = 400;
const costOfCrossing = 120;

export function routeFlow({
  from,
  to,
  others,
  gutters,
  drawn,
}: {
  from: Box;
  to: Box;
  others: readonly Box[];
  gutters: readonly number[];
  /** The arrows that are there already. */
  drawn: readonly (readonly Point[])[];
}): readonly Point[] {
  const before = drawn.flatMap(segmentsOf);
  const ways = candidates(from, to, gutters)
    .map(straightened)
    .filter((way) => segmentsOf(way).every((segment) => others.every((box) => !passes(segment, box))))
    .map((way) => ({ way, cost: costOf(way, before) }))
    .toSorted((a, b) => a.cost - b.cost);
  // Where everything is in the way the shortest is as good as any.
  return ways[0]?.way ?? straightened(candidates(from, to, gutters)[0]!);
}

function candidates(from: Box, to: Box, gutters: readonly number[]): Point[][] {
  const a = centre(from);
  const b = centre(to);
  const right = from.x + from.width;
  if (to.x > right) {
    const late = to.x - turn;
    const early = right + turn;
    const out: Point = { x: right, y: a.y };
    const into: Point = { x: to.x, y: b.y };
    const down: Point = { x: a.x, y: b.y > a.y ? from.y + from.height : from.y };
    return [
      [out, { x: late, y: a.y }, { x: late, y: b.y }, into],
      [out, { x: early, y: a.y }, { x: early, y: b.y }, into],
      ...(a.y === b.y ? [] : [[down, { x: a.x, y: b.y }, into]]),
      ...gutters.flatMap((y) => [
        [out, { x: early, y: a.y }, { x: early, y }, { x: late, y }, { x: late, y: b.y }, into],
        [edge(from, y), { x: a.x, y }, { x: late, y }, { x: late, y: b.y }, into],
      ]),
    ];
  }
  return gutters.map((y) => [edge(from, y), { x: a.x, y }, { x: b.x, y }, edge(to, y)]);
}

const centre = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** The middle of the upper or lower side, whichever faces that line. */
const edge = (box: Box, y: number): Point => ({
  x: centre(box).x,
  y: y > centre(box).y ? box.y + box.height : box.y,
});

/** Without points on a straight line and without standing still. */
function straightened(way: readonly Point[]): Point[] {
  const moving = way.filter((point, at) => at === 0 || !same(point, way[at - 1]!));
  return moving.filter((point, at) => {
    const [before, after] = [moving[at - 1], moving[at + 1]];
    if (!before || !after) return true;
    return !((before.x === point.x && after.x === point.x) || (before.y === point.y && after.y === point.y));
  });
}

const same = (a: Point, b: Point): boolean => a.x === b.x && a.y === b.y;

export const segmentsOf = (way: readonly Point[]): Segment[] => way.slice(1).map((point, at) => [way[at]!, point]);

export function passes([a, b]: Segment, box: Box): boolean {
  return (
    Math.max(a.x, b.x) > box.x - clearance &&
    Math.min(a.x, b.x) < box.x + box.width + clearance &&
    Math.max(a.y, b.y) > box.y - clearance &&
    Math.min(a.y, b.y) < box.y + box.height + clearance
  );
}

function costOf(way: readonly Point[], before: readonly Segment[]): number {
  const own = segmentsOf(way);
  const length = own.reduce((sum, [a, b]) => sum + Math.abs(a.x - b.x) + Math.abs(a.y - b.y), 0);
  const meetings = own.flatMap((segment) => before.map((other) => meet(segment, other)));
  return length + way.length * costOfTurn + meetings.reduce((sum, cost) => sum + cost, 0);
}

function meet(one: Segment, other: Segment): number {
  const upright = ([a, b]: Segment): boolean => a.x === b.x;
  const span = (values: readonly [number, number]) => [Math.min(...values), Math.max(...values)] as const;
  const [oneX, oneY] = [span([one[0].x, one[1].x]), span([one[0].y, one[1].y])];
  const [otherX, otherY] = [span([other[0].x, other[1].x]), span([other[0].y, other[1].y])];
  const acrossX = Math.min(oneX[1], otherX[1]) - Math.max(oneX[0], otherX[0]);
  const acrossY = Math.min(oneY[1], otherY[1]) - Math.max(oneY[0], otherY[0]);
  if (upright(one) === upright(other)) {
    const along = upright(one) ? acrossY : acrossX;
    const apart = upright(one) ? Math.abs(one[0].x - other[0].x) : Math.abs(one[0].y - other[0].y);
    return along > 0 && apart < 4 ? costOfOverlap : 0;
  }
  return acrossX > 0 || acrossY > 0 ? (acrossX >= 0 && acrossY >= 0 ? costOfCrossing : 0) : 0;
}
