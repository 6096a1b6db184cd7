// Jobs on their queues: there exactly when the change is, tried again with growing pauses, drained at the end, never run by two.
import { fromKysely } from 'pg-boss';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { systemClock } from '../clock.ts';
import { enqueue } from '../context.ts';
import { transact } from '../db/transact.ts';
import { newId } from '../ids.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { defineJob, type Job } from './job.ts';
import { createJobs, type Jobs } from './jobs.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

const workers: Jobs[] = [];
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
});

let count = 0;
type Marked = { organisationId: string; mark: string };

/** A job with a queue of its own that does `handle` with the mark it was given. */
async function prepared(handle: (mark: string) => unknown, more: Partial<Job<Marked>> = {}): Promise<Job<Marked>> {
  count += 1;
  const job = defineJob<Marked>({
    name: `test.job-${count}`,
    data: z.object({ organisationId: z.uuid(), mark: z.string() }),
    handle: async (_platform, { mark }) => void (await handle(mark)),
    ...more,
  });
  await app.platform.jobs.prepare([job as unknown as Job]);
  return job;
}

async function send(
  job: Job<Marked>,
  marks: readonly string[],
  options: { organisationId?: string; startAfter?: Date } = {},
): Promise<void> {
  const { organisationId = newId(), ...when } = options;
  await transact(app.platform, { organisationId, actor: { kind: 'system', name: 'test' } }, async (ctx) => {
    for (const mark of marks) enqueue(ctx, job, { organisationId, mark }, when);
  });
}

/** As another process would: its own connections to the same queues. */
async function worker(...jobs: Job<Marked>[]): Promise<Jobs> {
  const made = createJobs({ url: app.databaseUrl, log: app.platform.log, supervise: false });
  workers.push(made);
  await made.prepare(jobs as unknown as Job[]);
  await made.work(app.platform);
  return made;
}

type Stored = { state: string; retry_count: number; pause: number; mark: string };

async function stored(job: Job<Marked>): Promise<Stored[]> {
  const { rows } = await app.platform.connection.pool.query<Stored>(
    // From the beginning of the last try, where there was one: what the test itself takes to look must not count.
    `select state::text, retry_count, extract(epoch from start_after - coalesce(started_on, now()))::float8 as pause, data->>'mark' as mark from pgboss.job where name = $1 order by data->>'mark'`,
    [job.name],
  );
  return rows;
}

const within = { timeout: 30_000, interval: 20 };

test('a job is there exactly when its transaction has committed', async () => {
  const ran: string[] = [];
  const job = await prepared((mark) => ran.push(mark));
  const scope = { organisationId: newId(), actor: { kind: 'system', name: 'test' } } as const;
  await transact(app.platform, scope, async (ctx) => {
    enqueue(ctx, job, { organisationId: ctx.organisationId, mark: 'kept' });
    expect(await app.platform.jobs.runDue(app.platform)).toBe(0);
  });
  const dropped = transact(app.platform, scope, async (ctx) => {
    enqueue(ctx, job, { organisationId: ctx.organisationId, mark: 'dropped' });
    throw new Error('rolled back');
  });
  await expect(dropped).rejects.toThrow('rolled back');
  expect(await stored(job)).toMatchObject([{ state: 'created', mark: 'kept' }]);
  await app.platform.jobs.runDue(app.platform);
  expect(ran).toEqual(['kept']);
  expect(await stored(job)).toMatchObject([{ state: 'completed' }]);
});

test.each([1, 3])('%i delayed at once wait for their time', async (number) => {
  const ran: string[] = [];
  const job = await prepared((mark) => ran.push(mark));
  const marks = Array.from({ length: number }, (_, index) => `m${index}`);
  await send(job, marks, { startAfter: new Date(systemClock.now().getTime() + 3_600_000) });
  expect(await app.platform.jobs.runDue(app.platform)).toBe(0);
  for (const { pause } of await stored(job)) expect(pause).toBeGreaterThan(3_500);
  expect(await app.platform.jobs.runDue(app.platform, { ignoreStartAfter: true })).toBe(number);
  expect(ran.toSorted()).toEqual(marks);
  await send(job, ['past'], { startAfter: new Date(0) });
  expect(await app.platform.jobs.runDue(app.platform)).toBe(1);
});

test('a failed job waits longer each time and is dead after its last try; others of its batch are done', async () => {
  const begun = Promise.withResolvers<void>();
  const stopping = Promise.withResolvers<void>();
  const job = await prepared(
    async (mark) => {
      begun.resolve();
      await stopping.promise;
      if (mark === 'broken') throw new Error('no way');
    },
    { retries: 4 },
  );
  const organisationId = newId();
  await send(job, ['broken', 'well'], { organisationId });
  const first = await worker(job);
  // A worker that is told to stop finishes its batch and takes no other: the next try waits for us.
  await begun.promise;
  const stopped = first.stop();
  stopping.resolve();
  await stopped;
  expect(await stored(job)).toMatchObject([
    { state: 'retry', retry_count: 0 },
    { state: 'completed', retry_count: 0 },
  ]);
  const pauses = [(await stored(job))[0]!.pause];
  for (let tries = 2; tries <= 5; tries += 1) {
    await expect(app.platform.jobs.runDue(app.platform, { ignoreStartAfter: true })).rejects.toThrow('no way');
    if (tries < 5) pauses.push((await stored(job))[0]!.pause);
  }
  // 5 s, doubled each time, of which up to half is left to chance.
  for (const [index, pause] of pauses.entries()) expect(pause, `pause ${index}`).toBeGreaterThan(2.4 * 2 ** index);
  expect((await stored(job))[0]).toMatchObject({ state: 'failed', retry_count: 4 });
  expect(await app.platform.jobs.listDead(organisationId)).toMatchObject([
    { job: job.name, attempts: 5, fault: 'no way' },
  ]);
});

