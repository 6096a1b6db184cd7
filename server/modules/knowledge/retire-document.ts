// Retires a document: nothing of it holds any more, nobody is asked to read it, and it is found no longer.
import { cleanText } from '#kernel/text/clean.ts';
import { append, on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { actingPerson, openVersion, requireManaged, versionInForce } from './document.ts';
import { knowledgeErrors } from './errors.ts';
import { setVersionState } from './set-version-state.ts';
import type { KnowledgeTables } from './tables.ts';

/** Throws `knowledge.not-owner`, `knowledge.retired`, `knowledge.version-open`, `knowledge.not-in-force`. */
export async function retireDocument(ctx: Context, input: { id: string; reason: string }): Promise<void> {
  const personId = actingPerson(ctx);
  const reason = cleanText(input.reason);
  if (reason === '') throw invalidField('reason', 'required');
  const document = await requireManaged(ctx, input.id);
  if (document.retired_at) throw knowledgeErrors.retired({ id: input.id });
  const [open, current] = [await openVersion(ctx, input.id), await versionInForce(ctx, input.id)];
  if (open) throw knowledgeErrors.versionOpen({ version: open.number, state: open.state });
  if (!current) throw knowledgeErrors.notInForce({ id: input.id });
  const now = ctx.clock.now();
  await setVersionState(ctx, input.id, current.number, { state: 'retired', in_force_until: now });
  await on<KnowledgeTables>(ctx)
    .updateTable('knowledge_documents')
    .set({ retired_at: now, retired_by: personId, retire_reason: reason, changed_at: now })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', input.id)
    .execute();
  append(ctx, {
    type: 'knowledge.document-retired',
    subjectType: 'knowledge-document',
    subjectId: input.id,
    data: { version: current.number },
  });
}
