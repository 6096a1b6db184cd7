// The eight words that say where a case stands, and which of them a case deserves.

export type CaseWord =
  | 'open'
  | 'claimed'
  | 'confirmed'
  | 'disputed'
  | 'lapsed'
  | 'reported'
  | 'withdrawn'
  | 'closed_by_authority';

export type CaseStanding = {
  state: 'open' | 'claimed' | 'closed';
  outcome?: 'confirmed' | 'lapsed' | 'reported' | 'withdrawn' | 'closed_by_authority' | null;
  /** A case that is open again because the customer disputed is not simply open. */
  disputeLevel?: number;
};

export function caseWord({ state, outcome, disputeLevel = 0 }: CaseStanding): CaseWord {
  if (state === 'closed' && outcome) return outcome;
  if (state === 'claimed') return 'claimed';
  return disputeLevel > 0 ? 'disputed' : 'open';
}
