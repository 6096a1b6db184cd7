// Invitations: the link works once, for the invited address, and an existing account proves itself.
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHttp } from '#platform/http/server.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { createPosition } from './create-position.ts';
import { buildOrganisation, signIn, testPassword } from './factory.ts';
import { invite } from './invite.ts';
import { listInvitations } from './list-invitations.ts';
import { listPeople } from './list-people.ts';
import { revokeInvitation } from './revoke-invitation.ts';

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

type Organisation = Awaited<ReturnType<typeof buildOrganisation>>;

async function inviteTo(organisation: Organisation, wish: Partial<Parameters<typeof invite>[1]> & { email: string }) {
  const invitation = await organisation.run((ctx) => invite(ctx, { name: 'Invited', roles: ['agent'], ...wish }));
  const link = app.platform.secrets.decrypt(invitation.sealedLink);
  return { id: invitation.id, token: link.split('/invitation/')[1]! };
}

const read = (token: string) => http.inject(`/api/invitations/by-token/${token}`);
const accept = (token: string, payload: { name?: string; password?: string } = {}) =>
  http.inject({
    method: 'POST',
    url: `/api/invitations/by-token/${token}/acceptance`,
    payload: { name: 'Mona', password: testPassword, ...payload },
  });

test('an invited person joins with roles and position, and signs in', async () => {
  const organisation = await buildOrganisation(app.platform, { language: 'fa', withAccount: true });
  const { run, rootUnitId, administrator } = organisation;
  const position = await run((ctx) => createPosition(ctx, { unitId: rootUnitId, title: { en: 'Clerk' } }));
  const made = await http.inject({
    method: 'POST',
    url: '/api/invitations',
    headers: { ...(await signIn(http, administrator)), 'idempotency-key': 'invite-mona' },
    payload: { email: 'Mona@Example.test', name: 'Mona', roles: ['agent', 'observer'], positionId: position.id },
  });
  expect(made.statusCode).toBe(201);
  const { link } = made.json() as { link: string };
  expect(link).toMatch(/^http:\/\/rida\.test\/invitation\/[\w-]{40,}$/);
  const token = link.split('/invitation/')[1]!;
  const { rows } = await app.platform.connection.pool.query<{ stored: string }>(
    `select (select string_agg(response::text, '') from idempotency_keys) || (select string_agg(secret_hash, '') from invitations) as stored`,
  );
  expect(rows[0]!.stored).not.toContain(token);

  expect((await read(token)).json()).toEqual({
    email: 'mona@example.test',
    name: 'Mona',
    organisation: { en: `Organisation ${organisation.slug}` },
    language: 'fa',
    hasAccount: false,
  });
  expect((await accept(token)).json()).toEqual({ email: 'mona@example.test' });
  const people = await run((ctx) => listPeople(ctx, { limit: 10, q: 'mona' }));
  expect(people.items).toMatchObject([{ roles: ['agent', 'observer'], unitIds: [rootUnitId], active: true }]);
  const session = await http.inject({
    url: '/api/session',
    headers: await signIn(http, { email: 'mona@example.test', password: testPassword }),
  });
  expect(session.json()).toMatchObject({ person: { id: people.items[0]!.id } });
  expect((await accept(token)).json()).toMatchObject({ status: 410, code: 'invitation.used' });
});

test('unknown, revoked and expired links are refused, each by its own code', async () => {
  const organisation = await buildOrganisation(app.platform);
  expect((await read('no-such-secret')).json()).toMatchObject({ status: 404, code: 'invitation.unknown' });
  const revoked = await inviteTo(organisation, { email: 'revoked@links.test' });
  await organisation.run((ctx) => revokeInvitation(ctx, revoked.id));
  expect((await accept(revoked.token)).json()).toMatchObject({ status: 410, code: 'invitation.revoked' });
  const expired = await inviteTo(organisation, { email: 'expired@links.test' });
  const before = app.clock.now();
  app.clock.advance(7 * 86_400_000);
  expect((await accept(expired.token)).json()).toMatchObject({ status: 410, code: 'invitation.expired' });
  const states = (await organisation.run((ctx) => listInvitations(ctx, { limit: 10 }))).items.map((one) => [
    one.email,
    one.state,
  ]);
  app.clock.set(before);
  expect(Object.fromEntries(states)).toEqual({ 'revoked@links.test': 'revoked', 'expired@links.test': 'expired' });
  const { rows } = await app.platform.connection.pool.query(`select from auth_users where email like '%@links.test'`);
  expect(rows).toHaveLength(0);
});

