// The words of new cases go into the index before an intake would have to put them there.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { buildCase } from './factory.ts';
import { indexNewWords } from './index-new-words.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  await app.platform.connection.pool.query('create extension pageinspect');
});
afterAll(() => app?.close());

async function waiting(): Promise<number> {
  const { rows } = await app.platform.connection.pool.query<{ tuples: number }>(
    `select n_pending_tuples as tuples from gin_metapage_info(get_raw_page('cases_search', 0))`,
  );
  return rows[0]!.tuples;
}

test('every thousand cases, and beside whoever registers them', async () => {
  const { organisationId } = await buildOrganisation(app.platform);
  for (let index = 0; index < 3; index += 1) await buildCase(app.platform, organisationId);
  expect(await waiting()).toBeGreaterThan(0);
  for (let index = 0; index < 999; index += 1) indexNewWords(app.platform);
  expect(await waiting()).toBeGreaterThan(0);
  indexNewWords(app.platform);
  await expect.poll(waiting).toBe(0);
});
