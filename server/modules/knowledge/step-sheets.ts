// Step sheets in force that are filed under the kind, category or product of a case.
import { sql } from 'kysely';
import type { CaseKind } from '#contract/catalogue.ts';
import type { Language } from '#contract/common.ts';
import type { Step } from '#contract/knowledge.ts';
import type { Context } from '#platform/context.ts';
import { readEntries } from './entries.ts';

const most = 20;

/** Those of the category or product first, then those of the kind alone. One filed under categories needs one of them to fit. */
export async function stepSheetsFor(
  ctx: Context,
  of: {
    language: Language;
    caseKind?: CaseKind | undefined;
    categoryId?: string | undefined;
    productId?: string | undefined;
  },
): Promise<{ id: string; version: number; language: Language; title: string; steps: Step[] }[]> {
  const place = sql`(${of.categoryId ?? null}::uuid = any (e.category_ids) or ${of.productId ?? null}::uuid = any (e.product_ids))`;
  const kind = sql`(${of.caseKind ?? null}::text = any (e.case_kinds))`;
  const filedUnderPlace = sql`(cardinality(e.category_ids) + cardinality(e.product_ids) > 0)`;
  const entries = await readEntries(
    ctx,
    of.language,
    sql`e.kind = 'step-sheet' and ((coalesce(${place}, false) and (cardinality(e.case_kinds) = 0 or coalesce(${kind}, false)))
      or (not ${filedUnderPlace} and coalesce(${kind}, false)))`,
    { order: sql`found.title`, limit: most },
  );
  return entries.map(({ itemId, version, language, title, steps }) => ({ id: itemId, version, language, title, steps }));
}
