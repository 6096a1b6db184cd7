// The knowledge of the sample organisation, in both countries: in force and in review, read by most and not by all.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeSampleCatalogue } from '#modules/catalogue/index.ts';
import { sampleStaff, writeSampleOrganisation, type SampleCountry } from '#modules/organisation/index.ts';
import { transact } from '#platform/db/transact.ts';
import { newId } from '#platform/ids.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { writeSampleKnowledge } from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app?.close());

test.each<SampleCountry>(['SA', 'IR'])('%s', async (country) => {
  const organisationId = newId();
  const now = app.clock.now();
  const since = new Date(now.getTime() - 374 * 86_400_000);
  const people = sampleStaff(country, { email: `admin@${country.toLowerCase()}.example.org` });
  await transact(app.platform, { organisationId, actor: { kind: 'system', name: 'sample' } }, async (ctx) => {
    const slug = `sample-${country.toLowerCase()}`;
    const organisation = await writeSampleOrganisation(ctx, { country, slug, people, accounts: new Map(), since });
    const units = new Map(organisation.units.map((unit) => [unit.key, unit.id]));
    const categories = await writeSampleCatalogue(ctx, units, since);
    await writeSampleKnowledge(ctx, { country, organisation, categories, since, now });
  });
  const count = async (condition: string): Promise<number> =>
    (
      await app.platform.connection.pool.query<{ n: number }>(
        `select count(*)::int as n from ${condition} and organisation_id = $1`,
        [organisationId],
      )
    ).rows[0]!.n;
  expect(await count(`knowledge_versions where state = 'in-force'`)).toBe(12);
  expect(await count(`knowledge_versions where state = 'in-review'`)).toBe(1);
  expect(await count(`knowledge_entries where audience = 'public' and language = 'ar'`)).toBe(7);
  expect(await count(`knowledge_entries where kind = 'reply-template'`)).toBe(12);
  expect(await count('knowledge_receipts where read_at is not null')).toBeGreaterThan(10);
  expect(await count('knowledge_receipts where read_at is null and released_at is null')).toBeGreaterThan(5);
  expect(await count('announcement_views where confirmed_at is not null')).toBeGreaterThan(10);
  expect(await count('knowledge_questions where answered_at is null')).toBe(2);
  // What happened long ago is told to nobody; the announcement of two days ago neither.
  expect(await count('notifications where true')).toBe(0);
});
