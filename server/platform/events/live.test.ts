// The live stream: commit order whatever the ids say, resumed without loss, deaf to other organisations, and healed when its connection breaks.
import { sql, type KyselyPlugin } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { transact } from '../db/transact.ts';
import { append } from '../context.ts';
import { newId } from '../ids.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { createLive, type LiveEvent, type LiveNotifier } from './live.ts';

let app: TestApp;
let live: LiveNotifier;
/** How often the stream asked the database. */
let reads = 0;
const cleanUps: (() => unknown)[] = [];

beforeAll(async () => {
  app = await createTestApp();
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      reads += 1;
      return result;
    },
  };
  // No sweep comes to help, but where a test is about it.
  live = createLive(
    { ...app.platform.connection, db: app.platform.connection.db.withPlugin(counting) },
    app.platform.log,
    3_600_000,
  );
  await live.start();
});
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});
afterAll(async () => {
  await live?.stop();
  await app?.close();
});

const fromTheBeginning = '0.00000000-0000-0000-0000-000000000000';
const within = { timeout: 30_000, interval: 20 };

async function listener(
  organisationId: string,
  after?: string,
): Promise<{ heard: LiveEvent[]; ids: () => string[]; end: () => void }> {
  const heard: LiveEvent[] = [];
  const end = await live.subscribe({ organisationId, hear: (events) => void heard.push(...events) }, after);
  cleanUps.push(end);
  return { heard, ids: () => heard.map((event) => event.id), end };
}

async function client(): Promise<pg.Client> {
  const opened = new pg.Client({ connectionString: app.databaseUrl, application_name: 'live-test' });
  await opened.connect();
  cleanUps.push(() => opened.end());
  return opened;
}

async function store(by: pg.Client | pg.Pool, organisationId: string, id = newId()): Promise<string> {
  await by.query(
    `insert into events (organisation_id, id, type, subject_type, subject_id, actor_kind, at) values ($1, $2, 'test.happened', 'test', $3, 'system', now())`,
    [organisationId, id, newId()],
  );
  return id;
}

/** Through the platform: the transaction announces it itself. */
function happen(organisationId: string): Promise<string> {
  return transact({ ...app.platform, live }, { organisationId, actor: { kind: 'system', name: 'test' } }, async (ctx) =>
    append(ctx, { type: 'test.happened', subjectType: 'test', subjectId: newId() }),
  );
}

const elsewhere = newId();
/**
 * Polls what was heard, with a commit of somebody else each time. A transaction that is open anywhere on the server (other tests
 * use it at the same time) holds back what came after it, until something wakes the stream again.
 */
const expectHeard = <T>(heard: () => T) =>
  expect.poll(async () => {
    await happen(elsewhere);
    return heard();
  }, within);

/** Until nothing that is open is older than what the organisation did. */
const settled = (organisationId: string): Promise<unknown> =>
  expect
    .poll(async () => {
      const { rows } = await app.platform.connection.pool.query<{ open: number }>(
        `select count(*)::int as open from events where organisation_id = $1 and transaction_id >= pg_snapshot_xmin(pg_current_snapshot())`,
        [organisationId],
      );
      return rows[0]!.open;
    }, within)
    .toBe(0);

const notify = (): Promise<unknown> => app.platform.connection.pool.query(`select pg_notify('rida_events', '')`);

test('what is committed is heard at once, with ids and codes only', async () => {
  const organisationId = newId();
  const { heard } = await listener(organisationId);
  const id = await happen(organisationId);
  await expectHeard(() => heard).toHaveLength(1);
  expect(heard[0]).toEqual({
    position: expect.stringMatching(new RegExp(`^\\d+\\.${id}$`)),
    id,
    type: 'test.happened',
    subjectType: 'test',
    subjectId: expect.any(String),
    at: app.clock.now().toISOString(),
    actorKind: 'system',
    actorId: null,
  });
});

test('what is for some people only is told to them alone', async () => {
  const organisationId = newId();
  const [mona, reza] = [newId(), newId()];
  const heard: Record<string, string[]> = { mona: [], reza: [], nobody: [] };
  for (const [name, personId] of Object.entries({ mona, reza, nobody: null })) {
    const hear = (events: LiveEvent[]) => void heard[name]!.push(...events.map((event) => event.type));
    cleanUps.push(await live.subscribe({ organisationId, personId, hear }, undefined));
  }
  const say = (type: string, onlyFor?: string[]) =>
    transact({ ...app.platform, live }, { organisationId, actor: { kind: 'system', name: 'test' } }, async (ctx) => {
      // More than few are written by another statement.
      for (let count = type === 'test.many' ? 51 : 1; count > 0; count -= 1)
        append(ctx, { type, subjectType: 'test', subjectId: newId(), ...(onlyFor && { onlyFor }) });
    });
  await say('test.one', [mona]);
  await say('test.many', [mona, reza]);
  await say('test.all');
  const many = Array<string>(51).fill('test.many');
  await expectHeard(() => heard).toEqual({
    mona: ['test.one', ...many, 'test.all'],
    reza: [...many, 'test.all'],
    nobody: ['test.all'],
  });
});

