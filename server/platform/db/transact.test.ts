// One transaction is one organisation, one actor and one moment: everything leaves with the commit, nothing stays behind.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Actor } from '../actor.ts';
import { append, enqueue, on, type Context } from '../context.ts';
import { commonErrors, KeptRefusal } from '../errors.ts';
import { newId } from '../ids.ts';
import { defineJob } from '../jobs/job.ts';
import type { PlatformTables } from '../tables.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { transact } from './transact.ts';

let app: TestApp;
const job = defineJob({
  name: 'test.of-transaction',
  data: z.object({ organisationId: z.uuid(), mark: z.string() }),
  handle: () => Promise.resolve(),
});

beforeAll(async () => {
  app = await createTestApp();
  await app.platform.jobs.prepare([job]);
});
afterAll(() => app?.close());

const system: Actor = { kind: 'system', name: 'test' };
const staff: Actor = { kind: 'staff', personId: newId(), name: 'Mona', permissions: new Set() };
const key: Actor = { kind: 'api-key', keyId: newId(), name: 'A machine', permissions: new Set() };
const customer: Actor = { kind: 'customer', customerId: newId(), grantId: null };

type State = { role: string; organisation: string | null; setting: string | null };
const state = sql<State>`select current_user::text as role, rida_organisation()::text as organisation, current_setting('app.organisation', true) as setting`;

async function stored(organisationId: string): Promise<{ events: number; jobs: number; settings: number }> {
  const { rows } = await app.platform.connection.pool.query<{ events: number; jobs: number; settings: number }>(
    `select (select count(*)::int from events where organisation_id = $1) as events, (select count(*)::int from settings where organisation_id = $1) as settings,
            (select count(*)::int from pgboss.job where name = $2 and data->>'organisationId' = $1::text) as jobs`,
    [organisationId, job.name],
  );
  return rows[0]!;
}

async function doAll(ctx: Context): Promise<void> {
  await on<PlatformTables>(ctx)
    .insertInto('settings')
    .values({ organisation_id: ctx.organisationId, key: 'test', value: '{}', changed_at: ctx.clock.now() })
    .execute();
  append(ctx, { type: 'test.happened', subjectType: 'test', subjectId: newId(), data: { a: [1, 2] } });
  append(ctx, { type: 'test.happened', subjectType: 'test', subjectId: newId() });
  enqueue(ctx, job, { organisationId: ctx.organisationId, mark: 'one' });
  enqueue(ctx, job, { organisationId: ctx.organisationId, mark: 'two' });
}

test('changes, events and jobs are there after the commit', async () => {
  const organisationId = newId();
  await transact(app.platform, { organisationId, actor: staff }, doAll);
  expect(await stored(organisationId)).toEqual({ events: 2, jobs: 2, settings: 1 });
  const { rows } = await app.platform.connection.pool.query(
    `select actor_kind, actor_id, at, data from events where organisation_id = $1 order by id`,
    [organisationId],
  );
  expect(rows).toEqual([
    { actor_kind: 'staff', actor_id: staff.personId, at: app.clock.now(), data: { a: [1, 2] } },
    { actor_kind: 'staff', actor_id: staff.personId, at: app.clock.now(), data: {} },
  ]);
});

test('a refusal that is a fact keeps what was written until then, with its events and jobs, and arrives as it was', async () => {
  const organisationId = newId();
  const refusal = new KeptRefusal(commonErrors.forbidden({ permission: 'test' }));
  const work = transact(app.platform, { organisationId, actor: staff }, async (ctx) => {
    await doAll(ctx);
    throw refusal;
  });
  await expect(work).rejects.toBe(refusal);
  expect(await stored(organisationId)).toEqual({ events: 2, jobs: 2, settings: 1 });
});

test('a throw at the end drops everything, and the throw arrives as it was', async () => {
  const organisationId = newId();
  const thrown = new Error('changed my mind');
  const work = transact(app.platform, { organisationId, actor: staff }, async (ctx) => {
    await doAll(ctx);
    throw thrown;
  });
  await expect(work).rejects.toBe(thrown);
  expect(await stored(organisationId)).toEqual({ events: 0, jobs: 0, settings: 0 });
});

test('a job that cannot be sent takes the change with it', async () => {
  const organisationId = newId();
  const unknown = defineJob({ name: 'test.never-prepared', data: z.object({}), handle: () => Promise.resolve() });
  const work = transact(app.platform, { organisationId, actor: staff }, async (ctx) => {
    await doAll(ctx);
    enqueue(ctx, unknown, {});
  });
  await expect(work).rejects.toThrow();
  expect(await stored(organisationId)).toEqual({ events: 0, jobs: 0, settings: 0 });
});

