// Jobs of the organisation module.
import { z } from 'zod';
import { defineJob } from '#platform/jobs/job.ts';

/** Removes every session of an account. The directory already refuses it; without this they would come back to life with the person. */
export const endSessions = defineJob({
  name: 'session.end',
  data: z.object({ accountId: z.uuid() }),
  handle: (platform, { accountId }) => platform.auth.endSessions(accountId),
});
