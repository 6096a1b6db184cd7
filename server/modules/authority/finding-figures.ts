// How many findings there are by unit and action: of the organisation's ways of deciding, never of a person; small groups are hidden.
import { sql } from 'kysely';
import type { FindingFigures, FindingType } from '#contract/authority.ts';
import { type CrossTable, suppressSmallGroups } from '#kernel/suppress-small-groups.ts';
import type { Context } from '#platform/context.ts';

const leastShown = 5;
const dayMs = 86_400_000;
const days = { '90-days': 90, '12-months': 365 } as const;

type Row = { unitId: string | null; actionId: string; type: FindingType; recent: number; all: number };

export async function findingFigures(
  ctx: Context,
  { period, type }: { period: keyof typeof days; type?: FindingType | undefined },
): Promise<FindingFigures> {
  const since = (count: number): Date => new Date(ctx.clock.now().getTime() - count * dayMs);
  const { rows } = await sql<Row>`
    select unit_id as "unitId", action_id as "actionId", type, count(*) filter (where at >= ${since(days['90-days'])}::timestamptz) as recent, count(*) as all
      from authority_findings where organisation_id = ${ctx.organisationId} and at >= ${since(days['12-months'])}::timestamptz
     group by unit_id, action_id, type`.execute(ctx.transaction);
  const count = (row: Row): number => (period === '90-days' ? row.recent : row.all);
  const wanted = (row: Row): boolean => type === undefined || row.type === type;
  const shown = rows.filter((row) => wanted(row) && count(row) > 0);
  const unitIds = [...new Set(shown.map((row) => row.unitId))];
  const actionIds = [...new Set(shown.map((row) => row.actionId))];
  const tableOf = (of: (row: Row) => number) => crossTable(rows, unitIds, actionIds, of);
  const table = tableOf((row) => (wanted(row) ? count(row) : 0));
  // What the reader could subtract: the other types, the time between the two periods, and both.
  const differences = [
    tableOf((row) => (wanted(row) ? row.all - row.recent : 0)),
    ...(type === undefined ? [] : [tableOf((row) => (wanted(row) ? 0 : count(row)))]),
  ];
  const { cells, rowTotals, columnTotals, total } = suppressSmallGroups(table, leastShown, differences);
  return {
    unitIds,
    actionIds,
    cells: cells.map((line) => [...line]),
    ofUnits: [...rowTotals],
    ofActions: [...columnTotals],
    total,
  };
}

function crossTable(
  rows: readonly Row[],
  unitIds: readonly (string | null)[],
  actionIds: readonly string[],
  of: (row: Row) => number,
): CrossTable<number> {
  const cells = unitIds.map((unitId) =>
    actionIds.map((actionId) =>
      rows.filter((row) => row.unitId === unitId && row.actionId === actionId).reduce((sum, row) => sum + of(row), 0),
    ),
  );
  const rowTotals = cells.map((line) => line.reduce((sum, value) => sum + value, 0));
  const columnTotals = actionIds.map((_, column) => cells.reduce((sum, line) => sum + (line[column] ?? 0), 0));
  return { cells, rowTotals, columnTotals, total: rowTotals.reduce((sum, value) => sum + value, 0) };
}
