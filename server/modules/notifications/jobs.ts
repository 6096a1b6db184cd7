// Jobs of the notifications module: notices that were read long ago are removed.
import { sql } from 'kysely';
import { z } from 'zod';
import type { Context } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import { defineJob } from '#platform/jobs/job.ts';

const keptMs = 90 * 86_400_000;
const batch = 5_000;

const removeReadJob = defineJob({
  name: 'notification.remove-read',
  data: z.object({}),
  cron: '27 2 * * *',
  async handle(platform) {
    const actor = { kind: 'system', name: 'notification.remove-read' } as const;
    for (const { id } of await platform.directory.organisations())
      for (let done = batch; done === batch;)
        done = await transact(platform, { organisationId: id, actor }, removeRead);
  },
});

async function removeRead(ctx: Context): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - keptMs);
  const { numAffectedRows } = await sql`
    delete from notifications where organisation_id = ${ctx.organisationId} and id in (
      select id from notifications where organisation_id = ${ctx.organisationId} and read_at < ${before} limit ${batch}
    )`.execute(ctx.transaction);
  return Number(numAffectedRows ?? 0);
}

export const jobs = [removeReadJob];
