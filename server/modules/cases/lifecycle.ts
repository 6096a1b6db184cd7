// What may be done to a case, by its state and by who asks. Pure.
import type { CaseState } from '#contract/cases.ts';

export type StaffAction =
  | 'assign'
  | 'classify'
  | 'acknowledge'
  | 'assess'
  | 'message'
  | 'note'
  | 'claim'
  | 'report'
  | 'close-by-authority'
  | 'reopen'
  | 'wait'
  | 'mark-step';
export type CustomerAction = 'message' | 'confirm' | 'dispute' | 'withdraw' | 'reopen';

/** State in which each staff action makes sense, and the permission it takes. */
export const staffActions: Record<StaffAction, { states: readonly CaseState[]; permission: string }> = {
  assign: { states: ['open', 'claimed'], permission: 'case.assign' },
  classify: { states: ['open', 'claimed'], permission: 'case.classify' },
  acknowledge: { states: ['open', 'claimed'], permission: 'case.message' },
  assess: { states: ['open', 'claimed'], permission: 'case.classify' },
  message: { states: ['open', 'claimed'], permission: 'case.message' },
  note: { states: ['open', 'claimed', 'closed'], permission: 'case.note' },
  claim: { states: ['open'], permission: 'case.claim' },
  // What the customer said by phone can only answer a claim.
  report: { states: ['claimed'], permission: 'case.report' },
  'close-by-authority': { states: ['open', 'claimed'], permission: 'case.close-by-authority' },
  reopen: { states: ['closed'], permission: 'case.reopen' },
  wait: { states: ['open'], permission: 'case.wait' },
  'mark-step': { states: ['open', 'claimed'], permission: 'case.note' },
};

const customerActions: Record<CustomerAction, readonly CaseState[]> = {
  message: ['open', 'claimed'],
  confirm: ['claimed'],
  dispute: ['claimed'],
  withdraw: ['open', 'claimed'],
  reopen: ['closed'],
};

export function staffMay(state: CaseState, holds: (permission: string) => boolean): StaffAction[] {
  return (Object.keys(staffActions) as StaffAction[]).filter(
    (action) => staffActions[action].states.includes(state) && holds(staffActions[action].permission),
  );
}

/** `reopenableUntil` is null when the case is not closed or was closed for good. */
export function customerMay(state: CaseState, reopenableUntil: Date | null, now: Date): CustomerAction[] {
  return (Object.keys(customerActions) as CustomerAction[]).filter(
    (action) =>
      customerActions[action].includes(state) &&
      (action !== 'reopen' || (reopenableUntil !== null && now <= reopenableUntil)),
  );
}
