// Reads the clocks of cases for change, and writes what changed.
import { sql } from 'kysely';
import { byKey, on, type Context } from '#platform/context.ts';
import { upsertRecords } from '#platform/db/upsert-records.ts';
import type { LocaleText } from '#contract/common.ts';
import type { Goal, PolicyConditions } from '#contract/service-policies.ts';
import type { Rules } from './advance.ts';
import { caseRecord, clockColumns, clockedOf, clockRecord } from './clock-rows.ts';
import type { Clocked, ClockOf } from './clock-state.ts';
import { inForce, type PolicyInForce } from './in-force.ts';
import type { ServiceLevelTables } from './tables.ts';

/** The cases that have clocks or could get some, held until the transaction ends, in the order of their ids. */
export async function holdClocked(ctx: Context, caseIds: readonly string[]): Promise<Clocked[]> {
  const db = on<ServiceLevelTables>(ctx);
  const wanted = sql<boolean>`case_id = any(${caseIds}::uuid[])`;
  // The second goes out behind the first, and is answered after the lock is there.
  const [cases, clocks] = await Promise.all([
    db
      .selectFrom('clocked_cases')
      .selectAll()
      .where('organisation_id', '=', ctx.organisationId)
      .where(wanted)
      .orderBy('case_id')
      .forUpdate()
      .execute(),
    db
      .selectFrom('clocks')
      .select(clockColumns)
      .where('organisation_id', '=', ctx.organisationId)
      .where(wanted)
      .orderBy('started_at')
      .orderBy('id')
      .execute(),
  ]);
  const ofCase = Map.groupBy(clocks, (clock) => clock.case_id);
  return cases.map((row) => clockedOf(row, ofCase.get(row.case_id) ?? []));
}

export async function readClocked(ctx: Context, caseId: string): Promise<Clocked | null> {
  const db = byKey<ServiceLevelTables>(ctx);
  const [row, clocks] = await Promise.all([
    db
      .selectFrom('clocked_cases')
      .selectAll()
      .where('organisation_id', '=', ctx.organisationId)
      .where('case_id', '=', caseId)
      .executeTakeFirst(),
    db
      .selectFrom('clocks')
      .select(clockColumns)
      .where('organisation_id', '=', ctx.organisationId)
      .where('case_id', '=', caseId)
      .orderBy('started_at')
      .orderBy('id')
      .execute(),
  ]);
  return row ? clockedOf(row, clocks) : null;
}

/** Writes cases and those of their clocks that are others than before; `before` empty for new ones. */
export async function storeClocked(ctx: Context, after: readonly Clocked[], before: readonly Clocked[]): Promise<void> {
  const known = new Set<ClockOf>(before.flatMap(({ clocks }) => clocks));
  const clocks = after.flatMap(({ caseId, clocks: all }) =>
    all.filter((clock) => !known.has(clock)).map((clock) => clockRecord(ctx.organisationId, caseId, clock)),
  );
  await Promise.all([
    upsertRecords(
      ctx,
      'clocked_cases',
      ['organisation_id', 'case_id'],
      after.map((one) => caseRecord(ctx.organisationId, one)),
    ),
    upsertRecords(ctx, 'clocks', ['organisation_id', 'case_id', 'target', 'ordinal'], clocks),
  ]);
}

/** What holds now, with those earlier versions under which these cases run. */
export async function rulesFor(ctx: Context, cases: readonly Clocked[]): Promise<Rules> {
  const current = await inForce(ctx);
  const nameOf = ({ id, version }: { id: string; version: number }): string => `${id} ${version}`;
  const known = new Map(current.policies.map((policy) => [nameOf(policy), policy]));
  const missing = cases.flatMap(({ policy }) => (policy && !known.has(nameOf(policy)) ? [policy] : []));
  for (const policy of await earlierVersions(ctx, missing)) known.set(nameOf(policy), policy);
  return { inForce: current, policyOf: (policy) => known.get(nameOf(policy))! };
}

async function earlierVersions(
  ctx: Context,
  wanted: readonly { id: string; version: number }[],
): Promise<PolicyInForce[]> {
  if (wanted.length === 0) return [];
  const rows = await on<ServiceLevelTables>(ctx)
    .selectFrom('service_policy_versions')
    .select(['policy_id', 'version', 'name', 'conditions', 'goals', 'regime_id'])
    .where('organisation_id', '=', ctx.organisationId)
    .where(
      sql<boolean>`(policy_id, version) in (select * from unnest(${wanted.map(({ id }) => id)}::uuid[], ${wanted.map(({ version }) => version)}::int[]))`,
    )
    .execute();
  return rows.map((row) => ({
    id: row.policy_id,
    version: row.version,
    name: row.name as LocaleText,
    conditions: row.conditions as PolicyConditions,
    goals: row.goals as unknown as Goal[],
    regimeId: row.regime_id,
  }));
}
