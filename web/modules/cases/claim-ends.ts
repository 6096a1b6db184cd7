// What became of each claim, read from the history of its case.
import type { CaseWord } from '#web/ui/case-word.ts';
import type { TimelineItem } from './wire.ts';

export type ClaimStory = {
  id: string;
  at: string;
  by: string | null;
  answer: string;
  lapsesAt: string | null;
  /** Null while it waits for the customer. */
  end: { word: CaseWord; at: string; by: string | null } | null;
};

const endings: Record<string, CaseWord> = {
  'case.resolution-disputed': 'disputed',
  'case.confirmed': 'confirmed',
  'case.lapsed': 'lapsed',
  'case.reported': 'reported',
  'case.withdrawn': 'withdrawn',
  'case.closed-by-authority': 'closed_by_authority',
};

export function endingWord(type: string): CaseWord | undefined {
  return endings[type];
}

/** Oldest first, by claim id. */
export function claimEnds(items: readonly TimelineItem[]): Map<string, ClaimStory> {
  const claims = new Map<string, ClaimStory>();
  for (const item of items) {
    const id = textOf(item.data['claimId']);
    if (!id) continue;
    if (item.type === 'case.resolution-claimed') {
      claims.set(id, {
        id,
        at: item.at,
        by: item.actor.name,
        answer: item.text ?? '',
        lapsesAt: textOf(item.data['lapsesAt']),
        end: null,
      });
      continue;
    }
    const word = endings[item.type];
    const claim = claims.get(id);
    if (word && claim) claim.end = { word, at: item.at, by: item.actor.name };
  }
  return claims;
}

/** Facts of events are unknown by type; a fact that is no text is none. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
