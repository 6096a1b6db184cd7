// For tests: what working calendars and policies are made from, with the fields that the test does not care about filled in.
import type { Goal, PolicyConditions, PolicyInput } from '#contract/service-policies.ts';
import type { CalendarException, Closure, Week, WorkingCalendarInput } from '#contract/service-levels.ts';
import { newId } from '#platform/ids.ts';

/** Sunday to Thursday, eight to four. */
export const officeWeek: Week = Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ from: 480, until: 960 }] : []));

export function calendarInput(given: Partial<WorkingCalendarInput> = {}): WorkingCalendarInput {
  return {
    name: { en: 'Office' },
    timeZone: 'Asia/Riyadh',
    week: officeWeek,
    exceptions: [],
    closures: [],
    ...given,
  };
}

/** The first day of every Gregorian year, closed. */
export function exceptionInput(given: Partial<CalendarException> = {}): CalendarException {
  return {
    id: newId(),
    name: { en: 'Holiday' },
    calendar: 'gregory',
    year: null,
    from: { month: 1, day: 1 },
    until: { month: 1, day: 1 },
    week: null,
    declared: [],
    ...given,
  };
}

export function closureInput(from: string, until: string, name = 'Closed'): Closure {
  return { id: newId(), name: { en: name }, from, until };
}

export const conditionsInput = (given: Partial<PolicyConditions> = {}): PolicyConditions => ({
  kinds: [],
  categoryIds: [],
  segmentIds: [],
  channels: [],
  priorities: [],
  productIds: [],
  ...given,
});

/** Resolution claimed within five working days by the default calendar. */
export const goalInput = (given: Partial<Goal> = {}): Goal => ({
  target: 'claim',
  amount: 5,
  unit: 'working-days',
  from: 'registered',
  calendarId: null,
  pausedBy: [],
  warnAt: null,
  onWarn: [],
  onBreach: [],
  ...given,
});

/** For every case. */
export function policyInput(
  name: string,
  conditions: Partial<PolicyConditions> = {},
  given: Partial<PolicyInput> = {},
): PolicyInput {
  return {
    name: { en: name },
    conditions: conditionsInput(conditions),
    goals: [goalInput()],
    regimeId: null,
    ...given,
  };
}
