// What every route has in common: problems, the origin check, idempotency keys and the live stream.
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHttp } from '#platform/http/server.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { buildOrganisation, signIn } from '#modules/organisation/factory.ts';

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

async function buildAdministrator() {
  const organisation = await buildOrganisation(app.platform, { withAccount: true });
  const headers = await signIn(http, organisation.administrator);
  const post = (payload: object | string, more: Record<string, string> = {}, url = '/api/units') =>
    http.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json', ...headers, ...more } });
  const units = async () =>
    ((await http.inject({ url: '/api/units', headers })).json() as { items: { id: string; name: { en: string } }[] })
      .items;
  return { ...organisation, headers, post, units };
}

const unit = (name: string) => ({ name: { en: name }, parentId: null });

test('input that does not fit is a problem that names each field and its rule', async () => {
  const { post } = await buildAdministrator();
  const answer = await post({ name: {}, parentId: 'the root', sortOrder: 1.5 });
  expect(answer.statusCode).toBe(422);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  const problem = answer.json() as { requestId: string; faults: { field: string; code: string }[] };
  expect(problem).toMatchObject({
    type: 'urn:rida:problem:request.invalid',
    title: 'Unprocessable Content',
    status: 422,
    code: 'request.invalid',
    params: {},
  });
  expect(problem.faults.map(({ field, code }) => [field, code])).toEqual([
    ['name', 'required'],
    ['parentId', 'invalid-format'],
    ['sortOrder', 'invalid-type'],
  ]);
  expect(problem.requestId).toBe(answer.headers['x-request-id']);
});

test('what is not there, not JSON or too large is a problem too', async () => {
  const { post, headers } = await buildAdministrator();
  const nowhere = await http.inject({ url: '/api/nowhere', headers });
  expect([nowhere.headers['content-type'], nowhere.json()]).toMatchObject([
    'application/problem+json; charset=utf-8',
    { status: 404, code: 'request.not-found' },
  ]);
  const id = '00000000-0000-7000-8000-000000000000';
  const noUnit = await http.inject({
    method: 'PATCH',
    url: `/api/units/${id}`,
    headers,
    payload: { name: { en: 'Roads' } },
  });
  expect(noUnit.json()).toMatchObject({ status: 404, code: 'unit.not-found', params: { id } });
  expect((await post('{"name":')).json()).toMatchObject({ status: 400, code: 'request.malformed' });
  expect((await post({ name: { en: 'x'.repeat(1_000_000) } })).json()).toMatchObject({
    status: 413,
    code: 'request.too-large',
  });
});

test('a bug tells the client nothing but the number to quote', async () => {
  const { headers } = await buildAdministrator();
  const { pool } = app.platform.connection;
  await pool.query('alter table positions rename to positions_away');
  const answer = await http.inject({ url: '/api/positions', headers });
  await pool.query('alter table positions_away rename to positions');
  const { requestId, ...rest } = answer.json() as { requestId: string };
  expect(rest).toEqual({
    type: 'urn:rida:problem:server.fault',
    title: 'Internal Server Error',
    status: 500,
    code: 'server.fault',
    params: {},
  });
  expect(requestId).toBe(answer.headers['x-request-id']);
});

