// A note between colleagues; the customer never sees it.
import { cleanText } from '#kernel/text/clean.ts';
import { actorId } from '#platform/actor.ts';
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { attachToCase } from './attach-to-case.ts';
import { lockCase } from './lock-case.ts';
import type { CaseTables } from './tables.ts';

export async function addNote(
  ctx: Context,
  input: { id: string; text: string; attachmentIds: string[] },
): Promise<void> {
  const row = await lockCase(ctx, input.id);
  const id = newId();
  await on<CaseTables>(ctx)
    .insertInto('case_notes')
    .values({
      organisation_id: ctx.organisationId,
      id,
      case_id: row.id,
      text: cleanText(input.text),
      author_id: actorId(ctx.actor),
      at: ctx.clock.now(),
    })
    .execute();
  await attachToCase(ctx, row.id, 'note', id, input.attachmentIds);
  append(ctx, {
    type: 'case.note-added',
    subjectType: 'case',
    subjectId: row.id,
    customerId: row.customer_id,
    data: { noteId: id },
  });
}
