// What the API says to operators: jobs that failed for good and can be tried again.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Instant, Nothing } from './common.ts';

export const DeadJob = z.object({
  id: z.uuid(),
  job: z.string(),
  failedAt: Instant,
  attempts: z.int(),
  fault: z.string(),
});

const tag = oc.route({ tags: ['operations'] });

export const operationsContract = {
  listDeadJobs: tag
    .route({ method: 'GET', path: '/dead-jobs', summary: 'Jobs that failed for good, newest first' })
    .input(Nothing)
    .output(z.object({ items: z.array(DeadJob) })),
  retryDeadJob: tag
    .route({ method: 'POST', path: '/dead-jobs/{id}/retry', summary: 'Try a failed job again' })
    .input(z.object({ id: z.uuid() }))
    .output(Nothing),
};
