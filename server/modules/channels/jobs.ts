// Jobs of the channels module: sending one mail (defined where it is sent), and finding mails whose sending was cut short.
import { z } from 'zod';
import { defineJob } from '#platform/jobs/job.ts';
import { recoverMails } from './recover-mails.ts';
import { sendMailJob } from './send-mail.ts';

/** Every minute, so also within the first minute after a start. */
const recoverMailsJob = defineJob({
  name: 'mail.recover',
  data: z.object({}),
  cron: '* * * * *',
  handle: recoverMails,
});

export const jobs = [sendMailJob, recoverMailsJob];
