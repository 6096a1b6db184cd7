// The regime under which a case runs, by the policy that holds for it.
import { byKey, type Context } from '#platform/context.ts';
import { regimeOf, type RegimePack } from './regimes.ts';
import type { ServiceLevelViews } from './tables.ts';

/** Null: its policy carries none out, or one that is no longer shipped. */
export async function regimeOfCase(ctx: Context, caseId: string): Promise<RegimePack | null> {
  const row = await byKey<ServiceLevelViews>(ctx)
    .selectFrom('case_regimes')
    .select('regime_id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return row?.regime_id ? regimeOf(row.regime_id) : null;
}
