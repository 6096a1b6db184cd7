// The imports of the sample organisation: how its customers once came from the billing system, and the lists that were taken along.
import type { Language } from '#contract/common.ts';
import { on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import type { ImportTables } from './tables.ts';

const dayMs = 86_400_000;

type Past = { name: Record<Language, string>; daysAfter: number; counts: [number, number, number, number] };

/** Created, changed, unchanged, refused. Their files are long removed. */
const past: readonly Past[] = [
  {
    name: { ar: 'عملاء-الفوترة.csv', fa: 'مشتریان-صورتحساب.csv', en: 'billing-customers.csv' },
    daysAfter: 1,
    counts: [1_236, 0, 0, 18],
  },
  {
    name: { ar: 'عملاء-الفوترة-مصحح.csv', fa: 'مشتریان-صورتحساب-اصلاح.csv', en: 'billing-corrected.csv' },
    daysAfter: 2,
    counts: [16, 0, 0, 2],
  },
  {
    name: { ar: 'تحديث-الهواتف.xlsx', fa: 'تلفن‌های-تازه.xlsx', en: 'new-phones.xlsx' },
    daysAfter: 140,
    counts: [0, 311, 72, 5],
  },
];

/** `since` is the day on which the organisation began; `by` are people who may import. */
export async function writeSampleImports(
  ctx: Context,
  { since, by, language }: { since: Date; by: readonly string[]; language: Language },
): Promise<void> {
  const [person = null] = by;
  const reading = { encoding: 'utf-8', confidence: 1, delimiter: ',', sheets: [], sheet: null, headerRow: 1 };
  const sheet = { ...reading, encoding: null, delimiter: null };
  await on<ImportTables>(ctx)
    .insertInto('imports')
    .values(
      past.map(({ name, daysAfter, counts: [created, changed, unchanged, refused] }) => {
        const at = new Date(since.getTime() + daysAfter * dayMs);
        const done = created + changed + unchanged + refused;
        const format = name.en.endsWith('.xlsx') ? ('xlsx' as const) : ('csv' as const);
        return {
          organisation_id: ctx.organisationId,
          id: newId(),
          kind: 'customers',
          file_name: name[language],
          file_size: done * 96,
          format,
          state: 'finished' as const,
          reading: JSON.stringify(format === 'csv' ? reading : sheet),
          columns: '[]',
          preview: '[]',
          match_by: 'externalId',
          row_count: done,
          last_row: done + 1,
          done,
          created,
          changed,
          unchanged,
          refused,
          created_at: at,
          created_by: person,
          started_at: new Date(at.getTime() + 300_000),
          finished_at: new Date(at.getTime() + 312_000),
          run: 2,
        };
      }),
    )
    .execute();
  await on<ImportTables>(ctx)
    .insertInto('list_exports')
    .values(
      [30, 210].map((daysAfter, index) => {
        const at = new Date(since.getTime() + daysAfter * dayMs);
        return {
          organisation_id: ctx.organisationId,
          id: newId(),
          kind: 'customers',
          format: index === 0 ? ('csv' as const) : ('xlsx' as const),
          requested_at: at,
          requested_by: person,
          fetched_at: at,
          row_count: index === 0 ? 1_252 : 1_640,
        };
      }),
    )
    .execute();
}
