// Jobs of the channels module: sending one mail (defined where it is sent), finding mails whose sending was cut short, and letters to staff.
import { z } from 'zod';
import { transact } from '#platform/db/transact.ts';
import { defineJob } from '#platform/jobs/job.ts';
import { recoverMails } from './recover-mails.ts';
import { sendMailJob } from './send-mail.ts';
import { writeNoticeLetters } from './write-notice-letters.ts';

/** People in one transaction. */
const batch = 50;

/** Every minute, so also within the first minute after a start. */
const recoverMailsJob = defineJob({
  name: 'mail.recover',
  data: z.object({}),
  cron: '* * * * *',
  handle: recoverMails,
});

/** Every minute: what is told within one minute becomes one letter. */
const writeNoticeLettersJob = defineJob({
  name: 'mail.write-notice-letters',
  data: z.object({}),
  cron: '* * * * *',
  async handle(platform) {
    const actor = { kind: 'system', name: 'mail.write-notice-letters' } as const;
    for (const { id } of await platform.directory.organisations())
      for (let done = batch; done === batch;)
        done = await transact(platform, { organisationId: id, actor }, (ctx) => writeNoticeLetters(ctx, batch));
  },
});

export const jobs = [sendMailJob, recoverMailsJob, writeNoticeLettersJob];
