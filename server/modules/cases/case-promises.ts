// What is promised and due in a case, how grave it is, and what its regime still asks.
import type { CasePromises } from '#contract/cases.ts';
import { clocksOfCase } from '#modules/service-levels/index.ts';
import { byKey, type Context } from '#platform/context.ts';
import { assessmentOf } from './assess-case.ts';
import { caseErrors } from './errors.ts';
import type { CaseTables } from './tables.ts';

/** Throws `case.not-found`. */
export async function casePromises(ctx: Context, id: string): Promise<CasePromises> {
  const [there, promised, assessment] = await Promise.all([
    byKey<CaseTables>(ctx)
      .selectFrom('cases')
      .select('id')
      .where('organisation_id', '=', ctx.organisationId)
      .where('id', '=', id)
      .executeTakeFirst(),
    clocksOfCase(ctx, id),
    assessmentOf(ctx, id),
  ]);
  if (!there) throw caseErrors.notFound({ id });
  const policy = promised?.policy;
  return {
    policy: policy ? { id: policy.id, name: policy.name, version: policy.version } : null,
    clocks: promised?.clocks ?? [],
    assessment,
    regime: null,
  };
}
