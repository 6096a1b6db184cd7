// Staff write to the customer; an interim answer, never a claim.
import type { Context } from '#platform/context.ts';
import { tellMessage } from './letters.ts';
import { staffActions } from './lifecycle.ts';
import { lockCase } from './lock-case.ts';
import { tellClocks } from './tell-clocks.ts';
import { writeMessage } from './write-message.ts';

export async function sendMessage(
  ctx: Context,
  input: { id: string; text: string; attachmentIds: string[] },
): Promise<void> {
  const row = await lockCase(ctx, input.id, staffActions.message.states);
  const message = await writeMessage(ctx, row, {
    direction: 'out',
    channel: 'portal',
    text: input.text,
    attachmentIds: input.attachmentIds,
  });
  await tellClocks(ctx, row, { type: 'answered' });
  await tellMessage(ctx, row, message.text);
}
