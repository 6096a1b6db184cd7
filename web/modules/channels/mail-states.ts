// The states of mails, in the order in which they are offered as filters.
import type { z } from 'zod';
import type { OutgoingMailState, ReceivedMail } from '#contract/channels.ts';

export type OutgoingState = z.infer<typeof OutgoingMailState>;
export type ReceivedState = z.infer<typeof ReceivedMail>['state'];

/** Those that wait for a person stand first. */
export const outgoingStates = [
  'uncertain',
  'failed',
  'held',
  'queued',
  'sending',
  'sent',
] as const satisfies readonly OutgoingState[];
export const receivedStates = ['accepted', 'ignored', 'refused'] as const satisfies readonly ReceivedState[];
