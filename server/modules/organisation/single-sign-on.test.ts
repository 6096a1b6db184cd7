// Signing in with the organisation's own account (OpenID Connect), against a provider on this machine.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAuth } from '#platform/access/auth.ts';
import { createHttp } from '#platform/http/server.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { buildOrganisation, testPassword } from './factory.ts';
import { invite } from './invite.ts';
import { listSignIns } from './list-sign-ins.ts';

type Claims = { sub: string; email: string; name: string; email_verified?: boolean };

let app: TestApp;
let http: FastifyInstance;
let provider: Server;
/** Who signs in at the provider next. */
let claims: Claims;
/** What the provider was asked, by path. */
const asked = new Map<string, { query: URLSearchParams; body: URLSearchParams; authorization: string | undefined }>();

beforeAll(async () => {
  provider = createServer((request, response) => {
    const url = new URL(request.url!, 'http://provider.test');
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      asked.set(url.pathname, {
        query: url.searchParams,
        body: new URLSearchParams(text),
        authorization: request.headers.authorization,
      });
      response.setHeader('content-type', 'application/json');
      if (url.pathname === '/token')
        return response.end(
          JSON.stringify({ access_token: `access-of-${claims.sub}`, token_type: 'Bearer', expires_in: 60 }),
        );
      if (url.pathname === '/userinfo' && request.headers.authorization === `Bearer access-of-${claims.sub}`)
        return response.end(JSON.stringify(claims));
      response.statusCode = 401;
      return response.end('{}');
    });
  });
  await new Promise<void>((done) => void provider.listen(0, '127.0.0.1', done));
  const at = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  app = await createTestApp();
  const { connection, secrets, directory } = app.platform;
  const oidc = {
    clientId: 'rida',
    clientSecret: 'a secret',
    authorizationUrl: `${at}/authorize`,
    tokenUrl: `${at}/token`,
    userInfoUrl: `${at}/userinfo`,
  };
  const config = { ...app.platform.config, oidc };
  http = await createHttp({
    ...app.platform,
    config,
    auth: createAuth({ config, db: connection.db, secrets, directory }),
  });
});
afterAll(async () => {
  await http?.close();
  await app?.close();
  await new Promise((done) => void provider?.close(done));
});

const cookiesOf = (answer: { cookies: Array<{ name: string; value: string }> }) =>
  answer.cookies.map((one) => `${one.name}=${encodeURIComponent(one.value)}`).join('; ');

/** As a browser does it: from our page to the provider and back. */
async function signInAs(person: Claims) {
  claims = person;
  const begun = await http.inject({
    method: 'POST',
    url: '/api/auth/sign-in/social',
    headers: { origin: 'http://rida.test' },
    remoteAddress: '10.3.0.1',
    payload: { provider: 'oidc', callbackURL: '/cases?view=mine', errorCallbackURL: '/sign-in?failed=oidc' },
  });
  const { url } = begun.json() as { url: string };
  const sent = new URL(url);
  const answer = await http.inject({
    url: `/api/auth/callback/oidc?code=a-code&state=${sent.searchParams.get('state')}`,
    headers: { cookie: cookiesOf(begun) },
    remoteAddress: '10.3.0.1',
  });
  return { sent, answer, location: String(answer.headers.location), cookie: cookiesOf(answer) };
}

async function invitedPerson(email: string) {
  const organisation = await buildOrganisation(app.platform);
  const { sealedLink } = await organisation.run((ctx) => invite(ctx, { email, name: 'Mona', roles: ['agent'] }));
  const token = app.platform.secrets.decrypt(sealedLink).split('/invitation/')[1]!;
  await http.inject({
    method: 'POST',
    url: `/api/invitations/by-token/${token}/acceptance`,
    payload: { name: 'Mona', password: testPassword },
  });
  return organisation;
}

test('the sign-in page is told whether it may offer it', async () => {
  expect((await http.inject('/api/setup')).json()).toMatchObject({ singleSignOn: true });
  const without = await createHttp(app.platform);
  expect((await without.inject('/api/setup')).json()).toMatchObject({ singleSignOn: false });
  await without.close();
});

test('an invited person signs in, again too under another address, and it is on record', async () => {
  const organisation = await invitedPerson('mona@sso.test');
  const first = await signInAs({ sub: 'mona', email: 'Mona@SSO.test', name: 'Mona', email_verified: true });
  expect(first.sent.searchParams.get('redirect_uri')).toBe('http://rida.test/api/auth/callback/oidc');
  expect(first.sent.searchParams.get('scope')).toBe('openid email profile');
  expect(asked.get('/token')!.body.get('code_verifier')).toBeTruthy();
  expect(first.location).toBe('/cases?view=mine');
  expect((await http.inject({ url: '/api/session', headers: { cookie: first.cookie } })).json()).toMatchObject({
    person: { name: 'Mona', email: 'mona@sso.test' },
  });

  const again = await signInAs({ sub: 'mona', email: 'mona.married@sso.test', name: 'Mona' });
  expect((await http.inject({ url: '/api/session', headers: { cookie: again.cookie } })).json()).toMatchObject({
    person: { email: 'mona@sso.test' },
  });
  const { items } = await organisation.run((ctx) => listSignIns(ctx, { limit: 10 }));
  expect(items.map((item) => [item.result, item.email])).toEqual([
    ['signed-in', 'mona@sso.test'],
    ['signed-in', 'mona@sso.test'],
  ]);
  expect(items[0]).toMatchObject({ personName: 'Mona', address: '10.3.0.1' });
  const { rows } = await app.platform.connection.pool.query(
    `select access_token, refresh_token, id_token from auth_accounts where provider_id = 'oidc' and account_id = 'mona'`,
  );
  expect(rows).toEqual([{ access_token: null, refresh_token: null, id_token: null }]);
});

test('a stranger is refused and gets no account', async () => {
  const refused = await signInAs({
    sub: 'stranger',
    email: 'stranger@sso.test',
    name: 'Stranger',
    email_verified: true,
  });
  expect(refused.location).toBe('/sign-in?failed=oidc&error=signup_disabled');
  expect((await http.inject({ url: '/api/session', headers: { cookie: refused.cookie } })).statusCode).toBe(401);
  const { rows } = await app.platform.connection.pool.query(`select from auth_users where email = 'stranger@sso.test'`);
  expect(rows).toHaveLength(0);
});

test('an address that the provider calls unproven opens nothing; the refusal is on record', async () => {
  const organisation = await invitedPerson('sara@sso.test');
  const refused = await signInAs({ sub: 'not-sara', email: 'sara@sso.test', name: 'Sara', email_verified: false });
  expect(refused.location).toBe('/sign-in?failed=oidc&error=account_not_linked');
  expect((await http.inject({ url: '/api/session', headers: { cookie: refused.cookie } })).statusCode).toBe(401);
  const { items } = await organisation.run((ctx) => listSignIns(ctx, { limit: 10 }));
  expect(items).toMatchObject([{ result: 'refused', email: 'sara@sso.test' }]);
  expect((await signInAs({ sub: 'sara', email: 'sara@sso.test', name: 'Sara' })).location).toBe('/cases?view=mine');
});

test('an answer of nobody’s question leads back to the sign-in page', async () => {
  const answer = await http.inject('/api/auth/callback/oidc?code=a-code&state=made-up');
  expect(answer.headers.location).toMatch(/^http:\/\/rida\.test\/sign-in\?failed=oidc&error=/);
  expect(answer.cookies.filter((one) => one.name.includes('session_token') && one.value !== '')).toEqual([]);
});
