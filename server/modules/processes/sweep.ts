// Every minute: timers that are due, processes that begin by the clock, and hand-offs that nobody decides on. What fails holds up nothing else.
import { z } from 'zod';
import type { Context } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import { defineJob } from '#platform/jobs/job.ts';
import type { Platform } from '#platform/platform.ts';
import { dueInstances, fireTimers, modelsToStart, startDue } from './instances/fire-timers.ts';
import { watchHandOffs } from './hand-offs/watch-hand-offs.ts';

const name = 'process.sweep';
/** Instances looked for at once. */
const batch = 200;
/** Side by side: each is a transaction of some milliseconds, most of them waiting for the disk. */
const width = 4;
/** A sweep stops here, and the one of the next minute goes on: a job has five minutes. */
const longestMs = 50_000;

export const sweep = defineJob({
  name,
  data: z.object({}),
  cron: '* * * * *',
  concurrency: 1,
  async handle(platform) {
    const end = performance.now() + longestMs;
    const organisations = await platform.directory.organisations();
    for (const [at, { id: organisationId }] of organisations.entries()) {
      // Each has its share of what is left: a backlog of one does not take the turn of the others.
      const until = performance.now() + (end - performance.now()) / (organisations.length - at);
      await sweepTimers(platform, organisationId, until);
      await sweepStarts(platform, organisationId, until);
      await tried(platform, { organisationId }, async () => {
        for (let found = batch; found === batch && performance.now() < until;)
          found = await asSystem(platform, organisationId, (ctx) => watchHandOffs(ctx, batch));
      });
    }
  },
});

/** `until`: as `performance.now()` counts. Answers with how many fired. */
export async function sweepTimers(platform: Platform, organisationId: string, until: number): Promise<number> {
  let fired = 0;
  const failed: string[] = [];
  for (let again = true; again && performance.now() < until;) {
    const ids = await asSystem(platform, organisationId, (ctx) => dueInstances(ctx, batch, failed));
    let here = 0;
    for (let from = 0; from < ids.length; from += width) {
      const counts = await Promise.all(
        ids.slice(from, from + width).map(async (instanceId) => {
          const count = await tried(platform, { organisationId, instanceId }, () =>
            asSystem(platform, organisationId, (ctx) => fireTimers(ctx, instanceId)),
          );
          if (count === null) failed.push(instanceId);
          return count ?? 0;
        }),
      );
      here += counts.reduce((sum, count) => sum + count, 0);
    }
    fired += here;
    // With none fired, others are at all of them, or they failed.
    again = here > 0;
  }
  return fired;
}

async function sweepStarts(platform: Platform, organisationId: string, until: number): Promise<void> {
  for (const modelId of await asSystem(platform, organisationId, modelsToStart))
    await tried(platform, { organisationId, modelId }, async () => {
      for (let started = true; started && performance.now() < until;)
        started = await asSystem(platform, organisationId, (ctx) => startDue(ctx, modelId));
    });
}

const asSystem = <T>(platform: Platform, organisationId: string, work: (ctx: Context) => Promise<T>): Promise<T> =>
  transact(platform, { organisationId, actor: { kind: 'system', name } }, work);

/** Null: it failed, which stands in the log; the next sweep tries it again. */
async function tried<T>(platform: Platform, about: object, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    platform.log.error({ err: error, job: name, ...about }, 'the sweep goes on without it');
    return null;
  }
}
