// Which cases of customers a regime still keeps: until then neither their words nor what is known of their customers is erased.
import { sql } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import { keepingRules } from '#modules/service-levels/index.ts';
import type { Context } from '#platform/context.ts';

type KeptCases = { customerId: string; count: number; until: Date; rule: LocaleText };

/** By customer and regime, the longest first. Years count from the registration, which nothing moves. */
export async function keptCases(ctx: Context, customerIds: readonly string[]): Promise<KeptCases[]> {
  if (keepingRules.length === 0) return [];
  const regimes = keepingRules.map(({ regimeId }) => regimeId);
  const years = keepingRules.map((one) => one.years);
  const { rows } = await sql<Omit<KeptCases, 'rule'> & { regimeId: string }>`
    select c.customer_id as "customerId", r.regime_id as "regimeId", count(*)::int as count,
           max(c.registered_at + make_interval(years => k.years)) as until
      from cases c
      join case_regimes r on r.organisation_id = c.organisation_id and r.case_id = c.id
      join unnest(${regimes}::text[], ${years}::int[]) as k (regime_id, years) on k.regime_id = r.regime_id
     where c.organisation_id = ${ctx.organisationId} and c.customer_id = any(${[...customerIds]}::uuid[])
       and c.registered_at + make_interval(years => k.years) > ${ctx.clock.now()}::timestamptz
     group by 1, 2
     order by until desc`.execute(ctx.transaction);
  return rows.map(({ regimeId, ...kept }) => ({
    ...kept,
    rule: keepingRules.find((one) => one.regimeId === regimeId)!.text,
  }));
}