test('dead jobs are seen and tried again only by their own organisation', async () => {
  const job = await prepared(
    () => {
      throw new Error('no way');
    },
    { retries: 0 },
  );
  const [ours, theirs] = [newId(), newId()];
  for (const organisationId of [ours, theirs]) {
    await send(job, ['broken'], { organisationId });
    await expect(app.platform.jobs.runDue(app.platform)).rejects.toThrow('no way');
  }
  const [dead, ...others] = await app.platform.jobs.listDead(ours);
  expect(others).toEqual([]);
  expect(await app.platform.jobs.retryDead(theirs, dead!.id)).toBe(false);
  expect(await app.platform.jobs.listDead(ours)).toHaveLength(1);
  expect((await app.platform.jobs.waiting()).find(({ queue }) => queue === job.name)).toEqual({
    queue: job.name,
    waiting: 0,
    failed: 2,
  });
  expect(await app.platform.jobs.retryDead(ours, dead!.id)).toBe(true);
  expect((await app.platform.jobs.waiting()).find(({ queue }) => queue === job.name)).toEqual({
    queue: job.name,
    waiting: 1,
    failed: 1,
  });
  await expect(app.platform.jobs.runDue(app.platform, { ignoreStartAfter: true })).rejects.toThrow('no way');
});

test('data that does not fit is never handled', async () => {
  let handled = 0;
  const job = await prepared(() => (handled += 1), { retries: 0 });
  await app.platform.connection.db
    .transaction()
    .execute((trx) =>
      app.platform.jobs.send(fromKysely(trx), job.name, [{ data: { organisationId: newId(), mark: 7 } }]),
    );
  await expect(app.platform.jobs.runDue(app.platform)).rejects.toThrow();
  expect(handled).toBe(0);
});

test('a repeating job is scheduled once, in UTC, however many work; it runs without data', async () => {
  let ran = 0;
  const job = await prepared(() => {}, {
    cron: '17 3 * * *',
    data: z.object({}) as unknown as Job<Marked>['data'],
    handle: async () => void (ran += 1),
  });
  await worker(job);
  await worker(job);
  const { rows } = await app.platform.connection.pool.query(
    `select name, cron, timezone from pgboss.schedule where name = $1`,
    [job.name],
  );
  expect(rows).toEqual([{ name: job.name, cron: '17 3 * * *', timezone: 'UTC' }]);
  await app.platform.jobs.runOnce(app.platform, job.name);
  expect(ran).toBe(1);
  await expect(app.platform.jobs.runOnce(app.platform, 'test.unheard-of')).rejects.toThrow(
    'no job is called test.unheard-of',
  );
});

test('stopping waits for the job that runs, and takes no other', async () => {
  const order: string[] = [];
  let finish = (): void => {};
  const gate = new Promise<void>((done) => (finish = done));
  const job = await prepared(async (mark) => {
    order.push(`${mark} began`);
    await gate;
    order.push(`${mark} finished`);
  });
  await send(job, ['first']);
  const jobs = await worker(job);
  await expect.poll(() => order, within).toEqual(['first began']);
  const stopped = jobs.stop().then(() => order.push('stopped'));
  await send(job, ['second']);
  // Several turns of the database's answer: long enough for a stop that does not wait.
  for (let turn = 0; turn < 50; turn += 1) await stored(job);
  expect(order).toEqual(['first began']);
  finish();
  await stopped;
  expect(order).toEqual(['first began', 'first finished', 'stopped']);
  expect(await stored(job)).toMatchObject([
    { state: 'completed', mark: 'first' },
    { state: 'created', mark: 'second' },
  ]);
});

test('two workers share the work and never run the same job', async () => {
  const marks = Array.from({ length: 300 }, (_, index) => `m${String(index).padStart(3, '0')}`);
  const ran: string[] = [];
  const job = await prepared((mark) => ran.push(mark));
  await send(job, marks);
  const handled = new Map<Jobs, number>();
  // The first to come holds its batch until the second has one: otherwise a quick one might do all.
  const both = Promise.withResolvers<void>();
  for (let number = 0; number < 2; number += 1) {
    const own: { jobs?: Jobs } = {};
    const counted = {
      ...job,
      handle: async (...given: Parameters<typeof job.handle>) => {
        handled.set(own.jobs!, (handled.get(own.jobs!) ?? 0) + 1);
        if (handled.size === 2) both.resolve();
        await both.promise;
        await job.handle(...given);
      },
    };
    own.jobs = createJobs({ url: app.databaseUrl, log: app.platform.log, supervise: false });
    workers.push(own.jobs);
    await own.jobs.prepare([counted as unknown as Job]);
  }
  await Promise.all(workers.map((one) => one.work(app.platform)));
  await expect
    .poll(async () => (await stored(job)).filter(({ state }) => state === 'completed').length, within)
    .toBe(marks.length);
  expect(ran.toSorted()).toEqual(marks);
  expect(handled.size).toBe(2);
});

test('processes that start together prepare the same queues', async () => {
  const job = defineJob({ name: 'test.at-once', data: z.object({}), handle: () => Promise.resolve() });
  const all = Array.from({ length: 4 }, () =>
    createJobs({ url: app.databaseUrl, log: app.platform.log, supervise: false }),
  );
  workers.push(...all);
  await Promise.all(all.map((one) => one.prepare([job])));
  const { rows } = await app.platform.connection.pool.query(
    `select retry_limit, retry_backoff from pgboss.queue where name = 'test.at-once'`,
  );
  expect(rows).toEqual([{ retry_limit: 5, retry_backoff: true }]);
});
