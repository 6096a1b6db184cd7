// What the API answers about channels.
import { implement } from '@orpc/server';
import { channelsContract } from '#contract/channels.ts';
import type { RequestContext } from '#platform/http/request.ts';
import { getOutgoing } from './get-outgoing.ts';
import { listOutgoing } from './list-outgoing.ts';
import { listReceived } from './list-received.ts';
import { readMailSettings } from './read-mail-settings.ts';
import { sendAgain } from './send-again.ts';
import { testMail } from './test-mail.ts';
import { updateMailSettings } from './update-mail-settings.ts';

const os = implement(channelsContract).$context<RequestContext>();

export const routes = os.router({
  listOutgoing: os.listOutgoing.handler(({ context, input }) =>
    context.asStaff('outbox.read', (ctx) => listOutgoing(ctx, input)),
  ),
  getOutgoing: os.getOutgoing.handler(({ context, input }) =>
    context.asStaff('outbox.read', (ctx) => getOutgoing(ctx, input)),
  ),
  sendAgain: os.sendAgain.handler(({ context, input }) =>
    context.asStaff('outbox.send', (ctx) => sendAgain(ctx, input)),
  ),
  listReceived: os.listReceived.handler(({ context, input }) =>
    context.asStaff('outbox.read', (ctx) => listReceived(ctx, input)),
  ),
  getMailSettings: os.getMailSettings.handler(({ context }) =>
    context.asStaff('mail-settings.manage', readMailSettings),
  ),
  updateMailSettings: os.updateMailSettings.handler(({ context, input }) =>
    context.asStaff('mail-settings.manage', (ctx) => updateMailSettings(ctx, input)),
  ),
  testMail: os.testMail.handler(({ context }) => testMail(context)),
});
