// The rule book of clocks: against a walk minute by minute, and against each fault that service desks are known for.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Goal } from '#contract/service-policies.ts';
import { advance, registered, type Rules } from './advance.ts';
import { anyCase, goal, inForceOf, life, minuteMs, ms, officeWeek, policyOf } from './clock-life.ts';
import type { Happening } from './clock-state.ts';

/** Sunday. */
const sunday = '2026-11-01T09:00';
const claimIn = (amount: number, unit: Goal['unit'], changes: Partial<Goal> = {}) =>
  policyOf('policy', [goal('claim', amount, unit, changes)]);

describe('any life of a case', () => {
  const reasons = ['customer-information', 'outside-party'] as const;
  const minutes = 20 * 1440;
  const start = ms('2026-11-02T10:17');
  const openMinute = 1;
  const calendarWithout = (closedDay: number) => ({
    ...officeWeek,
    week: officeWeek.week.map((spans, day) => (day === closedDay ? [] : spans)),
  });
  const known = new Map<number, boolean[]>();
  const workingMinutes = (closedDay: number): boolean[] => {
    const there = known.get(closedDay);
    if (there) return there;
    const { week } = calendarWithout(closedDay);
    const made = Array.from({ length: minutes }, (_, at) => {
      const date = new Date(start + at * minuteMs);
      const ofDay = date.getUTCHours() * 60 + date.getUTCMinutes();
      return week[date.getUTCDay()]!.some((span) => span.from <= ofDay && ofDay < span.until);
    });
    known.set(closedDay, made);
    return made;
  };
  const goals = fc.record({
    amount: fc.integer({ min: 1, max: 3_000 }),
    unit: fc.constantFrom('working-minutes' as const, 'minutes' as const),
    pausedBy: fc.subarray([...reasons]),
  });
  const steps = fc.array(
    fc.record({
      gap: fc.integer({ min: 1, max: 2_500 }),
      what: fc.constantFrom(
        'wait-0',
        'wait-1',
        'go-on',
        'answer',
        'write',
        'claim',
        'dispute',
        'close',
        'reopen',
        'kind',
        'hand',
      ),
    }),
    { maxLength: 14 },
  );

  test('gives the resolution the due time and the end that a walk minute by minute finds', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        goals,
        goals,
        steps,
        fc.integer({ min: 0, max: 6 }),
        (forComplaints, forRequests, plan, closedDay) => {
          const policies = [
            policyOf(
              'complaints',
              [goal('claim', forComplaints.amount, forComplaints.unit, { pausedBy: forComplaints.pausedBy })],
              {
                conditions: { ...anyCase, kinds: ['complaint'] },
              },
            ),
            policyOf('others', [
              goal('claim', forRequests.amount, forRequests.unit, { pausedBy: forRequests.pausedBy }),
            ]),
          ];
          const calendar = {
            ...officeWeek,
            week: officeWeek.week.map((spans, day) => (day === closedDay ? [] : spans)),
          };
          const rules: Rules = {
            inForce: inForceOf(policies, calendar),
            policyOf: ({ id }) => policies.find((policy) => policy.id === id)!,
          };
          let clocked = registered(rules, {
            caseId: 'case',
            traits: {
              kind: 'complaint',
              categoryId: null,
              productId: null,
              channel: 'mail',
              priority: 'normal',
              segmentPath: [],
            },
            unitId: null,
            segmentId: null,
            registeredAt: start,
            handedOver: false,
          });
          // Which minutes count for a goal that stops for neither, the first, the second reason: 0 none, else why it waits.
          const walk = new Uint8Array(minutes);
          let walked = 0;
          let state = 'open' as 'open' | 'claimed' | 'closed';
          let waits: (typeof reasons)[number] | null = null;
          let kind: 'complaint' | 'request' = 'complaint';
          let judged: { at: number; goal: typeof forComplaints } | null = null;
          const goalNow = () => (kind === 'complaint' ? forComplaints : forRequests);
          const until = (minute: number) => {
            walk.fill(
              state === 'open' ? (waits === null ? openMinute : 2 + reasons.indexOf(waits)) : 0,
              walked,
              minute,
            );
            walked = minute;
          };
          let minute = 0;
          const happens = (happening: Happening) => {
            clocked = advance(rules, clocked, happening, start + minute * minuteMs);
          };
          for (const { gap, what } of plan) {
            minute += gap;
            if (minute >= minutes) break;
            until(minute);
            const wait = what === 'wait-0' ? reasons[0] : what === 'wait-1' ? reasons[1] : null;
            if (wait && state === 'open') {
              waits = wait;
              happens({ type: 'waits', reason: wait, by: { kind: 'system', id: null } });
            } else if (what === 'go-on' && state === 'open') {
              waits = null;
              happens({ type: 'goes-on' });
            } else if (what === 'answer' && state === 'open') happens({ type: 'answered' });
            else if (what === 'write') happens({ type: 'customer-wrote' });
            else if (what === 'hand' && state === 'open') happens({ type: 'handed-over', unitId: 'other' });
            else if (what === 'claim' && state === 'open') {
              [state, waits, judged] = ['claimed', null, { at: minute, goal: goalNow() }];
              happens({ type: 'claimed' });
            } else if (what === 'dispute' && state === 'claimed') {
              [state, judged] = ['open', null];
              happens({ type: 'disputed' });
            } else if (what === 'close' && state !== 'closed') {
              if (state === 'open') judged = { at: minute, goal: goalNow() };
              [state, waits] = ['closed', null];
              happens({ type: 'closed' });
            } else if (what === 'reopen' && state === 'closed') {
              [state, judged] = ['open', null];
              happens({ type: 'reopened' });
            } else if (what === 'kind' && state !== 'closed') {
              kind = kind === 'complaint' ? 'request' : 'complaint';
              happens({ type: 'changed', traits: { kind } });
            }
          }
          until(minutes);
          const { amount, unit, pausedBy } = judged?.goal ?? goalNow();
          const counts = [false, true, !pausedBy.includes(reasons[0]), !pausedBy.includes(reasons[1])];
          const working = workingMinutes(closedDay);
          let left = amount;
          let due: number | null = null;
          for (let at = 0; at < (judged?.at ?? minutes) && due === null; at += 1) {
            if (!counts[walk[at]!] || (unit === 'working-minutes' && !working[at])) continue;
            left -= 1;
            if (left === 0) due = at + 1;
          }
          const clock = clocked.clocks.find((one) => one.target === 'claim')!;
          const found = clock.dueAt === null ? null : (clock.dueAt - start) / minuteMs;
          compared += 1;
          if (judged) {
            expect(clock.state === 'missed').toBe(due !== null && due < judged.at);
            expect(clock.state === 'missed' ? found : null).toBe(due !== null && due < judged.at ? due : null);
          } else if (due !== null) expect(found).toBe(due);
          // Beyond the days that were walked, or standing still.
          else expect(found === null || found >= minutes).toBe(true);
        },
      ),
      { numRuns: 10_000 },
    );
    expect(compared).toBeGreaterThanOrEqual(10_000);
  }, 300_000);
});

