// The customer confirms that it is solved. The only way in which a case becomes solved.
import { notSolvedWords } from '#kernel/not-solved.ts';
import { cleanText } from '#kernel/text/clean.ts';
import type { Context } from '#platform/context.ts';
import { endCase } from './end-case.ts';
import { caseErrors } from './errors.ts';
import type { UsedGrant } from './grants.ts';
import { lockCase } from './lock-case.ts';

/** Throws `case.confirmation-contradicts` with the words when the comment says otherwise and the customer was not asked again. */
export async function confirmResolution(
  ctx: Context,
  grant: UsedGrant,
  input: { comment?: string | undefined; certain: boolean },
): Promise<void> {
  const row = await lockCase(ctx, grant.caseId, ['claimed']);
  const comment = cleanText(input.comment ?? '');
  const words = notSolvedWords(comment);
  if (words.length > 0 && !input.certain) throw caseErrors.contradicts({ words });
  await endCase(ctx, row, {
    kind: 'confirmed',
    actor_kind: 'customer',
    actor_id: grant.customerId,
    grant_id: grant.id,
    text: comment || null,
    channel: 'portal',
  });
}
