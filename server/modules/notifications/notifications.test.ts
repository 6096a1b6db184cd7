// Notices to staff: each person's own and nobody else's, said once, on screens at once, by mail when it was chosen.
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Notification } from '#contract/notifications.ts';
import { buildOrganisation, signIn, type BuiltOrganisation, type BuiltPerson } from '#modules/organisation/factory.ts';
import { updatePerson } from '#modules/organisation/index.ts';
import type { Actor } from '#platform/actor.ts';
import { byKey, on } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import { createHttp } from '#platform/http/server.ts';
import { newId } from '#platform/ids.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { noticeInput } from './factory.ts';
import { notify } from './index.ts';
import type { NotificationTables } from './tables.ts';

let app: TestApp;
let http: FastifyInstance;
let org: BuiltOrganisation;
let mona: BuiltPerson;
let reza: BuiltPerson;
const system: Actor = { kind: 'system', name: 'test' };

beforeAll(async () => {
  app = await createTestApp();
  http = await createHttp(app.platform);
  org = await buildOrganisation(app.platform, { settings: { timeZone: 'Asia/Riyadh' } });
  mona = await org.buildPerson({ withAccount: true });
  reza = await org.buildPerson({ withAccount: true });
});
afterAll(async () => {
  await http?.close();
  await app?.close();
});

async function browser(person: BuiltPerson) {
  const headers = await signIn(http, person);
  return async <T>(method: 'GET' | 'PUT', path: string, payload?: object): Promise<{ status: number; body: T }> => {
    const answer = await http.inject({
      method,
      url: `/api/notifications${path}`,
      headers,
      ...(payload && { payload }),
    });
    return { status: answer.statusCode, body: answer.json() };
  };
}

test('a person sees the own notices, newest first, page by page, and nobody else does', async () => {
  const [hers, his] = [await browser(mona), await browser(reza)];
  const told: string[] = [];
  for (const number of ['1405-000001', '1405-000002', '1405-000003']) {
    app.clock.advance(60_000);
    await org.run((ctx) => notify(ctx, noticeInput([mona.personId], { data: { number } })));
    told.unshift(number);
  }
  const numbers = (page: { items: Notification[] }) => page.items.map((one) => one.data['number']);
  const first = await hers<{ items: Notification[]; next: string }>('GET', '?limit=2');
  const second = await hers<{ items: Notification[]; next: null }>('GET', `?limit=2&cursor=${first.body.next}`);
  expect([...numbers(first.body), ...numbers(second.body)]).toEqual(told);
  expect(second.body.next).toBeNull();
  expect((await his<{ items: unknown[] }>('GET', '')).body.items).toEqual([]);

  // Neither by name …
  const foreign = first.body.items[0]!.id;
  expect(await his('PUT', `/${foreign}/read`)).toMatchObject({ status: 404, body: { code: 'notification.not-found' } });
  expect((await hers('GET', '/counts')).body).toEqual({ unread: 3, more: false });
  // … nor by a query that forgets to ask for the person.
  const seen = (actor: Actor) =>
    org.run((ctx) => byKey<NotificationTables>(ctx).selectFrom('notifications').select('id').execute(), actor);
  expect(await seen(reza.actor)).toEqual([]);
  expect(await seen({ kind: 'api-key', keyId: newId(), name: 'key', permissions: new Set() })).toEqual([]);
  expect(await seen(mona.actor)).toHaveLength(3);
});

test('one is read, all until a moment are read, and what came later is not', async () => {
  const person = await org.buildPerson({ withAccount: true });
  const ask = await browser(person);
  const tell = () => org.run((ctx) => notify(ctx, noticeInput([person.personId])));
  await tell();
  app.clock.advance(1_000);
  await tell();
  const { items } = (await ask<{ items: Notification[] }>('GET', '')).body;
  const read = await ask<Notification>('PUT', `/${items[1]!.id}/read`);
  expect(read.body.readAt).toBe(app.clock.now().toISOString());
  app.clock.advance(1_000);
  // The first time counts.
  expect((await ask<Notification>('PUT', `/${items[1]!.id}/read`)).body.readAt).toBe(read.body.readAt);
  expect((await ask<{ items: Notification[] }>('GET', '?state=unread')).body.items.map((one) => one.id)).toEqual([
    items[0]!.id,
  ]);
  await tell();
  expect((await ask('PUT', '/read-until', { until: items[0]!.at })).body).toEqual({ read: 1 });
  expect((await ask('GET', '/counts')).body).toEqual({ unread: 1, more: false });
  for (let count = 1; count <= 99; count += 1) await tell();
  expect((await ask('GET', '/counts')).body).toEqual({ unread: 99, more: true });
});

