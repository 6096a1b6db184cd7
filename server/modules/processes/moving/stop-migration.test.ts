// Stopping a migration on the database: before its job, between two instances, while one is moved, and at its very end; who may, and who is told.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from 'kysely';
import { letterLine } from '#modules/notifications/index.ts';
import { buildOrganisation, signIn, type BuiltOrganisation, type BuiltPerson } from '#modules/organisation/factory.ts';
import { createHttp } from '#platform/http/server.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { begin, doFirst, publishNext, publishProcess, read, sequenceXml, userTask } from '../factory.ts';
import { migrateJob } from './migrate-job.ts';
import { getMigration, listMigrationInstances } from './migrations.ts';
import { startMigration } from './start-migration.ts';
import { stopMigration } from './stop-migration.ts';

let app: TestApp;
let org: BuiltOrganisation;
let another: BuiltPerson;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app?.close());
beforeEach(async () => {
  org = await buildOrganisation(app.platform);
  another = await org.buildPerson({ name: 'Another', roles: ['administrator'], withAccount: true });
});

const steps = (...ids: string[]) => sequenceXml(ids.map((id) => ({ id, xml: userTask(id) })));
const start = (id: string, actor = org.administrator.actor) =>
  org.run(
    (ctx) => startMigration(ctx, { id, from: 1, to: 2, mapping: { A: 'check' }, reason: 'The law has changed.' }),
    actor,
  );
const stop = (id: string, actor = another.actor) => org.run((ctx) => stopMigration(ctx, id), actor);
const get = (id: string) => org.run((ctx) => getMigration(ctx, id));
const work = (migrationId: string) =>
  migrateJob.handle(app.platform, { organisationId: org.organisationId, migrationId });

/** Six that run, sorted as the job takes them, and a second version in which the first step has another id. */
async function publishTwo(count = 6): Promise<{ id: string; ids: string[] }> {
  const { id, key } = await publishProcess(org, steps('A', 'B'));
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1) ids.push(await begin(org, key));
  await publishNext(org, id, steps('check', 'B'));
  return { id, ids: ids.toSorted() };
}

const rowsOf = async <T>(query: string, ...values: string[]): Promise<T[]> =>
  (await app.platform.connection.pool.query(query, values)).rows as T[];
const eventsOf = async (type: string) =>
  (
    await rowsOf<{ data: Record<string, unknown> }>(
      'select data from events where organisation_id = $1 and type = $2 order by id',
      org.organisationId,
      type,
    )
  ).map(({ data }) => data);
const noticesOf = ({ personId }: { personId: string }) =>
  rowsOf<{ type: string; subject_id: string; data: Record<string, number> }>(
    "select type, subject_id, data from notifications where person_id = $1 and type like 'process.migration%' order by id",
    personId,
  );
const versionsOf = async (ids: readonly string[]) => Promise.all(ids.map(async (id) => (await read(org, id)).version));

/** Holds what the query finds until it is let go. */
async function hold(query: string, ...values: string[]): Promise<() => Promise<void>> {
  const client = await app.platform.connection.pool.connect();
  await client.query('begin');
  const { rowCount } = await client.query(query, values);
  expect(rowCount).toBeGreaterThan(0);
  return async () => {
    await client.query('rollback');
    client.release();
  };
}

/** Until so many statements about the table wait for a lock. */
const waitFor = (table: string, count: number) =>
  expect
    .poll(
      () =>
        rowsOf(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%"${table}"%'`,
        ),
      { timeout: 20_000, interval: 20 },
    )
    .toHaveLength(count);

