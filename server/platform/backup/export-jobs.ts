// Reads the jobs that are not done: those that wait, those that run at this moment (they wait again), and the dead ones.
import type pg from 'pg';
import { tally, type Manifest, type QueueFacts } from './format.ts';

const page = 1000;

/** Queues of ours; those of the job library itself are made anew by it. */
export async function listQueues(client: pg.Client): Promise<QueueFacts[]> {
  if (!(await hasJobs(client))) return [];
  const { rows } = await client.query<QueueFacts>(
    `select name, policy, retry_limit, retry_delay, retry_backoff, expire_seconds, retention_seconds, deletion_seconds
       from pgboss.queue where name not like '\\_\\_%' order by name collate "C"`,
  );
  return rows;
}

/** One job a line, as the table has it: what a later job library needs of it is decided when it is loaded. */
export async function exportJobs(
  client: pg.Client,
  onPart: (part: number, lines: Buffer) => Promise<void>,
): Promise<Manifest['jobs']> {
  const seen = tally();
  if (!(await hasJobs(client))) return seen.result();
  let last = { name: '', id: '00000000-0000-0000-0000-000000000000' };
  for (let part = 0; ; part += 1) {
    const { rows } = await client.query<{ name: string; id: string; job: string }>(
      `select name, id, to_jsonb(j)::text as job from pgboss.job j
        where state in ('created', 'retry', 'active', 'failed') and name not like '\\_\\_%' and (name collate "C", id) > ($1, $2::uuid)
        order by name collate "C", id limit ${page}`,
      [last.name, last.id],
    );
    if (rows.length === 0) return seen.result();
    const lines = Buffer.from(rows.map((row) => `${row.job}\n`).join(''));
    seen.add(lines, rows.length);
    await onPart(part, lines);
    last = rows.at(-1)!;
  }
}

async function hasJobs(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('pgboss.job') is not null as there`);
  return rows[0]!.there;
}
