// Customers over HTTP: what the contract promises, and who is let in.
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildOrganisation, signIn } from '#modules/organisation/factory.ts';
import { createHttp } from '#platform/http/server.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';

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

test('a customer is registered, changed, found and found again', async () => {
  const { buildPerson } = await buildOrganisation(app.platform, { country: 'SA', language: 'ar' });
  const headers = await signIn(http, await buildPerson({ roles: ['agent'], withAccount: true }));
  const call = async (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object) => {
    const answer = await http.inject({
      method,
      url: `/api/customers${path}`,
      headers,
      ...(payload ? { payload } : {}),
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  const made = await call('POST', '', { name: 'سارة', email: 'Sara@Example.com', phone: '٠٥٠١٢٣٤٥٦٧' });
  expect(made).toMatchObject({
    status: 201,
    body: { found: false, name: 'سارة', language: 'ar', consents: [] },
  });
  const { id } = made.body;
  expect(await call('POST', '', { name: 'X', email: 'sara@example.com' })).toMatchObject({
    status: 201,
    body: { found: true, id, name: 'سارة' },
  });
  expect(await call('PATCH', `/${id}`, { name: 'سارة الحربي' })).toMatchObject({
    status: 200,
    body: { name: 'سارة الحربي' },
  });
  const added = await call('POST', `/${id}/contact-points`, { channel: 'email', value: 'second@example.com' });
  expect(added).toMatchObject({ status: 201 });
  expect(added.body.contactPoints).toHaveLength(3);
  const second = added.body.contactPoints.find((point: { value: string }) => point.value === 'second@example.com');
  expect((await call('DELETE', `/${id}/contact-points/${second.id}`)).body.contactPoints).toHaveLength(2);
  expect(
    await call('POST', `/${id}/consents`, { purpose: 'surveys', channel: 'email', given: true, source: 'call' }),
  ).toMatchObject({ status: 201, body: { consents: [{ purpose: 'surveys', given: true }] } });
  expect(await call('GET', `?q=${encodeURIComponent('الحربى')}`)).toMatchObject({
    status: 200,
    body: { items: [{ id, email: 'sara@example.com', phone: '+966501234567' }], next: null },
  });
  expect(await call('POST', '', { name: 'X', phone: '12345' })).toMatchObject({
    status: 422,
    body: { faults: [{ field: 'phone', code: 'phone-invalid' }] },
  });
  expect(await call('GET', '/019aa000-0000-7000-8000-000000000000')).toMatchObject({
    status: 404,
    body: { code: 'customer.not-found' },
  });
});

test('observers and strangers see no customers', async () => {
  const { buildPerson } = await buildOrganisation(app.platform);
  const headers = await signIn(http, await buildPerson({ roles: ['observer'], withAccount: true }));
  expect((await http.inject({ method: 'GET', url: '/api/customers', headers })).statusCode).toBe(403);
  expect(
    (await http.inject({ method: 'POST', url: '/api/customers', headers, payload: { name: 'A' } })).statusCode,
  ).toBe(403);
  expect((await http.inject({ method: 'GET', url: '/api/customers' })).statusCode).toBe(401);
});
