// Links for a new password: one works once, for one day; devices are signed out, a second factor stays.
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHttp } from '#platform/http/server.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { buildOrganisation, signIn, testPassword, type BuiltOrganisation } from './factory.ts';
import { makePasswordLink } from './make-password-link.ts';
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

const newPassword = 'another long password';

async function linkFor(organisation: BuiltOrganisation, personId: string): Promise<string> {
  const { sealedLink } = await organisation.run((ctx) => makePasswordLink(ctx, personId));
  return app.platform.secrets.decrypt(sealedLink).split('/password/')[1]!;
}

const read = (token: string) => http.inject(`/api/password-links/${token}`);
const set = (token: string, password = newPassword) =>
  http.inject({ method: 'POST', url: `/api/password-links/${token}/password`, payload: { password } });

async function eventsOf(personId: string) {
  const { rows } = await app.platform.connection.pool.query<{ type: string; data: Record<string, unknown> }>(
    `select type, data from events where subject_id = $1 and type like 'person.password-%' order by id`,
    [personId],
  );
  return rows;
}

test('an administrator makes a link, the person sets a password by it, and every device is signed out', async () => {
  const organisation = await buildOrganisation(app.platform, { language: 'fa', withAccount: true });
  const person = await organisation.buildPerson({ withAccount: true, name: 'Mona' });
  const device = await signIn(http, person);
  const made = await http.inject({
    method: 'POST',
    url: `/api/people/${person.personId}/password-link`,
    headers: { ...(await signIn(http, organisation.administrator)), 'idempotency-key': 'link-for-mona' },
  });
  expect(made.statusCode).toBe(201);
  const { link, expiresAt } = made.json() as { link: string; expiresAt: string };
  expect(link).toMatch(/^http:\/\/rida\.test\/password\/[\w-]{40,}$/);
  expect(new Date(expiresAt).getTime() - app.clock.now().getTime()).toBe(86_400_000);
  const token = link.split('/password/')[1]!;
  const { rows } = await app.platform.connection.pool.query<{ stored: string }>(
    `select (select string_agg(response::text, '') from idempotency_keys) || (select string_agg(secret_hash, '') from password_links) as stored`,
  );
  expect(rows[0]!.stored).not.toContain(token);

  expect((await read(token)).json()).toEqual({ email: person.email, name: 'Mona', language: 'fa' });
  expect((await set(token, 'too short')).json()).toMatchObject({ status: 422, code: 'request.invalid' });
  expect((await set(token)).json()).toEqual({ email: person.email });
  expect((await http.inject({ url: '/api/session', headers: device })).statusCode).toBe(401);
  await expect(signIn(http, person)).rejects.toThrow('401');
  const session = await http.inject({
    url: '/api/session',
    headers: await signIn(http, { email: person.email, password: newPassword }),
  });
  expect(session.json()).toMatchObject({ person: { id: person.personId } });
  expect((await set(token)).json()).toMatchObject({ status: 410, code: 'password-link.used' });
  const events = await eventsOf(person.personId);
  expect(events.map((event) => event.type)).toEqual(['person.password-link-made', 'person.password-changed']);
  expect(JSON.stringify(events)).not.toContain(token);
});

test('one makes a link for oneself; who may not manage people makes none', async () => {
  const organisation = await buildOrganisation(app.platform, { withAccount: true });
  const agent = await organisation.buildPerson({ withAccount: true });
  const ask = async (person: { email: string; password: string }, id: string) =>
    http.inject({ method: 'POST', url: `/api/people/${id}/password-link`, headers: await signIn(http, person) });
  expect((await ask(organisation.administrator, organisation.administrator.personId)).statusCode).toBe(201);
  expect((await ask(agent, agent.personId)).json()).toMatchObject({
    status: 403,
    code: 'access.forbidden',
    params: { permission: 'person.manage' },
  });
});

