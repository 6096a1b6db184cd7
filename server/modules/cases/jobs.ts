// Jobs of cases: each a thin call, repeated in small transactions until nothing is due.
import { z } from 'zod';
import type { Context } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import { defineJob, type Job } from '#platform/jobs/job.ts';
import { expireAnswers } from './expire-answers.ts';
import { forgetSecrets } from './forget-secrets.ts';
import { lapseUnanswered } from './lapse-unanswered.ts';
import { remindCustomers } from './remind-customers.ts';
import { casesToWake, endWait } from './wait.ts';

const batch = 50;

/** Runs `step` for every organisation until it does less than a full batch; every minute unless told otherwise. */
function sweep(name: string, step: (ctx: Context, limit: number) => Promise<number>, cron = '* * * * *'): Job {
  return defineJob({
    name,
    data: z.object({}),
    cron,
    async handle(platform) {
      for (const organisation of await platform.directory.organisations()) {
        for (let done = batch; done === batch;) {
          done = await transact(platform, { organisationId: organisation.id, actor: { kind: 'system', name } }, (ctx) =>
            step(ctx, batch),
          );
        }
      }
    },
  });
}

export const caseJobs = [
  sweep('case.lapse-unanswered', lapseUnanswered),
  sweep('case.remind-customers', remindCustomers),
  sweep('case.wake', async (ctx, limit) => {
    const ids = await casesToWake(ctx, limit);
    for (const id of ids) await endWait(ctx, { id });
    return ids.length;
  }),
  sweep('case.expire-answers', expireAnswers, '52 2 * * *'),
  sweep(
    'case.forget-secrets',
    async (ctx) => {
      await forgetSecrets(ctx);
      return 0;
    },
    '47 3 * * *',
  ),
];
