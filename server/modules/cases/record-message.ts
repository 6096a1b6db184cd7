// Staff record what the customer said by phone, in person or by letter.
import type { Context } from '#platform/context.ts';
import { staffActions } from './lifecycle.ts';
import { changeCase, lockCase } from './lock-case.ts';
import { tellClocks } from './tell-clocks.ts';
import { writeMessage } from './write-message.ts';

export async function recordMessage(
  ctx: Context,
  input: { id: string; text: string; channel: 'phone' | 'visit' | 'letter' },
): Promise<void> {
  const row = await lockCase(ctx, input.id, staffActions.message.states);
  await writeMessage(ctx, row, { direction: 'in', channel: input.channel, text: input.text, attachmentIds: [] });
  const awaited = row.waiting_reason === 'customer-information';
  if (awaited) await changeCase(ctx, row.id, { waiting_reason: null, waiting_until: null });
  await tellClocks(
    ctx,
    row,
    ...(awaited ? [{ type: 'goes-on' } as const] : []),
    // Whoever spoke with the customer has answered them.
    ...(input.channel === 'letter' ? [{ type: 'customer-wrote' } as const] : []),
  );
}
