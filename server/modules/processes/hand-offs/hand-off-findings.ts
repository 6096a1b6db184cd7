// Where hand-offs go wrong, by pair of units: about the process, never about a person; small groups show no numbers.
import { sql } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import type { HandOffFindings } from '#contract/tasks.ts';
import type { Context } from '#platform/context.ts';

/** Fewer hand-offs or claims show no numbers: behind them stand single people. */
const fewest = 5;
const shownFrom = <T>(group: number, value: T): T | null => (group < fewest ? null : value);
const daysShown = 90;
const dayMs = 86_400_000;

type PairRow = {
  model_id: string;
  model_key: string;
  model_name: LocaleText;
  from_unit_id: string;
  from_name: LocaleText;
  to_unit_id: string;
  to_name: LocaleText;
  offered: number;
  accepted: number;
  refused: number;
  waiting: number;
  orphaned: number;
  ping_pong: number;
  wait_minutes: number | null;
};

/** Of hand-offs offered and claims tried in the last 90 days: of periods that could be chosen, one could be subtracted from the other. */
export async function handOffFindings(ctx: Context, input: { modelId?: string | undefined }): Promise<HandOffFindings> {
  const until = ctx.clock.now();
  const from = new Date(until.getTime() - daysShown * dayMs);
  const ofModel = (column: string) => (input.modelId ? sql`and ${sql.ref(column)} = ${input.modelId}` : sql``);
  const [pairs, doubles] = await Promise.all([
    sql<PairRow>`
      select h.*, m.key as model_key, m.name as model_name, f.name as from_name, t.name as to_name
        from (
          select organisation_id, model_id, from_unit_id, to_unit_id, count(*)::int as offered,
                 count(*) filter (where state = 'accepted')::int as accepted, count(*) filter (where state = 'refused')::int as refused,
                 count(*) filter (where state = 'offered')::int as waiting,
                 count(*) filter (where orphaned_at is not null or (state = 'offered' and wait_until <= ${ctx.clock.now()}))::int as orphaned,
                 count(*) filter (where ping_pong)::int as ping_pong,
                 (percentile_cont(0.5) within group (order by extract(epoch from decided_at - offered_at) / 60)
                    filter (where state in ('accepted', 'refused')))::float8 as wait_minutes
            from process_hand_offs
           where organisation_id = ${ctx.organisationId} and offered_at >= ${from} ${ofModel('model_id')}
           group by organisation_id, model_id, from_unit_id, to_unit_id) h
        join process_models m on m.organisation_id = h.organisation_id and m.id = h.model_id
        join unit_briefs f on f.organisation_id = h.organisation_id and f.id = h.from_unit_id
        join unit_briefs t on t.organisation_id = h.organisation_id and t.id = h.to_unit_id
       order by h.offered desc, h.model_id, h.from_unit_id, h.to_unit_id limit 500`.execute(ctx.transaction),
    sql<{
      model_id: string;
      model_key: string;
      model_name: LocaleText;
      element_id: string;
      name: string;
      unit_id: string;
      unit_name: LocaleText;
      count: number;
    }>`
      select t.model_id, m.key as model_key, m.name as model_name, t.element_id, max(t.name) as name, t.owed_by as unit_id, u.name as unit_name, count(*)::int as count
        from process_task_claims c
        join process_tasks t on t.organisation_id = c.organisation_id and t.id = c.task_id
        join process_models m on m.organisation_id = t.organisation_id and m.id = t.model_id
        join unit_briefs u on u.organisation_id = t.organisation_id and u.id = t.owed_by
       where c.organisation_id = ${ctx.organisationId} and c.refused and c.at >= ${from} ${ofModel('t.model_id')}
       group by t.model_id, m.key, m.name, t.element_id, t.owed_by, u.name order by count(*) desc, t.element_id limit 500`.execute(
      ctx.transaction,
    ),
  ]);
  return {
    from,
    until,
    pairs: pairs.rows.map(pairOf),
    doubleClaims: doubles.rows.map((row) => ({
      model: { id: row.model_id, key: row.model_key, name: row.model_name },
      elementId: row.element_id,
      name: row.name,
      unit: { id: row.unit_id, name: row.unit_name },
      count: shownFrom(row.count, row.count),
    })),
  };
}

function pairOf(row: PairRow): HandOffFindings['pairs'][number] {
  const shown = <T>(value: T): T | null => shownFrom(row.offered, value);
  return {
    model: { id: row.model_id, key: row.model_key, name: row.model_name },
    from: { id: row.from_unit_id, name: row.from_name },
    to: { id: row.to_unit_id, name: row.to_name },
    offered: shown(row.offered),
    accepted: shown(row.accepted),
    refused: shown(row.refused),
    waiting: shown(row.waiting),
    orphaned: shown(row.orphaned),
    pingPong: shown(row.ping_pong),
    waitMinutes: shown(row.wait_minutes),
  };
}
