// Takes a version one step on. Which steps there are, and what must have happened before, the database knows.
import type { Updateable } from 'kysely';
import { on, type Context } from '#platform/context.ts';
import type { KnowledgeTables } from './tables.ts';

type Step = Pick<
  Updateable<KnowledgeTables['knowledge_versions']>,
  'state' | 'approved_by' | 'approved_at' | 'in_force_from' | 'in_force_until' | 'receipt_since'
>;

export async function setVersionState(ctx: Context, documentId: string, version: number, step: Step): Promise<void> {
  await on<KnowledgeTables>(ctx)
    .updateTable('knowledge_versions')
    .set(step)
    .where('organisation_id', '=', ctx.organisationId)
    .where('document_id', '=', documentId)
    .where('number', '=', version)
    .execute();
}
