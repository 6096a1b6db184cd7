// What a pack of rules of a country or a standard is made of.
import type { Demand } from '#contract/cases.ts';
import type { Goal, Regime } from '#contract/service-policies.ts';

/** `demand`: what of a case fills it; without, it is for the organisation to hold. */
export type PackRule = Regime['rules'][number] & { demand?: { by: NonNullable<Demand['by']> } };
export type RegimePack = Omit<Regime, 'rules' | 'policies'> & { rules: readonly PackRule[] };

type Promised = Pick<Goal, 'target' | 'amount' | 'unit'> & Partial<Goal>;

/** Whoever does the work hears before the time is over, the head when it is. */
export const promise = (given: Promised): Goal => ({
  from: 'registered',
  calendarId: null,
  pausedBy: [],
  warnAt: 75,
  onWarn: ['notify-assignee'],
  onBreach: ['notify-head'],
  ...given,
});
