// The closed lists of words that policies and filters are made of, in the order in which they are offered.
import type { CaseTraits } from '#contract/service-policies.ts';
import type { WaitReason } from '#contract/case-facts.ts';
import type { z } from 'zod';
import type { Goal } from './policy-wire.ts';

type Traits = z.infer<typeof CaseTraits>;

export const caseWords = {
  kinds: ['complaint', 'request', 'inquiry', 'suggestion', 'remark'],
  channels: ['portal', 'mail', 'phone', 'visit', 'letter', 'api'],
  priorities: ['low', 'normal', 'high', 'urgent'],
  waitReasons: ['customer-information', 'outside-party', 'site-visit', 'later'],
} as const satisfies {
  kinds: ReadonlyArray<Traits['kind']>;
  channels: ReadonlyArray<Traits['channel']>;
  priorities: ReadonlyArray<Traits['priority']>;
  waitReasons: readonly WaitReason[];
};

export const targets = [
  'acknowledge',
  'assess',
  'first-answer',
  'next-answer',
  'hand-off',
  'claim',
  'dispute-answer',
  'lapse',
] as const satisfies ReadonlyArray<Goal['target']>;
/** Where the beginning is a choice; the others begin with what they answer. */
export const startsOf: Partial<Record<Goal['target'], ReadonlyArray<Goal['from']>>> = {
  assess: ['registered', 'acknowledged'],
  'first-answer': ['registered', 'acknowledged', 'assessed'],
  claim: ['registered', 'acknowledged', 'assessed'],
};
/** The customer is told at once that the case is there, and how long they may be silent is theirs. */
export const neverWait: ReadonlyArray<Goal['target']> = ['acknowledge', 'lapse'];

export const actions = [
  'notify-assignee',
  'notify-head',
  'raise-priority',
  'open-door-upward',
] as const satisfies ReadonlyArray<Goal['onWarn'][number]>;
