// The database goes away under a running server: what is asked gets a clear answer in bounded time, and all comes back by itself.
import Fastify from 'fastify';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createApp, type App } from './app.ts';
import { buildCase } from './modules/cases/factory.ts';
import { buildOrganisation, type BuiltOrganisation } from './modules/organisation/factory.ts';
import { transact } from './platform/db/transact.ts';
import { serveLive } from './platform/http/live.ts';
import { createLog } from './platform/log.ts';
import { databaseProxy, type DatabaseProxy } from './platform/testing/database-proxy.ts';
import { createTestApp, type TestApp } from './platform/testing/test-app.ts';

/** Whoever is asked while the database is silent knows it after eight seconds (`pulse.ts`); a busy machine gets some more. */
const bounded = 15_000;
const within = { timeout: 60_000, interval: 50 };
const patience = 180_000;

/** Only for its database and its folder. */
let there: TestApp;
let proxy: DatabaseProxy;
let app: App;
let address: string;
let organisation: BuiltOrganisation;
let session: Record<string, string>;
beforeAll(async () => {
  there = await createTestApp();
  proxy = await databaseProxy(there.databaseUrl);
  app = await createApp(
    { ...there.platform.config, host: '127.0.0.1' },
    { databaseUrl: proxy.url, log: createLog('silent') },
  );
  const served = await app.serve();
  address = served.address!;
  organisation = await buildOrganisation(app.platform, { withAccount: true });
  const { email, password } = organisation.administrator;
  const answer = await fetch(`${address}/api/auth/sign-in/email`, signIn(email, password));
  session = {
    cookie: answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; '),
  };
});
afterEach(() => proxy.restore());
afterAll(async () => {
  await app?.stop();
  await proxy?.close();
  await there?.close();
});

const json = { 'content-type': 'application/json', origin: 'http://rida.test' };
const signIn = (email: string, password: string): RequestInit => ({
  method: 'POST',
  headers: json,
  body: JSON.stringify({ email, password }),
});

type Answer = { status: number; body: string; code: string | undefined; retryAfter: string | null };

async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const answer = await fetch(address + path, { ...init, signal: AbortSignal.timeout(bounded) });
  const body = await answer.text();
  const problem = answer.headers.get('content-type')?.startsWith('application/problem+json');
  return {
    status: answer.status,
    body,
    code: problem ? (JSON.parse(body) as { code: string }).code : undefined,
    retryAfter: answer.headers.get('retry-after'),
  };
}

/** Everything that needs the database, each by its own way to it. */
const asked = (): Record<string, () => Promise<Answer>> => ({
  staff: () => ask('/api/cases', { headers: session }),
  session: () => ask('/api/session', { headers: session }),
  stream: () => ask('/api/events/stream', { headers: session }),
  'API key': () => ask('/api/cases', { headers: { authorization: `Bearer rida_${'x'.repeat(43)}` } }),
  portal: () => ask(`/api/portal/${organisation.slug}`),
  intake: () =>
    ask(`/api/portal/${organisation.slug}/cases`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ kind: 'request', text: 'نص', name: 'منى', email: 'mona@example.org', language: 'ar' }),
    }),
  upload: () =>
    ask(`/api/portal/${organisation.slug}/files`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', 'x-file-name': 'a.txt' },
      body: 'words',
    }),
  'sign-in': () => ask('/api/auth/sign-in/email', signIn('nobody@example.org', 'wrong wrong wrong')),
});

async function expectAway(): Promise<void> {
  const all = asked();
  const [live, ready, metrics, page, ...answers] = await Promise.all([
    ask('/health/live'),
    ask('/health/ready'),
    ask('/metrics'),
    ask('/'),
    ...Object.entries(all).map(async ([name, call]) => ({ name, ...(await call()) })),
  ]);
  expect(live.status).toBe(200);
  expect([ready.status, JSON.parse(ready.body)]).toEqual([503, { status: 'database-unreachable' }]);
  expect(metrics.status).toBe(200);
  expect(metrics.body).toMatch(/^rida_database_up 0$/m);
  expect(metrics.body).toMatch(/^process_resident_memory_bytes \d/m);
  // The page itself, or that it was not built: never a fault.
  expect(page.body).toMatch(/^(<!doctype html>|The web app is not built)/i);
  for (const { name, status, code, retryAfter } of answers)
    expect({ name, status, code, retryAfter }).toEqual({
      name,
      status: 503,
      code: 'server.unavailable',
      retryAfter: '5',
    });
}

async function expectBack(): Promise<void> {
  // A page that listens already does so until it hangs up: asked of `expectLife`.
  const { stream: _listens, ...others } = asked();
  const faults = async (): Promise<string[]> => {
    const [ready, metrics] = [await ask('/health/ready'), await ask('/metrics')];
    const answers = await Promise.all(
      Object.entries(others).map(async ([name, call]) => ({ name, ...(await call()) })),
    );
    return [
      ...(ready.status === 200 ? [] : ['not ready']),
      ...(/^rida_database_up 1$/m.test(metrics.body) ? [] : ['no figure says that it is up']),
      ...answers.filter(({ status }) => status >= 500).map(({ name }) => name),
      ...(answers[0]!.status === 200 ? [] : ['no list for staff']),
    ];
  };
  await expect.poll(faults, within).toEqual([]);
  // Nobody holds a connection that nothing comes from.
  const { pool } = app.platform.connection;
  await expect.poll(() => pool.totalCount - pool.idleCount, within).toBe(0);
}

