// Statements that do not wait for one another: in order, all or none, and none of them outside of its transaction.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import { append, enqueue, on, type Context } from '../context.ts';
import { newId } from '../ids.ts';
import type { PlatformTables } from '../tables.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { inSession } from './session.ts';
import { transact } from './transact.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app?.close());

const staff: Actor = { kind: 'staff', personId: newId(), name: 'Mona', permissions: new Set() };
const set = (ctx: Context, key: string) =>
  on<PlatformTables>(ctx)
    .insertInto('settings')
    .values({ organisation_id: ctx.organisationId, key, value: '{}', changed_at: ctx.clock.now() })
    .execute();
const keys = async (organisationId: string): Promise<string[]> => {
  const { rows } = await app.platform.connection.pool.query<{ key: string }>(
    'select key from settings where organisation_id = $1 order by key',
    [organisationId],
  );
  return rows.map(({ key }) => key);
};

test('many at once are answered each with its own, in their order', async () => {
  const answers = await transact(app.platform, { organisationId: newId(), actor: staff }, (ctx) =>
    Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const { rows } = await sql<{ n: number }>`select ${index}::int as n`.execute(ctx.transaction);
        return rows[0]!.n;
      }),
    ),
  );
  expect(answers).toEqual(Array.from({ length: 50 }, (_, index) => index));
});

test('one of many fails: nothing of any of them stays, and the fault itself arrives', async () => {
  const organisationId = newId();
  const work = transact(app.platform, { organisationId, actor: staff }, (ctx) =>
    Promise.all([set(ctx, 'a'), sql`select 1 / 0`.execute(ctx.transaction), set(ctx, 'b'), set(ctx, 'c')]),
  );
  await expect(work).rejects.toMatchObject({ code: '22012' });
  expect(await keys(organisationId)).toEqual([]);
});

test('a statement that nobody waits for still belongs to the transaction, and its fault refuses the commit', async () => {
  const organisationId = newId();
  const work = (statement: (ctx: Context) => Promise<unknown>) =>
    transact(app.platform, { organisationId, actor: staff }, async (ctx) => {
      await set(ctx, newId());
      void statement(ctx).catch(() => {});
    });
  await work((ctx) => set(ctx, 'a'));
  expect(await keys(organisationId)).toHaveLength(2);
  await expect(work((ctx) => set(ctx, 'a'))).rejects.toMatchObject({ code: '23505' });
  expect(await keys(organisationId)).toHaveLength(2);
});

test('a fault that was mended by a savepoint is forgotten', async () => {
  const organisationId = newId();
  await transact(app.platform, { organisationId, actor: staff }, async (ctx) => {
    await sql`savepoint here`.execute(ctx.transaction);
    await sql`select 1 / 0`
      .execute(ctx.transaction)
      .catch(() => sql`rollback to savepoint here`.execute(ctx.transaction));
    await set(ctx, 'a');
  });
  expect(await keys(organisationId)).toEqual(['a']);
});

test('after the end nothing more is taken, whether it committed or not', async () => {
  const organisationId = newId();
  for (const fails of [false, true]) {
    let late: (() => Promise<unknown>) | undefined;
    await transact(app.platform, { organisationId, actor: staff }, async (ctx) => {
      late = () => set(ctx, 'late');
      if (fails) throw new Error('rolled back');
    }).catch(() => {});
    await expect(late!()).rejects.toThrow('the transaction has ended');
  }
  expect(await keys(organisationId)).toEqual([]);
});

test('a transaction that could not begin lets no change out', async () => {
  const organisationId = newId();
  const scope = { role: 'rida_nobody', organisationId, readOnly: false };
  const insert = sql`insert into settings values (${organisationId}, 'a', '{}', now())`;
  const work = inSession(app.platform.connection, scope, async (session) => {
    await insert.execute(session.transaction);
    await session.commit();
  });
  await expect(work).rejects.toMatchObject({ message: expect.stringContaining('rida_nobody') });
  expect(await keys(organisationId)).toEqual([]);
});

test('a connection that broke is not given to the next', async () => {
  const organisationId = newId();
  const work = transact(app.platform, { organisationId, actor: staff }, async (ctx) => {
    await set(ctx, 'a');
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(ctx.transaction);
    await terminate(rows[0]!.pid); // by another connection
    await set(ctx, 'b');
  });
  await expect(work).rejects.toThrow();
  expect(await keys(organisationId)).toEqual([]);
  await transact(app.platform, { organisationId, actor: staff }, (ctx) => set(ctx, 'c'));
  expect(await keys(organisationId)).toEqual(['c']);
});

async function terminate(pid: number): Promise<void> {
  const { rows } = await app.platform.connection.pool.query('select pg_terminate_backend($1)', [pid]);
  expect(rows).toHaveLength(1);
}

test('events and jobs that the database refuses take the change with them', async () => {
  const organisationId = newId();
  const spoil = (change: (ctx: Context) => void) =>
    transact(app.platform, { organisationId, actor: staff }, async (ctx) => {
      await set(ctx, newId());
      change(ctx);
    });
  await expect(
    spoil((ctx) => append(ctx, { type: 'test.happened', subjectType: 'test', subjectId: 'no uuid' })),
  ).rejects.toMatchObject({ code: '22P02' });
  const job = app.platform.modules.flatMap((module) => module.jobs ?? [])[0]!;
  await expect(spoil((ctx) => enqueue(ctx, job, { broken: '\u0000' }))).rejects.toMatchObject({ code: '22P05' });
  expect(await keys(organisationId)).toEqual([]);
});
