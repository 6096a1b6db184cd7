// The tester: which policy a case would get and why not the others, and when what would be due, also with a draft that nobody saved.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PolicyInput, PolicyTest } from '#contract/service-policies.ts';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import { all, buildTree } from '#modules/segments/factory.ts';
import type { Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { createCalendar } from './create-calendar.ts';
import { createPolicy } from './create-policy.ts';
import { calendarInput, exceptionInput, goalInput, policyInput } from './factory.ts';
import { testPolicy } from './test-policy.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

const day = 86_400_000;
/** Wednesday; Thursday is open, Sunday is Founding Day. */
const at = new Date('2026-02-18T09:40:00+03:00');
const trait = { kind: 'complaint', categoryId: null, productId: null, channel: 'phone', priority: 'normal' } as const;

async function scene(ctx: Context) {
  const segments = await buildTree(ctx, [
    { name: 'Small', rule: all(), below: [{ name: 'Kiosks', rule: all() }] },
    { name: 'Large', rule: all() },
  ]);
  const { id: calendarId } = await createCalendar(
    ctx,
    calendarInput({
      exceptions: [
        exceptionInput({
          name: { en: 'Founding Day' },
          from: { month: 2, day: 22 },
          until: { month: 2, day: 22 },
        }),
      ],
    }),
  );
  const small = await createPolicy(ctx, {
    ...policyInput('Small', { segmentIds: [segments['Small']!], channels: ['phone'] }),
    goals: [
      goalInput({ amount: 3, calendarId, warnAt: 50 }),
      goalInput({ target: 'first-answer', amount: 120, unit: 'working-minutes', calendarId }),
      goalInput({ target: 'next-answer', amount: 2, unit: 'days' }),
      goalInput({ target: 'assess', from: 'acknowledged', amount: 30, unit: 'minutes' }),
    ],
  });
  const rest = await createPolicy(ctx, policyInput('Rest'));
  return { segments, small, rest, calendarId };
}
const targets = ({ due }: PolicyTest) => Object.fromEntries(due.map((one) => [one.goal.target, one]));

test('says why not, and derives due times by the names of days', async () => {
  const { run } = await buildOrganisation(app.platform);
  const { segments, small, rest } = await run(scene);
  const kiosk = await run((ctx) => testPolicy(ctx, { ...trait, segmentId: segments['Kiosks']!, at }));
  expect(kiosk).toMatchObject({
    tried: [
      { id: small.id, fits: true, fails: [] },
      { id: rest.id, fits: true, fails: [] },
    ],
    policy: { id: small.id, name: { en: 'Small' }, version: 1 },
  });
  const due = targets(kiosk);
  expect(due['claim']).toMatchObject({
    dueAt: new Date('2026-02-24T16:00:00+03:00'),
    assumed: false,
    calendarName: { en: 'Office' },
  });
  expect(due['claim']!.derivation.days.filter(({ why }) => why.length > 0)).toMatchObject([
    { date: '2026-02-22', kind: 'holiday', why: [{ en: 'Founding Day' }] },
  ]);
  // 6 h 20 of Wednesday, then 8 h of Thursday, Monday and Tuesday: half of 30 h 20 are over on Monday at 08:50.
  expect(due['claim']!.warnAt).toEqual(new Date('2026-02-23T08:50:00+03:00'));
  expect(due['first-answer']).toMatchObject({
    dueAt: new Date('2026-02-18T11:40:00+03:00'),
    warnAt: null,
    assumed: false,
  });
  expect(due['next-answer']).toMatchObject({ assumed: true });
  expect(due['assess']).toMatchObject({ dueAt: new Date(at.getTime() + 1_800_000), assumed: true });

  const large = await run((ctx) => testPolicy(ctx, { ...trait, channel: 'mail', segmentId: segments['Large']!, at }));
  expect(large).toMatchObject({
    tried: [
      { id: small.id, fits: false, fails: ['segmentIds', 'channels'] },
      { id: rest.id, fits: true },
    ],
    policy: { id: rest.id },
  });
});

test('tries a draft instead of the one with its id, or at its position, and keeps nothing', async () => {
  const { run } = await buildOrganisation(app.platform);
  const { segments, small, rest } = await run(scene);
  const trying = (draft: PolicyInput & { id?: string; position?: number }) =>
    run((ctx) => testPolicy(ctx, { ...trait, segmentId: segments['Kiosks']!, at, draft }));
  const instead = await trying({ ...policyInput('Visits', { channels: ['visit'] }), id: small.id });
  expect(instead.tried.map(({ name, fits }) => [name.en, fits])).toEqual([
    ['Visits', false],
    ['Rest', true],
  ]);
  expect(instead.policy).toMatchObject({ id: rest.id });
  const second = await trying({ ...policyInput('New'), position: 2 });
  expect(second.tried.map(({ name }) => name.en)).toEqual(['Small', 'New', 'Rest']);
  const first = await trying({ ...policyInput('New'), position: 1 });
  expect(first.policy).toMatchObject({ name: { en: 'New' }, version: 1 });
  // No calendar opens for so long, and nobody waits until that is found out.
  const far = await trying({ ...policyInput('New'), position: 1, goals: [goalInput({ amount: 1_000_000 })] });
  expect(far.due).toMatchObject([{ dueAt: null, warnAt: null, derivation: { days: [] } }]);
  const now = await run((ctx) => testPolicy(ctx, { ...trait, segmentId: null, at: new Date(at.getTime() + day) }));
  expect(now.tried.map(({ name }) => name.en)).toEqual(['Small', 'Rest']);
});

test('without a policy nothing is due; a segment that the tree lacks is refused', async () => {
  const { run } = await buildOrganisation(app.platform);
  expect(await run((ctx) => testPolicy(ctx, { ...trait, segmentId: null, at }))).toEqual({
    tried: [],
    policy: null,
    due: [],
  });
  await expect(run((ctx) => testPolicy(ctx, { ...trait, segmentId: newId(), at }))).rejects.toMatchObject({
    faults: [{ field: 'segmentId', code: 'not-found' }],
  });
});
