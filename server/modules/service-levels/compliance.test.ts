// Compliance: clocks of a period by what became of them, open ones with what they have used, each group large enough to show.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseTraits } from '#contract/service-policies.ts';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import { all, buildTree } from '#modules/segments/factory.ts';
import type { Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { changeCalendar } from './change-calendar.ts';
import type { Happening } from './clock-state.ts';
import { compliance } from './compliance.ts';
import { createPolicy } from './create-policy.ts';
import { goalInput, policyInput } from './factory.ts';
import { listCalendars } from './list-calendars.ts';
import { writeClockHistory } from './write-clock-history.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

const hour = 3_600_000;

/** Open from eight to six by UTC; twenty working hours to the claim, two days by the clock to an acknowledgement, and a lapse. */
async function scene(ctx: Context) {
  const { id, version, name } = (await listCalendars(ctx)).items[0]!;
  const week = Array.from({ length: 7 }, () => [{ from: 480, until: 1080 }]);
  await changeCalendar(ctx, { id, version, name, timeZone: 'UTC', week, exceptions: [], closures: [] });
  return createPolicy(ctx, {
    ...policyInput('All'),
    goals: [
      goalInput({ amount: 1_200, unit: 'working-minutes', pausedBy: ['site-visit'] }),
      goalInput({ target: 'acknowledge', amount: 48 * 60, unit: 'minutes' }),
      goalInput({ target: 'lapse', amount: 30, unit: 'days' }),
    ],
  });
}

type Given = Partial<CaseTraits> & {
  segmentId?: string | null;
  unitId?: string | null;
  began: string;
  after?: [hoursLater: number, Happening][];
};
async function write(ctx: Context, given: readonly Given[]): Promise<void> {
  await writeClockHistory(
    ctx,
    given.map(({ began, after = [], segmentId = null, unitId = null, ...traits }) => {
      const registeredAt = Date.parse(began);
      return {
        begins: {
          caseId: newId(),
          traits: {
            kind: 'complaint',
            categoryId: null,
            productId: null,
            channel: 'phone',
            priority: 'normal',
            segmentPath: segmentId ? [segmentId] : [],
            ...traits,
          },
          unitId,
          segmentId,
          registeredAt,
          handedOver: false,
        },
        happenings: after.map(([hours, happening]) => ({ at: registeredAt + hours * hour, happening })),
      };
    }),
  );
}
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);
const who = { kind: 'staff', id: null } as const;
const claimed: [number, Happening] = [5, { type: 'claimed' }];

test('adds up, with open ones in view, shares of the time used, and pauses', async () => {
  const { run } = await buildOrganisation(app.platform, { language: 'en', settings: { timeZone: 'UTC' } });
  const all_ = await run(scene);
  // The clock of the tests stands at 08:00 on 22 November.
  expect(app.clock.now()).toEqual(new Date('2026-11-22T08:00:00.000Z'));
  await run((ctx) =>
    write(ctx, [
      // Claimed after five working hours of twenty: met, a quarter used.
      ...times(4, { began: '2026-11-10T08:00:00Z', after: [claimed] }),
      // Claimed on the third day after 25 working hours: missed.
      ...times(2, { began: '2026-11-10T08:00:00Z', after: [[53, { type: 'claimed' }]] as Given['after'] & object }),
      // Since yesterday morning ten working hours, of which four were paused: running.
      {
        began: '2026-11-21T08:00:00Z',
        after: [
          [2, { type: 'waits', reason: 'site-visit', by: who }],
          [6, { type: 'goes-on' }],
        ],
      },
      // Paused since an hour after it began: running, whatever the day.
      { began: '2026-11-01T08:00:00Z', after: [[1, { type: 'waits', reason: 'site-visit', by: who }]] },
      // Paused after all was used up, and never paused: overdue, both.
      { began: '2026-11-18T08:00:00Z', after: [[73, { type: 'waits', reason: 'site-visit', by: who }]] },
      { began: '2026-11-18T08:00:00Z' },
      // Closed before its time was over.
      { began: '2026-11-18T08:00:00Z', after: [[3, { type: 'closed' }]] },
      // Before the period.
      { began: '2026-08-01T08:00:00Z' },
    ]),
  );
  const { from, until, all: figures, groups } = await run((ctx) => compliance(ctx, { by: 'target', target: 'claim' }));
  expect([from, until]).toEqual([new Date('2026-08-25T00:00:00Z'), new Date('2026-11-23T00:00:00Z')]);
  expect(groups).toEqual([{ key: 'claim', name: null, figures }]);
  expect(figures).toMatchObject({ clocks: 11, met: 4, missed: 2, running: 2, overdue: 2, cancelled: 1 });
  expect(figures.kept?.share).toBeCloseTo(4 / 8, 10);
  expect(figures.kept!.low).toBeLessThan(0.25);
  // Of ten: 0.05, 4 × 0.25, 0.3, 2 × 1.25, and 31 and 40 of 20 hours.
  expect(figures.used).toEqual({ p50: 0.25, p90: 1.55, p95: 2 });
  // Paused 4 h, 209 h and 9 h; counted 4 × 5, 2 × 25, 6, 1, 31 and 40 h.
  expect(figures.pauseShare).toBeCloseTo(222 / (222 + 148), 10);

  // Each case promised a claim and an acknowledgement; how long customers may be silent is counted nowhere.
  const byPolicy = await run((ctx) => compliance(ctx, { by: 'policy' }));
  expect(byPolicy.groups).toEqual([{ key: all_.id, name: { en: 'All' }, figures: byPolicy.all }]);
  const byTarget = await run((ctx) => compliance(ctx, { by: 'target' }));
  expect(byTarget.groups.map(({ key }) => key).toSorted()).toEqual(['acknowledge', 'claim']);
  expect(byTarget.all.clocks).toBe(22);
  const earlier = await run((ctx) => compliance(ctx, { by: 'target', from: '2026-11-01', until: '2026-11-11' }));
  expect(earlier.groups.find(({ key }) => key === 'claim')?.figures).toMatchObject({ clocks: 7, met: 4, running: 1 });
});

