// Housekeeping of the platform: uploads nothing refers to, old idempotency keys, old tries.
import { sql } from 'kysely';
import { z } from 'zod';
import { defineJob } from './job.ts';

const dayMs = 86_400_000;

const removeUnattachedFiles = defineJob({
  name: 'file.remove-unattached',
  data: z.object({}),
  cron: '17 3 * * *',
  async handle(platform) {
    const before = new Date(platform.clock.now().getTime() - dayMs);
    // The rows go only when all bytes went: what a store that is down still holds is removed by the next try.
    await platform.connection.db.transaction().execute(async (trx) => {
      const { rows } = await sql<{
        storage_key: string;
      }>`delete from files where attached_at is null and uploaded_at < ${before} returning storage_key`.execute(trx);
      for (const row of rows) await platform.files.remove(row.storage_key);
    });
  },
});

const forgetOldKeys = defineJob({
  name: 'idempotency-key.forget',
  data: z.object({}),
  cron: '37 3 * * *',
  async handle(platform) {
    const now = platform.clock.now().getTime();
    await sql`delete from idempotency_keys where answered_at < ${new Date(now - 7 * dayMs)}`.execute(
      platform.connection.db,
    );
    await sql`delete from attempts where window_start < ${new Date(now - dayMs)}`.execute(platform.connection.db);
  },
});

export const housekeepingJobs = [removeUnattachedFiles, forgetOldKeys];
