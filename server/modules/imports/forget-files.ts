// Removes files, samples and refused rows of imports after their days, and files of finished ones when a customer is erased: they are personal data, and the counts are enough.
import { sql, type RawBuilder, type SqlBool, type Transaction } from 'kysely';
import { z } from 'zod';
import type { Schema } from '#platform/db/connect.ts';
import { defineJob, type Job } from '#platform/jobs/job.ts';
import type { Platform } from '#platform/platform.ts';
import { keptDays } from './limits.ts';

const dayMs = 86_400_000;
const atOnce = 100;

/** An import that was left in the middle can then no longer be resumed. Works over all organisations. */
export const forgetFilesJob = defineJob({
  name: 'import.forget-files',
  data: z.object({}),
  cron: '47 3 * * *',
  handle(platform) {
    const before = new Date(platform.clock.now().getTime() - keptDays * dayMs);
    const old = sql<SqlBool>`created_at < ${before} and state not in ('running', 'checking')`;
    return forgetAll(platform, old, async (trx, ids) => {
      await sql`delete from import_faults where import_id = any(${ids})`.execute(trx);
      await sql`
        update imports set file_id = null, preview = '[]',
               columns = (select coalesce(jsonb_agg(c || '{"samples": []}'), '[]') from jsonb_array_elements(columns) c)
         where id = any(${ids})`.execute(trx);
    });
  },
});

/** Nobody needs what a finished import was read from, and it may name whoever was erased. One in the middle keeps its file. */
export const forgetFinishedJob: Job<{ organisationId?: string }> = defineJob({
  name: 'import.forget-finished',
  data: z.object({ organisationId: z.uuid() }),
  handle(platform, { organisationId }) {
    const finished = sql<SqlBool>`organisation_id = ${organisationId} and state = 'finished'`;
    return forgetAll(platform, finished, async (trx, ids) => {
      await sql`update imports set file_id = null where id = any(${ids})`.execute(trx);
    });
  },
});

type Forget = (trx: Transaction<Schema>, ids: readonly string[]) => Promise<void>;

async function forgetAll(platform: Platform, which: RawBuilder<SqlBool>, forget: Forget): Promise<void> {
  for (let found = atOnce; found === atOnce;) found = await forgetSome(platform, which, forget);
}

/** The rows change only when the bytes went: what a store that is down still holds is removed by the next try. */
function forgetSome(platform: Platform, which: RawBuilder<SqlBool>, forget: Forget): Promise<number> {
  return platform.connection.db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: string; file_id: string }>`
      select id, file_id from imports where file_id is not null and ${which}
       order by created_at limit ${atOnce} for update skip locked`.execute(trx);
    if (rows.length === 0) return 0;
    await forget(
      trx,
      rows.map((row) => row.id),
    );
    const removed = await sql<{ storage_key: string }>`
      delete from files where id = any(${rows.map((row) => row.file_id)}) returning storage_key`.execute(trx);
    await Promise.all(removed.rows.map((row) => platform.files.remove(row.storage_key)));
    return rows.length;
  });
}
