// Loads the whole classification from the file of its owner, in place of the part that is shipped; and takes it away again.
import { parse } from 'csv-parse/sync';
import { cleanText } from '#kernel/text/clean.ts';
import { normaliseText } from '#kernel/text/normalise.ts';
import type { Coverage } from '#contract/process-coverage.ts';
import { append, on, type Context } from '#platform/context.ts';
import { insertRows } from '#platform/db/insert-rows.ts';
import { newId } from '#platform/ids.ts';
import { readCoverage } from '../coverage-map/read-coverage.ts';
import { actingPerson } from '../tasks/people.ts';
import type { ProcessTables } from '../tables.ts';
import { mostElements } from './classification.ts';
import { classificationErrors } from './errors.ts';

type Row = { pcf_id: number; number: string; name: string };

/** Throws `process-classification.unreadable`, `process-classification.row-wrong`. */
export async function loadClassification(
  ctx: Context,
  { csv, edition }: { csv: string; edition: string },
): Promise<Coverage> {
  const personId = actingPerson(ctx);
  const rows = rowsOf(csv);
  await removeLoaded(ctx);
  const id = newId();
  await on<ProcessTables>(ctx)
    .insertInto('process_classifications')
    .values({
      organisation_id: ctx.organisationId,
      id,
      edition: cleanText(edition),
      loaded_at: ctx.clock.now(),
      loaded_by: personId,
    })
    .execute();
  await insertRows<ProcessTables, 'process_classification_elements'>(
    ctx,
    'process_classification_elements',
    rows.map((row) => ({ organisation_id: ctx.organisationId, classification_id: id, ...row })),
  );
  append(ctx, {
    type: 'process-classification.loaded',
    subjectType: 'organisation',
    subjectId: ctx.organisationId,
    data: { elements: rows.length },
  });
  return readCoverage(ctx);
}

/** The shipped part holds again; processes and exclusions keep their ids. Throws `process-classification.not-loaded`. */
export async function unloadClassification(ctx: Context): Promise<Coverage> {
  actingPerson(ctx);
  if (!(await removeLoaded(ctx))) throw classificationErrors.notLoaded();
  append(ctx, {
    type: 'process-classification.unloaded',
    subjectType: 'organisation',
    subjectId: ctx.organisationId,
    data: {},
  });
  return readCoverage(ctx);
}

async function removeLoaded(ctx: Context): Promise<boolean> {
  const { numDeletedRows: removed } = await on<ProcessTables>(ctx)
    .deleteFrom('process_classifications')
    .where('organisation_id', '=', ctx.organisationId)
    .executeTakeFirstOrThrow();
  return removed > 0n;
}

/** A spreadsheet may have words above its heads, and more columns than these. */
function rowsOf(csv: string): Row[] {
  const lines = cellsOf(csv);
  const heads = lines.findIndex((cells) => columnOf(cells, 'pcf id') >= 0 && columnOf(cells, 'hierarchy id') >= 0);
  const [id, number, name] = ['pcf id', 'hierarchy id', 'name'].map((head) => columnOf(lines[heads] ?? [], head));
  if (heads < 0 || name! < 0) throw classificationErrors.unreadable();
  const seen = new Set<string>();
  const rows = lines.slice(heads + 1).flatMap((cells, at): Row[] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const row: Row = {
      pcf_id: Number(cells[id!]),
      number: (cells[number!] ?? '').trim(),
      name: cleanText(cells[name!] ?? '').replace(/\s+/g, ' '),
    };
    const right = /^[1-9]\d{4}$/.test(String(row.pcf_id)) && /^\d+(\.\d+)+$/.test(row.number) && row.name !== '';
    if (!right || seen.has(String(row.pcf_id)) || seen.has(row.number))
      throw classificationErrors.rowWrong({ row: heads + at + 2 });
    seen.add(String(row.pcf_id)).add(row.number);
    return [row];
  });
  if (rows.length === 0 || rows.length > mostElements) throw classificationErrors.unreadable();
  return rows;
}

function cellsOf(csv: string): string[][] {
  const heads = csv.split(/\r?\n/).find((line) => /pcf id/i.test(line)) ?? '';
  const count = (sign: string): number => heads.split(sign).length;
  // Names hold commas: what parts the heads parts the rows.
  const delimiter = [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
  try {
    return parse(csv, { bom: true, delimiter, relax_column_count: true, relax_quotes: true });
  } catch {
    throw classificationErrors.unreadable();
  }
}

const columnOf = (cells: readonly string[], head: string): number =>
  cells.findIndex((cell) => normaliseText(cell) === head);
