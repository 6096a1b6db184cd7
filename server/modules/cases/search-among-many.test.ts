// Search where there are more cases than the first look takes in: rare words, frequent ones, filters and pages.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import type { CaseFilter } from '#contract/cases.ts';
import type { StaffActor } from '#platform/actor.ts';
import { transact } from '#platform/db/transact.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { buildCase } from './factory.ts';
import { listCases } from './list-cases.ts';

let app: TestApp;
let organisationId: string;
let agent: StaffActor;
beforeAll(async () => {
  app = await createTestApp();
  const organisation = await buildOrganisation(app.platform);
  organisationId = organisation.organisationId;
  agent = (await organisation.buildPerson({ roles: ['agent'] })).actor;
  // 2000 copies of 33 months, the first the newest: every one has `everywhere`, every tenth `tenth`, every hundredth `hundredth`, the last `lonely`.
  const { id } = await buildCase(app.platform, organisationId);
  await sql`
    insert into cases (organisation_id, id, number, tracking_code, kind, subject, description, priority, channel, language, customer_id, registered_at, last_activity_at, search)
    select organisation_id, gen_random_uuid(), '1999-' || lpad(n::text, 6, '0'), 'copy-' || n, case when n % 2 = 0 then 'complaint' else 'request' end, 'n' || n, description, priority, channel,
           language, customer_id, registered_at - n * interval '12 hours' - interval '40 days', last_activity_at - n * interval '12 hours',
           to_tsvector('simple', concat_ws(' ', 'everywhere', case when n % 10 = 0 then 'tenth' end, case when n % 100 = 0 then 'hundredth' end, case when n = 2000 then 'lonely' end))
      from cases, generate_series(1, 2000) n where organisation_id = ${organisationId} and id = ${id}`.execute(
    app.platform.connection.db,
  );
});
afterAll(() => app.close());

async function find(filter: Partial<CaseFilter>): Promise<string[]> {
  const subjects: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await transact(app.platform, { organisationId, actor: agent, readOnly: true }, (ctx) =>
      listCases(ctx, { order: 'latest', limit: 7, ...filter, ...(cursor ? { cursor } : {}) }),
    );
    subjects.push(...page.items.map((item) => item.subject));
    cursor = page.next ?? undefined;
  } while (cursor && subjects.length < 60);
  return subjects;
}

const every = (step: number, count: number, from = step): string[] =>
  Array.from({ length: count }, (_, index) => `n${from + index * step}`);

test('a word of one old case is found', async () => {
  expect(await find({ q: 'lonely' })).toEqual(['n2000']);
  expect(await find({ q: 'everywhere lonely' })).toEqual(['n2000']);
});

test('a word of some cases comes in order, page after page, newest or oldest first', async () => {
  expect(await find({ q: 'hundredth' })).toEqual(every(100, 20));
  expect(await find({ q: 'hundredth', order: 'oldest' })).toEqual(every(100, 20).reverse());
  expect((await find({ q: 'tenth' })).slice(0, 60)).toEqual(every(10, 60));
});

test('a word of every case comes in order', async () => {
  expect((await find({ q: 'everywhere' })).slice(0, 60)).toEqual(every(1, 60));
});

test('filters hold for what is found', async () => {
  expect(await find({ q: 'hundredth', kind: 'complaint' })).toEqual(every(100, 20));
  expect(await find({ q: 'hundredth', kind: 'request' })).toEqual([]);
  expect(await find({ q: 'lonely', assignee: 'none' })).toEqual(['n2000']);
  expect(await find({ q: 'lonely', disputed: true })).toEqual([]);
});

test('another organisation finds nothing of it', async () => {
  const stranger = await buildOrganisation(app.platform);
  const { actor } = await stranger.buildPerson({ roles: ['agent'] });
  const { items } = await transact(
    app.platform,
    { organisationId: stranger.organisationId, actor, readOnly: true },
    (ctx) => listCases(ctx, { order: 'latest', limit: 50, q: 'everywhere' }),
  );
  expect(items).toEqual([]);
});
