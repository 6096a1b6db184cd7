// What a rule for some segments costs the others: whom it overtakes, the promised hours, and no numbers of groups that are too small.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseTraits } from '#contract/service-policies.ts';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import { all, buildTree } from '#modules/segments/factory.ts';
import type { Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { changePolicy } from './change-policy.ts';
import { changeCalendar } from './change-calendar.ts';
import { createPolicy } from './create-policy.ts';
import { goalInput, policyInput } from './factory.ts';
import { listCalendars } from './list-calendars.ts';
import { policyCost } from './policy-cost.ts';
import { writeClockHistory } from './write-clock-history.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

const hour = 3_600_000;
const day = 24 * hour;

type Given = { segment: string | null; daysAgo: number; kind?: CaseTraits['kind']; claimedAfter?: number };

/** Cases that came so many days ago; `claimedAfter` hours if at all. */
async function cases(ctx: Context, path: (segment: string) => string[], given: readonly Given[]): Promise<void> {
  const now = ctx.clock.now().getTime();
  await writeClockHistory(
    ctx,
    given.map(({ segment, daysAgo, kind = 'complaint', claimedAfter }) => {
      const registeredAt = now - daysAgo * day;
      const segmentPath = segment ? path(segment) : [];
      return {
        begins: {
          caseId: newId(),
          traits: { kind, categoryId: null, productId: null, channel: 'phone', priority: 'normal', segmentPath },
          unitId: null,
          segmentId: segment,
          registeredAt,
          handedOver: false,
        },
        happenings:
          claimedAfter === undefined
            ? []
            : [{ at: registeredAt + claimedAfter * hour, happening: { type: 'claimed' as const } }],
      };
    }),
  );
}

/** Open around the clock, everybody promised ten days. */
async function scene(ctx: Context) {
  const ids = await buildTree(ctx, [
    { name: 'Kiosks', rule: all(), sizeRank: 0 },
    { name: 'Large', rule: all(), sizeRank: 2, below: [{ name: 'Zones', rule: all(), sizeRank: 3 }] },
    { name: 'Shops', rule: all(), sizeRank: 1 },
  ]);
  const { id, version, name } = (await listCalendars(ctx)).items[0]!;
  const week = Array.from({ length: 7 }, () => [{ from: 0, until: 1440 }]);
  await changeCalendar(ctx, { id, version, name, timeZone: 'UTC', week, exceptions: [], closures: [] });
  const ten = await createPolicy(ctx, {
    ...policyInput('Everybody'),
    goals: [goalInput({ amount: 240 * 60, unit: 'minutes' })],
  });
  const segment = (name: string) => ids[name]!;
  const path = (one: string) => (one === segment('Zones') ? [one, segment('Large')] : [one]);
  return { segment, path, ten };
}
const times = <T>(count: number, one: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => one(index));

test('counts who came earlier, still waits and is due later, by segment, with and without the change', async () => {
  const { run } = await buildOrganisation(app.platform);
  const { segment, path } = await run(scene);
  await run((ctx) =>
    cases(ctx, path, [
      // The favoured came five days ago.
      ...times(6, () => ({ segment: segment('Zones'), daysAgo: 5 })),
      // Six kiosks came before, of which one was claimed before; six shops came after.
      ...times(5, () => ({ segment: segment('Kiosks'), daysAgo: 7 })),
      { segment: segment('Kiosks'), daysAgo: 7, claimedAfter: 24 },
      ...times(6, () => ({ segment: segment('Shops'), daysAgo: 4 })),
      // Too few to show, and too long ago to count.
      ...times(2, () => ({ segment: null, daysAgo: 8 })),
      ...times(9, () => ({ segment: segment('Kiosks'), daysAgo: 91 })),
    ]),
  );
  const favour = (hours: number) => ({
    ...policyInput('Large first', { segmentIds: [segment('Large')] }),
    goals: [goalInput({ amount: hours * 60, unit: 'minutes' as const })],
    position: 1,
  });
  const cost = await run((ctx) => policyCost(ctx, favour(24)));
  expect(cost).toEqual({
    favoursSegments: true,
    takesOver: 6,
    since: new Date(app.clock.now().getTime() - 90 * day),
    own: 6,
    others: 14,
    ownHours: 24,
    otherHours: 240,
    overtaken: 7,
    overtakenBefore: 0,
    bySegment: [
      { segment: { en: 'Kiosks' }, cases: 6, overtaken: 5, hours: 240 },
      { segment: { en: 'Shops' }, cases: 6, overtaken: 0, hours: 240 },
      { segment: null, cases: null, overtaken: null, hours: null },
    ],
  });
  // Ten days minus two and a bit: nobody is overtaken by that.
  expect(await run((ctx) => policyCost(ctx, favour(300)))).toMatchObject({ overtaken: 0, ownHours: 300 });
  // Nothing was kept, and saving would be refused for the same reason.
  await expect(run((ctx) => policyCost(ctx, { ...favour(24), position: 2 }))).rejects.toMatchObject({
    faults: [{ field: 'conditions', code: 'never-reached', params: { by: 'Everybody' } }],
  });
});

test('compares a new version with the one of before, and says nothing of few', async () => {
  const { run } = await buildOrganisation(app.platform);
  const { segment, path } = await run(scene);
  const first = await run((ctx) =>
    createPolicy(ctx, {
      ...policyInput('Large first', { segmentIds: [segment('Large')] }),
      goals: [goalInput({ amount: 48 * 60, unit: 'minutes' })],
      position: 1,
    }),
  );
  await run((ctx) =>
    cases(ctx, path, [
      ...times(5, () => ({ segment: segment('Large'), daysAgo: 5 })),
      ...times(4, () => ({ segment: segment('Kiosks'), daysAgo: 6 })),
    ]),
  );
  const { id, name, conditions, regimeId } = first;
  const slower = { id, name, conditions, regimeId, goals: [goalInput({ amount: 60 * 240, unit: 'minutes' as const })] };
  expect(await run((ctx) => policyCost(ctx, slower))).toMatchObject({
    own: 5,
    others: 4,
    ownHours: 240,
    otherHours: null,
    overtaken: null,
    overtakenBefore: null,
    bySegment: [{ cases: null, overtaken: null, hours: null }],
  });
  await run((ctx) => cases(ctx, path, [{ segment: segment('Shops'), daysAgo: 6 }]));
  expect(await run((ctx) => policyCost(ctx, slower))).toMatchObject({ others: 5, overtaken: 0, overtakenBefore: 5 });
  // What was promised stays what it is compared with, whatever holds now.
  await run((ctx) => changePolicy(ctx, { ...slower, version: 1, appliesTo: 'new' }));
  const again = { ...slower, goals: [goalInput({ amount: 60, unit: 'minutes' as const })] };
  expect(await run((ctx) => policyCost(ctx, again))).toMatchObject({ overtaken: 5, overtakenBefore: 5 });
  // A policy without a resolution among its goals promises none.
  const without = { ...slower, goals: [goalInput({ target: 'acknowledge', amount: 1 })] };
  expect(await run((ctx) => policyCost(ctx, without))).toMatchObject({ own: 5, ownHours: null, overtaken: null });
});
