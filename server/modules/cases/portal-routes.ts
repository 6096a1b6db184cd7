// Routes of the customers' portal: no account; the grant in the Authorization header opens one case.
import { implement } from '@orpc/server';
import { portalContract, type PortalCase } from '#contract/portal.ts';
import { countAttempt } from '#platform/access/attempts.ts';
import type { Context } from '#platform/context.ts';
import type { RequestContext } from '#platform/http/request.ts';
import { addCustomerMessage } from './add-customer-message.ts';
import { confirmResolution } from './confirm-resolution.ts';
import { disputeResolution } from './dispute-resolution.ts';
import { caseErrors } from './errors.ts';
import { readGrant, useGrant, type UsedGrant } from './grants.ts';
import { indexNewWords } from './index-new-words.ts';
import { portalForm } from './portal-form.ts';
import { portalCase } from './portal-case.ts';
import { portalInfo } from './portal-info.ts';
import { reopenCaseByCustomer } from './reopen-case.ts';
import { readTrackingCode, redeemCode, requestCode } from './request-code.ts';
import { submitCase } from './submit-case.ts';
import { withdrawCase } from './withdraw-case.ts';

const hourMs = 3_600_000;

const os = implement(portalContract).$context<RequestContext>();

/** The secret of `Authorization: Grant …`. */
export function grantSecret(headers: Headers): string | undefined {
  return /^Grant (\S{20,100})$/.exec(headers.get('authorization') ?? '')?.[1];
}

/** Presents the grant, lets the customer act, and answers with how the case stands now. */
function acting<T>(
  context: RequestContext,
  verb: (ctx: Context, grant: UsedGrant, input: T) => Promise<void>,
  input: T,
) {
  return async (ctx: Context): Promise<PortalCase> => {
    const customer = await useGrant(ctx, grantSecret(context.headers));
    await verb(customer.ctx, customer.grant, input);
    return portalCase(ctx, customer.grant);
  };
}

export const portalRoutes = os.router({
  info: os.info.handler(({ context, input }) => context.asCustomer(input.organisation, portalInfo)),
  form: os.form.handler(({ context, input }) =>
    context.asCustomer(input.organisation, (ctx) => portalForm(ctx, input.categoryId)),
  ),
  submit: os.submit.handler(async ({ context, input }) => {
    await countAttempt(context.platform, `case-submit:${context.address}`, 600, hourMs);
    const submitted = await context.asCustomer(input.organisation, (ctx) => submitCase(ctx, input));
    indexNewWords(context.platform);
    return submitted;
  }),
  requestCode: os.requestCode.handler(async ({ context, input }) => {
    await countAttempt(context.platform, `case-code:from:${context.address}`, 30, hourMs);
    await countAttempt(
      context.platform,
      `case-code:of:${input.organisation}:${readTrackingCode(input.trackingCode)}`,
      5,
      hourMs,
    );
    return context.asCustomer(input.organisation, (ctx) => requestCode(ctx, input));
  }),
  redeemCode: os.redeemCode.handler(async ({ context, input }) => {
    await countAttempt(context.platform, `case-code:redeem:${context.address}`, 30, hourMs);
    await countAttempt(
      context.platform,
      `case-code:tries:${input.organisation}:${readTrackingCode(input.trackingCode)}`,
      20,
      hourMs,
    );
    const opened = await context.asCustomer(input.organisation, (ctx) => redeemCode(ctx, input));
    if (!opened) throw caseErrors.codeWrong();
    return opened;
  }),
  getCase: os.getCase.handler(({ context, input }) =>
    context.asCustomer(input.organisation, async (ctx) =>
      portalCase(ctx, await readGrant(ctx, grantSecret(context.headers))),
    ),
  ),
  addMessage: os.addMessage.handler(({ context, input }) =>
    context.asCustomer(
      input.organisation,
      acting(context, addCustomerMessage, {
        text: input.text,
        attachmentIds: input.attachmentIds,
        channel: 'portal' as const,
      }),
    ),
  ),
  confirm: os.confirm.handler(({ context, input }) =>
    context.asCustomer(input.organisation, acting(context, confirmResolution, input)),
  ),
  dispute: os.dispute.handler(({ context, input }) =>
    context.asCustomer(input.organisation, acting(context, disputeResolution, input)),
  ),
  withdraw: os.withdraw.handler(({ context, input }) =>
    context.asCustomer(input.organisation, acting(context, withdrawCase, input)),
  ),
  reopen: os.reopen.handler(({ context, input }) =>
    context.asCustomer(input.organisation, acting(context, reopenCaseByCustomer, input)),
  ),
});
