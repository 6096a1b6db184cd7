// The inbox right after many cases came in: the database's statistics do not know of them yet, and the views are as quick as before.
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
  const { id } = await buildCase(app.platform, organisationId);
  // Years of work, nearly all of it closed, as the statistics know it; then a morning of which they do not know.
  const copies = (label: string, count: number, state: string) => sql`
    insert into cases (organisation_id, id, number, tracking_code, kind, subject, description, state, outcome, priority, channel, language, customer_id, assignee_id, registered_at, last_activity_at)
    select organisation_id, gen_random_uuid(), ${label} || '-' || n, ${label} || '-' || n, kind, subject, description, made.state, case when made.state = 'closed' then 'lapsed' end, priority, channel, language,
           customer_id, case when made.assigned then ${agent.personId}::uuid end, registered_at + n * interval '1 second', last_activity_at + n * interval '1 second'
      from cases, generate_series(1, ${count}::int) n cross join lateral (select ${sql.raw(state)} as state, n % 50 <> 0 as assigned) made
     where organisation_id = ${organisationId} and id = ${id}`;
  const { db } = app.platform.connection;
  await sql`
    insert into people (organisation_id, id, name, email, created_at)
    select ${organisationId}, gen_random_uuid(), 'Person ' || n, n || '@example.org', now() from generate_series(1, 60) n`.execute(
    db,
  );
  await copies('old', 20_000, `case when n % 100 = 0 then 'open' else 'closed' end`).execute(db);
  await sql`analyze cases, people`.execute(db);
  await sql`
    insert into cases (organisation_id, id, number, tracking_code, kind, subject, description, priority, channel, language, customer_id, registered_at, last_activity_at)
    select organisation_id, gen_random_uuid(), 'new-' || n, 'new-' || n, kind, subject, description, priority, channel, language, customer_id, now(), now()
      from cases, generate_series(1, 8000) n where organisation_id = ${organisationId} and id = ${id}`.execute(db);
});
afterAll(() => app?.close());

/** How many rows of `cases` the database reads for one page of fifty. */
function rowsRead(filter: Partial<CaseFilter>): Promise<number> {
  return transact(app.platform, { organisationId, actor: agent, readOnly: true }, async (ctx) => {
    const { items } = await listCases(ctx, { order: 'latest', limit: 50, ...filter });
    expect(items).toHaveLength(50);
    const { rows } = await sql<{
      n: number;
    }>`select (seq_tup_read + idx_tup_fetch)::int as n from pg_stat_xact_user_tables where relname = 'cases'`.execute(
      ctx.transaction,
    );
    return rows[0]!.n;
  });
}

test.each<[string, Partial<CaseFilter>]>([
  ['all', {}],
  ['open', { state: 'open' }],
  ['open, oldest first', { state: 'open', order: 'oldest' }],
  ['unassigned', { state: 'open', assignee: 'none' }],
])('%s: the database reads little more than the page', async (_view, filter) => {
  expect(await rowsRead(filter)).toBeLessThan(500);
});
