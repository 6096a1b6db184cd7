// Jobs of processes: what steps left to do, the sweep of every minute, and what is not needed any more, at night.
import { sql } from 'kysely';
import { z } from 'zod';
import type { Context } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import { defineJob, type Job } from '#platform/jobs/job.ts';
import type { Platform } from '#platform/platform.ts';
import { asks, type Asked, type AskName } from './instances/asks.ts';
import { fireTimers } from './instances/fire-timers.ts';
import { callProcess, cancelCalled, endCall, noteFailure, runService } from './instances/run-service.ts';
import { migrateJob } from './moving/migrate-job.ts';
import { matchMessage } from './instances/send-message.ts';
import { broadcastSignal, hearSignal } from './instances/throw-signal.ts';
import { sweep } from './sweep.ts';
import { expireAnswers } from './tasks/expire-answers.ts';

const asSystem = <T>(platform: Platform, organisationId: string, name: string, work: (ctx: Context) => Promise<T>) =>
  transact(platform, { organisationId, actor: { kind: 'system', name } }, work);

function asked<Name extends AskName>(
  name: Name,
  work: (ctx: Context, data: Asked<Name>) => Promise<void>,
  concurrency = 4,
): Job<Asked<Name>> {
  return defineJob({
    name,
    data: asks[name] as unknown as Job<Asked<Name>>['data'],
    concurrency,
    handle: (platform, data) => asSystem(platform, data.organisationId, name, (ctx) => work(ctx, data)),
  });
}

/** The work and its step are one transaction; that it failed is kept by another, and after the last try it is an incident. */
function attempted<Name extends 'process.run-service' | 'process.call'>(
  name: Name,
  work: (ctx: Context, data: Asked<Name>) => Promise<void>,
): Job<Asked<Name>> {
  return defineJob({
    name,
    data: asks[name] as unknown as Job<Asked<Name>>['data'],
    async handle(platform, data) {
      try {
        await asSystem(platform, data.organisationId, name, (ctx) => work(ctx, data));
      } catch (error) {
        const again = await asSystem(platform, data.organisationId, name, (ctx) => noteFailure(ctx, data, error));
        if (again) throw error;
        platform.log.warn({ err: error, job: name, instanceId: data.instanceId }, 'a service task became an incident');
      }
    },
  });
}

const matchJob = defineJob<Asked<'process.match-message'>>({
  name: 'process.match-message',
  data: asks['process.match-message'] as unknown as Job<Asked<'process.match-message'>>['data'],
  async handle(platform, data) {
    // One message a transaction, as long as there are both a message and somebody who waits for it.
    for (let found = true; found;)
      found = await asSystem(platform, data.organisationId, 'process.match-message', (ctx) => matchMessage(ctx, data));
  },
});

/** Messages and signals are known by their ids for so long, also when they were taken. */
const keptMs = 7 * 86_400_000;

const tidy = defineJob({
  name: 'process.remove-old-messages',
  data: z.object({}),
  cron: '23 1 * * *',
  async handle(platform) {
    for (const { id } of await platform.directory.organisations())
      await asSystem(platform, id, 'process.remove-old-messages', async (ctx) => {
        const before = new Date(ctx.clock.now().getTime() - keptMs);
        await sql`delete from process_messages
          where organisation_id = ${ctx.organisationId} and arrived_at < ${before} and (taken_at is not null or expires_at <= ${ctx.clock.now()})`.execute(
          ctx.transaction,
        );
        await sql`delete from process_signals where organisation_id = ${ctx.organisationId} and thrown_at < ${before}`.execute(
          ctx.transaction,
        );
      });
  },
});

const mostExpiring = 50;

const expire = defineJob({
  name: 'process.expire-answers',
  data: z.object({}),
  cron: '56 2 * * *',
  async handle(platform) {
    for (const { id } of await platform.directory.organisations())
      for (let gone = mostExpiring; gone === mostExpiring;)
        gone = await asSystem(platform, id, 'process.expire-answers', (ctx) => expireAnswers(ctx, mostExpiring));
  },
});

export const jobs = [
  attempted('process.run-service', runService),
  attempted('process.call', callProcess),
  asked('process.end-call', (ctx, { instanceId }) => endCall(ctx, instanceId)),
  asked('process.cancel-called', cancelCalled),
  matchJob,
  asked('process.broadcast-signal', (ctx, { signalId }) => broadcastSignal(ctx, signalId), 1),
  asked('process.hear-signal', hearSignal),
  asked('process.fire-timers', async (ctx, { instanceId }) => void (await fireTimers(ctx, instanceId))),
  migrateJob,
  sweep,
  tidy,
  expire,
];
