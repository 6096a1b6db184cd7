// Tries are counted for all processes together, in windows, and no rollback erases one.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { transact } from '../db/transact.ts';
import { newId } from '../ids.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { countAttempt } from './attempts.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

const hourMs = 3_600_000;
const tooMany = { code: 'access.too-many-tries', status: 429 };

test('a window has so many tries and no more; another bucket has its own', async () => {
  const bucket = `code:${newId()}`;
  for (let tries = 0; tries < 3; tries += 1) await countAttempt(app.platform, bucket, 3, hourMs);
  await expect(countAttempt(app.platform, bucket, 3, hourMs)).rejects.toMatchObject(tooMany);
  await countAttempt(app.platform, `code:${newId()}`, 3, hourMs);
});

test('the refusal says when the window ends, and then it begins again', async () => {
  const bucket = `code:${newId()}`;
  // The clock stands at a full hour; twelve minutes and a half later, 47.5 are left.
  app.clock.set(new Date('2026-11-22T09:12:30.000Z'));
  await countAttempt(app.platform, bucket, 1, hourMs);
  await expect(countAttempt(app.platform, bucket, 1, hourMs)).rejects.toMatchObject({
    ...tooMany,
    params: { minutes: 48 },
  });
  app.clock.set(new Date('2026-11-22T09:59:59.999Z'));
  await expect(countAttempt(app.platform, bucket, 1, hourMs)).rejects.toMatchObject({ params: { minutes: 1 } });
  app.clock.set(new Date('2026-11-22T10:00:00.000Z'));
  await countAttempt(app.platform, bucket, 1, hourMs);
});

test('tries at the same moment are all counted', async () => {
  const bucket = `code:${newId()}`;
  const tries = await Promise.allSettled(
    Array.from({ length: 25 }, () => countAttempt(app.platform, bucket, 10, hourMs)),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
});

test('inside a transaction it cannot be called: there a rollback would erase it', async () => {
  const bucket = `code:${newId()}`;
  const inside = transact(app.platform, { organisationId: newId(), actor: { kind: 'system', name: 'test' } }, () =>
    countAttempt(app.platform, bucket, 1, hourMs),
  );
  await expect(inside).rejects.toThrow('before the transaction');
  await countAttempt(app.platform, bucket, 1, hourMs);
});

test('old tries are forgotten, those of today stay', async () => {
  const bucket = `code:${newId()}`;
  app.clock.set(new Date('2026-11-22T10:00:00.000Z'));
  await countAttempt(app.platform, bucket, 1, hourMs);
  app.clock.advance(20 * hourMs);
  await countAttempt(app.platform, bucket, 1, hourMs);
  app.clock.advance(5 * hourMs);
  await app.platform.jobs.runOnce(app.platform, 'idempotency-key.forget');
  const { rows } = await app.platform.connection.pool.query('select window_start from attempts where bucket = $1', [
    bucket,
  ]);
  expect(rows).toEqual([{ window_start: new Date('2026-11-23T06:00:00.000Z') }]);
});
