// Files of a case, each with the part that it came with.
import type { FileView } from '#contract/common.ts';
import { byKey, type Context } from '#platform/context.ts';
import type { PlatformTables } from '#platform/tables.ts';
import type { CaseTables } from './tables.ts';

export type Attachment = { part: 'case' | 'message' | 'claim' | 'note'; partId: string; file: FileView };

export async function attachmentsOf(ctx: Context, caseId: string): Promise<Attachment[]> {
  const rows = await byKey<CaseTables & Pick<PlatformTables, 'files'>>(ctx)
    .selectFrom('case_attachments')
    .innerJoin('files', (join) =>
      join
        .onRef('files.organisation_id', '=', 'case_attachments.organisation_id')
        .onRef('files.id', '=', 'case_attachments.file_id'),
    )
    .select([
      'case_attachments.part',
      'case_attachments.part_id',
      'files.id',
      'files.name',
      'files.media_type',
      'files.size',
    ])
    .where('case_attachments.organisation_id', '=', ctx.organisationId)
    .where('case_attachments.case_id', '=', caseId)
    .orderBy('files.id')
    .execute();
  return rows.map((row) => ({
    part: row.part,
    partId: row.part_id,
    file: { id: row.id, name: row.name, mediaType: row.media_type, size: row.size },
  }));
}