describe('faults that service desks are known for', () => {
  test('time on hold is not added to a due time: it counts working time around weekends (frappe/helpdesk#1554, #1675)', () => {
    const case_ = life([claimIn(480, 'working-minutes', { pausedBy: ['outside-party'] })], '2026-11-05T10:00');
    case_.waits('2026-11-05T11:00', 'outside-party').at('2026-11-08T09:00', 'goes-on');
    // One hour on Thursday, the weekend and Sunday's first hour paused, seven hours on Sunday.
    expect(case_.due('claim')).toBe('2026-11-08T16:00');
  });

  test('a due time follows the policy that was published for open cases, from the first beginning (frappe/helpdesk#2214)', () => {
    const case_ = life([claimIn(1, 'working-days')], sunday);
    case_.publish('2026-11-01T12:00', { ...claimIn(3, 'working-days'), version: 2 }, 'open');
    expect(case_.due('claim')).toBe('2026-11-04T16:00');
    expect(case_.clock('claim').moves).toEqual([
      {
        at: ms('2026-11-01T12:00'),
        from: ms('2026-11-02T16:00'),
        to: ms('2026-11-04T16:00'),
        why: 'policy',
        version: 2,
      },
    ]);
  });

  test('a policy published for new cases leaves running clocks under theirs, also when the case waits meanwhile', () => {
    const case_ = life([claimIn(1, 'working-days', { pausedBy: ['later'] })], sunday);
    case_.publish('2026-11-01T12:00', { ...claimIn(3, 'working-days'), version: 2 }, 'new');
    case_.waits('2026-11-01T13:00', 'later').at('2026-11-01T14:00', 'goes-on');
    expect(case_.due('claim')).toBe('2026-11-03T09:00');
    expect(case_.clock('claim').policyVersion).toBe(1);
  });

  test('breach goes by the calendar, not by the clock on the wall (chatwoot PR 13392)', () => {
    const case_ = life([claimIn(60, 'working-minutes')], '2026-11-05T15:30');
    expect(case_.due('claim')).toBe('2026-11-08T08:30');
    case_.at('2026-11-08T08:30', 'claimed');
    expect(case_.clock('claim').state).toBe('met');
  });

  test('a day may have two spans, with a lunch break or in Ramadan (chatwoot#14009, frappe/helpdesk#2212)', () => {
    const split = {
      ...officeWeek,
      week: officeWeek.week.map((spans) =>
        spans.length
          ? [
              { from: 480, until: 720 },
              { from: 780, until: 960 },
            ]
          : [],
      ),
    };
    const case_ = life([claimIn(300, 'working-minutes')], sunday).calendar('2026-11-01T09:00', split);
    expect(case_.due('claim')).toBe('2026-11-01T15:00');
  });

  test('a claim ends the clock of the next answer, although the customer spoke last (chatwoot#10178)', () => {
    const case_ = life([policyOf('policy', [goal('next-answer', 60, 'working-minutes')])], sunday);
    case_.at('2026-11-01T09:10', 'answered').at('2026-11-01T09:20', 'customer-wrote').at('2026-11-01T09:50', 'claimed');
    expect(case_.clock('next-answer').state).toBe('met');
    expect(case_.clock('next-answer').alarmAt).toBeNull();
  });

  test('when the case moves to another unit, running promises go on and the unit has its own to take it up (chatwoot#10178)', () => {
    const policy = policyOf('policy', [goal('claim', 2, 'working-days'), goal('hand-off', 120, 'working-minutes')]);
    const case_ = life([policy], sunday).at('2026-11-01T09:30', 'taken-up');
    const before = case_.due('claim');
    case_.at('2026-11-01T11:00', { type: 'handed-over', unitId: 'other' });
    expect(case_.due('claim')).toBe(before);
    expect(case_.clock('claim').unitId).toBe('other');
    expect(case_.clocks('hand-off').map(({ state, unitId }) => [state, unitId])).toEqual([
      ['met', 'unit'],
      ['running', 'other'],
    ]);
    expect(case_.due('hand-off')).toBe('2026-11-01T13:00');
  });

  test('the next answer does not overrule the first one (zammad#5177)', () => {
    const policy = policyOf('policy', [
      goal('first-answer', 120, 'working-minutes'),
      goal('next-answer', 30, 'working-minutes'),
    ]);
    const case_ = life([policy], sunday).at('2026-11-01T09:20', 'customer-wrote');
    expect(case_.clocks('next-answer')).toEqual([]);
    expect(case_.due('first-answer')).toBe('2026-11-01T11:00');
  });

  test('nothing is overdue where staff answered last (zammad#3140)', () => {
    const case_ = life([policyOf('policy', [goal('next-answer', 30, 'working-minutes')])], sunday);
    case_.at('2026-11-01T09:10', 'answered', 'customer-wrote').at('2026-11-01T09:15', 'answered');
    expect(case_.whole().clocks.filter(({ state }) => state === 'running')).toEqual([]);
  });

  test('a second message does not move the answer that is owed to the first', () => {
    const case_ = life([policyOf('policy', [goal('next-answer', 60, 'working-minutes')])], sunday);
    case_
      .at('2026-11-01T09:10', 'answered')
      .at('2026-11-01T09:20', 'customer-wrote')
      .at('2026-11-01T09:50', 'customer-wrote');
    expect(case_.clocks('next-answer')).toHaveLength(1);
    expect(case_.due('next-answer')).toBe('2026-11-01T10:20');
  });

  test('a policy that changes while the case waits keeps what it waited (glpi#6902)', () => {
    const case_ = life([claimIn(60, 'working-minutes')], sunday);
    case_.waits('2026-11-01T09:30', 'outside-party');
    // The first policy does not stop for it; the one that comes meanwhile does, also for what was waited before.
    case_.publish(
      '2026-11-01T09:50',
      { ...claimIn(60, 'working-minutes', { pausedBy: ['outside-party'] }), version: 2 },
      'open',
    );
    expect(case_.due('claim')).toBe('paused');
    case_.at('2026-11-01T11:30', 'goes-on');
    expect(case_.due('claim')).toBe('2026-11-01T12:00');
    expect(case_.clock('claim').pauses).toMatchObject([{ reason: 'outside-party', from: ms('2026-11-01T09:30') }]);
  });

  test('what was paused is not counted as used (glpi#1912)', () => {
    const case_ = life([claimIn(480, 'working-minutes', { pausedBy: ['later'] })], sunday);
    case_.waits('2026-11-01T10:00', 'later').at('2026-11-01T15:00', 'goes-on').at('2026-11-01T15:30', 'claimed');
    expect(case_.clock('claim')).toMatchObject({
      state: 'met',
      countedMs: 90 * minuteMs,
      pausedMs: 300 * minuteMs,
      goalMs: 480 * minuteMs,
    });
  });

  test('a case registered at night begins to count in the morning and is not stopped at nothing (glpi#687)', () => {
    const case_ = life([claimIn(60, 'working-minutes')], '2026-11-01T22:00');
    expect(case_.due('claim')).toBe('2026-11-02T09:00');
  });

  test('a pause over a holiday tells the holiday from the pause', () => {
    const holiday = {
      id: 'founding',
      calendar: 'gregory',
      year: null,
      from: { month: 11, day: 2 },
      until: { month: 11, day: 2 },
      week: null,
      declared: [],
    } as const;
    const case_ = life([claimIn(480, 'working-minutes', { pausedBy: ['later'] })], sunday);
    case_.calendar('2026-11-01T09:00', { ...officeWeek, exceptions: [holiday] });
    case_.waits('2026-11-01T15:00', 'later').at('2026-11-03T09:00', 'goes-on');
    const days = case_
      .clock('claim')
      .derivation.days.map(({ date, kind, why, pausedMs }) => [date.slice(5), kind, why.length, pausedMs / minuteMs]);
    expect(days.slice(0, 3)).toEqual([
      ['11-01', 'ordinary', 0, 60],
      ['11-02', 'holiday', 1, 0],
      ['11-03', 'ordinary', 0, 60],
    ]);
  });

  test('a calendar that is corrected moves what is open, says so, and leaves alone what has ended', () => {
    const closed = { ...officeWeek, closures: [{ id: 'power', from: '2026-11-02T08:00', until: '2026-11-02T16:00' }] };
    const policy = policyOf('policy', [goal('claim', 1, 'working-days'), goal('first-answer', 1, 'working-days')]);
    const case_ = life([policy], sunday).at('2026-11-01T10:00', 'answered').calendar('2026-11-01T12:00', closed);
    expect(case_.due('claim')).toBe('2026-11-03T16:00');
    expect(case_.clock('claim').moves).toMatchObject([{ why: 'calendar', version: 2, from: ms('2026-11-02T16:00') }]);
    expect(case_.clock('first-answer')).toMatchObject({ state: 'met', moves: [], calendarVersion: 1 });
    expect(case_.due('first-answer')).toBe('2026-11-02T16:00');
  });

  test('a breach that a correction takes back is none', () => {
    const case_ = life([claimIn(1, 'working-days')], sunday);
    const overdue = { ...case_.clock('claim'), breachedAt: ms('2026-11-02T16:00'), alarmAt: null };
    const closed = { ...officeWeek, closures: [{ id: 'moon', from: '2026-11-02T00:00', until: '2026-11-03T00:00' }] };
    expect(overdue.dueAt).toBe(overdue.breachedAt);
    case_.calendar('2026-11-03T09:00', closed);
    expect(case_.clock('claim')).toMatchObject({ breachedAt: null, alarmAt: ms('2026-11-03T16:00') });
  });
});

