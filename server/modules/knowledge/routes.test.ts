// The way over HTTP: who may do what, how faults in a text are named, who sees which picture.
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '#contract/organisation.ts';
import { buildOrganisation, signIn, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { keepFile, receiveFile } from '#platform/files/files.ts';
import { createHttp } from '#platform/http/server.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { createDocument } from './create-document.ts';
import { buildInForce, controlQuestion, fillDraft, newDocument, richText, versionText } from './factory.ts';

let app: TestApp;
let http: FastifyInstance;
let org: BuiltOrganisation;
const browsers = {} as Record<'agent' | 'observer' | 'service-manager', Awaited<ReturnType<typeof signIn>>>;
let agent: Awaited<ReturnType<BuiltOrganisation['buildPerson']>>;
beforeAll(async () => {
  app = await createTestApp();
  http = await createHttp(app.platform);
  org = await buildOrganisation(app.platform);
  for (const role of ['agent', 'observer', 'service-manager'] as const satisfies readonly Role[]) {
    const person = await org.buildPerson({ roles: [role], withAccount: true });
    browsers[role] = await signIn(http, person);
    if (role === 'agent') agent = person;
  }
});
afterAll(async () => {
  await http?.close();
  await app?.close();
});

const call = async (role: keyof typeof browsers, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => {
  const answer = await http.inject({
    method,
    url: `/api${url}`,
    headers: browsers[role],
    ...(payload ? { payload } : {}),
  });
  return { status: answer.statusCode, body: answer.json<Record<string, never>>(), headers: answer.headers };
};

test('all read, observers write nothing, agents neither approve nor publish', async () => {
  const document = { kind: 'article', language: 'en', title: 'How to pay' };
  expect((await call('observer', 'POST', '/knowledge/documents', document)).status).toBe(403);
  const made = await call('agent', 'POST', '/knowledge/documents', document);
  expect(made).toMatchObject({ status: 201, body: { version: 1 } });
  const id = String(made.body['id']);
  const forbidden: [Parameters<typeof call>[0], string, object][] = [
    ['agent', `/knowledge/documents/${id}/review/approval`, { version: 1 }],
    ['agent', '/knowledge/topics', { name: { en: 'Bills' } }],
    [
      'agent',
      '/announcements',
      {
        texts: [{ language: 'en', title: 'x', body: richText('x') }],
        from: null,
        until: null,
        mustConfirm: false,
        concerns: [],
      },
    ],
    [
      'agent',
      '/reply-templates',
      { name: 'x', texts: [{ language: 'en', body: richText('x') }], categoryIds: [], caseKinds: [] },
    ],
    ['observer', `/knowledge/documents/${id}/draft`, {}],
  ];
  for (const [role, url, payload] of forbidden)
    expect([url, (await call(role, 'POST', url, payload)).status]).toEqual([url, 403]);
  for (const url of [
    '/knowledge/documents',
    '/knowledge/topics',
    '/receipts/mine',
    '/announcements/mine?language=fa',
    '/reply-templates',
    '/knowledge/search?q=pay',
    '/knowledge/questions',
  ])
    expect([url, (await call('observer', 'GET', url)).status]).toEqual([url, 200]);
  expect((await call('observer', 'GET', `/knowledge/documents/${id}`)).status).toBe(404);
});

test('a fault in a text is named with its place, and nothing is saved', async () => {
  const { id } = await org.run((ctx) => createDocument(ctx, newDocument()), agent.actor);
  const text = {
    ...versionText(),
    body: {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }],
        },
        { type: 'image', attrs: { fileId: id, alt: '' } },
      ],
    },
  };
  const answer = await call('agent', 'PUT', `/knowledge/documents/${id}/draft`, {
    texts: [text],
    audience: 'staff',
    editorial: false,
    changeNote: null,
    validFrom: null,
    demandsReceipt: false,
    receiptDays: 14,
    questions: [],
    revision: 1,
  });
  expect(answer.status).toBe(422);
  expect(answer.body['faults']).toMatchObject([
    { field: 'texts.0.body.content.0.content.0.marks.0.attrs.href', code: 'unsafe-link' },
    { field: 'texts.0.body.content.1.attrs.alt', code: 'alternative-text-missing' },
  ]);
  expect((await call('agent', 'GET', `/knowledge/documents/${id}/versions/1`)).body['revision']).toBe(1);
});

test('which answer is right is told to those who wrote or decide', async () => {
  const author = await org.buildPerson({ roles: ['agent'] });
  const id = await buildInForce(org, author, {
    demandsReceipt: true,
    concerns: [{ kind: 'everybody' }],
    questions: [controlQuestion()],
  });
  const questions = async (role: keyof typeof browsers) =>
    (await call(role, 'GET', `/knowledge/documents/${id}/versions/1`)).body['questions'];
  expect(await questions('agent')).toEqual([]);
  expect(await questions('observer')).toEqual([]);
  expect(await questions('service-manager')).toHaveLength(1);
});

test('a picture is given to staff once a text holds it', async () => {
  const png = Buffer.concat([
    Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
    Buffer.from('0000000049454e44ae426082', 'hex'),
  ]);
  const received = await receiveFile(app.platform, Readable.from([png]), { name: 'a.png', mediaType: 'image/png' });
  const { id: fileId } = await org.run((ctx) => keepFile(ctx, received), agent.actor);
  const get = () => http.inject({ url: `/api/knowledge/images/${fileId}`, headers: browsers.observer });
  expect((await get()).statusCode).toBe(404);
  const { id } = await org.run((ctx) => createDocument(ctx, newDocument()), agent.actor);
  const body = { type: 'doc' as const, content: [{ type: 'image' as const, attrs: { fileId, alt: 'A meter' } }] };
  await org.run((ctx) => fillDraft(ctx, id, { texts: [versionText({ body })] }), agent.actor);
  expect(await get()).toMatchObject({ statusCode: 200, headers: { 'content-type': 'image/png' } });
  expect((await http.inject({ url: `/api/knowledge/images/${fileId}` })).statusCode).toBe(401);
});