test('stopped before its job: on record with who and when, nothing moves, and a new one may begin', async () => {
  const { id, ids } = await publishTwo(2);
  const { id: migrationId } = await start(id);
  app.clock.advance(60_000);
  const stopped = await stop(migrationId);
  expect(stopped).toMatchObject({
    startedBy: { id: org.administrator.personId },
    stoppedAt: app.clock.now(),
    endedAt: app.clock.now(),
    stoppedBy: { id: another.personId, name: 'Another' },
    counts: { waiting: 0, migrated: 0, refused: 0, ended: 0, stopped: 2 },
  });
  await work(migrationId);
  expect(await versionsOf(ids)).toEqual([1, 1]);
  expect(
    (await org.run((ctx) => listMigrationInstances(ctx, { id: migrationId, outcome: 'stopped', limit: 10 }))).items,
  ).toMatchObject(ids.map((instanceId) => ({ instanceId, at: stopped.stoppedAt, faults: [] })));

  // A second time, by somebody else and later: the first stays.
  app.clock.advance(60_000);
  expect(await stop(migrationId, org.administrator.actor)).toEqual(stopped);
  const told = { from: 1, to: 2, migrated: 0, refused: 0, ended: 0, stopped: 2 };
  expect(await eventsOf('process.migration-stopped')).toEqual([{ migrationId, ...told }]);
  expect(await eventsOf('process.migration-ended')).toEqual([]);
  expect(await noticesOf(org.administrator)).toEqual([
    {
      type: 'process.migration-stopped',
      subject_id: migrationId,
      data: { title: { en: 'A process' }, modelId: id, ...told },
    },
  ]);
  expect(await noticesOf(another)).toEqual([]);

  await doFirst(org, ids[1]!);
  const { id: next } = await start(id);
  await work(next);
  expect((await get(next)).counts).toMatchObject({ migrated: 2, stopped: 0 });
  expect(await versionsOf(ids)).toEqual([2, 2]);
  expect(await get(migrationId)).toEqual(stopped);
});

test('stopped while an instance is being moved: that one is moved, those behind it are not, and the job ends nothing', async () => {
  const { id, ids } = await publishTwo();
  const { id: migrationId } = await start(id);
  // The first of the first four stands in the middle of its move.
  const letGo = await hold('select from process_tasks where instance_id = $1 for update', ids[0]!);
  const working = work(migrationId);
  await waitFor('process_tasks', 1);
  await expect.poll(async () => (await get(migrationId)).counts.migrated, { timeout: 20_000 }).toBe(3);
  const stopping = stop(migrationId);
  await waitFor('process_migration_instances', 1);
  await letGo();
  const stopped = await stopping;
  await working;
  expect(stopped.counts).toEqual({ waiting: 0, migrated: 4, refused: 0, ended: 0, stopped: 2 });
  expect(await get(migrationId)).toEqual(stopped);
  expect(await versionsOf(ids)).toEqual([2, 2, 2, 2, 1, 1]);
  expect(await eventsOf('process.migration-ended')).toEqual([]);
  for (const each of [ids[0]!, ids[5]!]) {
    await doFirst(org, each);
    await doFirst(org, each);
    expect(await read(org, each)).toMatchObject({ status: 'completed' });
  }
});

test('stopped while the job waits for an instance that somebody holds: it is not moved', async () => {
  const { id, ids } = await publishTwo(1);
  const { id: migrationId } = await start(id);
  const letGo = await hold('select from process_instances where id = $1 for update', ids[0]!);
  const working = work(migrationId);
  await waitFor('process_instances', 1);
  expect((await stop(migrationId)).counts).toMatchObject({ migrated: 0, stopped: 1 });
  await letGo();
  await working;
  expect(await read(org, ids[0]!)).toMatchObject({ version: 1, revision: 1, corrections: [] });
  expect((await get(migrationId)).counts).toMatchObject({ migrated: 0, stopped: 1 });
});

test.each(['the end', 'the stop'])('at its very end %s comes first, and it is told once', async (first) => {
  const { id } = await publishTwo(1);
  const { id: migrationId } = await start(id);
  const letGo = await hold('select from process_migrations where id = $1 for no key update', migrationId);
  const acts = [() => work(migrationId), () => stop(migrationId)];
  const done: Promise<unknown>[] = [];
  for (const act of first === 'the end' ? acts : acts.toReversed()) {
    done.push(act().catch((error: unknown) => error));
    await waitFor('process_migrations', done.length);
  }
  await letGo();
  const [, second] = await Promise.all(done);
  const { stoppedAt, counts } = await get(migrationId);
  const types = [...(await eventsOf('process.migration-ended')), ...(await eventsOf('process.migration-stopped'))];
  expect(types).toHaveLength(1);
  if (first === 'the end') {
    expect(second).toMatchObject({ code: 'process-migration.ended', status: 409 });
    expect(stoppedAt).toBeNull();
    expect(await noticesOf(org.administrator)).toMatchObject([{ type: 'process.migration-ended' }]);
  } else {
    expect(stoppedAt).not.toBeNull();
    expect(await noticesOf(org.administrator)).toMatchObject([{ type: 'process.migration-stopped' }]);
  }
  expect(counts.waiting + counts.migrated + counts.stopped).toBe(1);
  expect(counts.waiting).toBe(0);
});

