// The outbox and the settings of mail through the API: who may, what is shown, what is let go and what is held.
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildOrganisation, signIn, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { createHttp } from '#platform/http/server.ts';
import { on } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import type { PlatformTables } from '#platform/tables.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { letter, startMailServer, useMailServer, type TestMailServer } from './factory.ts';
import { queueMail } from './queue-mail.ts';

let app: TestApp;
let http: FastifyInstance;
let smtp: TestMailServer;
let ours: BuiltOrganisation;
let administrator: Record<string, string>;

beforeAll(async () => {
  app = await createTestApp();
  http = await createHttp(app.platform);
  smtp = await startMailServer();
  ours = await buildOrganisation(app.platform, { withAccount: true });
  administrator = await signIn(http, ours.administrator);
});
afterAll(async () => {
  await http.close();
  await app.close();
  await smtp.close();
});

async function call(
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  options: { as?: Record<string, string>; body?: object } = {},
) {
  const answer = await http.inject({
    method,
    url: `/api${url}`,
    headers: options.as ?? administrator,
    ...(options.body ? { payload: options.body } : {}),
  });
  return { status: answer.statusCode, body: answer.json() as Record<string, unknown> };
}

const settings = (changes: object = {}) => ({
  host: '127.0.0.1',
  port: smtp.port,
  security: 'none',
  user: null,
  fromAddress: 'care@rida.example',
  fromName: null,
  ...changes,
});

it('holds mails until a mail server is set, then lets go those of the last seven days', async () => {
  const other = await buildOrganisation(app.platform);
  const { id: old } = await other.run((ctx) => queueMail(ctx, letter({ to: 'old@mail.example' })));
  app.clock.advance(5 * 86_400_000);
  const { id: recent } = await other.run((ctx) => queueMail(ctx, letter({ to: 'recent@mail.example' })));
  app.clock.advance(3 * 86_400_000);
  await app.platform.jobs.runDue(app.platform, { ignoreStartAfter: true });
  const states = () =>
    other.run(async (ctx) =>
      Object.fromEntries(
        (
          await on<import('./tables.ts').ChannelTables>(ctx)
            .selectFrom('outgoing_mails')
            .select(['id', 'state'])
            .where('organisation_id', '=', ctx.organisationId)
            .execute()
        ).map((row) => [row.id, row.state]),
      ),
    );
  expect(await states()).toEqual({ [old]: 'held', [recent]: 'held' });
  await other.run((ctx) => useMailServer(ctx, smtp.port));
  await app.platform.jobs.runDue(app.platform, { ignoreStartAfter: true });
  expect(await states()).toEqual({ [old]: 'held', [recent]: 'sent' });
});

it('never reads the password back; null clears it, leaving it out keeps it', async () => {
  expect((await call('GET', '/mail-settings')).body).toMatchObject({ host: null, hasPassword: false });
  expect(
    (await call('PUT', '/mail-settings', { body: settings({ user: 'care', password: 'right' }) })).body,
  ).toMatchObject({ hasPassword: true, user: 'care' });
  const kept = await call('PUT', '/mail-settings', { body: settings({ user: 'care' }) });
  expect(kept.body).toMatchObject({ hasPassword: true });
  expect(JSON.stringify(kept.body)).not.toContain('right');
  const stored = await ours.run((ctx) =>
    on<PlatformTables>(ctx)
      .selectFrom('settings')
      .select('value')
      .where('organisation_id', '=', ctx.organisationId)
      .where('key', '=', 'mail')
      .executeTakeFirstOrThrow(),
  );
  expect(JSON.stringify(stored.value)).not.toContain('right');
  expect((await call('POST', '/mail-settings/test', { body: {} })).body).toEqual({ ok: true, fault: null });
  expect(
    (await call('PUT', '/mail-settings', { body: settings({ user: 'care', password: null }) })).body,
  ).toMatchObject({ hasPassword: false });
  expect((await call('POST', '/mail-settings/test', { body: {} })).body).toEqual({ ok: false, fault: 'smtp-auth' });
});

it('wants a sender where it has a server', async () => {
  const answer = await call('PUT', '/mail-settings', { body: settings({ fromAddress: null }) });
  expect(answer.status).toBe(422);
  expect(answer.body).toMatchObject({ code: 'request.invalid', faults: [{ field: 'fromAddress', code: 'required' }] });
});

