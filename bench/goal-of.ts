// A goal of a benchmark's policy: working days from the registration, told of as usual.
import type { Goal } from '#contract/service-policies.ts';

export function goalOf(target: Goal['target'], amount: number): Goal {
  return {
    target,
    amount,
    unit: 'working-days',
    from: 'registered',
    calendarId: null,
    pausedBy: ['customer-information'],
    warnAt: 80,
    onWarn: ['notify-assignee'],
    onBreach: ['notify-head'],
  };
}
