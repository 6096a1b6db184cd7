// Delivery: at least once by the job, exactly once in effect; what keeps failing is seen and can be tried again.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { append, type Context } from '../context.ts';
import { transact } from '../db/transact.ts';
import { newId } from '../ids.ts';
import type { Platform } from '../platform.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { deliveryJob } from './deliver-event.ts';
import type { StoredEvent, Subscriber } from './event.ts';

let app: TestApp;
/** The app's own, with a module more that listens. */
let platform: Platform;

const heard: StoredEvent[] = [];
const broken = new Set<string>();

const listener: Subscriber = {
  name: 'test.hear',
  event: 'test.happened',
  handle: async (ctx, event) => {
    append(ctx, { type: 'test.heard', subjectType: 'test', subjectId: event.subjectId });
    if (broken.has(event.id)) throw new Error('the neighbour is down');
    heard.push(event);
  },
};
const neighbour: Subscriber = {
  name: 'test.hear-too',
  event: 'test.happened',
  handle: async (_ctx, event) => void heard.push({ ...event, type: 'heard too' }),
};

beforeAll(async () => {
  app = await createTestApp();
  platform = {
    ...app.platform,
    modules: [...app.platform.modules, { name: 'test', subscribers: [listener, neighbour] }],
  };
  await platform.jobs.prepare([listener, neighbour].map(deliveryJob));
});
afterAll(() => app?.close());

async function happen(organisationId: string, breaks = false): Promise<string> {
  return transact(platform, { organisationId, actor: { kind: 'system', name: 'test' } }, async (ctx: Context) => {
    const id = append(ctx, { type: 'test.happened', subjectType: 'test', subjectId: newId(), data: { code: 'x' } });
    if (breaks) broken.add(id);
    return id;
  });
}

const heardBy = (id: string): string[] =>
  heard
    .filter((event) => event.id === id)
    .map((event) => event.type)
    .toSorted();

async function echoes(organisationId: string): Promise<number> {
  return (
    await platform.connection.pool.query(`select from events where organisation_id = $1 and type = 'test.heard'`, [
      organisationId,
    ])
  ).rows.length;
}

test('each subscriber hears an event once, as it was stored, after the commit', async () => {
  const organisationId = newId();
  const id = await happen(organisationId);
  expect(heardBy(id)).toEqual([]);
  await platform.jobs.runDue(platform);
  expect(heardBy(id)).toEqual(['heard too', 'test.happened']);
  expect(heard.find((event) => event.id === id && event.type === 'test.happened')).toMatchObject({
    organisationId,
    actorKind: 'system',
    actorId: null,
    customerId: null,
    at: app.clock.now(),
    data: { code: 'x' },
  });
  expect(await platform.jobs.runDue(platform)).toBe(0);
});

test('delivered again, later or at the same moment, it has no second effect', async () => {
  const organisationId = newId();
  const id = await happen(organisationId);
  const job = deliveryJob(listener);
  await Promise.all([1, 2, 3].map(() => job.handle(platform, { organisationId, eventId: id })));
  await platform.jobs.runDue(platform);
  await job.handle(platform, { organisationId, eventId: id });
  expect(heardBy(id)).toEqual(['heard too', 'test.happened']);
  expect(await echoes(organisationId)).toBe(1);
});

test('an event of another organisation cannot be delivered under ours', async () => {
  const id = await happen(newId());
  await expect(deliveryJob(listener).handle(platform, { organisationId: newId(), eventId: id })).rejects.toThrow();
  await platform.jobs.runDue(platform);
});

test('a subscriber that throws changes nothing, is tried again, dies visibly, and can be tried once more', async () => {
  const [organisationId, stranger] = [newId(), newId()];
  const id = await happen(organisationId, true);
  let tries = 0;
  while ((await platform.jobs.listDead(organisationId)).length === 0 && tries < 20) {
    await platform.jobs.runDue(platform, { ignoreStartAfter: true }).catch((error: Error) => {
      expect(error.message).toBe('the neighbour is down');
      tries += 1;
    });
  }
  // The first and five more; nobody else is held up.
  expect(tries).toBe(6);
  await platform.jobs.runDue(platform);
  expect(heardBy(id)).toEqual(['heard too']);
  expect(await echoes(organisationId)).toBe(0);

  const [dead, ...others] = await platform.jobs.listDead(organisationId);
  expect(others).toEqual([]);
  expect(dead).toEqual({
    id: expect.any(String),
    job: 'deliver.test.hear',
    failedAt: expect.any(Date),
    attempts: 6,
    fault: 'the neighbour is down',
  });
  expect(await platform.jobs.listDead(stranger)).toEqual([]);
  expect(await platform.jobs.retryDead(stranger, dead!.id)).toBe(false);
  expect(await platform.jobs.retryDead(organisationId, newId())).toBe(false);
  expect(await platform.jobs.runDue(platform, { ignoreStartAfter: true })).toBe(0);

  broken.delete(id);
  expect(await platform.jobs.retryDead(organisationId, dead!.id)).toBe(true);
  await platform.jobs.runDue(platform, { ignoreStartAfter: true });
  expect(heardBy(id)).toEqual(['heard too', 'test.happened']);
  expect(await echoes(organisationId)).toBe(1);
  expect(await platform.jobs.listDead(organisationId)).toEqual([]);
  expect(await platform.jobs.retryDead(organisationId, dead!.id)).toBe(false);
});
