// For tests of the rule book: one case lived through by hand, with policies and a calendar of its own, without a database.
import type { CaseTraits, Goal } from '#contract/service-policies.ts';
import { openTime } from '#kernel/working-time/open-time.ts';
import type { WorkingCalendar } from '#kernel/working-time/working-calendar.ts';
import { advance, registered, retimed, type Rules } from './advance.ts';
import type { Clocked, ClockOf, Happening } from './clock-state.ts';
import { conditionsInput, goalInput, officeWeek as ordinaryWeek } from './factory.ts';
import type { CalendarInForce, InForce, PolicyInForce } from './in-force.ts';

export const minuteMs = 60_000;

export const anyCase = conditionsInput();

export const goal = (target: Goal['target'], amount: number, unit: Goal['unit'], changes: Partial<Goal> = {}): Goal =>
  goalInput({ target, amount, unit, ...changes });

export const policyOf = (id: string, goals: readonly Goal[], changes: Partial<PolicyInForce> = {}): PolicyInForce => ({
  id,
  version: 1,
  name: { en: id },
  conditions: anyCase,
  goals,
  regimeId: null,
  ...changes,
});

const nobody = { kind: 'staff', id: null } as const;
/** Eight to four, Sunday to Thursday, in UTC. */
export const officeWeek: WorkingCalendar = {
  timeZone: 'UTC',
  week: ordinaryWeek,
  exceptions: [],
  closures: [],
};

export function calendarOf(calendar: WorkingCalendar, version = 1): CalendarInForce {
  return {
    id: 'office',
    version,
    name: { en: 'Office' },
    timeZone: calendar.timeZone,
    open: openTime(calendar),
    names: new Map([...calendar.exceptions, ...calendar.closures].map(({ id }) => [id, { en: id }])),
  };
}

export function inForceOf(
  policies: readonly PolicyInForce[],
  calendar: WorkingCalendar = officeWeek,
  version = 1,
): InForce {
  const office = calendarOf(calendar, version);
  return { policies, calendars: new Map([[office.id, office]]), defaultCalendar: office };
}

/** `begin` and all moments as ISO strings in UTC, such as "2026-11-01T09:00". */
export function life(policies: readonly PolicyInForce[], begin: string, traits: Partial<CaseTraits> = {}) {
  const versions = new Map(policies.map((policy) => [`${policy.id} ${policy.version}`, policy]));
  const rules = (): Rules => ({
    inForce,
    policyOf: ({ id, version }) => versions.get(`${id} ${version}`)!,
  });
  let inForce = inForceOf(policies);
  let clocked: Clocked = registered(rules(), {
    caseId: 'case',
    traits: {
      kind: 'complaint',
      categoryId: null,
      productId: null,
      channel: 'mail',
      priority: 'normal',
      segmentPath: [],
      ...traits,
    },
    unitId: 'unit',
    segmentId: null,
    registeredAt: ms(begin),
    handedOver: true,
  });
  const told = {
    at(moment: string, ...happenings: readonly (Happening | Happening['type'])[]) {
      for (const one of happenings)
        clocked = advance(rules(), clocked, (typeof one === 'string' ? { type: one } : one) as Happening, ms(moment));
      return told;
    },
    waits: (moment: string, reason: 'customer-information' | 'outside-party' | 'site-visit' | 'later') =>
      told.at(moment, { type: 'waits', reason, by: nobody }),
    /** A calendar is changed, and open clocks are reckoned anew. */
    calendar(moment: string, calendar: WorkingCalendar) {
      inForce = inForceOf(inForce.policies, calendar, inForce.defaultCalendar.version + 1);
      clocked = retimed(rules(), clocked, ms(moment));
      return told;
    },
    /** A policy is published anew; `open`: for open cases too. */
    publish(moment: string, policy: PolicyInForce, appliesTo: 'new' | 'open') {
      versions.set(`${policy.id} ${policy.version}`, policy);
      inForce = { ...inForce, policies: inForce.policies.map((one) => (one.id === policy.id ? policy : one)) };
      return appliesTo === 'open' ? told.at(moment, { type: 'policy-published', policyId: policy.id }) : told;
    },
    clocks: (target: ClockOf['target']): ClockOf[] => clocked.clocks.filter((clock) => clock.target === target),
    clock: (target: ClockOf['target']): ClockOf => told.clocks(target).at(-1)!,
    /** As "2026-11-01T09:00", or the state where there is none. */
    due(target: ClockOf['target']): string {
      const { dueAt, state } = told.clock(target);
      return dueAt === null ? state : new Date(dueAt).toISOString().slice(0, 16);
    },
    whole: (): Clocked => clocked,
  };
  return told;
}

export const ms = (moment: string): number => Date.parse(`${moment}Z`);
