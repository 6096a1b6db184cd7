// What the rule book of clocks works on: a case with its clocks, and what can happen to it. Instants in milliseconds.
import type { CaseTraits, ClockState, ClockTarget, Derivation, Goal } from '#contract/service-policies.ts';
import type { WaitReason } from '#contract/case-facts.ts';

export type Who = { kind: 'staff' | 'customer' | 'system' | 'api-key' | 'dealer'; id: string | null };

/** A stretch in which the case waited for a named reason, or lay with its customer, claimed or closed. */
export type Wait = { reason: WaitReason | 'claimed' | 'closed'; from: number; until: number | null; by: Who | null };

export type Move = {
  at: number;
  from: number | null;
  to: number | null;
  why: 'calendar' | 'policy' | 'case-changed' | 'disputed' | 'reopened';
  version: number | null;
};

export type ClockOf = {
  id: string;
  target: ClockTarget;
  ordinal: number;
  state: ClockState;
  policyId: string;
  policyVersion: number;
  calendarId: string;
  calendarVersion: number;
  goal: Goal;
  startedAt: number;
  /** Null while it is paused, or where its calendar never opens. */
  dueAt: number | null;
  firstDueAt: number | null;
  endedAt: number | null;
  warnedAt: number | null;
  breachedAt: number | null;
  alarmAt: number | null;
  /** On the goal's own measure; null until it ends. */
  goalMs: number | null;
  countedMs: number | null;
  pausedMs: number | null;
  pauses: readonly Wait[];
  derivation: Derivation;
  moves: readonly Move[];
  kind: string;
  channel: string;
  unitId: string | null;
  segmentId: string | null;
};

export type Clocked = {
  caseId: string;
  state: 'open' | 'claimed' | 'closed';
  policy: { id: string; version: number } | null;
  traits: CaseTraits;
  unitId: string | null;
  segmentId: string | null;
  registeredAt: number;
  acknowledgedAt: number | null;
  assessedAt: number | null;
  answeredAt: number | null;
  waits: readonly Wait[];
  clocks: readonly ClockOf[];
};

/**
 * `answered`: staff wrote to the customer. `customer-wrote`: more than thanks. `handed-over`: to a unit that has yet to take it up.
 * `customer-not-silent`: an answer waits, and the customer wrote something that neither accepts nor disputes it. `changed`: it is another kind of case now, or its customer another segment. `policy-published`: a new or changed policy is to hold for open cases too.
 */
export type Happening =
  | { type: 'acknowledged' | 'assessed' | 'answered' | 'customer-wrote' }
  | { type: 'waits'; reason: WaitReason; by: Who }
  | { type: 'goes-on' }
  | { type: 'handed-over'; unitId: string | null }
  | { type: 'moved'; unitId: string | null }
  | { type: 'taken-up' | 'claimed' | 'customer-not-silent' | 'disputed' | 'closed' | 'reopened' }
  | { type: 'changed'; traits: Partial<CaseTraits> }
  | { type: 'policy-published'; policyId: string };
