// Announcements: published once and unchangeable, reaching whom they concern while they run, counted without small units.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildOrganisation, type BuiltOrganisation, type BuiltPerson } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import {
  createAnnouncement,
  discardAnnouncement,
  getAnnouncement,
  listAnnouncements,
  publishAnnouncement,
  updateAnnouncement,
  withdrawAnnouncement,
} from './announcements.ts';
import { richText } from './factory.ts';
import { listOwnAnnouncements, readReach, viewAnnouncement } from './reach-announcement.ts';

let app: TestApp;
let org: BuiltOrganisation;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app?.close());
beforeEach(async () => {
  org = await buildOrganisation(app.platform);
});

const runDue = () => app.platform.jobs.runDue(app.platform);
const wish = (given: object = {}) => ({
  texts: [{ language: 'en' as const, title: 'The portal is closed on Friday', body: richText('From nine to noon.') }],
  from: null,
  until: null,
  mustConfirm: true,
  concerns: [{ kind: 'everybody' as const }],
  ...given,
});
const mine = (by: BuiltPerson, open?: 'yes') =>
  org.run((ctx) => listOwnAnnouncements(ctx, { language: 'fa', open }), by.actor);
const view = (id: string, step: 'reached' | 'seen' | 'confirmed', by: BuiltPerson) =>
  org.run((ctx) => viewAnnouncement(ctx, { id, step }), by.actor);

test('drafted, published, seen, confirmed, withdrawn', async () => {
  const person = await org.buildPerson();
  const { id } = await org.run((ctx) => createAnnouncement(ctx, wish()));
  expect(await mine(person)).toEqual([]);
  await org.run((ctx) => publishAnnouncement(ctx, id));
  await runDue();
  expect(await mine(person, 'yes')).toMatchObject([{ id, language: 'en', seenAt: null, mustConfirm: true }]);
  await view(id, 'seen', person);
  expect(await mine(person, 'yes')).toHaveLength(1);
  await view(id, 'confirmed', person);
  await view(id, 'reached', person);
  expect(await mine(person, 'yes')).toEqual([]);
  expect(await org.run((ctx) => readReach(ctx, id))).toMatchObject({ concerned: 2, reached: 1, seen: 1, confirmed: 1 });
  await expect(org.run((ctx) => updateAnnouncement(ctx, { id, ...wish() }))).rejects.toMatchObject({
    code: 'announcement.published',
  });
  await expect(
    app.platform.connection.pool.query(`update announcements set texts = '[]' where id = $1`, [id]),
  ).rejects.toMatchObject({ constraint: 'published_stays' });
  expect((await org.run((ctx) => withdrawAnnouncement(ctx, { id, reason: 'Moved' }))).state).toBe('withdrawn');
  expect(await mine(person)).toEqual([]);
  await expect(view(id, 'seen', org.administrator)).rejects.toMatchObject({ code: 'announcement.not-yours' });
});

test('it begins at its moment, also for people who came later, and ends at its moment', async () => {
  const from = new Date(app.clock.now().getTime() + 3_600_000);
  const until = new Date(from.getTime() + 86_400_000);
  const { id } = await org.run((ctx) => createAnnouncement(ctx, wish({ from, until })));
  await org.run((ctx) => publishAnnouncement(ctx, id));
  await runDue();
  expect((await org.run((ctx) => getAnnouncement(ctx, id))).state).toBe('planned');
  expect(await mine(org.administrator)).toEqual([]);
  app.clock.set(from);
  await app.platform.jobs.runOnce(app.platform, 'knowledge.sweep');
  await runDue();
  expect(await mine(org.administrator)).toHaveLength(1);
  const late = await org.buildPerson();
  await runDue();
  expect(await mine(late)).toHaveLength(1);
  app.clock.set(until);
  expect(await mine(late)).toEqual([]);
  expect(
    (await org.run((ctx) => listAnnouncements(ctx, { state: 'over', limit: 5 }))).items.map((one) => one.id),
  ).toEqual([id]);
  const notices = await app.platform.connection.pool.query(
    `select count(*)::int as n from notifications where organisation_id = $1 and type = 'announcement.published'`,
    [org.organisationId],
  );
  expect(notices.rows).toEqual([{ n: 2 }]);
});

test('a unit with fewer than five has no numbers, and cannot be reckoned from the others', async () => {
  const [large, middle, small] = [await org.buildUnit(), await org.buildUnit(), await org.buildUnit()];
  for (const [unit, count] of [
    [large, 7],
    [middle, 5],
    [small, 2],
  ] as const)
    for (let at = 0; at < count; at += 1) await org.buildPerson({ positionIn: unit });
  const concerns = [large, middle, small].map((unitId) => ({ kind: 'unit' as const, unitId }));
  const { id } = await org.run((ctx) => createAnnouncement(ctx, wish({ concerns })));
  await org.run((ctx) => publishAnnouncement(ctx, id));
  await runDue();
  const reach = await org.run((ctx) => readReach(ctx, id));
  expect(reach.concerned).toBe(14);
  expect(new Map(reach.units.map((unit) => [unit.unitId, unit.count?.concerned ?? null]))).toEqual(
    new Map([
      [large, 7],
      [middle, null],
      [small, null],
    ]),
  );
});

test('nobody concerned, no words, a time that is over, and a language twice are refused', async () => {
  const { id } = await org.run((ctx) =>
    createAnnouncement(
      ctx,
      wish({
        concerns: [],
        texts: [{ language: 'en', title: 'Empty', body: richText('') }],
        until: new Date(app.clock.now().getTime() - 1),
      }),
    ),
  );
  await expect(org.run((ctx) => publishAnnouncement(ctx, id))).rejects.toMatchObject({
    faults: [
      { field: 'texts.0.body', code: 'required' },
      { field: 'concerns', code: 'required' },
      { field: 'until', code: 'in-future' },
    ],
  });
  const [text] = wish().texts;
  await expect(org.run((ctx) => createAnnouncement(ctx, wish({ texts: [text, text] })))).rejects.toMatchObject({
    faults: [{ field: 'texts.1.language', code: 'twice' }],
  });
  await org.run((ctx) => discardAnnouncement(ctx, id));
  await expect(org.run((ctx) => getAnnouncement(ctx, id))).rejects.toMatchObject({ code: 'announcement.not-found' });
});
