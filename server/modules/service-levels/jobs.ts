// Jobs of service levels: alarms every minute; open clocks anew after a calendar or a policy changed.
import { z } from 'zod';
import { append, enqueue, type Context } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import { defineJob } from '#platform/jobs/job.ts';
import type { Platform } from '#platform/platform.ts';
import { outdatedClocks, retimeClocks, takeOver, type Retiming } from './retime-clocks.ts';
import { soundAlarms } from './sound-alarms.ts';

/** Cases in one transaction: whoever changes one of them waits no longer than that takes. */
const batch = 200;

const alarmJob = defineJob({
  name: 'clock.sound-alarms',
  data: z.object({}),
  cron: '* * * * *',
  async handle(platform) {
    for (const { id } of await platform.directory.organisations()) {
      for (let done = batch; done === batch;)
        done = await asSystem(platform, id, 'clock.sound-alarms', (ctx) => soundAlarms(ctx, batch));
    }
  },
});

type Cause = { cause: 'calendar' | 'policy'; id: string };
const again = z.object({
  organisationId: z.uuid(),
  cause: z.enum(['calendar', 'policy']),
  id: z.uuid(),
  second: z.boolean(),
});

const retimeJob = defineJob<Cause & { organisationId?: string; second: boolean }>({
  name: 'clock.retime',
  data: again,
  concurrency: 1,
  async handle(platform, { organisationId, cause, id }) {
    const total = { clocks: 0, moved: 0 };
    const inSteps = async (step: (ctx: Context, at: { after: string | null; limit: number }) => Promise<Retiming>) => {
      for (let after: string | null = null; ;) {
        const done: Retiming = await asSystem(platform, organisationId, 'clock.retime', (ctx) =>
          step(ctx, { after, limit: batch }),
        );
        total.clocks += done.clocks;
        total.moved += done.moved;
        if (done.last === null) break;
        after = done.last;
      }
    };
    if (cause === 'policy') await inSteps((ctx, at) => takeOver(ctx, { policyId: id, ...at }));
    else
      for (const outdated of await asSystem(platform, organisationId, 'clock.retime', outdatedClocks))
        await inSteps((ctx, at) => retimeClocks(ctx, { ...outdated, ...at }));
    if (total.moved > 0)
      await asSystem(platform, organisationId, 'clock.retime', async (ctx) => {
        append(ctx, {
          type: 'clock.retimed',
          subjectType: cause === 'calendar' ? 'working-calendar' : 'service-policy',
          subjectId: id,
          data: total,
        });
      });
  },
});

const secondMs = 60_000;

/** After the commit, and once more a minute later: a change under way just then still went by what held before. */
export function askRetiming(ctx: Context, about: Cause): void {
  enqueue(ctx, retimeJob, { ...about, second: false });
  enqueue(ctx, retimeJob, { ...about, second: true }, { startAfter: new Date(ctx.clock.now().getTime() + secondMs) });
}

function asSystem<T>(
  platform: Platform,
  organisationId: string,
  name: string,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  return transact(platform, { organisationId, actor: { kind: 'system', name } }, work);
}

export const jobs = [alarmJob, retimeJob];
