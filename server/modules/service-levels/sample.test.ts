// The sample organisation: calendars that close on the feasts of its country, and policies by the rules of it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import { buildCategory } from '#modules/catalogue/factory.ts';
import { all, buildTree } from '#modules/segments/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { calendarDays } from './calendar-days.ts';
import { listCalendars } from './list-calendars.ts';
import { writeSamplePolicies } from './sample-policies.ts';
import { writeSampleCalendars } from './sample.ts';
import { listPolicies } from './list-policies.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

test.each([
  {
    country: 'SA',
    holidays: [
      ['2026-02-22', 'Founding Day'],
      ['2026-03-20', 'Eid al-Fitr'],
      ['2026-03-23', 'Eid al-Fitr'],
      ['2026-05-26', 'Eid al-Adha'],
      ['2026-09-23', 'National Day'],
    ],
    ordinary: ['2026-02-11', '2026-03-24'],
  },
  {
    country: 'IR',
    holidays: [
      ['2026-02-11', 'Victory of the Revolution'],
      ['2026-03-20', 'Eid al-Fitr'],
      ['2026-03-24', 'Nowruz'],
      ['2026-04-02', 'Nature Day'],
      ['2026-05-27', 'Eid al-Adha'],
    ],
    ordinary: ['2026-02-14', '2026-09-23'],
  },
] as const)('in $country', async ({ country, holidays, ordinary }) => {
  const { run } = await buildOrganisation(app.platform, { country });
  const since = new Date('2025-11-13T08:00:00.000Z');
  await run((ctx) => writeSampleCalendars(ctx, { country, since }));
  const [offices, contactCentre, ...more] = (await run(listCalendars)).items;
  expect(more).toEqual([]);
  expect(offices).toMatchObject({ isDefault: true, version: 2, changedAt: since });
  const daysOf = async (id: string) =>
    new Map(
      (await run((ctx) => calendarDays(ctx, { id, from: '2026-01-01', until: '2026-12-31' }))).days.map((day) => [
        day.date as string,
        day,
      ]),
    );
  const year = await daysOf(offices!.id);
  for (const [date, name] of holidays)
    expect(year.get(date)).toMatchObject({ kind: 'holiday', spans: [], why: [{ en: name }] });
  for (const date of ordinary)
    expect(year.get(date)).toMatchObject({
      kind: 'ordinary',
      spans: [
        { from: 480, until: 720 },
        { from: 780, until: 960 },
      ],
    });
  // A Sunday, and a Friday, of Ramadan 1447.
  expect(year.get('2026-03-01')).toMatchObject({ kind: 'special', spans: [{ from: 600, until: 900 }] });
  expect(year.get('2026-03-06')).toMatchObject({ kind: 'special', spans: [] });
  for (const { kind, spans } of (await daysOf(contactCentre!.id)).values())
    expect({ kind, spans }).toEqual({ kind: 'ordinary', spans: [{ from: 480, until: 1440 }] });
});

test.each([
  { country: 'SA', regime: 'sa-sama' },
  { country: 'IR', regime: 'ir-executive' },
] as const)('complaints in $country go by $regime, and two segments are favoured', async ({ country, regime }) => {
  const { run } = await buildOrganisation(app.platform, { country });
  const since = new Date('2025-11-13T08:00:00.000Z');
  await run((ctx) => writeSampleCalendars(ctx, { country, since }));
  const ids = await run((ctx) =>
    buildTree(ctx, [
      { name: 'Factory', rule: all() },
      { name: 'Industrial or strategic zone', rule: all() },
    ]),
  );
  const categories = await run(async (ctx) => [
    { key: 'water-outage', id: (await buildCategory(ctx)).id },
    { key: 'parks', id: (await buildCategory(ctx)).id },
  ]);
  await run((ctx) => writeSamplePolicies(ctx, { country, since, categories }));
  const { items } = await run((ctx) => listPolicies(ctx, { retired: false }));
  expect(items).toMatchObject([
    { name: { en: 'Outages' }, conditions: { categoryIds: [categories[0]!.id] }, changedAt: since },
    { name: { en: 'Industry first' }, regimeId: regime },
    { name: { en: 'Complaints' }, regimeId: regime },
    { name: { en: 'Requests and inquiries' } },
    { name: { en: 'Suggestions and remarks' } },
  ]);
  expect(items[1]!.conditions.segmentIds.toSorted()).toEqual(Object.values(ids).toSorted());
});
