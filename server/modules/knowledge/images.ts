// Pictures in texts: attached to what holds them when it is saved, and let go with a draft that is thrown away.
import { sql } from 'kysely';
import { on, type Context } from '#platform/context.ts';
import { attachFiles, fileErrors } from '#platform/files/files.ts';
import { invalidField } from '#platform/errors.ts';
import type { PlatformTables } from '#platform/tables.ts';
import type { KnowledgeTables } from './tables.ts';

type Holder = { documentId: string } | { announcementId: string };

const column = (holder: Holder) =>
  'documentId' in holder
    ? ({ name: 'document_id', id: holder.documentId } as const)
    : ({ name: 'announcement_id', id: holder.announcementId } as const);

/** New ones become the holder's. Throws `file.not-found` for one that is not there or is somebody else's, `request.invalid` for no picture. */
export async function keepImages(ctx: Context, holder: Holder, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { name, id } = column(holder);
  const rows = await on<KnowledgeTables & Pick<PlatformTables, 'files'>>(ctx)
    .selectFrom('files as f')
    .leftJoin('knowledge_images as i', (join) =>
      join.onRef('i.organisation_id', '=', 'f.organisation_id').onRef('i.file_id', '=', 'f.id'),
    )
    .select(['f.id', 'f.media_type', `i.${name} as holder`])
    .where('f.organisation_id', '=', ctx.organisationId)
    .where('f.id', 'in', [...ids])
    .execute();
  const missing = ids.filter((one) => !rows.some((row) => row.id === one));
  if (missing.length > 0) throw fileErrors.notFound({ ids: missing });
  if (rows.some((row) => !/^image\/(png|jpeg|gif|webp|avif)$/.test(row.media_type)))
    throw invalidField('texts', 'not-an-image');
  const fresh = rows.filter((row) => row.holder !== id).map((row) => row.id);
  if (fresh.length === 0) return;
  await attachFiles(ctx, fresh);
  await on<KnowledgeTables>(ctx)
    .insertInto('knowledge_images')
    .values(fresh.map((file_id) => ({ organisation_id: ctx.organisationId, file_id, [name]: id })))
    .execute();
}

/**
 * Before a draft goes: pictures that no other text of its document shows are nobody's again, and housekeeping removes them.
 * `version` null: the document or the announcement goes with all of them.
 */
export async function letImagesGo(ctx: Context, holder: Holder, version: number | null): Promise<void> {
  const { name, id } = column(holder);
  await sql`
    update files f set attached_at = null
      from knowledge_images i
     where i.organisation_id = ${ctx.organisationId} and ${sql.ref(`i.${name}`)} = ${id}
       and f.organisation_id = i.organisation_id and f.id = i.file_id
       and (${version}::int is null or not exists (
         select from knowledge_texts t where t.organisation_id = i.organisation_id and t.document_id = i.document_id and t.version <> ${version}::int
            and position(i.file_id::text in t.body::text || t.steps::text) > 0))`.execute(ctx.transaction);
  await sql`
    delete from knowledge_images i using files f
     where i.organisation_id = ${ctx.organisationId} and ${sql.ref(`i.${name}`)} = ${id}
       and f.organisation_id = i.organisation_id and f.id = i.file_id and f.attached_at is null`.execute(
    ctx.transaction,
  );
}
