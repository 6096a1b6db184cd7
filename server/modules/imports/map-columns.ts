// Puts a guess of its field on each column of a described file.
import { dateSettings } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import type { Importer } from '#platform/importer.ts';
import type { DescribedColumn } from './describe-file.ts';
import { guessMapping, headerKey, type RememberedMapping } from './guess-mapping.ts';
import type { Column } from './import-record.ts';
import type { ImportTables } from './tables.ts';

export async function mapColumns(ctx: Context, importer: Importer, columns: readonly DescribedColumn[]) {
  const [fields, settings, remembered] = [
    await importer.fields(ctx),
    await dateSettings(ctx),
    await rememberedMappings(ctx, importer.name, columns),
  ];
  const guesses = guessMapping(columns, fields, remembered, settings);
  const mapped = columns.map((column, index): Column => ({
    ...column,
    field: guesses[index]?.field ?? null,
    dates: guesses[index]?.dates ?? null,
    guessed: true,
  }));
  const present = new Set(mapped.map((column) => column.field));
  return { columns: mapped, matchBy: importer.matchKeys.find((key) => present.has(key)) ?? null };
}

async function rememberedMappings(
  ctx: Context,
  kind: string,
  columns: readonly DescribedColumn[],
): Promise<Map<string, RememberedMapping>> {
  const headers = columns.map((column) => headerKey(column.header)).filter((header) => header !== '');
  if (headers.length === 0) return new Map();
  const rows = await on<ImportTables>(ctx)
    .selectFrom('import_mappings')
    .select(['header', 'field', 'dates'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('kind', '=', kind)
    .where('header', 'in', headers)
    .execute();
  return new Map(rows.map(({ header, field, dates }) => [header, { field, dates }]));
}

/** So that the next file of the same source needs no mapping. Only what a person let run is worth remembering. */
export async function rememberMappings(ctx: Context, kind: string, columns: readonly Column[]): Promise<void> {
  const byHeader = new Map(columns.map((column) => [headerKey(column.header), column]));
  byHeader.delete('');
  if (byHeader.size === 0) return;
  await on<ImportTables>(ctx)
    .insertInto('import_mappings')
    .values(
      [...byHeader].map(([header, { field, dates }]) => ({
        organisation_id: ctx.organisationId,
        kind,
        header,
        field,
        dates,
        used_at: ctx.clock.now(),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'kind', 'header']).doUpdateSet((set) => ({
        field: set.ref('excluded.field'),
        dates: set.ref('excluded.dates'),
        used_at: set.ref('excluded.used_at'),
      })),
    )
    .execute();
}
