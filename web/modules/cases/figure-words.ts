// The seven ends of a claim in their order, and the shares and bands that charts and tables have in common.
import type { CaseWord } from '#web/ui/case-word.ts';
import type { CaseFigures, ClaimFigures } from './wire.ts';

export type EndName = Exclude<keyof ClaimFigures, 'claims'>;
export const claimEndsInOrder: ReadonlyArray<{ name: EndName; word: CaseWord }> = [
  { name: 'confirmed', word: 'confirmed' },
  { name: 'disputed', word: 'disputed' },
  { name: 'lapsed', word: 'lapsed' },
  { name: 'reported', word: 'reported' },
  { name: 'withdrawn', word: 'withdrawn' },
  { name: 'closedByAuthority', word: 'closed_by_authority' },
  { name: 'waiting', word: 'claimed' },
];

export type Segment = CaseFigures['bySegment'][number];
export type ShownSegment = Segment & { ended: number; confirmed: number; disputed: number };

export function isShown(segment: Segment): segment is ShownSegment {
  return segment.ended !== null && segment.confirmed !== null && segment.disputed !== null;
}

/** The segment with the smallest share of confirmed among ended claims; null unless two segments can be compared. */
export function worstServed(segments: readonly Segment[]): ShownSegment | null {
  const shown = segments.filter(isShown);
  if (shown.length < 2) return null;
  return shown.reduce((worst, segment) =>
    segment.confirmed / segment.ended < worst.confirmed / worst.ended ? segment : worst,
  );
}

/** Part of a whole as a share from 0 to 1; null of nothing. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
