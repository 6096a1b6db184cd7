// The processes of the sample organisation: published without a warning, run, standing at their steps, refused and late here and there.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleStaff, writeSampleOrganisation } from '#modules/organisation/index.ts';
import { transact } from '#platform/db/transact.ts';
import { newId } from '#platform/ids.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { writeSampleProcesses } from './sample.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app?.close());

test.each(['SA', 'IR'] as const)('of %s', async (country) => {
  const organisationId = newId();
  const now = app.clock.now();
  const since = new Date(now.getTime() - 374 * 86_400_000);
  const people = sampleStaff(country, { email: `admin@${country}.test` });
  await transact(app.platform, { organisationId, actor: { kind: 'system', name: 'sample' } }, async (ctx) => {
    const slug = `sample-${country.toLowerCase()}`;
    const organisation = await writeSampleOrganisation(ctx, { country, slug, people, accounts: new Map(), since });
    await writeSampleProcesses(ctx, { country, organisation, since, now });
  });
  const count = async (condition: string): Promise<number> =>
    (
      await app.platform.connection.pool.query(`select count(*)::int as n from ${condition} and organisation_id = $1`, [
        organisationId,
      ])
    ).rows[0].n;
  expect(await count(`process_versions where faults = '[]'`)).toBe(3);
  expect(await count(`process_models where version is null`)).toBe(1);
  expect(await count(`process_threads where element_id = 'let-it-work' and element_name is not null`)).toBe(1);
  expect(await count(`process_instances where status = 'completed'`)).toBeGreaterThan(25);
  expect(await count(`process_instances where status = 'running'`)).toBeGreaterThan(3);
  expect(await count(`process_tokens where incident is not null`)).toBe(0);
  const elements = await app.platform.connection.pool.query(
    `select distinct element_id as id from process_tasks where organisation_id = $1`,
    [organisationId],
  );
  expect(elements.rows.map(({ id }) => id).toSorted()).toEqual([
    'check',
    'compare',
    'correct',
    'plan',
    'repair',
    'tell',
  ]);
  expect(await count(`process_tasks where due_at < completed_at and derivation is not null`)).toBeGreaterThan(5);
  expect(await count(`process_hand_offs where state = 'refused'`)).toBeGreaterThan(3);
  // Lanes are units: nothing fell back to the unit of the process.
  expect(await count(`events where type = 'task.opened' and data->'notUnderstood' <> '[]'`)).toBe(0);
  expect(await count(`process_happenings where at > '${now.toISOString()}'`)).toBe(0);
});