test('whoever started it is told at its end, in the bell and in the letter, with none as a number', async () => {
  const { id, ids } = await publishTwo(2);
  const { id: migrationId } = await start(id);
  await doFirst(org, ids[0]!);
  await work(migrationId);
  const [notice] = await noticesOf(org.administrator);
  expect(notice).toEqual({
    type: 'process.migration-ended',
    subject_id: migrationId,
    data: {
      title: { en: 'A process' },
      modelId: id,
      from: 1,
      to: 2,
      migrated: 2,
      refused: 0,
      ended: 0,
      stopped: 0,
    },
  });
  const settings = { language: 'en', calendar: 'gregory', digits: 'latn', timeZone: 'UTC' } as const;
  const line = letterLine(notice!.type, notice!.data, { ...settings, weekStart: 1, weekendDays: [0, 6] });
  expect(line).toContain('moved: 2, refused: 0, had ended: 0');
});

test('only who could have started it stops it; one that has ended, or is not there, is refused', async () => {
  const { id } = await publishTwo(1);
  const { id: migrationId } = await start(id);
  const manager = await org.buildPerson({ roles: ['service-manager'], withAccount: true });
  const agent = await org.buildPerson({ withAccount: true });
  const http = await createHttp(app.platform);
  const post = async (who: BuiltPerson) => {
    const url = `/api/process-migrations/${migrationId}/stop`;
    const answer = await http.inject({ method: 'POST', url, headers: await signIn(http, who), payload: {} });
    return { status: answer.statusCode, body: answer.json<{ code?: string; stoppedBy?: { name: string } }>() };
  };
  expect((await post(agent)).status).toBe(403);
  expect(await post(manager)).toMatchObject({ status: 403, body: { code: 'process-migration.not-yours' } });
  await org.run((ctx) =>
    sql`update process_models set owner_id = ${manager.personId} where organisation_id = ${ctx.organisationId} and id = ${id}`.execute(
      ctx.transaction,
    ),
  );
  expect(await post(manager)).toMatchObject({ status: 200, body: { stoppedBy: { id: manager.personId } } });
  await http.close();

  const { id: next } = await start(id, another.actor);
  await work(next);
  await expect(stop(next)).rejects.toMatchObject({ code: 'process-migration.ended', status: 409 });
  await expect(stop(id)).rejects.toMatchObject({ code: 'process-migration.not-found', status: 404 });
  expect(await get(next)).toMatchObject({ stoppedAt: null, stoppedBy: null, counts: { migrated: 1, stopped: 0 } });
});

test('the database lets people stop one, and nothing else of it be said or unsaid; who started it is not told of their own stop', async () => {
  const { id } = await publishTwo(1);
  const { id: migrationId } = await start(id);
  const change = (statement: string) =>
    org.run((ctx) =>
      sql`update ${sql.raw(statement)} where organisation_id = ${ctx.organisationId}`.execute(ctx.transaction),
    );
  const instances = 'process_migration_instances set';
  await expect(change(`${instances} outcome = 'migrated', at = now()`)).rejects.toThrow('violates check constraint');
  await expect(change(`${instances} revision = 1`)).rejects.toThrow('permission denied');
  await expect(change('process_migrations set stopped_at = now(), ended_at = now()')).rejects.toThrow(
    'process_migrations_stopped_check',
  );
  await stop(migrationId, org.administrator.actor);
  expect(await noticesOf(org.administrator), 'who stops it knows').toEqual([]);
  await expect(change(`${instances} outcome = 'waiting', at = null`)).rejects.toThrow('stays on record');
  await expect(change('process_migrations set ended_at = null, stopped_at = null, stopped_by = null')).rejects.toThrow(
    'stays so',
  );
});