describe('closed and opened again', () => {
  const policy = policyOf('policy', [
    goal('claim', 2, 'working-days'),
    goal('first-answer', 1, 'working-days'),
    goal('dispute-answer', 1, 'working-days'),
    goal('lapse', 10, 'days'),
  ]);

  test('a dispute takes back that the claim stopped the clock: it runs on from its first beginning, without the time the customer had it', () => {
    const case_ = life([policy], sunday).at('2026-11-01T10:00', 'claimed');
    expect(case_.clock('claim').state).toBe('met');
    case_.at('2026-11-03T10:00', 'disputed');
    expect(case_.clock('claim')).toMatchObject({ state: 'running', ordinal: 1, startedAt: ms(sunday) });
    // Seven hours of Sunday, all of Monday and Tuesday were promised; an hour was used on Sunday, the customer had it until Tuesday at ten.
    expect(case_.due('claim')).toBe('2026-11-05T16:00');
    expect(case_.due('dispute-answer')).toBe('2026-11-04T16:00');
    expect(case_.clock('lapse').state).toBe('cancelled');
  });

  test('a claim too late stays late through a dispute', () => {
    const case_ = life([policy], sunday).at('2026-11-04T10:00', 'claimed').at('2026-11-05T10:00', 'disputed');
    expect(case_.clock('claim')).toMatchObject({ state: 'running', dueAt: ms('2026-11-03T16:00') });
    case_.at('2026-11-05T11:00', 'claimed');
    expect(case_.clock('claim').state).toBe('missed');
  });

  test('a closing does not wipe out what is overdue, and cancels what is not (frappe/helpdesk#3465, statistics dressed by closing)', () => {
    const case_ = life([policy], sunday).at('2026-11-02T17:00', 'closed');
    expect(case_.clock('first-answer').state).toBe('missed');
    expect(case_.clock('claim').state).toBe('cancelled');
  });

  test('what a closing cut off goes on when the case is opened again (chatwoot#3570)', () => {
    const case_ = life([policy], sunday).at('2026-11-01T11:00', 'closed').at('2026-11-08T09:00', 'reopened');
    expect(case_.clock('claim')).toMatchObject({ state: 'running', startedAt: ms(sunday) });
    // An hour and two days were used and promised: six hours less an hour on Sunday the 8th, and two days.
    expect(case_.clock('claim').pauses).toMatchObject([{ reason: 'closed', until: ms('2026-11-08T09:00') }]);
    expect(case_.clock('first-answer').state).toBe('running');
    expect(case_.due('dispute-answer')).toBe('2026-11-09T16:00');
  });

  test('the days that a customer was told for an answer stay when the calendar or the policy changes', () => {
    const case_ = life([policy], sunday).at('2026-11-01T10:00', 'claimed');
    const before = case_.due('lapse');
    case_.publish('2026-11-02T10:00', { ...policy, version: 2, goals: [goal('lapse', 2, 'days')] }, 'open');
    expect(case_.due('lapse')).toBe(before);
  });

  test('a customer who was not silent has all days again', () => {
    const case_ = life([policy], sunday)
      .at('2026-11-01T10:00', 'claimed')
      .at('2026-11-05T10:00', 'customer-not-silent');
    expect(case_.due('lapse')).toBe('2026-11-16T00:00');
    expect(case_.clocks('lapse').map(({ state }) => state)).toEqual(['cancelled', 'running']);
  });
});

