// The door of the segments module: what others may call and join.
export { segmentNameReader } from './segment-name.ts';
export { segmentPath, segmentPathOf, segmentPaths, segmentsAbove } from './segment-path.ts';
export { writeSampleTree } from './sample.ts';
export type { SegmentViews } from './tables.ts';
