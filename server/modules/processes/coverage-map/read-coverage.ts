// Reads the map of coverage: the organisation's processes at the elements of the classification, with what runs, is late and was refused.
import { sql } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import type { Coverage, CoveringModel } from '#contract/process-coverage.ts';
import type { Context } from '#platform/context.ts';
import { classification } from '../classification/classification.ts';
import { coverageOf, type Exclusion } from './coverage-of.ts';

const daysShown = 90;
const dayMs = 86_400_000;
/** More processes than that are no map any more. */
const mostModels = 1000;
/** Behind fewer hand-offs stand single people: no number. */
const fewest = 5;

export async function readCoverage(ctx: Context): Promise<Coverage> {
  const since = new Date(ctx.clock.now().getTime() - daysShown * dayMs);
  const [rows, exclusions] = await Promise.all([modelRows(ctx, since), exclusionsThatHold(ctx)]);
  return {
    notice: classification.notice,
    edition: classification.edition,
    since,
    ...coverageOf(classification.elements, rows.slice(0, mostModels).map(modelOf), exclusions),
    partial: rows.length > mostModels,
  };
}

type ModelRow = {
  id: string;
  key: string;
  name: LocaleText;
  pcf_id: number | null;
  version: number | null;
  owner_id: string;
  owner_name: string;
  unit_id: string;
  unit_name: LocaleText;
  running: number;
  overdue: number;
  done: number;
  offered: number;
  refused: number;
};

async function modelRows(ctx: Context, since: Date): Promise<ModelRow[]> {
  const now = ctx.clock.now();
  const ours = sql`organisation_id = ${ctx.organisationId}`;
  const { rows } = await sql<ModelRow>`
    select m.id, m.key, m.name, m.pcf_id, m.version, m.owner_id, p.name as owner_name, m.unit_id, u.name as unit_name,
           coalesce(r.running, 0) as running, coalesce(l.overdue, 0) as overdue, coalesce(d.done, 0) as done,
           coalesce(h.offered, 0) as offered, coalesce(h.refused, 0) as refused
      from process_models m
      join unit_briefs u on u.organisation_id = m.organisation_id and u.id = m.unit_id
      join person_briefs p on p.organisation_id = m.organisation_id and p.id = m.owner_id
      left join (select model_id, count(*)::int as running from process_instances where ${ours} and status = 'running' group by model_id) r on r.model_id = m.id
      left join (select model_id, count(*)::int as done from process_instances
                  where ${ours} and ended_at >= ${since} and status = 'completed' group by model_id) d on d.model_id = m.id
      left join (select model_id, count(*)::int as overdue from process_tasks
                  where ${ours} and not ended and (due_at <= ${now} or wait_until <= ${now}) group by model_id) l on l.model_id = m.id
      left join (select model_id, count(*)::int as offered, count(*) filter (where state = 'refused')::int as refused from process_hand_offs
                  where ${ours} and offered_at >= ${since} group by model_id) h on h.model_id = m.id
     where m.organisation_id = ${ctx.organisationId} and m.retired_at is null
     order by m.key limit ${mostModels + 1}`.execute(ctx.transaction);
  return rows;
}

const modelOf = (row: ModelRow): CoveringModel => ({
  id: row.id,
  key: row.key,
  name: row.name,
  status: row.version === null ? 'draft' : 'in-force',
  pcfId: row.pcf_id,
  owner: { id: row.owner_id, name: row.owner_name },
  unit: { id: row.unit_id, name: row.unit_name },
  version: row.version,
  running: row.running,
  overdue: row.overdue,
  done: row.done,
  refused: row.offered < fewest ? null : row.refused,
});

async function exclusionsThatHold(ctx: Context): Promise<Map<number, Exclusion>> {
  const { rows } = await sql<{ pcf_id: number; reason: string; at: Date; by_id: string; by_name: string }>`
    select x.pcf_id, x.reason, x.excluded_at as at, x.excluded_by as by_id, p.name as by_name
      from process_exclusions x
      join person_briefs p on p.organisation_id = x.organisation_id and p.id = x.excluded_by
     where x.organisation_id = ${ctx.organisationId} and x.lifted_at is null limit 5000`.execute(ctx.transaction);
  return new Map(
    rows.map(({ pcf_id, reason, at, by_id, by_name }) => [pcf_id, { reason, at, by: { id: by_id, name: by_name } }]),
  );
}