describe('another kind of case', () => {
  const policies = [
    policyOf('complaints', [goal('claim', 1, 'working-days'), goal('assess', 60, 'working-minutes')], {
      conditions: { ...anyCase, kinds: ['complaint'] },
    }),
    policyOf('others', [goal('claim', 5, 'working-days')]),
  ];

  test('gets the goals of its policy from the beginning of the case on', () => {
    const case_ = life(policies, sunday, { kind: 'request' }).at('2026-11-02T09:00', {
      type: 'changed',
      traits: { kind: 'complaint' },
    });
    expect(case_.due('claim')).toBe('2026-11-02T16:00');
    expect(case_.due('assess')).toBe('2026-11-01T10:00');
    expect(case_.clock('claim').moves).toMatchObject([{ why: 'case-changed', from: ms('2026-11-08T16:00') }]);
  });

  test('loses goals that its policy does not have, unless they are overdue', () => {
    const case_ = life(policies, sunday).at('2026-11-01T11:00', { type: 'changed', traits: { kind: 'request' } });
    expect(case_.clock('assess').state).toBe('missed');
    const early = life(policies, sunday).at('2026-11-01T09:30', { type: 'changed', traits: { kind: 'request' } });
    expect(early.clock('assess').state).toBe('cancelled');
  });

  test('does not restart what was reached under the earlier policy', () => {
    const case_ = life(policies, sunday).at('2026-11-01T09:10', 'assessed');
    case_.at(
      '2026-11-01T09:20',
      { type: 'changed', traits: { kind: 'request' } },
      { type: 'changed', traits: { kind: 'complaint' } },
    );
    expect(case_.clocks('assess').map(({ state }) => state)).toEqual(['met']);
  });
});

test('a warning comes when the set share is used, in working time', () => {
  const case_ = life([claimIn(480, 'working-minutes', { warnAt: 75 })], '2026-11-01T12:00');
  // Four hours on Sunday, two on Monday.
  expect(case_.clock('claim').alarmAt).toBe(ms('2026-11-02T10:00'));
});

test('goals that begin with an acknowledgement or an assessment wait for it', () => {
  const policy = policyOf('policy', [
    goal('first-answer', 60, 'working-minutes', { from: 'acknowledged' }),
    goal('claim', 60, 'working-minutes', { from: 'assessed' }),
  ]);
  const case_ = life([policy], sunday);
  expect(case_.whole().clocks).toEqual([]);
  case_.at('2026-11-01T10:00', 'acknowledged').at('2026-11-01T11:00', 'assessed');
  expect([case_.due('first-answer'), case_.due('claim')]).toEqual(['2026-11-01T11:00', '2026-11-01T12:00']);
});
