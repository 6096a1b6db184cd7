// Imports of the kinds that the actor may import, newest first.
import { sql } from 'kysely';
import type { ImportBrief } from '#contract/imports.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { briefOf } from './import-record.ts';
import { allowedImporters } from './importers.ts';
import type { ImportTables } from './tables.ts';

export async function listImports(
  ctx: Context,
  input: { kind?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<{ items: ImportBrief[]; next: string | null }> {
  const kinds = allowedImporters(ctx)
    .map((importer) => importer.name)
    .filter((name) => input.kind === undefined || name === input.kind);
  if (kinds.length === 0) return { items: [], next: null };
  const after = input.cursor === undefined ? null : decodeCursor(input.cursor, 2);
  const rows = await on<ImportTables & OrganisationViews>(ctx)
    .selectFrom('imports as i')
    .leftJoin('person_briefs as p', (join) =>
      join.onRef('p.organisation_id', '=', 'i.organisation_id').onRef('p.id', '=', 'i.created_by'),
    )
    .selectAll('i')
    .select('p.name as created_by_name')
    .where('i.organisation_id', '=', ctx.organisationId)
    .where('i.kind', 'in', kinds)
    .$if(after !== null, (select) =>
      select.where(sql<boolean>`(i.created_at, i.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('i.created_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(input.limit + 1)
    .execute();
  return page(
    rows,
    input.limit,
    (row) => briefOf(row, row.created_by_name),
    (row) => [row.created_at.toISOString(), row.id],
  );
}
