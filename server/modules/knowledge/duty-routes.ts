// Routes of what staff must read (receipts, announcements) and of reply templates.
import { implement } from '@orpc/server';
import { announcementsContract } from '#contract/announcements.ts';
import { receiptsContract } from '#contract/reading-duties.ts';
import { replyTemplatesContract } from '#contract/reply-templates.ts';
import type { RequestContext } from '#platform/http/request.ts';
import {
  createAnnouncement,
  discardAnnouncement,
  getAnnouncement,
  listAnnouncements,
  publishAnnouncement,
  updateAnnouncement,
  withdrawAnnouncement,
} from './announcements.ts';
import { giveReceipt } from './give-receipt.ts';
import { listOwnReceipts, listReceiptsOfDocument, listReceiptsOfMyPeople } from './list-receipts.ts';
import { listOwnAnnouncements, readReach, viewAnnouncement } from './reach-announcement.ts';
import { remindNow } from './remind-receipts.ts';
import {
  createReplyTemplate,
  getReplyTemplate,
  listReplyTemplates,
  listTemplateVersions,
  setTemplateActive,
  updateReplyTemplate,
} from './reply-templates.ts';

const receipts = implement(receiptsContract).$context<RequestContext>();
const announcements = implement(announcementsContract).$context<RequestContext>();
const templates = implement(replyTemplatesContract).$context<RequestContext>();
const nothing = {};

export const receiptRoutes = receipts.router({
  mine: receipts.mine.handler(({ context, input }) =>
    context.asStaff('knowledge.read', (ctx) => listOwnReceipts(ctx, input)),
  ),
  give: receipts.give.handler(({ context, input }) =>
    context.asStaff('knowledge.read', (ctx) => giveReceipt(ctx, input)),
  ),
  ofDocument: receipts.ofDocument.handler(({ context, input }) =>
    context.asStaff('knowledge.read', (ctx) => listReceiptsOfDocument(ctx, input)),
  ),
  ofMyPeople: receipts.ofMyPeople.handler(({ context, input }) =>
    context.asStaff('knowledge.read', (ctx) => listReceiptsOfMyPeople(ctx, input)),
  ),
  remind: receipts.remind.handler(({ context, input }) =>
    context.asStaff('knowledge.read', (ctx) => remindNow(ctx, input.id)),
  ),
});

export const announcementRoutes = announcements.router({
  mine: announcements.mine.handler(({ context, input }) =>
    context.asStaff('knowledge.read', async (ctx) => ({ items: await listOwnAnnouncements(ctx, input) })),
  ),
  view: announcements.view.handler(({ context, input }) =>
    context.asStaff('knowledge.read', async (ctx) => {
      await viewAnnouncement(ctx, input);
      return nothing;
    }),
  ),
  list: announcements.list.handler(({ context, input }) =>
    context.asStaff('announcement.publish', (ctx) => listAnnouncements(ctx, input)),
  ),
  create: announcements.create.handler(({ context, input }) =>
    context.asStaff('announcement.publish', (ctx) => createAnnouncement(ctx, input)),
  ),
  get: announcements.get.handler(({ context, input }) =>
    context.asStaff('announcement.publish', (ctx) => getAnnouncement(ctx, input.id)),
  ),
  update: announcements.update.handler(({ context, input }) =>
    context.asStaff('announcement.publish', (ctx) => updateAnnouncement(ctx, input)),
  ),
  discard: announcements.discard.handler(({ context, input }) =>
    context.asStaff('announcement.publish', async (ctx) => {
      await discardAnnouncement(ctx, input.id);
      return nothing;
    }),
  ),
  publish: announcements.publish.handler(({ context, input }) =>
    context.asStaff('announcement.publish', (ctx) => publishAnnouncement(ctx, input.id)),
  ),
  withdraw: announcements.withdraw.handler(({ context, input }) =>
    context.asStaff('announcement.publish', (ctx) => withdrawAnnouncement(ctx, input)),
  ),
  reach: announcements.reach.handler(({ context, input }) =>
    context.asStaff('announcement.publish', (ctx) => readReach(ctx, input.id)),
  ),
});

export const replyTemplateRoutes = templates.router({
  list: templates.list.handler(({ context, input }) =>
    context.asStaff('knowledge.read', (ctx) => listReplyTemplates(ctx, input)),
  ),
  get: templates.get.handler(({ context, input }) =>
    context.asStaff('knowledge.read', (ctx) => getReplyTemplate(ctx, input.id)),
  ),
  versions: templates.versions.handler(({ context, input }) =>
    context.asStaff('knowledge.read', (ctx) => listTemplateVersions(ctx, input)),
  ),
  create: templates.create.handler(({ context, input }) =>
    context.asStaff('reply-template.manage', (ctx) => createReplyTemplate(ctx, input)),
  ),
  update: templates.update.handler(({ context, input }) =>
    context.asStaff('reply-template.manage', (ctx) => updateReplyTemplate(ctx, input)),
  ),
  setActive: templates.setActive.handler(({ context, input }) =>
    context.asStaff('reply-template.manage', async (ctx) => {
      await setTemplateActive(ctx, input);
      return nothing;
    }),
  ),
});
