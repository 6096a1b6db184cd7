// Lists that can leave as files, and those that did, newest first.
import { sql } from 'kysely';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { allowedExporters } from './exporters.ts';
import type { ImportTables } from './tables.ts';

export async function listExportKinds(ctx: Context) {
  const items = await Promise.all(
    allowedExporters(ctx).map(async (exporter) => {
      const { columns, leftOut } = await exporter.columns(ctx);
      return { name: exporter.name, columns: columns.map(({ key, names }) => ({ key, names })), leftOut };
    }),
  );
  return { items };
}

export async function listExports(ctx: Context, input: { cursor?: string | undefined; limit: number }) {
  const kinds = allowedExporters(ctx).map((exporter) => exporter.name);
  if (kinds.length === 0) return { items: [], next: null };
  const after = input.cursor === undefined ? null : decodeCursor(input.cursor, 2);
  const rows = await on<ImportTables & OrganisationViews>(ctx)
    .selectFrom('list_exports as e')
    .leftJoin('person_briefs as p', (join) =>
      join.onRef('p.organisation_id', '=', 'e.organisation_id').onRef('p.id', '=', 'e.requested_by'),
    )
    .select(['e.id', 'e.kind', 'e.format', 'e.requested_at', 'e.requested_by', 'e.row_count', 'p.name'])
    .where('e.organisation_id', '=', ctx.organisationId)
    .where('e.kind', 'in', kinds)
    .$if(after !== null, (select) =>
      select.where(sql<boolean>`(e.requested_at, e.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('e.requested_at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(input.limit + 1)
    .execute();
  return page(
    rows,
    input.limit,
    (row) => ({
      id: row.id,
      kind: row.kind,
      format: row.format,
      requestedAt: row.requested_at,
      requestedBy: { kind: 'staff' as const, id: row.requested_by, name: row.name },
      rowCount: row.row_count,
    }),
    (row) => [row.requested_at.toISOString(), row.id],
  );
}