test('by segment with those below, by unit, channel and kind; small groups show nothing', async () => {
  const { run, buildUnit } = await buildOrganisation(app.platform, { language: 'en', settings: { timeZone: 'UTC' } });
  await run(scene);
  const water = await buildUnit({ name: 'Water' });
  const ids = await run((ctx) =>
    buildTree(ctx, [
      { name: 'Small', rule: all(), below: [{ name: 'Kiosks', rule: all() }] },
      { name: 'Large', rule: all() },
    ]),
  );
  const began = '2026-11-10T08:00:00Z';
  await run((ctx) =>
    write(ctx, [
      ...times(3, { began, segmentId: ids['Small']!, unitId: water, after: [claimed] }),
      ...times(6, { began, segmentId: ids['Kiosks']!, channel: 'mail' as const, after: [claimed] }),
      ...times(2, { began, segmentId: ids['Large']!, kind: 'request' as const, after: [claimed] }),
    ]),
  );
  const by = async (
    how: 'segment' | 'unit' | 'channel' | 'kind',
    more: Partial<Parameters<typeof compliance>[1]> = {},
  ) => {
    const { all: figures, groups } = await run((ctx) => compliance(ctx, { by: how, target: 'claim', ...more }));
    return [figures.clocks, ...groups.map(({ key, name, figures: { clocks } }) => [name?.en ?? key, clocks])];
  };
  expect(await by('segment')).toEqual([11, ['Kiosks', 6], ['Small', null], ['Large', null]]);
  expect(await by('segment', { segmentId: ids['Small']! })).toEqual([9, ['Kiosks', 6], ['Small', null]]);
  expect(await by('unit')).toEqual([11, [null, 8], ['Water', null]]);
  expect(await by('unit', { unitId: water })).toEqual([null, ['Water', null]]);
  expect(await by('channel')).toEqual([11, ['mail', 6], ['phone', 5]]);
  expect(await by('kind', { channel: 'mail' })).toEqual([6, ['complaint', 6]]);
  const few = await run((ctx) => compliance(ctx, { by: 'kind', target: 'claim', kind: 'request' }));
  const nothing = {
    clocks: null,
    met: null,
    missed: null,
    running: null,
    overdue: null,
    cancelled: null,
    kept: null,
    used: null,
    pauseShare: null,
  };
  expect(few).toMatchObject({ all: nothing, groups: [{ key: 'request', figures: nothing }] });
  expect(await run((ctx) => compliance(ctx, { by: 'kind', policyId: newId() }))).toMatchObject({
    all: nothing,
    groups: [],
  });
  await expect(
    run((ctx) => compliance(ctx, { by: 'kind', from: '2026-11-11', until: '2026-11-11' })),
  ).rejects.toMatchObject({ faults: [{ field: 'until', code: 'not-after-from' }] });
});
