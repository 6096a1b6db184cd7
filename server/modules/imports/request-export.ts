// Records that somebody takes a list along as a file; the file itself is fetched once, soon after.
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { authorizedExporter } from './exporters.ts';
import { importErrors } from './errors.ts';
import type { ImportTables } from './tables.ts';

const fetchWithinMs = 600_000;

export async function requestExport(
  ctx: Context,
  input: { kind: string; format: 'csv' | 'xlsx'; query: Record<string, string> },
): Promise<{ id: string }> {
  const exporter = authorizedExporter(ctx, input.kind);
  const id = newId();
  await on<ImportTables>(ctx)
    .insertInto('list_exports')
    .values({
      organisation_id: ctx.organisationId,
      id,
      kind: exporter.name,
      format: input.format,
      query: JSON.stringify(input.query),
      requested_at: ctx.clock.now(),
      requested_by: ctx.actor.kind === 'staff' ? ctx.actor.personId : null,
    })
    .execute();
  // Which filters, not what was typed into them: that may be a name.
  append(ctx, {
    type: 'list.exported',
    subjectType: 'export',
    subjectId: id,
    data: { kind: exporter.name, format: input.format, filters: Object.keys(input.query) },
  });
  return { id };
}

export type RequestedExport = { kind: string; format: 'csv' | 'xlsx'; query: Record<string, string> };

/** Once, within ten minutes, by whoever asked for it. Throws `import.export-not-found`. */
export async function takeExport(ctx: Context, id: string): Promise<RequestedExport> {
  const person = ctx.actor.kind === 'staff' ? ctx.actor.personId : null;
  const row = await on<ImportTables>(ctx)
    .selectFrom('list_exports')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .where('requested_by', '=', person)
    .where('fetched_at', 'is', null)
    .where('requested_at', '>', new Date(ctx.clock.now().getTime() - fetchWithinMs))
    .executeTakeFirst();
  if (!row) throw importErrors.exportNotFound({ id });
  authorizedExporter(ctx, row.kind);
  // The words of the filter may be a person's: they are not kept.
  const taken = await on<ImportTables>(ctx)
    .updateTable('list_exports')
    .set({ fetched_at: ctx.clock.now(), query: null })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .where('fetched_at', 'is', null)
    .executeTakeFirst();
  if (taken.numUpdatedRows === 0n) throw importErrors.exportNotFound({ id });
  return { kind: row.kind, format: row.format, query: row.query as Record<string, string> };
}

export async function noteExported(ctx: Context, id: string, rowCount: number): Promise<void> {
  await on<ImportTables>(ctx)
    .updateTable('list_exports')
    .set({ row_count: rowCount })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
}
