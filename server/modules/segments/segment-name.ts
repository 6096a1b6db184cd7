// The name of a segment as one string: in the organisation's language, or in whichever there is.
import type { LocaleText } from '#contract/common.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import type { Context } from '#platform/context.ts';

type Row = { segment_name?: unknown };

/** Asks for the organisation's language only when one of the rows has a segment. */
export async function segmentNameReader(ctx: Context, rows: readonly Row[]): Promise<(row: Row) => string | null> {
  if (!rows.some((row) => row.segment_name)) return () => null;
  const { language } = await readOrganisation(ctx);
  return ({ segment_name }) => {
    const text = segment_name as LocaleText | null | undefined;
    return text ? text[language] || text.ar || text.fa || text.en || null : null;
  };
}
