// Which of the looks of a case applies; nobody may mistake a claim for a confirmation.
import type { PortalCase } from './wire.ts';

export type StateLook = 'open' | 'claimed' | 'disputed' | NonNullable<PortalCase['outcome']>;

export function stateLook(shown: PortalCase): StateLook {
  if (shown.state === 'claimed') return 'claimed';
  if (shown.state === 'closed') return shown.outcome ?? 'closed_by_authority';
  // A case that was reopened later is open again, though its level of dispute stays.
  const last = shown.steps.findLast(
    (step) => step.type === 'disputed' || step.type === 'reopened' || step.type === 'resolution-claimed',
  );
  return last?.type === 'disputed' || (!last && shown.disputeLevel > 0) ? 'disputed' : 'open';
}