/** Listens as an open page does: through one stream as long as it stands, and through the next from where it was. */
async function openPage(): Promise<{ heard: () => string; close: () => void }> {
  let heard = '';
  const closed = new AbortController();
  void (async () => {
    let after = '';
    while (!closed.signal.aborted) {
      try {
        const answer = await fetch(`${address}/api/events/stream?lastEventId=${after}`, {
          headers: session,
          signal: closed.signal,
        });
        for await (const chunk of answer.status === 200 ? answer.body! : []) {
          heard += Buffer.from(chunk).toString();
          after = [...heard.matchAll(/^id: (\S+)$/gm)].at(-1)?.[1] ?? after;
        }
      } catch {
        // Away: the next round tries again.
      }
      await new Promise((done) => setTimeout(done, 100));
    }
  })();
  // Of what happened before it listens, a page hears nothing.
  await expect.poll(() => heard, within).toContain('retry:');
  return { heard: () => heard, close: () => closed.abort() };
}

/** A case that is registered is heard, and its letter is written by a job. */
async function expectLife(page: Awaited<ReturnType<typeof openPage>>): Promise<void> {
  const { id } = await buildCase(app.platform, organisation.organisationId);
  await expect.poll(page.heard, within).toContain(id);
  const letters = () =>
    transact(
      app.platform,
      { organisationId: organisation.organisationId, actor: { kind: 'system', name: 'test' } },
      async (ctx) => ctx.transaction.selectFrom('outgoing_mails').select('id').where('subject_id', '=', id).execute(),
    );
  await expect.poll(async () => (await letters()).length, within).toBe(1);
}

test('the database stops and starts again', { timeout: patience }, async () => {
  const page = await openPage();
  await expectLife(page);
  await proxy.refuse();
  await expectAway();
  await expect.poll(() => app.platform.pulse.away, within).toBe(true);
  await expectAway();
  await proxy.restore();
  await expectBack();
  await expectLife(page);
  page.close();
});

test('the database falls silent and speaks again', { timeout: patience }, async () => {
  const page = await openPage();
  await expectLife(page);
  proxy.silence();
  // The first calls wait on it and are ended with it; those after it are refused at once.
  await expectAway();
  expect(app.platform.pulse.away).toBe(true);
  await expectAway();
  await proxy.restore();
  await expectBack();
  await expectLife(page);
  page.close();
});

test('connections that are swallowed without a word are replaced', { timeout: patience }, async () => {
  const page = await openPage();
  await expectLife(page);
  // One of them in the middle of a change: what commits later is heard only when that one has ended.
  const [begun, lost] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const scope = { organisationId: organisation.organisationId, actor: { kind: 'system', name: 'test' } } as const;
  const change = transact(app.platform, scope, async (ctx) => {
    await sql`select pg_current_xact_id()`.execute(ctx.transaction);
    begun.resolve();
    await lost.promise;
  });
  await begun.promise;
  proxy.loseConnections();
  lost.resolve();
  await expect(change).rejects.toThrow();
  await expectBack();
  await expectLife(page);
  page.close();
});

test('a connection that ends in the middle of a transaction ends that call only', async () => {
  const scope = { organisationId: organisation.organisationId, actor: { kind: 'system', name: 'test' } } as const;
  const broken = transact(app.platform, scope, async (ctx) => {
    const { rows } = await there.platform.connection.pool.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and application_name = 'rida' and state = 'idle in transaction'`,
    );
    for (const { pid } of rows) await there.platform.connection.pool.query('select pg_terminate_backend($1)', [pid]);
    await ctx.transaction.selectFrom('cases').select('id').execute();
  });
  await expect(broken).rejects.toThrow(/terminat|connection/i);
  await expectBack();
});

test('a stream stays open through it; whoever lost the right meanwhile is let go', { timeout: patience }, async () => {
  const http = Fastify();
  serveLive(http, app.platform, 100);
  const streams = await http.listen({ port: 0, host: '127.0.0.1' });
  const stream = await fetch(`${streams}/api/events/stream`, { headers: session });
  let heard = '';
  const ended = (async () => {
    for await (const chunk of stream.body!) heard += Buffer.from(chunk).toString();
    return 'ended';
  })();
  const beats = (): number => heard.split(': still here').length - 1;
  await proxy.refuse();
  await expect.poll(() => app.platform.pulse.away, within).toBe(true);
  const before = beats();
  await expect.poll(beats, within).toBeGreaterThan(before + 2);
  await proxy.restore();
  await expectBack();
  const active = (value: boolean) =>
    there.platform.connection.pool.query('update people set active = $2 where id = $1', [
      organisation.administrator.personId,
      value,
    ]);
  await active(false);
  expect(await ended).toBe('ended');
  await active(true);
  await http.close();
});

test('a process stops also while the database is silent', { timeout: patience }, async () => {
  const other = await createApp(
    { ...there.platform.config, host: '127.0.0.1' },
    { databaseUrl: proxy.url, log: createLog('silent') },
  );
  const served = await other.serve();
  proxy.silence();
  const hanging = fetch(`${served.address}/api/portal/${organisation.slug}`);
  await expect.poll(() => other.platform.pulse.away, within).toBe(true);
  await other.stop();
  expect((await hanging).status).toBe(503);
});