it('sends a test mail to whoever asks, or says why not', async () => {
  await call('PUT', '/mail-settings', { body: settings() });
  smtp.arrived.length = 0;
  expect((await call('POST', '/mail-settings/test', { body: {} })).body).toEqual({ ok: true, fault: null });
  expect(smtp.arrived[0]).toContain(`To: ${ours.administrator.email}`);
  await call('PUT', '/mail-settings', { body: settings({ host: null }) });
  expect((await call('POST', '/mail-settings/test', { body: {} })).body).toEqual({ ok: false, fault: 'no-server' });
});

it('shows mails newest first, a page at a time, without what opens a case', async () => {
  await call('PUT', '/mail-settings', { body: settings({ host: null }) });
  const caseId = newId();
  for (const name of ['one', 'two', 'three']) {
    app.clock.advance(1000);
    await ours.run((ctx) =>
      queueMail(
        ctx,
        letter({
          language: 'en',
          subject: `Letter ${name}`,
          subjectType: 'case',
          subjectId: caseId,
          action: { label: 'Open', url: 'http://rida.test/portal/x/case#grant-secret-1234567890' },
        }),
      ),
    );
  }
  const first = await call('GET', '/outgoing-mails?limit=2&state=held');
  const items = first.body['items'] as { id: string; subject: string; caseId: string; state: string }[];
  expect(items.map((item) => item.subject)).toEqual(['Letter three', 'Letter two']);
  expect(items[0]).toMatchObject({ state: 'held', caseId, attempts: 0, fault: null, sentAt: null });
  const rest = await call('GET', `/outgoing-mails?limit=2&state=held&cursor=${String(first.body['next'])}`);
  expect((rest.body['items'] as { subject: string }[]).map((item) => item.subject)).toEqual(['Letter one']);
  expect(rest.body['next']).toBeNull();
  const one = await call('GET', `/outgoing-mails/${items[0]!.id}`);
  expect(one.status).toBe(200);
  expect(one.body['text']).toContain('Open:\nhttp://rida.test/…');
  expect(JSON.stringify(one.body)).not.toContain('grant-secret');
});

it('sends again what is held or failed, never what is under way or sent', async () => {
  await call('PUT', '/mail-settings', { body: settings({ host: null }) });
  const { id } = await ours.run((ctx) => queueMail(ctx, letter()));
  expect((await call('POST', `/outgoing-mails/${id}/sending`)).body).toMatchObject({ code: 'mail.no-server' });
  await ours.run((ctx) => useMailServer(ctx, smtp.port));
  expect((await call('POST', `/outgoing-mails/${id}/sending`)).body).toMatchObject({
    code: 'mail.cannot-be-sent-again',
    params: { state: 'queued' },
  });
  smtp.recipientCode = 550;
  await app.platform.jobs.runDue(app.platform, { ignoreStartAfter: true });
  smtp.recipientCode = 0;
  expect((await call('POST', `/outgoing-mails/${id}/sending`)).body).toMatchObject({ state: 'queued', fault: null });
  await app.platform.jobs.runDue(app.platform, { ignoreStartAfter: true });
  expect((await call('POST', `/outgoing-mails/${id}/sending`)).body).toMatchObject({
    code: 'mail.cannot-be-sent-again',
    params: { state: 'sent' },
  });
  expect((await call('POST', `/outgoing-mails/${newId()}/sending`)).status).toBe(404);
});

it('lets administrators manage, service managers look, and nobody else in', async () => {
  const manager = await signIn(http, await ours.buildPerson({ roles: ['service-manager'], withAccount: true }));
  const agent = await signIn(http, await ours.buildPerson({ roles: ['agent'], withAccount: true }));
  expect((await call('GET', '/outgoing-mails', { as: manager })).status).toBe(200);
  expect((await call('GET', '/received-mails', { as: manager })).status).toBe(200);
  expect((await call('POST', `/outgoing-mails/${newId()}/sending`, { as: manager })).status).toBe(403);
  expect((await call('GET', '/mail-settings', { as: manager })).status).toBe(403);
  expect((await call('POST', '/mail-settings/test', { as: manager, body: {} })).status).toBe(403);
  for (const url of ['/outgoing-mails', '/received-mails', '/mail-settings'])
    expect((await call('GET', url, { as: agent })).status).toBe(403);
  expect((await call('GET', '/outgoing-mails', { as: {} })).status).toBe(401);
});

it('keeps organisations apart', async () => {
  const other = await buildOrganisation(app.platform);
  const { id } = await other.run((ctx) => queueMail(ctx, letter()));
  expect((await call('GET', `/outgoing-mails/${id}`)).status).toBe(404);
});
