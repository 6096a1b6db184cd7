// Dealers over HTTP: invited, signed in, shown their own screens and refused everything else.
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildOrganisation, signIn, testPassword } from '#modules/organisation/factory.ts';
import { createHttp } from '#platform/http/server.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { buildProduct } from './factory.ts';

let app: TestApp;
let http: FastifyInstance;
beforeAll(async () => {
  app = await createTestApp();
  http = await createHttp(app.platform);
});
afterAll(async () => {
  await http?.close();
  await app?.close();
});

type Answer = { status: number; body: Record<string, unknown> };

async function call(
  headers: Record<string, string>,
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  payload?: object,
): Promise<Answer> {
  const answer = await http.inject({ method, url: `/api/${path}`, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json() };
}

test('a dealer is added, its person invited, lets in, enters a sale, and is let out again', async () => {
  const office = await buildOrganisation(app.platform, { country: 'SA', language: 'ar', withAccount: true });
  const administrator = await signIn(http, office.administrator);
  const productId = await office.run((ctx) => buildProduct(ctx));
  const dealer = await call(administrator, 'POST', 'dealers', {
    name: 'متجر النور',
    phone: '0112223344',
    email: 'Shop@Example.com',
  });
  expect(dealer).toMatchObject({
    status: 201,
    body: { name: 'متجر النور', phone: '+966112223344', email: 'shop@example.com', active: true },
  });
  const path = `dealers/${String(dealer.body['id'])}`;
  const email = `hind@${office.slug}.test`;
  await call(administrator, 'POST', `${path}/people`, { name: 'هند', email });
  // Invited once more: the first link ends, and it stays one person.
  const invited = await call(administrator, 'POST', `${path}/people`, { name: 'هند', email });
  expect(invited.status).toBe(201);
  expect(await call(administrator, 'GET', path)).toMatchObject({
    status: 200,
    body: { people: [{ name: 'هند', state: 'invited' }], buyers: 0, purchases: 0, lastSaleOn: null },
  });
  // The same address cannot be made staff behind the dealer's back.
  expect(await call(administrator, 'POST', 'invitations', { name: 'هند', email, roles: ['agent'] })).toMatchObject({
    status: 409,
    body: { code: 'person.email-taken' },
  });

  const token = String(invited.body['link']).split('/').at(-1)!;
  expect(
    await call({}, 'POST', `invitations/by-token/${token}/acceptance`, { name: 'هند', password: testPassword }),
  ).toMatchObject({ status: 200 });
  const hind = await signIn(http, { email, password: testPassword });
  expect(await call(hind, 'GET', 'session')).toMatchObject({
    status: 200,
    body: { person: { name: 'هند', roles: [] }, permissions: ['sale.record'] },
  });
  expect(await call(hind, 'PATCH', 'session/person', { language: 'fa' })).toMatchObject({
    status: 200,
    body: { language: 'fa' },
  });

  const key = { ...hind, 'idempotency-key': 'one-sale' };
  const input = { buyer: { name: 'سارة', phone: '0501112233' }, productId, boughtOn: '2026-11-22' };
  const sale = await call(key, 'POST', 'sales', input);
  expect(sale).toMatchObject({ status: 201, body: { buyer: { name: 'سارة' } } });
  expect(await call(key, 'POST', 'sales', input)).toEqual(sale);
  expect(await call(hind, 'POST', 'sales', input)).toMatchObject({ status: 409, body: { code: 'purchase.duplicate' } });
  expect(await call(hind, 'GET', 'sales')).toMatchObject({ status: 200, body: { items: [{ id: sale.body['id'] }] } });
  expect(await call(administrator, 'GET', path)).toMatchObject({
    body: { people: [{ state: 'joined' }], buyers: 1, purchases: 1, lastSaleOn: '2026-11-22' },
  });

  for (const closed of [
    'customers',
    'cases',
    'purchases',
    'dealers',
    'people',
    'units',
    'products',
    'organisation',
    'invitations',
    path,
  ])
    expect([closed, (await call(hind, 'GET', closed)).status]).toEqual([closed, 403]);
  const stream = await http.inject({ method: 'GET', url: '/api/events/stream', headers: hind });
  expect(stream.statusCode).toBe(403);
  // And who works here is not offered the dealer's person as a colleague.
  expect(JSON.stringify((await call(administrator, 'GET', 'people')).body)).not.toContain(email);
  // Nor may staff sell in a dealer's name.
  expect((await call(administrator, 'POST', 'sales', input)).status).toBe(403);

  const person = (await call(administrator, 'GET', path)).body['people'] as { id: string }[];
  expect(await call(administrator, 'PATCH', `${path}/people/${person[0]!.id}`, { active: false })).toMatchObject({
    body: { state: 'inactive' },
  });
  expect((await call(hind, 'GET', 'session')).status).toBe(401);
  expect((await call(administrator, 'PATCH', `people/${person[0]!.id}`, { roles: ['administrator'] })).status).toBe(
    404,
  );
});

test('agents neither see nor manage dealers; observers read neither purchases nor customers', async () => {
  const office = await buildOrganisation(app.platform);
  const agent = await signIn(http, await office.buildPerson({ roles: ['agent'], withAccount: true }));
  const observer = await signIn(http, await office.buildPerson({ roles: ['observer'], withAccount: true }));
  expect((await call(agent, 'GET', 'dealers')).status).toBe(403);
  expect((await call(agent, 'POST', 'dealers', { name: 'X' })).status).toBe(403);
  expect((await call(agent, 'GET', 'purchases')).status).toBe(200);
  expect((await call(observer, 'GET', 'purchases')).status).toBe(403);
});
