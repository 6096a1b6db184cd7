// Jobs of the tree: everybody anew, at night and when somebody asks; each organisation is a job of its own.
import { z } from 'zod';
import { enqueue, type Context } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import { defineJob } from '#platform/jobs/job.ts';
import { recomputeMembers } from './recompute-members.ts';

const name = 'segment.recompute-members';

const recomputeJob = defineJob<{ organisationId?: string; cause: 'nightly' | 'asked' }>({
  name,
  data: z.object({ organisationId: z.uuid(), cause: z.enum(['nightly', 'asked']) }),
  handle: (platform, { organisationId, cause }) =>
    transact(platform, { organisationId, actor: { kind: 'system', name } }, (ctx) => recomputeMembers(ctx, cause)),
});

/** After the commit. */
export function askRecomputation(ctx: Context): void {
  enqueue(ctx, recomputeJob, { cause: 'asked' });
}

const recomputeNightly = defineJob({
  name: 'segment.recompute',
  data: z.object({}),
  cron: '17 1 * * *',
  async handle(platform) {
    for (const { id } of await platform.directory.organisations())
      await transact(platform, { organisationId: id, actor: { kind: 'system', name } }, async (ctx) =>
        enqueue(ctx, recomputeJob, { cause: 'nightly' }),
      );
  },
});

export const jobs = [recomputeJob, recomputeNightly];
