// Where the name of a step stands that is not written into it. Pure.
import type { Box } from './lay-out-template.ts';
import type { Point } from './route-flow.ts';

const lineHeight = 18;

/** Undefined: below it, where every tool puts it. Where an arrow would cross it there: above, or beside the arrow that is there too. */
export function placeName({ x, y, width, height }: Box, ways: readonly (readonly Point[])[]): Box | undefined {
  const middle = x + width / 2;
  const crossed = (edge: number) =>
    ways.some((way) => [way[0]!, way.at(-1)!].some((end) => end.x === middle && end.y === edge));
  if (!crossed(y + height)) return undefined;
  const above = { y: y - lineHeight - 4, height: lineHeight };
  return crossed(y) ? { ...above, x: middle + 8, width: 90 } : { ...above, x: middle - 75, width: 150 };
}
