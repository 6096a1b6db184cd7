// Calls an approved version back before its day comes.
import { cleanText } from '#kernel/text/clean.ts';
import { append, on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { actingPerson, openVersion, requireDocument, touch } from './document.ts';
import { knowledgeErrors } from './errors.ts';
import { setVersionState } from './set-version-state.ts';
import type { KnowledgeTables } from './tables.ts';

/** Throws `knowledge.not-waiting`. */
export async function recallVersion(ctx: Context, input: { id: string; reason: string }): Promise<number> {
  const personId = actingPerson(ctx);
  const reason = cleanText(input.reason);
  if (reason === '') throw invalidField('reason', 'required');
  await requireDocument(ctx, input.id, true);
  const version = await openVersion(ctx, input.id);
  if (version?.state !== 'approved') throw knowledgeErrors.notWaiting({ state: version?.state ?? null });
  await setVersionState(ctx, input.id, version.number, { state: 'recalled' });
  await on<KnowledgeTables>(ctx)
    .insertInto('knowledge_recalls')
    .values({
      organisation_id: ctx.organisationId,
      document_id: input.id,
      version: version.number,
      recalled_by: personId,
      recalled_at: ctx.clock.now(),
      reason,
    })
    .execute();
  await touch(ctx, input.id);
  append(ctx, {
    type: 'knowledge.version-recalled',
    subjectType: 'knowledge-document',
    subjectId: input.id,
    data: { version: version.number },
  });
  return version.number;
}
