// The built web apps: language and direction before the first paint, assets that never change, nothing outside the folder.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { connect as connectSocket, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrganisationEntry } from '../access/directory.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { secureHeaders } from './secure-headers.ts';
import { serveWeb } from './web.ts';

let app: TestApp;
let folder: string;
let built: string;
const opened: FastifyInstance[] = [];

beforeAll(async () => {
  app = await createTestApp();
  folder = mkdtempSync(join(tmpdir(), 'rida-web-'));
  built = join(folder, 'dist');
  for (const part of ['assets', 'portal']) mkdirSync(join(built, part), { recursive: true });
  const page = (name: string): string =>
    `<!doctype html>\n<html lang="ar" dir="rtl" data-app="${name}"><body></body></html>`;
  writeFileSync(join(built, 'index.html'), page('staff'));
  writeFileSync(join(built, 'portal/index.html'), page('portal'));
  writeFileSync(join(built, 'assets/app-1a2b3c.js'), 'console.log(1)');
  writeFileSync(join(built, 'favicon.svg'), '<svg/>');
  writeFileSync(join(folder, 'secret'), 'the secret of the installation');
});
afterAll(async () => {
  for (const one of opened) await one.close();
  await app?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function web(organisations: Partial<OrganisationEntry>[], root = built): Promise<FastifyInstance> {
  const http = Fastify();
  secureHeaders(http);
  const directory = {
    ...app.platform.directory,
    organisations: () => Promise.resolve(organisations as OrganisationEntry[]),
  };
  http.setErrorHandler((error, _request, reply) =>
    reply.status((error as { status?: number }).status ?? 500).send({ code: (error as { code?: string }).code }),
  );
  await serveWeb(http, { ...app.platform, directory }, root);
  opened.push(http);
  return http;
}

const one = { id: 'one', slug: 'one', language: 'fa' } as const;
const two = { id: 'two', slug: 'two', language: 'en' } as const;

const htmlTag = (body: string): string => /<html[^>]*>/.exec(body)?.[0] ?? body;

test.each([
  ['nothing known: Arabic', [], '/', {}, 'ar', 'rtl', 'staff'],
  [
    'before there is an organisation, what the browser asks for',
    [],
    '/',
    { 'accept-language': 'de-DE,de;q=0.9, en;q=0.8,fa;q=0.7' },
    'en',
    'ltr',
    'staff',
  ],
  [
    'the organisation is stronger than the browser',
    [one],
    '/cases/7',
    { 'accept-language': 'en' },
    'fa',
    'rtl',
    'staff',
  ],
  [
    'the reader is stronger than both',
    [one],
    '/',
    { 'accept-language': 'ar', cookie: 'a=b; rida_language=en' },
    'en',
    'ltr',
    'staff',
  ],
  [
    'a cookie of another name does not count',
    [one],
    '/',
    { cookie: 'not_rida_language=en; rida_language=xx' },
    'fa',
    'rtl',
    'staff',
  ],
  ['the portal has the language of its organisation', [one, two], '/portal/two/cases', {}, 'en', 'ltr', 'portal'],
  [
    'an unheard-of organisation gets the page, too: the app says so',
    [one, two],
    '/portal/three',
    {},
    'fa',
    'rtl',
    'portal',
  ],
  ['a query is not part of the name', [one, two], '/portal/two?lang=fa', {}, 'en', 'ltr', 'portal'],
])('%s', async (_what, organisations, url, headers, language, direction, name) => {
  const answer = await (await web(organisations)).inject({ url, headers: headers as Record<string, string> });
  expect(htmlTag(answer.body)).toBe(`<html lang="${language}" dir="${direction}" data-app="${name}">`);
  expect(answer.headers).toMatchObject({
    'content-type': expect.stringContaining('text/html'),
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  });
});

test('the page by its file name is no other page', async () => {
  const http = await web([two]);
  expect(htmlTag((await http.inject('/index.html')).body)).toContain('lang="en" dir="ltr"');
  expect(htmlTag((await http.inject('/portal/index.html')).body)).toContain('lang="en" dir="ltr"');
});

test('the portal without a name leads to the first organisation', async () => {
  const http = await web([one, two]);
  const answer = await http.inject('/portal');
  expect([answer.statusCode, answer.headers.location]).toEqual([302, '/portal/one']);
  expect(htmlTag((await (await web([])).inject('/portal')).body)).toContain('data-app="portal"');
});

test('assets never change, everything else is asked for again', async () => {
  const http = await web([one]);
  const asset = await http.inject('/assets/app-1a2b3c.js');
  expect(asset.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': expect.stringContaining('javascript'),
    'x-content-type-options': 'nosniff',
  });
  expect((await http.inject('/favicon.svg')).headers).toMatchObject({ 'cache-control': 'no-cache' });
});

test('a missing asset, a call and a change are not answered with a page', async () => {
  const http = await web([one]);
  for (const [method, url] of [
    ['GET', '/assets/app-old.js'],
    ['GET', '/api/nowhere'],
    ['POST', '/'],
    ['DELETE', '/cases/7'],
  ] as const) {
    const answer = await http.inject({ method, url });
    expect([answer.statusCode, answer.json()], url).toEqual([404, { code: 'request.not-found' }]);
  }
});

test('a look without a body is answered like the page', async () => {
  const answer = await (await web([one])).inject({ method: 'HEAD', url: '/' });
  expect([answer.statusCode, answer.body]).toEqual([200, '']);
});

test('not built: it says so, with a status that a proxy understands', async () => {
  const http = await web([one], join(folder, 'nothing'));
  for (const url of ['/', '/portal/one', '/cases/7']) {
    const answer = await http.inject(url);
    expect([answer.statusCode, answer.body]).toEqual([503, 'The web app is not built. Run "npm run build".']);
  }
});

test('nothing outside the folder is served, however it is spelt', async () => {
  const http = await web([one]);
  await http.listen({ port: 0, host: '127.0.0.1' });
  const { port } = http.server.address() as AddressInfo;
  // Over a socket: clients would tidy the address before they ask.
  for (const path of [
    '/../secret',
    '/assets/../../secret',
    '/%2e%2e/secret',
    '/assets/%2e%2e%2f%2e%2e%2fsecret',
    '/..%5csecret',
    '/assets/..%252f..%252fsecret',
    '//secret',
    '/.%00./secret',
    `/${folder}/secret`,
  ]) {
    const socket = connectSocket(port, '127.0.0.1');
    socket.setEncoding('utf8');
    let said = '';
    socket.on('data', (chunk: string) => void (said += chunk));
    socket.end(`GET ${path} HTTP/1.1\r\nhost: rida.test\r\nconnection: close\r\n\r\n`);
    await once(socket, 'close');
    expect(said, path).toMatch(/^HTTP\/1\.1 (200|302|400|403|404) /);
    expect(said, path).not.toContain('the secret of the installation');
  }
});
