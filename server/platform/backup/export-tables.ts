// Reads tables row by row out of one snapshot, hashing on the way.
import { to as copyTo } from 'pg-copy-streams';
import type pg from 'pg';
import { cutLines } from './cut-lines.ts';
import { countLines, tally, type TableFacts } from './format.ts';
import { copyOut, type TableShape } from './list-tables.ts';

export async function exportTables(
  client: pg.Client,
  tables: readonly TableShape[],
  onPart: (table: string, part: number, rows: Buffer) => Promise<void>,
): Promise<TableFacts[]> {
  const facts: TableFacts[] = [];
  for (const table of tables) {
    const seen = tally();
    let part = 0;
    for await (const rows of cutLines(client.query(copyTo(copyOut(table))))) {
      seen.add(rows, countLines(rows));
      await onPart(table.name, part, rows);
      part += 1;
    }
    const { count, sha256 } = seen.result();
    facts.push({ name: table.name, columns: table.columns, rows: count, sha256 });
  }
  return facts;
}
