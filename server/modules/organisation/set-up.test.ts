// Setting up a new installation: once, by whoever has the link.
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHttp } from '#platform/http/server.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { createOrganisation } from './create-organisation.ts';
import { signIn, testPassword } from './factory.ts';
import { registerSampleLoader } from './sample-loader.ts';
import { setupLink } from './setup-link.ts';

// An installation is set up once, so here every test has one of its own.
let app: TestApp;
let http: FastifyInstance;
beforeEach(async () => {
  app = await createTestApp();
  http = await createHttp(app.platform);
});
afterEach(async () => {
  await http?.close();
  await app?.close();
});

const token = async () => new URL((await setupLink(app.platform))!).searchParams.get('token')!;

function setUp(given: { token: string; email?: string; password?: string; slug?: string; sample?: boolean }) {
  return http.inject({
    method: 'POST',
    url: '/api/setup',
    payload: {
      token: given.token,
      organisation: { name: { ar: 'هيئة الخدمات' }, slug: given.slug ?? 'services', country: 'SA', language: 'ar' },
      administrator: {
        name: 'Huda',
        email: given.email ?? 'Huda@services.test',
        password: given.password ?? testPassword,
      },
      ...(given.sample ? { sample: true } : {}),
    },
  });
}

const organisations = async () =>
  (await app.platform.connection.pool.query<{ slug: string }>('select slug from organisations')).rows;

test('the link makes the first organisation, its root unit and an administrator who heads it', async () => {
  expect((await http.inject('/api/setup')).json()).toEqual({ needed: true, singleSignOn: false });
  expect(await setupLink(app.platform)).toMatch(/^http:\/\/rida\.test\/setup\?token=[\w-]{43}$/);
  expect(await app.platform.directory.organisations()).toEqual([]);
  const first = await token();
  const made = await setUp({ token: first });
  expect(made.statusCode).toBe(200);
  expect(made.json()).toMatchObject({ slug: 'services' });
  const headers = await signIn(http, { email: 'huda@services.test', password: testPassword });
  const session = (await http.inject({ url: '/api/session', headers })).json() as {
    person: { id: string; unitIds: string[] };
    organisation: object;
  };
  expect(session).toMatchObject({
    person: { name: 'Huda', roles: ['administrator'] },
    organisation: {
      name: { ar: 'هيئة الخدمات' },
      country: 'SA',
      timeZone: 'Asia/Riyadh',
      weekend: [5, 6],
      customerWord: 'beneficiary',
    },
  });
  const units = (await http.inject({ url: '/api/units', headers })).json() as { items: { id: string }[] };
  expect(units.items).toMatchObject([
    { id: session.person.unitIds[0], parentId: null, headPersonId: session.person.id },
  ]);
  // Known at once, although an empty list had been read before.
  expect(await app.platform.directory.organisations()).toMatchObject([{ slug: 'services', language: 'ar' }]);

  expect((await http.inject('/api/setup')).json()).toEqual({ needed: false, singleSignOn: false });
  expect(await setupLink(app.platform)).toBeNull();
  expect((await setUp({ token: first, slug: 'second' })).json()).toMatchObject({ status: 409, code: 'setup.done' });
});

test('a wrong token makes nothing', async () => {
  expect((await setUp({ token: 'not the right token' })).json()).toMatchObject({
    status: 403,
    code: 'setup.token-wrong',
  });
  const { rows } = await app.platform.connection.pool.query('select from auth_users');
  expect([rows, await organisations()]).toEqual([[], []]);
});

test('of two set-ups at the same moment one wins', async () => {
  const right = await token();
  const answers = await Promise.all([
    setUp({ token: right, email: 'first@services.test', slug: 'first' }),
    setUp({ token: right, email: 'second@services.test', slug: 'second' }),
    setUp({ token: right, email: 'third@services.test', slug: 'third' }),
  ]);
  const won = answers.filter((answer) => answer.statusCode === 200);
  expect(won).toHaveLength(1);
  for (const lost of answers.filter((answer) => answer !== won[0]))
    expect(['setup.under-way', 'setup.done']).toContain((lost.json() as { code: string }).code);
  expect(await organisations()).toEqual([{ slug: (won[0]!.json() as { slug: string }).slug }]);
});

test('a set-up that broke off after the account goes on with the same password only', async () => {
  await app.platform.auth.createAccount({ email: 'huda@services.test', name: 'Huda', password: testPassword });
  expect((await setUp({ token: await token(), password: 'quite another one' })).json()).toMatchObject({
    code: 'account.password-wrong',
  });
  expect((await setUp({ token: await token() })).statusCode).toBe(200);
});

test('the token belongs to this database: made anew under the same secret, an old link is dead', async () => {
  const old = await token();
  await app.platform.connection.pool.query(`update migrations set "timestamp" = '2031-01-01T00:00:00.000Z'`);
  expect((await setUp({ token: old })).json()).toMatchObject({ code: 'setup.token-wrong' });
});

test('the sample is made instead when it is asked for', async () => {
  registerSampleLoader(async (platform, { administrator }) => {
    const accountId = await platform.auth.createAccount(administrator);
    return createOrganisation(platform, {
      name: { en: 'Sample' },
      slug: 'sample',
      country: 'other',
      language: 'en',
      administrator: { ...administrator, accountId },
    });
  });
  const made = await setUp({ token: await token(), sample: true });
  expect(made.json()).toMatchObject({ slug: 'sample' });
  expect(await organisations()).toEqual([{ slug: 'sample' }]);
  expect((await signIn(http, { email: 'huda@services.test', password: testPassword })).cookie).toContain('rida');
});
