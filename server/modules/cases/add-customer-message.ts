// A customer writes more. A word of thanks changes nothing; words that reopen, dispute or leave it open are taken for what they are.
import { isCourtesy } from '#kernel/courtesy.ts';
import { readsAsNotSolved } from '#kernel/not-solved.ts';
import { append, type Context } from '#platform/context.ts';
import { openTheDoor } from './dispute-resolution.ts';
import type { UsedGrant } from './grants.ts';
import { askWhetherSolved } from './letters.ts';
import { changeCase, lockCase, type CaseRow } from './lock-case.ts';
import { readCaseSettings } from './settings.ts';
import { tellClocks } from './tell-clocks.ts';
import { writeMessage } from './write-message.ts';

const dayMs = 86_400_000;

export type CustomerMessage = {
  text: string;
  attachmentIds: readonly string[];
  channel: 'portal' | 'mail';
  receivedMailId?: string;
};

/**
 * - thanks only: kept, nothing else moves (neither confirmed nor reopened);
 * - an answer waits and the words say that it is not solved: that is a dispute;
 * - an answer waits and the words leave it open: the customer was not silent, so the day of lapsing moves, and we ask;
 * - the case is closed: kept, and a letter says how to reopen.
 */
export async function addCustomerMessage(ctx: Context, grant: UsedGrant, message: CustomerMessage): Promise<void> {
  const row = await lockCase(ctx, grant.caseId);
  const written = await writeMessage(ctx, row, {
    direction: 'in',
    ...message,
    receivedMailId: message.receivedMailId ?? null,
    authorKind: 'customer',
  });
  if (row.waiting_reason === 'customer-information') {
    await changeCase(ctx, row.id, { waiting_reason: null, waiting_until: null });
    append(ctx, {
      type: 'case.wait-ended',
      subjectType: 'case',
      subjectId: row.id,
      customerId: row.customer_id,
      data: { reason: row.waiting_reason },
    });
  }
  const courtesy = isCourtesy(written.text) && message.attachmentIds.length === 0;
  await tellClocks(
    ctx,
    row,
    ...(row.waiting_reason === 'customer-information' ? [{ type: 'goes-on' } as const] : []),
    ...(courtesy ? [] : [{ type: 'customer-wrote' } as const]),
  );
  if (row.state === 'open' || courtesy) return;
  if (row.state === 'claimed') await answeredInWords(ctx, row, grant, message.channel, written.text);
  else if (message.channel === 'mail') await askWhetherSolved(ctx, row);
}

async function answeredInWords(
  ctx: Context,
  row: CaseRow,
  grant: UsedGrant,
  channel: 'portal' | 'mail',
  text: string,
): Promise<void> {
  if (readsAsNotSolved(text)) {
    await openTheDoor(ctx, row, {
      reason: text,
      actor_kind: 'customer',
      actor_id: grant.customerId,
      grant_id: grant.id,
    });
    return;
  }
  const { lapseDays } = await readCaseSettings(ctx);
  const promised = await tellClocks(ctx, row, { type: 'customer-not-silent' });
  const lapsesAt = promised.lapsesAt ?? new Date(ctx.clock.now().getTime() + lapseDays * dayMs);
  await changeCase(ctx, row.id, { lapses_at: row.lapses_at && row.lapses_at > lapsesAt ? row.lapses_at : lapsesAt });
  if (channel === 'mail') await askWhetherSolved(ctx, row);
}
