// The fact that a segment of the draft changed; open screens fetch it again.
import { append, type Context } from '#platform/context.ts';

export function draftChanged(
  ctx: Context,
  treeVersion: number,
  segmentId: string,
  change: 'added' | 'changed' | 'moved' | 'removed',
): void {
  append(ctx, {
    type: 'segment.draft-changed',
    subjectType: 'segment',
    subjectId: segmentId,
    data: { treeVersion, change },
  });
}