test('there is no link for who cannot sign in, or is of another organisation', async () => {
  const organisation = await buildOrganisation(app.platform);
  const elsewhere = await (await buildOrganisation(app.platform)).buildPerson({ withAccount: true });
  const without = await organisation.buildPerson();
  const gone = await organisation.buildPerson({ withAccount: true });
  await organisation.run((ctx) => updatePerson(ctx, { id: gone.personId, active: false }));
  await expect(linkFor(organisation, elsewhere.personId)).rejects.toMatchObject({ code: 'person.not-found' });
  await expect(linkFor(organisation, without.personId)).rejects.toMatchObject({ code: 'person.no-account' });
  await expect(linkFor(organisation, gone.personId)).rejects.toMatchObject({ code: 'person.inactive' });
});

test('unknown, replaced and expired links are refused, each by its own code, and change nothing', async () => {
  const organisation = await buildOrganisation(app.platform);
  const person = await organisation.buildPerson({ withAccount: true });
  expect((await read('no-such-secret')).json()).toMatchObject({ status: 404, code: 'password-link.unknown' });
  const first = await linkFor(organisation, person.personId);
  const second = await linkFor(organisation, person.personId);
  expect((await set(first)).json()).toMatchObject({ status: 410, code: 'password-link.revoked' });
  const before = app.clock.now();
  app.clock.advance(86_400_000);
  expect((await set(second)).json()).toMatchObject({ status: 410, code: 'password-link.expired' });
  app.clock.set(before);
  await signIn(http, { email: person.email, password: testPassword });
});

test('a link ends with the deactivation of its person and does not come back with them', async () => {
  const organisation = await buildOrganisation(app.platform);
  const person = await organisation.buildPerson({ withAccount: true });
  const token = await linkFor(organisation, person.personId);
  await organisation.run((ctx) => updatePerson(ctx, { id: person.personId, active: false }));
  await organisation.run((ctx) => updatePerson(ctx, { id: person.personId, active: true }));
  expect((await set(token)).json()).toMatchObject({ status: 410, code: 'password-link.revoked' });
});

test('two links made at the same moment leave one open; two uses of one set one password', async () => {
  const organisation = await buildOrganisation(app.platform);
  const person = await organisation.buildPerson({ withAccount: true });
  const tokens = await Promise.all([linkFor(organisation, person.personId), linkFor(organisation, person.personId)]);
  const open: string[] = [];
  for (const token of tokens) if ((await read(token)).statusCode === 200) open.push(token);
  expect(open).toHaveLength(1);
  const wishes = ['the first new password', 'the second new password'];
  const answers = await Promise.all(wishes.map((password) => set(open[0]!, password)));
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 410]);
  await signIn(http, {
    email: person.email,
    password: wishes[answers.findIndex((answer) => answer.statusCode === 200)]!,
  });
});

test('a second factor is asked for after the new password too', async () => {
  const organisation = await buildOrganisation(app.platform);
  const person = await organisation.buildPerson({ withAccount: true });
  await app.platform.connection.pool.query('update auth_users set two_factor_enabled = true where id = $1', [
    person.accountId,
  ]);
  expect((await set(await linkFor(organisation, person.personId))).statusCode).toBe(200);
  const half = await signIn(http, { email: person.email, password: newPassword });
  expect((await http.inject({ url: '/api/session', headers: half })).statusCode).toBe(401);
});

test('an account that came without a password gets one', async () => {
  const organisation = await buildOrganisation(app.platform);
  const person = await organisation.buildPerson({ withAccount: true });
  await app.platform.connection.pool.query('delete from auth_accounts where user_id = $1', [person.accountId]);
  expect((await set(await linkFor(organisation, person.personId))).statusCode).toBe(200);
  await signIn(http, { email: person.email, password: newPassword });
});

test('tries at a link are counted', async () => {
  const organisation = await buildOrganisation(app.platform);
  const person = await organisation.buildPerson({ withAccount: true });
  const token = await linkFor(organisation, person.personId);
  const { rows } = await app.platform.connection.pool.query<{ id: string }>(
    'select id from password_links where person_id = $1',
    [person.personId],
  );
  await app.platform.connection.pool.query(`insert into attempts (bucket, window_start, count) values ($1, $2, 10)`, [
    `password-link:${rows[0]!.id}`,
    app.clock.now(),
  ]);
  expect((await set(token)).json()).toMatchObject({ status: 429, code: 'access.too-many-tries' });
});
