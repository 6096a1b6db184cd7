// Jobs of knowledge: versions come into force on their day, receipts and announcements follow people, reminders go out.
import { z } from 'zod';
import { enqueue, on, type Context } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import { defineJob, type Job } from '#platform/jobs/job.ts';
import type { Platform } from '#platform/platform.ts';
import { comeIntoForce } from './come-into-force.ts';
import { firstMoment } from './decide-review.ts';
import { versions } from './document.ts';
import { reconcileAnnouncement, running } from './reach-announcement.ts';
import { documentsWithReceipts, reconcileReceipts } from './reconcile-receipts.ts';
import { remindOpenReceipts } from './remind-receipts.ts';
import { remindReviews } from './remind-reviews.ts';
import type { KnowledgeTables } from './tables.ts';

type OfDocument = { organisationId?: string; documentId: string };
type OfVersion = OfDocument & { version: number };

const asSystem = <T>(platform: Platform, organisationId: string, name: string, work: (ctx: Context) => Promise<T>) =>
  transact(platform, { organisationId, actor: { kind: 'system', name } }, work);

async function forEach(platform: Platform, name: string, work: (ctx: Context) => Promise<unknown>): Promise<void> {
  for (const { id } of await platform.directory.organisations()) await asSystem(platform, id, name, work);
}

const comeIntoForceJob: Job<OfVersion> = defineJob({
  name: 'knowledge.come-into-force',
  data: z.object({ organisationId: z.uuid(), documentId: z.uuid(), version: z.int() }),
  handle: (platform, { organisationId, documentId, version }) =>
    asSystem(platform, organisationId, 'knowledge.come-into-force', async (ctx) => {
      // The time zone may have been changed since: not before its day has begun.
      const row = await versions(ctx, documentId).where('number', '=', version).executeTakeFirst();
      const moment = row && (await firstMoment(ctx, row.valid_from));
      if (row && (!moment || moment <= ctx.clock.now())) await comeIntoForce(ctx, documentId, version);
    }),
});

/** Lays the job for the day of an approved version; nothing when it is in force already. */
export async function waitForDay(ctx: Context, documentId: string, version: number): Promise<void> {
  const row = await versions(ctx, documentId).where('number', '=', version).executeTakeFirst();
  const moment = row?.state === 'approved' ? await firstMoment(ctx, row.valid_from) : null;
  if (moment) enqueue(ctx, comeIntoForceJob, { documentId, version }, { startAfter: moment });
}

/** What a lost job left waiting, and announcements whose time began. */
const sweep = defineJob({
  name: 'knowledge.sweep',
  data: z.object({}),
  cron: '*/15 * * * *',
  handle: (platform) =>
    forEach(platform, 'knowledge.sweep', async (ctx) => {
      const waiting = await on<KnowledgeTables>(ctx)
        .selectFrom('knowledge_versions')
        .select(['document_id', 'number', 'valid_from'])
        .where('organisation_id', '=', ctx.organisationId)
        .where('state', '=', 'approved')
        .execute();
      for (const { document_id: documentId, number, valid_from } of waiting) {
        const moment = await firstMoment(ctx, valid_from);
        if (!moment || moment <= ctx.clock.now())
          enqueue(ctx, comeIntoForceJob, { documentId, version: number });
      }
      for (const { id } of await running(ctx, ctx.clock.now()))
        enqueue(ctx, reachJob, { announcementId: id });
    }),
});

const receiptsJob: Job<OfDocument> = defineJob({
  name: 'knowledge.reconcile-receipts',
  data: z.object({ organisationId: z.uuid(), documentId: z.uuid() }),
  // Two at once for one document would ask twice and then wait for each other.
  concurrency: 1,
  handle: (platform, { organisationId, documentId }) =>
    asSystem(platform, organisationId, 'knowledge.reconcile-receipts', (ctx) => reconcileReceipts(ctx, documentId)),
});

const reachJob: Job<{ organisationId?: string; announcementId: string }> = defineJob({
  name: 'announcement.reconcile',
  data: z.object({ organisationId: z.uuid(), announcementId: z.uuid() }),
  concurrency: 1,
  handle: (platform, { organisationId, announcementId }) =>
    asSystem(platform, organisationId, 'announcement.reconcile', (ctx) => reconcileAnnouncement(ctx, announcementId)),
});

export function askReceipts(ctx: Context, documentId: string): void {
  enqueue(ctx, receiptsJob, { documentId });
}

/** At its first moment, or at once. */
export function askReach(ctx: Context, announcementId: string, from: Date | null): void {
  enqueue(ctx, reachJob, { announcementId }, from && from > ctx.clock.now() ? { startAfter: from } : {});
}

/** People joined, moved or left: whatever concerns units, roles or positions may concern others now. */
export async function askAllDuties(ctx: Context): Promise<void> {
  for (const documentId of await documentsWithReceipts(ctx)) askReceipts(ctx, documentId);
  for (const { id } of await running(ctx, ctx.clock.now())) askReach(ctx, id, null);
}

const nightly = defineJob({
  name: 'knowledge.reconcile',
  data: z.object({}),
  cron: '41 0 * * *',
  handle: (platform) => forEach(platform, 'knowledge.reconcile', askAllDuties),
});

const remind = defineJob({
  name: 'knowledge.remind',
  data: z.object({}),
  cron: '11 4 * * *',
  handle: (platform) =>
    forEach(platform, 'knowledge.remind', async (ctx) => {
      await remindOpenReceipts(ctx);
      await remindReviews(ctx);
    }),
});

export const jobs = [comeIntoForceJob, sweep, receiptsJob, reachJob, nightly, remind];
