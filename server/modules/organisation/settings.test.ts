// Settings of the organisation.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { buildOrganisation } from './factory.ts';
import { dateSettings, readOrganisation } from './read-organisation.ts';
import { updateSettings } from './update-settings.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

test('calendar, digits, week and weekend change one by one', async () => {
  const { run } = await buildOrganisation(app.platform, { country: 'AE', language: 'ar' });
  await run((ctx) => updateSettings(ctx, { digits: 'arab', weekend: [6, 5, 6], primaryColour: '#0a7d5c' }));
  expect(await run(readOrganisation)).toMatchObject({
    calendar: 'gregory',
    digits: 'arab',
    weekStart: 1,
    weekend: [5, 6],
    timeZone: 'Asia/Dubai',
    primaryColour: '#0a7d5c',
  });
  await run((ctx) => updateSettings(ctx, { calendar: 'islamic-umalqura', primaryColour: null }));
  expect(await run(readOrganisation)).toMatchObject({ primaryColour: null, digits: 'arab' });
  expect(await run(dateSettings)).toEqual({
    language: 'ar',
    calendar: 'islamic-umalqura',
    digits: 'arab',
    weekStart: 1,
    weekendDays: [5, 6],
    timeZone: 'Asia/Dubai',
  });
});

test('a time zone that is not there and a slug that is taken are refused', async () => {
  const { run } = await buildOrganisation(app.platform);
  const { slug } = await buildOrganisation(app.platform);
  await expect(run((ctx) => updateSettings(ctx, { timeZone: 'Asia/Atlantis' }))).rejects.toMatchObject({
    faults: [{ field: 'timeZone', code: 'unknown-time-zone' }],
  });
  await expect(run((ctx) => updateSettings(ctx, { slug }))).rejects.toMatchObject({ code: 'organisation.slug-taken' });
});

test('the event names the fields and nothing of what they hold', async () => {
  const { run, organisationId } = await buildOrganisation(app.platform);
  await run((ctx) => updateSettings(ctx, { name: { en: 'A secret name' }, weekStart: 0 }));
  const { rows } = await app.platform.connection.pool.query<{ data: object }>(
    `select data from events where organisation_id = $1 and type = 'organisation.settings-changed'`,
    [organisationId],
  );
  expect(rows).toEqual([{ data: { fields: ['name', 'weekStart'] } }]);
});
