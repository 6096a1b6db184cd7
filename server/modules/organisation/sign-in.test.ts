// Signing in over HTTP: passwords, the second factor, the record of tries, and the end of access.
import { createHmac } from 'node:crypto';
import { getMigrations } from 'better-auth/db/migration';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { authOptions } from '#platform/access/auth.ts';
import { createHttp } from '#platform/http/server.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { buildOrganisation, signIn, testPassword } from './factory.ts';
import { listSignIns } from './list-sign-ins.ts';
import { updatePerson } from './update-person.ts';

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

/** RFC 6238 with the usual 30 seconds and six digits, from the secret of an otpauth address. */
function totp(uri: string): string {
  const secret = new URL(uri).searchParams.get('secret')!;
  let bits = '';
  for (const letter of secret.replace(/=+$/, ''))
    bits += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  // better-auth reads the machine's clock, so the code must too.
  counter.writeBigUInt64BE(BigInt(Math.floor((performance.timeOrigin + performance.now()) / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const at = digest.at(-1)! & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  http.inject({ method: 'POST', url, payload, headers, remoteAddress: '10.2.0.1' });

test('the database has every column that better-auth asks for', async () => {
  const { config, connection, secrets } = app.platform;
  const plan = await getMigrations(authOptions({ config, db: connection.db, secrets }));
  expect({ created: plan.toBeCreated, added: plan.toBeAdded, problems: plan.schemaProblems }).toEqual({
    created: [],
    added: [],
    problems: [],
  });
});

test('a session says who, where and what is allowed', async () => {
  const { organisationId, buildPerson } = await buildOrganisation(app.platform, { country: 'IR', language: 'fa' });
  const person = await buildPerson({ roles: ['agent'], withAccount: true, language: 'ar' });
  const answer = await http.inject({ url: '/api/session', headers: await signIn(http, person) });
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({
    person: { id: person.personId, roles: ['agent'], email: person.email },
    organisation: {
      id: organisationId,
      calendar: 'persian',
      digits: 'arabext',
      weekStart: 6,
      weekend: [5],
      timeZone: 'Asia/Tehran',
    },
    language: 'ar',
    twoFactorEnabled: false,
  });
  const { permissions } = answer.json() as { permissions: string[] };
  expect(permissions).toContain('unit.read');
  expect(permissions).not.toContain('unit.manage');
});

test('without a session, or with an account that belongs nowhere, nobody is let in', async () => {
  expect((await http.inject('/api/session')).json()).toMatchObject({ status: 401, code: 'access.sign-in-needed' });
  await app.platform.auth.createAccount({ email: 'nowhere@else.test', name: 'Nobody', password: testPassword });
  const headers = await signIn(http, { email: 'nowhere@else.test', password: testPassword });
  expect((await http.inject({ url: '/api/units', headers })).json()).toMatchObject({
    status: 401,
    code: 'access.sign-in-needed',
  });
});

test('nobody signs themselves up', async () => {
  const answer = await post('/api/auth/sign-up/email', {
    email: 'self@made.test',
    password: testPassword,
    name: 'Self',
  });
  expect(answer.statusCode).toBe(403);
  const { rows } = await app.platform.connection.pool.query('select from auth_users where email = $1', [
    'self@made.test',
  ]);
  expect(rows).toHaveLength(0);
});

test('a role without the permission is refused', async () => {
  const { buildPerson } = await buildOrganisation(app.platform);
  const headers = await signIn(http, await buildPerson({ roles: ['observer'], withAccount: true }));
  expect((await http.inject({ url: '/api/units', headers })).statusCode).toBe(200);
  const refused = await post('/api/units', { name: { en: 'Roads' }, parentId: null }, headers);
  expect(refused.json()).toMatchObject({
    status: 403,
    code: 'access.forbidden',
    params: { permission: 'unit.manage' },
  });
  expect((await http.inject({ url: '/api/sign-ins', headers })).statusCode).toBe(403);
});

test('with a second factor the password alone opens nothing', async () => {
  const { buildPerson, run } = await buildOrganisation(app.platform);
  const person = await buildPerson({ withAccount: true });
  const first = await signIn(http, person);
  const enabled = await post('/api/auth/two-factor/enable', { password: person.password }, first);
  const { totpURI } = enabled.json() as { totpURI: string };
  const confirmed = await post('/api/auth/two-factor/verify-totp', { code: totp(totpURI) }, first);
  expect(confirmed.statusCode).toBe(200);

  const half = await signIn(http, person);
  expect((await http.inject({ url: '/api/session', headers: half })).statusCode).toBe(401);
  const wrong = await post(
    '/api/auth/two-factor/verify-totp',
    { code: totp(totpURI) === '000000' ? '000001' : '000000' },
    half,
  );
  expect(wrong.statusCode).toBe(401);
  const right = await post('/api/auth/two-factor/verify-totp', { code: totp(totpURI) }, half);
  expect(right.statusCode).toBe(200);
  const cookie = right.cookies.map((one) => `${one.name}=${encodeURIComponent(one.value)}`).join('; ');
  const session = await http.inject({ url: '/api/session', headers: { cookie } });
  expect(session.json()).toMatchObject({ person: { id: person.personId }, twoFactorEnabled: true });
  await post('/api/auth/sign-out', {}, { cookie });
  // The password alone is no sign-in, and setting the factor up is none either.
  const { items } = await run((ctx) => listSignIns(ctx, { limit: 10 }));
  expect(items.map((item) => item.result)).toEqual(['signed-out', 'signed-in', 'second-factor-refused', 'signed-in']);
  expect(new Set(items.map((item) => item.email))).toEqual(new Set([person.email]));
});

test('tries are on record for the organisation that knows the address, in pages', async () => {
  const { buildPerson, run } = await buildOrganisation(app.platform);
  const other = await buildOrganisation(app.platform);
  const person = await buildPerson({ withAccount: true, name: 'Mona' });
  const wrong = await post(
    '/api/auth/sign-in/email',
    { email: person.email, password: 'not the password' },
    { 'user-agent': 'a browser' },
  );
  expect(wrong.statusCode).toBe(401);
  await post('/api/auth/sign-in/email', { email: 'unknown@nowhere.test', password: 'not the password' });
  await signIn(http, person);
  const first = await run((ctx) => listSignIns(ctx, { limit: 1 }));
  const second = await run((ctx) => listSignIns(ctx, { limit: 1, cursor: first.next! }));
  expect(first.items).toMatchObject([{ result: 'signed-in', personName: 'Mona', email: person.email }]);
  expect(second).toMatchObject({
    items: [{ result: 'refused', address: '10.2.0.1', device: 'a browser' }],
    next: null,
  });
  expect((await other.run((ctx) => listSignIns(ctx, { limit: 10 }))).items).toEqual([]);
});

test('who is deactivated is refused at once, and their sessions do not come back with them', async () => {
  const { buildPerson, run } = await buildOrganisation(app.platform);
  const person = await buildPerson({ withAccount: true });
  const headers = await signIn(http, person);
  const status = async () => (await http.inject({ url: '/api/session', headers })).statusCode;
  expect(await status()).toBe(200);
  await run((ctx) => updatePerson(ctx, { id: person.personId, active: false }));
  expect(await status()).toBe(401);
  await app.platform.jobs.runDue(app.platform);
  await run((ctx) => updatePerson(ctx, { id: person.personId, active: true }));
  expect(await status()).toBe(401);
  expect((await http.inject({ url: '/api/session', headers: await signIn(http, person) })).statusCode).toBe(200);
});

test('a session that was signed out is refused', async () => {
  const { buildPerson } = await buildOrganisation(app.platform);
  const headers = await signIn(http, await buildPerson({ withAccount: true }));
  await post('/api/auth/sign-out', {}, headers);
  expect((await http.inject({ url: '/api/session', headers })).statusCode).toBe(401);
});
