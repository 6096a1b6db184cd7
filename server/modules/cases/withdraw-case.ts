// The customer takes the case back.
import { cleanText } from '#kernel/text/clean.ts';
import type { Context } from '#platform/context.ts';
import { endCase } from './end-case.ts';
import type { UsedGrant } from './grants.ts';
import { lockCase } from './lock-case.ts';

export async function withdrawCase(
  ctx: Context,
  grant: UsedGrant,
  input: { reason?: string | undefined },
): Promise<void> {
  const row = await lockCase(ctx, grant.caseId, ['open', 'claimed']);
  await endCase(ctx, row, {
    kind: 'withdrawn',
    actor_kind: 'customer',
    actor_id: grant.customerId,
    grant_id: grant.id,
    text: cleanText(input.reason ?? '') || null,
    channel: 'portal',
  });
}
