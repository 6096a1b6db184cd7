// Reads many running instances of a version with all their rows, for looking only: nobody is held up.
import { sql, type RawBuilder } from 'kysely';
import { on, type Context } from '#platform/context.ts';
import { fromRows, type InstanceRows, type Loaded, type Row } from '../instances/load-instance.ts';
import type { ProcessTables } from '../tables.ts';

type OfInstances =
  | 'process_scopes'
  | 'process_variables'
  | 'process_tokens'
  | 'process_arrivals'
  | 'process_timers'
  | 'process_subscriptions';

export type RunningFilter = { versionId: string; instanceIds?: readonly string[] | undefined };

/** `i`: the instances. */
export const running = (ctx: Context, { versionId, instanceIds }: RunningFilter): RawBuilder<unknown> =>
  sql`i.organisation_id = ${ctx.organisationId} and i.version_id = ${versionId} and i.status = 'running'
    ${instanceIds ? sql`and i.id = any(${[...instanceIds]}::uuid[])` : sql``}`;

/** The one started last first. */
export async function readRunning(
  ctx: Context,
  filter: RunningFilter,
  { before, limit }: { before: string | null; limit: number },
): Promise<Loaded[]> {
  const { rows } = await sql<Row<'process_instances'> & { unit_id: string }>`
    select i.*, m.unit_id from process_instances i join process_models m on m.organisation_id = i.organisation_id and m.id = i.model_id
     where ${running(ctx, filter)} ${before === null ? sql`` : sql`and i.id < ${before}::uuid`}
     order by i.id desc limit ${limit}`.execute(ctx.transaction);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const parts = await Promise.all([
    ofInstances(ctx, 'process_scopes', ids, 'number'),
    ofInstances(ctx, 'process_variables', ids, 'name'),
    ofInstances(ctx, 'process_tokens', ids, 'number'),
    ofInstances(ctx, 'process_arrivals', ids, 'flow_id'),
    ofInstances(ctx, 'process_timers', ids, 'number'),
    ofInstances(ctx, 'process_subscriptions', ids, 'number'),
  ]);
  const [scopes, variables, tokens, arrivals, timers, subscriptions] = parts;
  const of = <T>(all: ReadonlyMap<string, T[]>, id: string): T[] => all.get(id) ?? [];
  return rows.map((row) =>
    fromRows(row, {
      scopes: of(scopes, row.id),
      variables: of(variables, row.id),
      tokens: of(tokens, row.id),
      arrivals: of(arrivals, row.id),
      timers: of(timers, row.id),
      subscriptions: of(subscriptions, row.id),
    } satisfies InstanceRows),
  );
}

async function ofInstances<Name extends OfInstances>(
  ctx: Context,
  table: Name,
  ids: readonly string[],
  order: string,
): Promise<Map<string, Row<Name>[]>> {
  const { rows } = await sql<Row<Name>>`
    select * from ${sql.table(table)} where organisation_id = ${ctx.organisationId} and instance_id = any(${[...ids]}::uuid[])
     order by instance_id, ${sql.ref(order)}`.execute(ctx.transaction);
  return Map.groupBy(rows, (row) => (row as { instance_id: string }).instance_id);
}

/** Rows of all of them, by the element where they are: `scopes` of event subprocesses have no token that stands for them. */
export async function countRunning(
  ctx: Context,
  filter: RunningFilter,
): Promise<{ running: number; elements: { elementId: string; what: CountedRow; count: number }[] }> {
  const [counted, { rows }] = await Promise.all([
    on<ProcessTables>(ctx)
      .selectFrom('process_instances as i')
      .select(sql<number>`count(*)::int`.as('running'))
      .where(running(ctx, filter) as RawBuilder<boolean>)
      .executeTakeFirstOrThrow(),
    sql<{ elementId: string; what: CountedRow; count: number }>`
      with chosen as materialized (select i.id from process_instances i where ${running(ctx, filter)})
      select r.element_id as "elementId", r.what, sum(r.count)::int as count from (
        select 'token' as what, t.element_id, 1 as count from chosen join process_tokens t on t.organisation_id = ${ctx.organisationId} and t.instance_id = chosen.id
        union all
        select 'scope', s.element_id, 1 from chosen join process_scopes s on s.organisation_id = ${ctx.organisationId} and s.instance_id = chosen.id
        union all
        select 'arrival', a.flow_id, a.count from chosen join process_arrivals a on a.organisation_id = ${ctx.organisationId} and a.instance_id = chosen.id
        union all
        select 'join', a.gateway_id, a.count from chosen join process_arrivals a on a.organisation_id = ${ctx.organisationId} and a.instance_id = chosen.id
        union all
        select 'armed', w.element_id, 1 from chosen join process_timers w on w.organisation_id = ${ctx.organisationId} and w.instance_id = chosen.id
        union all
        select 'armed', w.element_id, 1 from chosen join process_subscriptions w on w.organisation_id = ${ctx.organisationId} and w.instance_id = chosen.id
      ) r group by r.element_id, r.what order by r.element_id, r.what`.execute(ctx.transaction),
  ]);
  return { running: counted.running, elements: rows };
}

export type CountedRow = 'token' | 'scope' | 'arrival' | 'join' | 'armed';
