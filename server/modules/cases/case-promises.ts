// What is promised and due in a case, how grave it is, and what its regime still asks.
import type { CasePromises } from '#contract/cases.ts';
import { clocksOfCase, regimeOf } from '#modules/service-levels/index.ts';
import { byKey, type Context } from '#platform/context.ts';
import { assessmentOf } from './assess-case.ts';
import { caseDemands } from './case-demands.ts';
import { caseErrors } from './errors.ts';
import type { CaseTables } from './tables.ts';

/** Throws `case.not-found`. */
export async function casePromises(ctx: Context, id: string): Promise<CasePromises> {
  const [there, promised, assessment] = await Promise.all([
    byKey<CaseTables>(ctx)
      .selectFrom('cases as c')
      .leftJoin('case_acknowledgements as a', (join) =>
        join.onRef('a.organisation_id', '=', 'c.organisation_id').onRef('a.case_id', '=', 'c.id'),
      )
      .select(['c.registered_at', 'c.first_claimed_at', 'a.at as acknowledged_at', 'a.promised_at'])
      .where('c.organisation_id', '=', ctx.organisationId)
      .where('c.id', '=', id)
      .executeTakeFirst(),
    clocksOfCase(ctx, id),
    assessmentOf(ctx, id),
  ]);
  if (!there) throw caseErrors.notFound({ id });
  const policy = promised?.policy;
  const clocks = promised?.clocks ?? [];
  const pack = policy?.regimeId ? regimeOf(policy.regimeId) : null;
  const acknowledgement = there.acknowledged_at && { at: there.acknowledged_at, promisedAt: there.promised_at };
  const record = {
    registeredAt: there.registered_at,
    clocks,
    assessment,
    acknowledgement,
    firstClaimedAt: there.first_claimed_at,
  };
  return {
    policy: policy ? { id: policy.id, name: policy.name, version: policy.version } : null,
    clocks,
    assessment,
    regime: pack && { id: pack.id, name: pack.name, demands: caseDemands(pack, record, ctx.clock.now()) },
  };
}
