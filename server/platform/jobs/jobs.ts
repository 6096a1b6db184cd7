// Jobs on pg-boss: enqueued in the caller's transaction, worked in batches, retried with growing pauses, dead ones visible.
import type pg from 'pg';
import { PgBoss, type Db as JobDatabase } from 'pg-boss';
import type { Log } from '../log.ts';
import type { Platform } from '../platform.ts';
import type { Job } from './job.ts';

export type JobRequest = { data: object; startAfter?: Date };
export type DeadJob = { id: string; job: string; failedAt: Date; attempts: number; fault: string };

export type Jobs = {
  /** Makes queues and grants; call before anything is sent. */
  prepare(jobs: readonly Job[]): Promise<void>;
  /** Starts working them (roles `all` and `worker`). */
  work(platform: Platform): Promise<void>;
  /** One statement through `db`, which is where a transaction lets it in. */
  send(db: JobDatabase, queue: string, requests: readonly JobRequest[]): Promise<void>;
  /** For tests and command-line tools: runs everything that waits, until nothing does. `ignoreStartAfter` takes delayed jobs too. */
  runDue(platform: Platform, options?: { ignoreStartAfter?: boolean }): Promise<number>;
  /** For tests: runs a repeating job once, now. */
  runOnce(platform: Platform, name: string): Promise<void>;
  listDead(organisationId: string): Promise<DeadJob[]>;
  retryDead(organisationId: string, id: string): Promise<boolean>;
  /** Its own connections. Call after `prepare`. */
  pool(): pg.Pool;
  waiting(): Promise<{ queue: string; waiting: number; failed: number }[]>;
  stop(): Promise<void>;
};

const batch = 50;
/** Any number that nobody else takes in this database. */
const grantLock = 7_106_002;

export function createJobs(options: { url: string; log: Log; supervise: boolean }): Jobs {
  const boss = new PgBoss({
    connectionString: options.url,
    max: options.supervise ? 6 : 2,
    application_name: 'rida-jobs',
    supervise: options.supervise,
    superviseIntervalSeconds: 20,
    monitorIntervalSeconds: 20,
    schedule: options.supervise,
  });
  boss.on('error', (error) => options.log.error({ err: error }, 'jobs'));
  const known = new Map<string, Job>();
  let started = false;

  async function run(platform: Platform, job: Job, data: object): Promise<void> {
    await job.handle(platform, job.data.parse(data) as { organisationId: string });
  }

  return {
    async prepare(jobs) {
      await boss.start();
      started = true;
      const existing = new Set((await boss.getQueues()).map((queue) => queue.name));
      for (const job of jobs) {
        known.set(job.name, job);
        const policy = {
          retryLimit: job.retries ?? 5,
          retryDelay: 5,
          retryBackoff: true,
          expireInSeconds: 300,
          // A process that is killed is missed after this long, and its jobs are taken up by another.
          heartbeatSeconds: 30,
          deleteAfterSeconds: 30 * 86_400,
        };
        if (existing.has(job.name)) await boss.updateQueue(job.name, policy);
        else await boss.createQueue(job.name, policy);
        // `send` inside a transaction reads the queue's settings through its own connection the first time: read them now.
        // Any call on the queue does; this one names a job that cannot exist.
        await boss.cancel(job.name, '00000000-0000-7000-8000-000000000000');
      }
      // The roles that verbs run under may enqueue, and nothing else. One process at a time: PostgreSQL fails the others
      // ("tuple concurrently updated").
      await boss.getDb().executeSql(`do $$ begin
        perform pg_advisory_xact_lock(${grantLock});
        grant usage on schema pgboss to rida_staff, rida_customer, rida_system;
        grant select, insert on all tables in schema pgboss to rida_staff, rida_customer, rida_system;
        grant execute on all functions in schema pgboss to rida_staff, rida_customer, rida_system;
      end $$`);
    },

    async work(platform) {
      for (const job of known.values()) {
        if (job.cron) await boss.schedule(job.name, job.cron, {}, { tz: 'UTC' });
        await boss.work(
          job.name,
          { batchSize: batch, pollingIntervalSeconds: 1, perJobResults: true },
          async (jobs) => {
            const results: { id: string; status: 'completed' | 'failed'; output?: object }[] = [];
            const width = job.concurrency ?? 4;
            for (let from = 0; from < jobs.length; from += width) {
              await Promise.all(
                jobs.slice(from, from + width).map(async (one) => {
                  try {
                    await run(platform, job, (one.data ?? {}) as object);
                    results.push({ id: one.id, status: 'completed' });
                  } catch (error) {
                    options.log.error({ err: error, job: job.name, jobId: one.id }, 'job failed');
                    results.push({
                      id: one.id,
                      status: 'failed',
                      output: { message: error instanceof Error ? error.message : String(error) },
                    });
                  }
                }),
              );
            }
            return results;
          },
        );
      }
    },

    async send(db, queue, requests) {
      if (requests.length === 1) {
        const { data, startAfter } = requests[0]!;
        await boss.send(queue, data, { db, ...(startAfter ? { startAfter } : {}) });
        return;
      }
      await boss.insert(
        queue,
        requests.map(({ data, startAfter }) => ({ data, ...(startAfter ? { startAfter } : {}) })),
        { db },
      );
    },

    async runDue(platform, runOptions = {}) {
      let ran = 0;
      for (let found = true; found;) {
        found = false;
        for (const job of known.values()) {
          const jobs = await boss.fetch(job.name, {
            batchSize: batch,
            ...(runOptions.ignoreStartAfter ? { ignoreStartAfter: true } : {}),
          });
          for (const one of jobs) {
            found = true;
            ran += 1;
            try {
              await run(platform, job, one.data as object);
              await boss.complete(job.name, one.id);
            } catch (error) {
              await boss.fail(job.name, one.id, { message: error instanceof Error ? error.message : String(error) });
              throw error;
            }
          }
        }
      }
      return ran;
    },

    async runOnce(platform, name) {
      const job = known.get(name);
      if (!job) throw new Error(`no job is called ${name}`);
      await run(platform, job, {});
    },

    async listDead(organisationId) {
      const { rows } = await boss.getDb().executeSql(
        `select id, name, completed_on, retry_count, output from pgboss.job
          where state = 'failed' and data->>'organisationId' = $1 order by completed_on desc limit 200`,
        [organisationId],
      );
      return (
        rows as {
          id: string;
          name: string;
          completed_on: Date;
          retry_count: number;
          output: { message?: string } | null;
        }[]
      ).map((row) => ({
        id: row.id,
        job: row.name,
        failedAt: row.completed_on,
        attempts: row.retry_count + 1,
        fault: row.output?.message ?? '',
      }));
    },

    async retryDead(organisationId, id) {
      const { rows } = await boss
        .getDb()
        .executeSql(`select name from pgboss.job where id = $1 and state = 'failed' and data->>'organisationId' = $2`, [
          id,
          organisationId,
        ]);
      const name = (rows as { name: string }[])[0]?.name;
      if (!name) return false;
      await boss.retry(name, id);
      return true;
    },

    pool: () => (boss.getDb() as unknown as { pool: pg.Pool }).pool,

    async waiting() {
      const { rows } = await boss.getDb().executeSql(
        `select name as queue, count(*) filter (where state in ('created', 'retry'))::int as waiting, count(*) filter (where state = 'failed')::int as failed
           from pgboss.job where state in ('created', 'retry', 'failed') group by name`,
      );
      return rows as { queue: string; waiting: number; failed: number }[];
    },

    async stop() {
      if (started) await boss.stop({ graceful: true, timeout: 20_000 });
    },
  };
}
