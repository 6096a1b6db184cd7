// API keys: the secret is shown once, scopes are limits, and a revoked key is dead at the next request.
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHttp } from '#platform/http/server.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { createApiKey } from './create-api-key.ts';
import { buildOrganisation, signIn } from './factory.ts';
import { listApiKeys } from './list-api-keys.ts';
import { revokeApiKey } from './revoke-api-key.ts';

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

type Scopes = Parameters<typeof createApiKey>[1]['scopes'];

async function buildKey(scopes: Scopes) {
  const organisation = await buildOrganisation(app.platform);
  const key = await organisation.run((ctx) => createApiKey(ctx, { name: 'Website', scopes }));
  const headers = { authorization: `Bearer ${app.platform.secrets.decrypt(key.sealedSecret)}` };
  return { ...organisation, key, headers };
}

test('the secret is shown once and stored nowhere, not even with an idempotency key', async () => {
  const { administrator, run } = await buildOrganisation(app.platform, { withAccount: true });
  const ask = {
    method: 'POST',
    url: '/api/api-keys',
    headers: { ...(await signIn(http, administrator)), 'idempotency-key': 'one-key' },
    payload: { name: 'Website', scopes: ['cases:read'] },
  } as const;
  const made = await http.inject(ask);
  expect(made.statusCode).toBe(201);
  const { secret, id, prefix } = made.json() as { secret: string; id: string; prefix: string };
  expect(secret).toMatch(/^rida_[\w-]{43}$/);
  expect(secret.startsWith(prefix)).toBe(true);
  expect((await http.inject(ask)).json()).toMatchObject({ id, secret });
  const { rows } = await app.platform.connection.pool.query<{ stored: string }>(
    `select (select string_agg(response::text, '') from idempotency_keys) || (select string_agg(secret_hash, '') from api_keys) || (select string_agg(data::text, '') from events) as stored`,
  );
  expect(rows[0]!.stored).not.toContain(secret.slice(prefix.length));
  expect((await run(listApiKeys)).items).toMatchObject([
    { id, name: 'Website', prefix, scopes: ['cases:read'], lastUsedAt: null },
  ]);
});

test('a key does what its scopes say and nothing more', async () => {
  const { headers, run, rootUnitId } = await buildKey(['cases:read']);
  const units = await http.inject({ url: '/api/units', headers });
  expect(units.json()).toMatchObject({ items: [{ id: rootUnitId }] });
  expect((await run(listApiKeys)).items[0]!.lastUsedAt).toBeInstanceOf(Date);
  const forbidden = { status: 403, code: 'access.forbidden' };
  expect((await http.inject({ url: '/api/people', headers })).json()).toMatchObject(forbidden);
  expect(
    (
      await http.inject({
        method: 'POST',
        url: '/api/units',
        headers,
        payload: { name: { en: 'Roads' }, parentId: null },
      })
    ).json(),
  ).toMatchObject(forbidden);
  expect(
    (await http.inject({ method: 'PATCH', url: '/api/session/person', headers, payload: { name: 'Robot' } })).json(),
  ).toMatchObject(forbidden);
  const writer = await buildKey(['customers:write']);
  expect((await http.inject({ url: '/api/units', headers: writer.headers })).json()).toMatchObject(forbidden);
});

test('a key sees its own organisation only', async () => {
  const mine = await buildKey(['cases:read']);
  const other = await buildKey(['cases:read']);
  const { items } = (await http.inject({ url: '/api/units', headers: mine.headers })).json() as {
    items: { id: string }[];
  };
  expect(items.map((unit) => unit.id)).toEqual([mine.rootUnitId]);
  expect(items.map((unit) => unit.id)).not.toContain(other.rootUnitId);
});

test('a revoked, an unknown and a clipped key are refused', async () => {
  const { headers, run, key } = await buildKey(['cases:read']);
  const status = async (authorization: string) =>
    (await http.inject({ url: '/api/units', headers: { authorization } })).statusCode;
  expect(await status(headers.authorization)).toBe(200);
  expect(await status(headers.authorization.slice(0, -1))).toBe(401);
  expect(await status('Bearer rida_0123456789012345678901234567890123456789012')).toBe(401);
  await run((ctx) => revokeApiKey(ctx, key.id));
  expect(await status(headers.authorization)).toBe(401);
  expect((await run(listApiKeys)).items).toEqual([]);
  await expect(run((ctx) => revokeApiKey(ctx, key.id))).rejects.toMatchObject({ code: 'api-key.not-found' });
});

test('using a key is noted at most once a minute', async () => {
  const { headers, run, key } = await buildKey(['cases:read']);
  const used = async () => {
    await http.inject({ url: '/api/units', headers });
    return (await run(listApiKeys)).items[0]!.lastUsedAt!.getTime();
  };
  const first = await used();
  expect(await used()).toBe(first);
  await app.platform.connection.pool.query(
    `update api_keys set last_used_at = last_used_at - interval '2 minutes' where id = $1`,
    [key.id],
  );
  expect(await used()).toBeGreaterThanOrEqual(first);
});
