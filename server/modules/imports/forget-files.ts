// Removes files, samples and refused rows of imports after their days: they are personal data, and the counts are enough.
import { sql } from 'kysely';
import { z } from 'zod';
import { defineJob } from '#platform/jobs/job.ts';
import type { Platform } from '#platform/platform.ts';
import { keptDays } from './limits.ts';

const dayMs = 86_400_000;
const atOnce = 100;

export const forgetFilesJob = defineJob({
  name: 'import.forget-files',
  data: z.object({}),
  cron: '47 3 * * *',
  handle: forgetFiles,
});

/** An import that was left in the middle can then no longer be resumed. Works over all organisations. */
async function forgetFiles(platform: Platform): Promise<void> {
  const before = new Date(platform.clock.now().getTime() - keptDays * dayMs);
  for (let found = atOnce; found === atOnce;) found = await forgetSome(platform, before);
}

/** The rows change only when the bytes went: what a store that is down still holds is removed by the next try. */
function forgetSome(platform: Platform, before: Date): Promise<number> {
  return platform.connection.db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ organisation_id: string; id: string; file_id: string }>`
      select organisation_id, id, file_id from imports
       where file_id is not null and created_at < ${before} and state not in ('running', 'checking')
       order by created_at limit ${atOnce} for update skip locked`.execute(trx);
    if (rows.length === 0) return 0;
    const ids = rows.map((row) => row.id);
    const files = rows.map((row) => row.file_id);
    await sql`delete from import_faults where import_id = any(${ids})`.execute(trx);
    await sql`
      update imports set file_id = null, preview = '[]',
             columns = (select coalesce(jsonb_agg(c || '{"samples": []}'), '[]') from jsonb_array_elements(columns) c)
       where id = any(${ids})`.execute(trx);
    const removed = await sql<{ storage_key: string }>`
      delete from files where id = any(${files}) returning storage_key`.execute(trx);
    await Promise.all(removed.rows.map((row) => platform.files.remove(row.storage_key)));
    return rows.length;
  });
}
