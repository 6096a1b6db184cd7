// Health and figures, and the headers that every kind of answer carries.
import { once } from 'node:events';
import { connect as connectSocket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { fromKysely } from 'pg-boss';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildOrganisation, signIn } from '#modules/organisation/factory.ts';
import { connect } from '../db/connect.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { createHttp } from './server.ts';

let app: TestApp;
let http: FastifyInstance;
let address: string;
beforeAll(async () => {
  app = await createTestApp();
  http = await createHttp(app.platform);
  await app.platform.live.start();
  address = await http.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await http?.close();
  await app?.close();
});

test('it lives and is ready', async () => {
  expect((await http.inject('/health/live')).json()).toEqual({ status: 'live' });
  expect((await http.inject('/health/ready')).json()).toEqual({ status: 'ready' });
});

test('without its database it lives and is not ready', async () => {
  const lost = await connect(app.databaseUrl, { max: 2, name: 'lost' });
  await lost.close();
  const alone = await createHttp({ ...app.platform, connection: lost });
  try {
    expect((await alone.inject('/health/live')).statusCode).toBe(200);
    const ready = await alone.inject('/health/ready');
    expect([ready.statusCode, ready.json()]).toEqual([503, { status: 'database-unreachable' }]);
  } finally {
    await alone.close();
  }
});

test('figures: requests by route and status, jobs by queue, and nobody by name', async () => {
  await http.inject('/api/units?search=mona@example.org');
  await http.inject('/health/live');
  await app.platform.connection.db
    .transaction()
    .execute((trx) =>
      app.platform.jobs.send(fromKysely(trx), 'mail.send', [{ data: { mailId: 'x' } }, { data: { mailId: 'y' } }]),
    );
  const answer = await http.inject('/metrics');
  expect(answer.headers['content-type']).toMatch(/^text\/plain/);
  const value = (series: string): number =>
    Number(
      answer.body
        .split('\n')
        .find((line) => line.startsWith(series))
        ?.slice(series.length),
    );
  expect(
    value('rida_http_request_seconds_count{method="GET",route="/health/live",status="200"} '),
  ).toBeGreaterThanOrEqual(1);
  expect(value('rida_http_request_seconds_count{method="GET",route="/api/*",status="401"} ')).toBeGreaterThanOrEqual(1);
  expect(value('rida_jobs{queue="mail.send",state="waiting"} ')).toBe(2);
  expect(value('rida_jobs{queue="mail.send",state="failed"} ')).toBe(0);
  expect(value('process_resident_memory_bytes ')).toBeGreaterThan(1_000_000);
  expect(answer.body).not.toContain('mona');
});

const expected = {
  'content-security-policy': expect.stringContaining(`default-src 'self'`),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('camera=()'),
  'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
};

const json = { 'content-type': 'application/json' };
const asked: [string, string, RequestInit?][] = [
  ['a page', '/'],
  ['a page of the portal', '/portal/somebody'],
  ['health', '/health/live'],
  ['figures', '/metrics'],
  ['a refused call', '/api/units'],
  ['an open call', '/api/setup'],
  ['a call to nowhere', '/api/nowhere'],
  ['a call that is not JSON', '/api/setup', { method: 'POST', headers: json, body: '{"name":' }],
  ['a call that is too large', '/api/setup', { method: 'POST', headers: json, body: 'x'.repeat(1_100_000) }],
  ['a session', '/api/auth/get-session'],
  [
    'a refused sign-in',
    '/api/auth/sign-in/email',
    {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ email: 'nobody@example.org', password: 'wrong wrong wrong' }),
    },
  ],
  ['sign-in at nowhere', '/api/auth/nowhere'],
  [
    'a sign-in that is too large',
    '/api/auth/sign-in/email',
    { method: 'POST', headers: json, body: 'x'.repeat(30_000) },
  ],
  ['a refused stream', '/api/events/stream'],
  ['a refused upload', '/api/files', { method: 'POST', headers: { 'content-type': 'image/png' }, body: 'x' }],
  ['a missing asset', '/assets/none.js'],
  ['an address that is none', '/%E0%A4%A'],
  ['an address of the API that is none', '/api/%E0%A4%A'],
];

test.each(asked)('%s (%s) carries the headers', async (_what, path, init) => {
  const answer = await fetch(address + path, { redirect: 'manual', ...init });
  await answer.arrayBuffer();
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    ...expected,
    ...(path.startsWith('/api/') ? { 'cache-control': 'no-store' } : {}),
  });
});

test('a stream and a session of somebody signed in carry them too', async () => {
  const { administrator } = await buildOrganisation(app.platform, { withAccount: true });
  const headers = await signIn(http, administrator);
  for (const path of ['/api/events/stream', '/api/auth/get-session', '/api/session']) {
    const hangUp = new AbortController();
    const answer = await fetch(address + path, { headers, signal: hangUp.signal });
    expect([answer.status, Object.fromEntries(answer.headers)], path).toMatchObject([
      200,
      { ...expected, 'cache-control': 'no-store' },
    ]);
    hangUp.abort();
  }
});

test.each(asked.filter(([, path]) => path.includes('%') || path === '/api/setup'))(
  'a problem outside the contract is one like any other: %s',
  async (_what, path, init) => {
    const answer = await fetch(address + path, init);
    if (answer.ok) return;
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await answer.json()).toMatchObject({
      status: answer.status,
      code: expect.stringMatching(/^request\./),
      requestId: answer.headers.get('x-request-id'),
    });
  },
);

test('what is not HTTP gets an answer and no fault', async () => {
  const { hostname, port } = new URL(address);
  const socket = connectSocket(Number(port), hostname);
  socket.setEncoding('utf8');
  let said = '';
  socket.on('data', (chunk: string) => void (said += chunk));
  socket.end('this is no request\r\n\r\n');
  await once(socket, 'close');
  expect(said).toMatch(/^HTTP\/1\.1 400 /);
  expect((await http.inject('/health/live')).statusCode).toBe(200);
});

test('a change with a cookie from an opaque or broken origin is refused, not a fault', async () => {
  for (const origin of ['null', 'nonsense', '']) {
    const answer = await http.inject({
      method: 'POST',
      url: '/api/units',
      headers: { cookie: 'rida.session_token=x', origin, 'sec-fetch-site': 'cross-site' },
      payload: {},
    });
    expect([answer.statusCode, answer.json()], origin).toMatchObject([403, { code: 'request.wrong-origin' }]);
  }
});

test('closing ends streams, answers what is in flight, and does not wait for connections that nobody uses', async () => {
  const second = await createHttp(app.platform);
  const at = await second.listen({ port: 0, host: '127.0.0.1' });
  const { administrator } = await buildOrganisation(app.platform, { withAccount: true });
  const headers = await signIn(http, administrator);
  const stream = await fetch(`${at}/api/events/stream`, { headers });
  const { pool } = app.platform.connection;
  const gate = await pool.connect();
  await gate.query('begin; lock table positions in access exclusive mode');
  const inFlight = fetch(`${at}/api/positions`, { headers });
  await expect
    .poll(
      async () =>
        (
          await pool.query(
            `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          )
        ).rows.length,
    )
    .toBe(1);
  const closed = second.close();
  expect(await stream.text()).toMatch(/^retry: /);
  await gate.query('commit');
  gate.release();
  expect((await inFlight).status).toBe(200);
  // Node would keep the connection for a minute, and the process with it.
  await closed;
});