test.each([
  ['staff', staff, 'rida_staff'],
  ['an API key', key, 'rida_staff'],
  ['a customer', customer, 'rida_customer'],
  ['the system', system, 'rida_system'],
] as const)('%s works under its own role, in its own organisation', async (_who, actor, role) => {
  const organisationId = newId();
  const inside = await transact(
    app.platform,
    { organisationId, actor },
    async (ctx) => (await state.execute(ctx.transaction)).rows[0],
  );
  expect(inside).toEqual({ role, organisation: organisationId, setting: organisationId });
});

test('afterwards the connection has neither, whether it committed or not; an empty setting is no organisation', async () => {
  const { pool, db } = app.platform.connection;
  const outside = (await state.execute(db)).rows[0]!.role;
  for (const fails of [false, true]) {
    let backend = 0;
    await transact(app.platform, { organisationId: newId(), actor: customer }, async (ctx) => {
      backend = (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(ctx.transaction)).rows[0]!.pid;
      if (fails) throw new Error('rolled back');
    }).catch(() => {});
    // The same connection, not another one of the pool: it was given back last.
    const clients = await Promise.all(Array.from({ length: app.platform.config.databasePool }, () => pool.connect()));
    const states = await Promise.all(
      clients.map(async (client) => ({
        ...(await client.query<State & { pid: number }>(`${state.compile(db).sql}, pg_backend_pid() as pid`)).rows[0]!,
      })),
    );
    for (const client of clients) client.release();
    expect(states.find(({ pid }) => pid === backend)).toEqual({
      role: outside,
      organisation: null,
      setting: '',
      pid: backend,
    });
  }
});

test('a role without an organisation sees and writes nothing', async () => {
  const organisationId = newId();
  await transact(app.platform, { organisationId, actor: staff }, doAll);
  const seen = await app.platform.connection.db.transaction().execute(async (trx) => {
    await sql`select set_config('role', 'rida_staff', true), set_config('app.organisation', '', true)`.execute(trx);
    return (await sql`select 1 from events`.execute(trx)).rows.length;
  });
  expect(seen).toBe(0);
  const written = app.platform.connection.db.transaction().execute(async (trx) => {
    await sql`select set_config('role', 'rida_staff', true), set_config('app.organisation', '', true)`.execute(trx);
    await sql`insert into settings values (${organisationId}, 'other', '{}', now())`.execute(trx);
  });
  await expect(written).rejects.toMatchObject({ code: '42501' });
});

test('inside a transaction the outer handle throws, at once and however deep', async () => {
  const { platform } = app;
  const scope = { organisationId: newId(), actor: staff };
  const outer = 'the outer database handle was used inside a transaction; use ctx';
  await transact(platform, scope, async () => {
    await expect(sql`select 1`.execute(platform.connection.db)).rejects.toThrow(outer);
    await expect(transact(platform, scope, () => Promise.resolve())).rejects.toThrow(outer);
    // Also where the call was put off.
    await Promise.resolve().then(() =>
      expect(platform.connection.db.transaction().execute(() => Promise.resolve())).rejects.toThrow(outer),
    );
  });
  await sql`select 1`.execute(platform.connection.db);
});

test('two transactions side by side do not take each other for their own', async () => {
  const [one, other] = [newId(), newId()];
  const seen = await Promise.all(
    [one, other].map((organisationId) =>
      transact(
        app.platform,
        { organisationId, actor: staff },
        async (ctx) => (await state.execute(ctx.transaction)).rows[0]!.organisation,
      ),
    ),
  );
  expect(seen).toEqual([one, other]);
});

test('a read-only transaction reads, and refuses to write, tell or enqueue', async () => {
  const organisationId = newId();
  await transact(app.platform, { organisationId, actor: staff }, doAll);
  const scope = { organisationId, actor: staff, readOnly: true };
  expect(
    await transact(app.platform, scope, (ctx) => on<PlatformTables>(ctx).selectFrom('events').select('type').execute()),
  ).toHaveLength(2);
  const writes: ((ctx: Context) => unknown)[] = [
    (ctx) => on<PlatformTables>(ctx).updateTable('settings').set({ value: '[]' }).execute(),
    (ctx) => append(ctx, { type: 'test.happened', subjectType: 'test', subjectId: newId() }),
    (ctx) => enqueue(ctx, job, { organisationId, mark: 'three' }),
  ];
  for (const write of writes)
    await expect(transact(app.platform, scope, async (ctx) => void (await write(ctx)))).rejects.toMatchObject({
      code: '25006',
    });
  expect(await stored(organisationId)).toEqual({ events: 2, jobs: 2, settings: 1 });
});
