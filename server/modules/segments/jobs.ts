// Jobs of the tree: a publication, and everybody anew, at night and when somebody asks; each organisation is a job of its own.
import { z } from 'zod';
import type { Actor } from '#platform/actor.ts';
import { enqueue, type Context } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import { defineJob, type Job } from '#platform/jobs/job.ts';
import { publishDraft } from './publish-draft.ts';
import { recomputeMembers } from './recompute-members.ts';
import { standingVersions } from './versions.ts';

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

type Publication = {
  organisationId?: string;
  number: number;
  note: string | null;
  by: { personId: string; name: string } | null;
};

/** In the name of whoever asked. What was published or discarded meanwhile is left as it is. */
export const publishJob: Job<Publication> = defineJob({
  name: 'segment.publish',
  data: z.object({
    organisationId: z.uuid(),
    number: z.int(),
    note: z.string().nullable(),
    by: z.object({ personId: z.uuid(), name: z.string() }).nullable(),
  }),
  async handle(platform, { organisationId, number, note, by }) {
    const actor: Actor = by
      ? { kind: 'staff', ...by, permissions: new Set() }
      : { kind: 'system', name: 'segment.publish' };
    await transact(platform, { organisationId, actor }, async (ctx) => {
      const { draft, publishingSince } = await standingVersions(ctx);
      if (draft === number && publishingSince) await publishDraft(ctx, { note });
    });
  },
});

export const jobs = [recomputeJob, recomputeNightly, publishJob];
