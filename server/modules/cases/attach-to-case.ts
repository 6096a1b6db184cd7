// Ties uploaded files to a part of a case: the case itself, a message, an answer or a note.
import { on, type Context } from '#platform/context.ts';
import { attachFiles } from '#platform/files/files.ts';
import type { CaseTables } from './tables.ts';

export async function attachToCase(
  ctx: Context,
  caseId: string,
  part: 'case' | 'message' | 'claim' | 'note',
  partId: string,
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length === 0) return;
  await attachFiles(ctx, fileIds);
  await on<CaseTables>(ctx)
    .insertInto('case_attachments')
    .values(
      fileIds.map((fileId) => ({
        organisation_id: ctx.organisationId,
        case_id: caseId,
        file_id: fileId,
        part,
        part_id: partId,
      })),
    )
    .execute();
}