test('a transaction that began earlier and commits later is not skipped', async () => {
  const organisationId = newId();
  const { heard, ids } = await listener(organisationId);
  const [early, late] = [await client(), await client()];
  const [lower, higher] = [newId(), newId()];
  await early.query('begin');
  await store(early, organisationId, lower);
  await late.query('begin');
  await store(late, organisationId, higher);
  await late.query('commit');
  // The stream looks while the earlier one is still open: telling of the later one now would lose the earlier for ever.
  const before = reads;
  await notify();
  await expect.poll(() => reads, within).toBeGreaterThan(before);
  expect(heard).toEqual([]);
  await early.query('commit');
  await notify();
  await expectHeard(ids).toEqual([lower, higher]);
});

test('nor one whose id is lower although its transaction came later', async () => {
  const organisationId = newId();
  const { ids } = await listener(organisationId);
  const [lower, higher] = [newId(), newId()];
  const one = await client();
  await store(one, organisationId, higher);
  await notify();
  await expectHeard(ids).toEqual([higher]);
  await store(one, organisationId, lower);
  await notify();
  await expectHeard(ids).toEqual([higher, lower]);
});

test('a listener that comes back with its position hears exactly what it missed', async () => {
  const organisationId = newId();
  const first = await listener(organisationId);
  const seen = await happen(organisationId);
  await expectHeard(first.ids).toEqual([seen]);
  first.end();
  const missed = [await happen(organisationId), await happen(organisationId)];
  const second = await listener(organisationId, first.heard[0]!.position);
  await expectHeard(second.ids).toEqual(missed);
  const next = await happen(organisationId);
  await expectHeard(second.ids).toEqual([...missed, next]);
  expect(first.ids()).toEqual([seen]);
});

const someId = '00000000-0000-7000-8000-000000000000';
test.each([
  undefined,
  '',
  'yesterday',
  '1.2',
  `1.${'-'.repeat(36)}`,
  `${'9'.repeat(20)}.${someId}`,
  `${'9'.repeat(18)}.${someId}`,
  `1.${someId}'; drop table events`,
])('without a position that we gave (%s) it begins now', async (position) => {
  const organisationId = newId();
  await happen(organisationId);
  await settled(organisationId);
  const { ids } = await listener(organisationId, position);
  const next = await happen(organisationId);
  await expectHeard(ids).toEqual([next]);
});

test('another organisation hears nothing', async () => {
  const [ours, theirs] = [newId(), newId()];
  const [we, they] = [await listener(ours, fromTheBeginning), await listener(theirs, fromTheBeginning)];
  const event = await happen(ours);
  await expectHeard(we.ids).toEqual([event]);
  const other = await happen(theirs);
  await expectHeard(they.ids).toEqual([other]);
  expect(we.ids()).toEqual([event]);
});

test('a long absence is made up for at once, in order', async () => {
  const organisationId = newId();
  const { pool } = app.platform.connection;
  await pool.query(
    `insert into events (organisation_id, id, type, subject_type, subject_id, actor_kind, at)
     select $1, gen_random_uuid(), 'test.happened', 'test', gen_random_uuid(), 'system', now() from generate_series(1, 1700)`,
    [organisationId],
  );
  const { rows } = await pool.query<{ id: string }>(
    'select id from events where organisation_id = $1 order by transaction_id, id',
    [organisationId],
  );
  await settled(organisationId);
  const { ids } = await listener(organisationId, fromTheBeginning);
  await expect.poll(() => ids().length, within).toBe(1700);
  expect(ids()).toEqual(rows.map((row) => row.id));
});

test('a broken connection loses nothing: the sweep tells, and listening begins again', async () => {
  const organisationId = newId();
  const { pool } = app.platform.connection;
  const listening = async () =>
    (
      await pool.query<{ pid: number }>(
        `select pid from pg_stat_activity where application_name = 'rida-live' and datname = current_database()`,
      )
    ).rows.map(({ pid }) => pid);
  const others = await listening();
  const own = createLive(app.platform.connection, app.platform.log, 500);
  await own.start();
  cleanUps.push(() => own.stop());
  const heard: string[] = [];
  await own.subscribe({ organisationId, hear: (events) => void heard.push(...events.map(({ id }) => id)) }, undefined);
  const [before] = (await listening()).filter((pid) => !others.includes(pid));
  await pool.query('select pg_terminate_backend($1)', [before]);
  await expect.poll(async () => (await listening()).includes(before!), within).toBe(false);
  // Stored without a word: only the sweep finds it.
  const lost = await store(pool, organisationId);
  await expect.poll(() => heard, within).toEqual([lost]);
  await expect.poll(async () => (await listening()).length, within).toBe(others.length + 1);
});

test('a stopped stream leaves no connection and no timer', async () => {
  const second = createLive(app.platform.connection, app.platform.log);
  const count = async () =>
    (
      await sql<{
        n: number;
      }>`select count(*)::int as n from pg_stat_activity where application_name = 'rida-live' and datname = current_database()`.execute(
        app.platform.connection.db,
      )
    ).rows[0]!.n;
  const before = await count();
  await second.start();
  expect(await count()).toBe(before + 1);
  second.announce();
  await second.stop();
  await expect.poll(count, within).toBe(before);
});