test('inviting an address again ends the earlier link', async () => {
  const organisation = await buildOrganisation(app.platform);
  const first = await inviteTo(organisation, { email: 'again@links-again.test' });
  const second = await inviteTo(organisation, { email: 'AGAIN@links-again.test' });
  expect((await read(first.token)).json()).toMatchObject({ code: 'invitation.revoked' });
  expect((await read(second.token)).statusCode).toBe(200);
});

test('an address that has an account joins only with its password', async () => {
  const organisation = await buildOrganisation(app.platform);
  const accountId = await app.platform.auth.createAccount({
    email: 'known@accounts.test',
    name: 'Known',
    password: testPassword,
  });
  const { token } = await inviteTo(organisation, { email: 'known@accounts.test' });
  expect((await read(token)).json()).toMatchObject({ hasAccount: true });
  expect((await accept(token, { password: 'somebody else tries' })).json()).toMatchObject({
    status: 403,
    code: 'account.password-wrong',
  });
  expect((await organisation.run((ctx) => listPeople(ctx, { limit: 10, q: 'known@' }))).items).toEqual([]);
  expect((await accept(token)).statusCode).toBe(200);
  expect(await app.platform.directory.staffOfAccount(accountId)).toMatchObject({
    organisationId: organisation.organisationId,
    roles: ['agent'],
  });
  // The proof leaves no session behind.
  const { rows } = await app.platform.connection.pool.query('select from auth_sessions where user_id = $1', [
    accountId,
  ]);
  expect(rows).toHaveLength(0);
});

test('guessing the password of an account through its invitation is stopped', async () => {
  const organisation = await buildOrganisation(app.platform);
  await app.platform.auth.createAccount({ email: 'guessed@accounts.test', name: 'Known', password: testPassword });
  const { id, token } = await inviteTo(organisation, { email: 'guessed@accounts.test' });
  await app.platform.connection.pool.query(`insert into attempts (bucket, window_start, count) values ($1, $2, 10)`, [
    `invitation:${id}`,
    app.clock.now(),
  ]);
  expect((await accept(token)).json()).toMatchObject({ status: 429, code: 'access.too-many-tries' });
});

test('an account of another organisation does not join a second one', async () => {
  const elsewhere = await (await buildOrganisation(app.platform)).buildPerson({ withAccount: true });
  const organisation = await buildOrganisation(app.platform);
  const { token, id } = await inviteTo(organisation, { email: elsewhere.email });
  expect((await accept(token)).json()).toMatchObject({ status: 409, code: 'person.account-elsewhere' });
  const { items } = await organisation.run((ctx) => listInvitations(ctx, { limit: 10 }));
  expect(items).toMatchObject([{ id, state: 'pending' }]);
});

test('a person who is named here already gets the sign-in; one who has it is not invited again', async () => {
  const organisation = await buildOrganisation(app.platform);
  const named = await organisation.buildPerson({ roles: ['observer'] });
  const { token } = await inviteTo(organisation, { email: named.email, roles: ['agent'] });
  expect((await accept(token, { name: 'Sara' })).statusCode).toBe(200);
  const { items } = await organisation.run((ctx) => listPeople(ctx, { limit: 10, q: named.email }));
  expect(items).toMatchObject([{ id: named.personId, name: 'Sara', roles: ['agent'] }]);
  await expect(inviteTo(organisation, { email: named.email })).rejects.toMatchObject({ code: 'person.email-taken' });
});

test('two acceptances at the same moment make one person', async () => {
  const organisation = await buildOrganisation(app.platform);
  const { token } = await inviteTo(organisation, { email: 'twice@accounts.test' });
  const answers = await Promise.all([accept(token), accept(token)]);
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 410]);
  expect((await organisation.run((ctx) => listPeople(ctx, { limit: 10, q: 'twice@' }))).items).toHaveLength(1);
});

test('a position that was filled meanwhile does not keep the person out', async () => {
  const organisation = await buildOrganisation(app.platform);
  const { run, rootUnitId, administrator } = organisation;
  const position = await run((ctx) => createPosition(ctx, { unitId: rootUnitId, title: { en: 'Clerk' } }));
  const { token } = await inviteTo(organisation, { email: 'late@positions.test', positionId: position.id });
  await app.platform.connection.pool.query('update positions set person_id = $1 where id = $2', [
    administrator.personId,
    position.id,
  ]);
  expect((await accept(token)).statusCode).toBe(200);
  const { items } = await run((ctx) => listPeople(ctx, { limit: 10, q: 'late@' }));
  expect(items).toMatchObject([{ unitIds: [] }]);
});
