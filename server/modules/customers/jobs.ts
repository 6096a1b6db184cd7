// Jobs of customers.
import { z } from 'zod';
import { transact } from '#platform/db/transact.ts';
import { defineJob } from '#platform/jobs/job.ts';
import { beginLists } from './begin-lists.ts';
import { followBirthdaysJob } from './follow-birthdays.ts';
import { expireValuesJob } from './retention.ts';

/** Organisations that are older than the lists get them here; for the others it changes nothing. */
const beginListsJob = defineJob({
  name: 'customer.begin-lists',
  data: z.object({}),
  cron: '*/10 * * * *',
  async handle(platform) {
    for (const { id } of await platform.directory.organisations())
      await transact(
        platform,
        { organisationId: id, actor: { kind: 'system', name: 'customer.begin-lists' } },
        beginLists,
      );
  },
});

export const customerJobs = [beginListsJob, followBirthdaysJob, expireValuesJob];