test('a change that another site starts with our cookie is refused', async () => {
  const { post, units } = await buildAdministrator();
  const wrong = { status: 403, code: 'request.wrong-origin' };
  expect((await post(unit('Roads'), { origin: 'https://evil.example' })).json()).toMatchObject(wrong);
  expect(
    (await post(unit('Roads'), { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).json(),
  ).toMatchObject(wrong);
  expect(await units()).toHaveLength(1);
  expect((await post(unit('Roads'), { origin: 'http://rida.test', 'sec-fetch-site': 'same-origin' })).statusCode).toBe(
    201,
  );
});

test('a request repeated with its idempotency key gets the first answer and changes nothing', async () => {
  const { post, units } = await buildAdministrator();
  const first = await post(unit('Roads'), { 'idempotency-key': 'k-1' });
  const second = await post(unit('Roads'), { 'idempotency-key': 'k-1' });
  expect(first.statusCode).toBe(201);
  expect([second.statusCode, second.json()]).toEqual([201, first.json()]);
  expect(await units()).toHaveLength(2);
  expect((await post(unit('Water'), { 'idempotency-key': 'k-2' })).json()).not.toMatchObject({
    id: (first.json() as { id: string }).id,
  });
});

test('a key is of one request: another route with it is refused, a refusal does not use it up', async () => {
  const { post, rootUnitId } = await buildAdministrator();
  const key = { 'idempotency-key': 'k-1' };
  const id = '00000000-0000-7000-8000-000000000000';
  expect((await post({ ...unit('Roads'), parentId: id }, key)).json()).toMatchObject({ code: 'unit.not-found' });
  expect((await post(unit('Roads'), key)).statusCode).toBe(201);
  const other = await post({ unitId: rootUnitId, title: { en: 'Clerk' } }, key, '/api/positions');
  expect(other.json()).toMatchObject({ status: 422, code: 'request.idempotency-key-reused' });
});

test('two requests with one key at the same moment make one thing and get one answer', async () => {
  const { post, units } = await buildAdministrator();
  const { pool } = app.platform.connection;
  const gate = await pool.connect();
  await gate.query('begin; lock table units in exclusive mode');
  const asked = [1, 2, 3].map(async () => post(unit('Roads'), { 'idempotency-key': 'k-1' }));
  // All three have found the key unused and stand before the table: now they go on together.
  while (
    (await pool.query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`))
      .rows.length < 3
  )
    continue;
  await gate.query('commit');
  gate.release();
  const answers = await Promise.all(asked);
  expect(answers.map((answer) => answer.statusCode)).toEqual([201, 201, 201]);
  expect(new Set(answers.map((answer) => (answer.json() as { id: string }).id)).size).toBe(1);
  expect(await units()).toHaveLength(2);
});

test('keys of two organisations do not meet', async () => {
  const [one, other] = [await buildAdministrator(), await buildAdministrator()];
  await one.post(unit('Roads'), { 'idempotency-key': 'k-1' });
  const answer = await other.post(unit('Water'), { 'idempotency-key': 'k-1' });
  expect(answer.json()).toMatchObject({ name: { en: 'Water' } });
});

type Heard = { position: string; type: string; subjectId: string };

/** Listens until `count` events came, then hangs up. `began` is called when the server has answered. */
async function listen(
  headers: Record<string, string>,
  count: number,
  began?: () => Promise<unknown>,
): Promise<Heard[]> {
  const hangUp = new AbortController();
  const answer = await fetch(`${address}/api/events/stream`, { headers, signal: hangUp.signal });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let started = false;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`the stream ended after: ${text}`);
    text += value;
    // The first line says that the place in the stream is taken.
    if (!started) {
      started = true;
      await began?.();
    }
    const heard = [...text.matchAll(/^id: (\S+)\ndata: (.*)\n\n/gm)].map(([, position, data]) => ({
      position: position!,
      ...(JSON.parse(data!) as Omit<Heard, 'position'>),
    }));
    if (heard.length >= count) {
      hangUp.abort();
      return heard;
    }
  }
}

test('the live stream goes on where it broke off, in order, without loss or repeat', async () => {
  const { headers, post } = await buildAdministrator();
  const stranger = await buildAdministrator();
  const id = async (name: string) => ((await post(unit(name))).json() as { id: string }).id;
  const first = await id('first');
  // From the beginning of what this organisation did: creation, root unit, person, position, then the unit.
  const begun = await listen({ ...headers, 'last-event-id': '0.00000000-0000-0000-0000-000000000000' }, 5);
  expect(begun.map((event) => event.type)).toEqual([
    'organisation.created',
    'unit.created',
    'person.joined',
    'position.created',
    'unit.created',
  ]);
  expect(begun[4]!.subjectId).toBe(first);

  const missed = [await id('second'), await id('third')];
  await stranger.post(unit('of somebody else'));
  let live = '';
  const resumed = await listen(
    { ...headers, 'last-event-id': begun[4]!.position },
    3,
    async () => (live = await id('fourth')),
  );
  expect(resumed.map((event) => event.subjectId)).toEqual([...missed, live]);
});

test('the live stream is for people and keys of the organisation', async () => {
  const answer = await fetch(`${address}/api/events/stream`);
  expect([answer.status, await answer.json()]).toMatchObject([401, { code: 'access.sign-in-needed' }]);
});
