// Gives jobs of a backup back to the job library, through its own door, in the transaction of the data they speak of.
import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import { z } from 'zod';
import { damaged, type QueueFacts } from './format.ts';

/** Of the table's columns, those that say what is to be done, how often it was tried, and when it is due. */
const StoredJob = z.object({
  id: z.string(),
  name: z.string(),
  data: z.record(z.string(), z.unknown()).nullable(),
  state: z.string(),
  priority: z.int(),
  singleton_key: z.string().nullable(),
  start_after: z.string(),
  created_on: z.string(),
  completed_on: z.string().nullable(),
  output: z.unknown(),
  retry_limit: z.int(),
  retry_delay: z.int(),
  retry_backoff: z.boolean(),
  retry_count: z.int(),
  expire_seconds: z.int(),
  deletion_seconds: z.int().nullish(),
});

export type JobLoader = { load(client: pg.Client, lines: Buffer): Promise<number>; close(): Promise<void> };

/** Makes the library's tables and the queues that are missing. Nothing is worked on: that begins with the next start of Rida. */
export async function openJobLoader(url: string, queues: readonly QueueFacts[], now: Date): Promise<JobLoader> {
  const boss = new PgBoss({
    connectionString: url,
    max: 2,
    application_name: 'rida-restore-jobs',
    supervise: false,
    schedule: false,
  });
  boss.on('error', () => {}); // its calls report
  await boss.start();
  const there = new Set((await boss.getQueues()).map(({ name }) => name));
  for (const queue of queues.filter(({ name }) => !there.has(name))) {
    await boss.createQueue(queue.name, {
      policy: queue.policy as 'standard',
      retryLimit: queue.retry_limit,
      retryDelay: queue.retry_delay,
      retryBackoff: queue.retry_backoff,
      expireInSeconds: queue.expire_seconds,
      retentionSeconds: queue.retention_seconds,
      deleteAfterSeconds: queue.deletion_seconds,
    });
  }

  return {
    async load(client, lines) {
      const jobs = lines.toString('utf8').split('\n').filter(Boolean).map(parseJob);
      const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
      for (const [name, ofQueue] of Map.groupBy(jobs, (job) => job.name)) {
        const requests = ofQueue.map((job) => ({
          id: job.id,
          data: job.data ?? {},
          priority: job.priority,
          retryLimit: job.retry_limit,
          retryDelay: job.retry_delay,
          retryBackoff: job.retry_backoff,
          expireInSeconds: job.expire_seconds,
          ...(job.deletion_seconds == null ? {} : { deleteAfterSeconds: job.deletion_seconds }),
          ...(job.singleton_key === null ? {} : { singletonKey: job.singleton_key }),
          // What is overdue is due now: the library throws jobs away that waited for weeks, which those of an old backup have.
          ...(new Date(job.start_after) > now ? { startAfter: new Date(job.start_after) } : {}),
        }));
        await boss.insert(name, requests, { db });
      }
      // Tries made so far, and deaths, which the library's door does not take.
      const { rowCount } = await client.query(
        `update pgboss.job j set retry_count = x.retry_count, created_on = x.created_on, output = x.output,
                state = case x.state when 'failed' then 'failed'::pgboss.job_state else j.state end,
                completed_on = case x.state when 'failed' then x.completed_on end
           from jsonb_to_recordset($1::jsonb) x(id uuid, name text, state text, retry_count int, created_on timestamptz, completed_on timestamptz, output jsonb)
          where j.name = x.name and j.id = x.id`,
        [JSON.stringify(jobs)],
      );
      return rowCount ?? 0;
    },
    close: () => boss.stop({ graceful: false }),
  };
}

function parseJob(line: string): z.infer<typeof StoredJob> {
  try {
    return StoredJob.parse(JSON.parse(line));
  } catch (error) {
    throw damaged('a waiting job in it cannot be read', error);
  }
}
