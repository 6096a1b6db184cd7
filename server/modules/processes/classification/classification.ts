// The Process Classification Framework of APQC as far as it is shipped, with the notice that goes with every copy of it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Classification, ClassificationElement } from '#contract/process-coverage.ts';

const text = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

const rows = text('pcf.tsv')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [id: string, number: string, en: string, ar: string, fa: string]);
const idOfNumber = new Map(rows.map(([id, number]) => [number, Number(id)]));

const elements: readonly ClassificationElement[] = rows.map(([id, number, en, ar, fa]) => ({
  pcfId: Number(id),
  number,
  name: { en, ar, fa },
  parentId: idOfNumber.get(numberAbove(number)) ?? null,
}));

export const classification: Classification = {
  edition: 'APQC PCF Cross-Industry 7.2.1',
  notice: text('NOTICE.txt').trim(),
  elements: [...elements],
};

/** 6.2.3 lies in 6.2, and 6.2 in the category 6.0. */
function numberAbove(number: string): string {
  const parts = number.split('.');
  if (parts.length > 2) return parts.slice(0, -1).join('.');
  return parts[1] === '0' ? '' : `${parts[0]}.0`;
}
