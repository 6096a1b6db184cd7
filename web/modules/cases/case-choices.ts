// The closed lists of words that a case is described with, in the order in which they are offered.
import type { z } from 'zod';
import type { AuthorityReason, CaseChannel, CaseKind, CaseState, Outcome } from '#contract/cases.ts';
import type { Priority, WaitReason } from '#contract/case-facts.ts';

type Channel = z.infer<typeof CaseChannel>;

export const caseStates = ['open', 'claimed', 'closed'] as const satisfies readonly CaseState[];
export const caseOutcomes = [
  'confirmed',
  'lapsed',
  'reported',
  'withdrawn',
  'closed_by_authority',
] as const satisfies readonly Outcome[];
export const caseKinds = ['complaint', 'request', 'inquiry', 'suggestion', 'remark'] as const satisfies ReadonlyArray<
  z.infer<typeof CaseKind>
>;
export const caseChannels = ['portal', 'mail', 'phone', 'visit', 'letter', 'api'] as const satisfies readonly Channel[];
/** Channels that somebody here takes down by hand. */
export const spokenChannels = ['phone', 'visit', 'letter'] as const satisfies readonly Channel[];
export const casePriorities = ['low', 'normal', 'high', 'urgent'] as const satisfies ReadonlyArray<
  z.infer<typeof Priority>
>;
export const dueChoices = ['overdue', 'soon'] as const;
export const waitReasons = [
  'customer-information',
  'outside-party',
  'site-visit',
  'later',
] as const satisfies ReadonlyArray<z.infer<typeof WaitReason>>;
export const authorityReasons = ['duplicate', 'out-of-scope', 'abuse', 'law'] as const satisfies ReadonlyArray<
  z.infer<typeof AuthorityReason>
>;