test('under a key a person is told once, without it each time, and only who is active', async () => {
  const [one, other, gone] = [await org.buildPerson(), await org.buildPerson(), await org.buildPerson()];
  await org.run((ctx) => updatePerson(ctx, { id: gone.personId, active: false }));
  const notice = noticeInput([one.personId, gone.personId, one.personId], { once: 'first-answer' });
  expect(await org.run((ctx) => notify(ctx, notice), system)).toBe(1);
  expect(await org.run((ctx) => notify(ctx, notice))).toBe(0);
  expect(await org.run((ctx) => notify(ctx, { ...notice, personIds: [one.personId, other.personId] }))).toBe(1);
  expect(await org.run((ctx) => notify(ctx, { ...notice, once: 'solution' }))).toBe(1);
  const { once: _, ...unkeyed } = notice;
  expect(await org.run((ctx) => notify(ctx, unkeyed))).toBe(1);
  expect(await org.run((ctx) => notify(ctx, unkeyed))).toBe(1);
  const { rows } = await app.platform.connection.pool.query(
    `select only_for, data from events where organisation_id = $1 and type = 'notification.written' and $2 = any(only_for) order by id`,
    [org.organisationId, one.personId],
  );
  expect(rows).toEqual(Array(4).fill({ only_for: [one.personId], data: { type: notice.type, count: 1 } }));
});

test('somebody’s words do not fit into a notice, a title of the organisation does', async () => {
  const tell = (data: object) => org.run((ctx) => notify(ctx, noticeInput([mona.personId], { data: data as never })));
  await expect(tell({ subject: 'My neighbour is loud' })).rejects.toThrow();
  await expect(tell({ customer: { en: 'Mona' } })).rejects.toThrow();
  expect(await tell({ title: { en: 'How to read a bill' }, version: 3 })).toBe(1);
});

test('when mail tells of it follows what the person chose, and waits for a moment that disturbs nobody', async () => {
  const person = await org.buildPerson({ withAccount: true });
  const ask = await browser(person);
  const mailAt = async () => {
    const rows = await transact(app.platform, { organisationId: org.organisationId, actor: system }, (ctx) =>
      on<NotificationTables>(ctx)
        .selectFrom('notifications')
        .select(['type', 'mail_at'])
        .where('person_id', '=', person.personId)
        .orderBy('id')
        .execute(),
    );
    return rows.map((row) => [row.type, row.mail_at?.toISOString() ?? null]);
  };
  const tell = (type: string, notBefore?: Date) =>
    org.run((ctx) => notify(ctx, noticeInput([person.personId], { type, ...(notBefore && { notBefore }) })));
  expect((await ask('GET', '/preferences')).body).toEqual({
    deadlines: 'at-once',
    knowledge: 'daily',
    system: 'daily',
  });
  // Ten in the evening in Riyadh; the letter of the day leaves at eight in the morning.
  app.clock.set(new Date('2026-12-01T19:00:00Z'));
  const morning = new Date('2026-12-02T05:30:00Z');
  await tell('clock.breached');
  await tell('clock.breached', morning);
  await tell('knowledge.approved');
  await tell('knowledge.approved', morning);
  expect(await mailAt()).toEqual([
    ['clock.breached', '2026-12-01T19:00:00.000Z'],
    ['clock.breached', '2026-12-02T05:30:00.000Z'],
    ['knowledge.approved', '2026-12-02T05:00:00.000Z'],
    ['knowledge.approved', '2026-12-03T05:00:00.000Z'],
  ]);
  const chosen = { deadlines: 'daily', knowledge: 'never', system: 'at-once' };
  expect((await ask('PUT', '/preferences', chosen)).body).toEqual(chosen);
  expect((await ask('GET', '/preferences')).body).toEqual(chosen);
  await tell('clock.breached');
  await tell('knowledge.approved');
  await tell('import.ended');
  expect((await mailAt()).map(([, at]) => at)).toEqual([
    '2026-12-01T19:00:00.000Z',
    '2026-12-02T05:30:00.000Z',
    null,
    null,
    '2026-12-02T05:00:00.000Z',
    null,
    '2026-12-01T19:00:00.000Z',
  ]);
});

test('what was read is removed after ninety days, what was not stays', async () => {
  const person = await org.buildPerson({ withAccount: true });
  const ask = await browser(person);
  for (const _ of [1, 2]) await org.run((ctx) => notify(ctx, noticeInput([person.personId])));
  const { items } = (await ask<{ items: Notification[] }>('GET', '')).body;
  await ask('PUT', `/${items[0]!.id}/read`);
  const job = app.platform.modules
    .flatMap((module) => module.jobs ?? [])
    .find((one) => one.name === 'notification.remove-read')!;
  const left = async () => {
    await job.handle(app.platform, { organisationId: org.organisationId });
    return (
      await org.run(
        (ctx) => byKey<NotificationTables>(ctx).selectFrom('notifications').select('id').execute(),
        person.actor,
      )
    ).map((row) => row.id);
  };
  app.clock.advance(89 * 86_400_000);
  expect(await left()).toHaveLength(2);
  app.clock.advance(2 * 86_400_000);
  expect(await left()).toEqual([items[1]!.id]);
});
