// The Process Classification Framework of APQC as far as it is shipped, or as the organisation loaded it; with the notice that goes with every copy.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Classification, ClassificationElement } from '#contract/process-coverage.ts';
import { on, type Context } from '#platform/context.ts';
import type { ProcessTables } from '../tables.ts';

const text = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

export type ClassificationRow = { pcfId: number; number: string; name: ClassificationElement['name'] };

const shippedRows: readonly ClassificationRow[] = text('pcf.tsv')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [id, number, en, ar, fa] = line.split('\t') as [string, string, string, string, string];
    return { pcfId: Number(id), number, name: { en, ar, fa } };
  });
const shippedNames = new Map(shippedRows.map(({ pcfId, name }) => [pcfId, name]));
const notice = text('NOTICE.txt').trim();

export const shippedClassification: Classification = {
  edition: 'APQC PCF Cross-Industry 7.2.1',
  notice,
  loaded: false,
  elements: elementsOf(shippedRows),
};

/** What the organisation loaded, with our translations where there are any; else what is shipped. */
export async function readClassification(ctx: Context): Promise<Classification> {
  const db = on<ProcessTables>(ctx);
  const loaded = await db
    .selectFrom('process_classifications')
    .select(['id', 'edition'])
    .where('organisation_id', '=', ctx.organisationId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!loaded) return shippedClassification;
  const rows = await db
    .selectFrom('process_classification_elements')
    .select(['pcf_id', 'number', 'name'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('classification_id', '=', loaded.id)
    .limit(mostElements)
    .execute();
  const named = rows.map(({ pcf_id, number, name }) => ({
    pcfId: pcf_id,
    number,
    name: { ...shippedNames.get(pcf_id), en: name },
  }));
  return { edition: loaded.edition, notice, loaded: true, elements: elementsOf(named) };
}

/** The framework has about 1,900; editions of industries somewhat more. */
export const mostElements = 5000;

/** In the order of their numbers, each below the nearest above it that is there. */
function elementsOf(rows: readonly ClassificationRow[]): ClassificationElement[] {
  const idOfNumber = new Map(rows.map(({ number, pcfId }) => [number, pcfId]));
  const parentOf = (number: string): number | null => {
    for (let above = numberAbove(number); above !== ''; above = numberAbove(above)) {
      const id = idOfNumber.get(above);
      if (id !== undefined) return id;
    }
    return null;
  };
  return rows
    .toSorted((a, b) => compareNumbers(a.number, b.number))
    .map(({ pcfId, number, name }) => ({ pcfId, number, name, parentId: parentOf(number) }));
}

/** 6.2.3 lies in 6.2, and 6.2 in the category 6.0. */
function numberAbove(number: string): string {
  const parts = number.split('.');
  if (parts.length > 2) return parts.slice(0, -1).join('.');
  return parts[1] === '0' ? '' : `${parts[0]}.0`;
}

function compareNumbers(a: string, b: string): number {
  const [one, other] = [a.split('.').map(Number), b.split('.').map(Number)];
  const at = one.findIndex((part, index) => part !== other[index]);
  return at < 0 ? one.length - other.length : one[at]! - (other[at] ?? -1);
}
