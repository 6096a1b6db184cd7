// Loads an instance from its rows for a step, held until the transaction ends; and its version with which it is executed.
import { sql, type Selectable } from 'kysely';
import type { Arrival, Incident, Instance, Json, Rounds, Scope, Subscription, Timer, Token } from '#engine/instance.ts';
import { byKey, type Context } from '#platform/context.ts';
import { processErrors } from '../errors.ts';
import { askForReckoning } from './reckoning.ts';
import type { ProcessTables } from '../tables.ts';

export type InstanceHead = {
  id: string;
  versionId: string;
  modelId: string;
  /** Whose process it is: work that names no unit is theirs. */
  unitId: string;
  processId: string;
  revision: number;
  happened: number;
  subject: { type: string; id: string } | null;
  parent: { instanceId: string; token: number } | null;
  startedAt: Date;
};
export type Loaded = { head: InstanceHead; instance: Instance };

/**
 * Steps of one instance come one after the other: whoever is second waits here and sees what the first has done. Null: there is no
 * such instance, or with `skipLocked` somebody is at it.
 */
export async function loadInstance(
  ctx: Context,
  id: string,
  { skipLocked = false }: { skipLocked?: boolean } = {},
): Promise<Loaded | null> {
  const own = sql`organisation_id = ${ctx.organisationId} and instance_id = ${id}`;
  askForReckoning(ctx);
  // They go out together. The second is answered after the lock is there, and sees what whoever held it has stored.
  const [row, rest] = await Promise.all([
    byKey<ProcessTables>(ctx)
      .selectFrom('process_instances as i')
      .innerJoin('process_models as m', (join) =>
        join.onRef('m.organisation_id', '=', 'i.organisation_id').onRef('m.id', '=', 'i.model_id'),
      )
      .selectAll('i')
      .select('m.unit_id')
      .where('i.organisation_id', '=', ctx.organisationId)
      .where('i.id', '=', id)
      .forNoKeyUpdate('i')
      .$if(skipLocked, (select) => select.skipLocked())
      .executeTakeFirst(),
    sql<InstanceRows>`
      select (select json_agg(s order by number) from process_scopes s where ${own}) as scopes,
             (select json_agg(v) from process_variables v where ${own}) as variables,
             (select json_agg(t order by number) from process_tokens t where ${own}) as tokens,
             (select json_agg(a order by scope, flow_id) from process_arrivals a where ${own}) as arrivals,
             (select json_agg(t order by number) from process_timers t where ${own}) as timers,
             (select json_agg(s order by number) from process_subscriptions s where ${own}) as subscriptions`.execute(
      ctx.keyed,
    ),
  ]);
  return row ? fromRows(row, rest.rows[0]!) : null;
}

/** The same of one that is there. Throws `process-instance.not-found`. */
export async function requireInstance(ctx: Context, id: string): Promise<Loaded> {
  const loaded = await loadInstance(ctx, id);
  if (!loaded) throw processErrors.instanceNotFound({ id });
  return loaded;
}

/** Null: no rows. A moment is a text where it came as JSON. */
export type InstanceRows = {
  scopes: readonly Row<'process_scopes'>[] | null;
  variables: readonly Pick<Row<'process_variables'>, 'scope' | 'name' | 'value'>[] | null;
  tokens: readonly Row<'process_tokens'>[] | null;
  arrivals: readonly Row<'process_arrivals'>[] | null;
  timers: readonly TimerRow[] | null;
  subscriptions: readonly Row<'process_subscriptions'>[] | null;
};
type TimerRow = Omit<Row<'process_timers'>, 'due_at'> & { due_at: Date | string };

export function fromRows(
  row: Row<'process_instances'> & { unit_id: string },
  { scopes, variables, tokens, arrivals, timers, subscriptions }: InstanceRows,
): Loaded {
  const ofScope = Map.groupBy(variables ?? [], ({ scope }) => scope);
  return {
    head: {
      id: row.id,
      versionId: row.version_id,
      modelId: row.model_id,
      unitId: row.unit_id,
      processId: row.process_id,
      revision: row.revision,
      happened: row.happened,
      subject: row.subject_id === null ? null : { type: row.subject_type!, id: row.subject_id },
      parent: row.parent_id === null ? null : { instanceId: row.parent_id, token: row.parent_token! },
      startedAt: row.started_at,
    },
    instance: {
      status: row.status,
      nextNumber: row.next_number,
      scopes: (scopes ?? []).map((scope) =>
        scopeOf(
          scope,
          Object.fromEntries((ofScope.get(scope.number) ?? []).map((one) => [one.name, one.value as Json])),
        ),
      ),
      tokens: (tokens ?? []).map(tokenOf),
      arrivals: (arrivals ?? []).map((one): Arrival => ({
        scope: one.scope,
        gatewayId: one.gateway_id,
        flowId: one.flow_id,
        count: one.count,
      })),
      timers: (timers ?? []).map(timerOf),
      subscriptions: (subscriptions ?? []).map(subscriptionOf),
    },
  };
}

export type Row<Name extends keyof ProcessTables> = Selectable<ProcessTables[Name]>;

/** What is not there is left out, as the engine has it, so that what comes back can be compared. */
const some = <Key extends string, T>(key: Key, value: T | null): { [key in Key]?: T } =>
  (value === null ? {} : { [key]: value }) as { [key in Key]?: T };

const scopeOf = (row: Row<'process_scopes'>, variables: Scope['variables']): Scope => ({
  number: row.number,
  elementId: row.element_id,
  ...some('parent', row.parent),
  ...some('token', row.token),
  variables,
  ...some('rounds', row.rounds as Rounds | null),
  ...some('round', row.round),
});

const tokenOf = (row: Row<'process_tokens'>): Token => ({
  number: row.number,
  scope: row.scope,
  elementId: row.element_id,
  waitsFor: row.waits_for,
  ...some('incident', row.incident as Incident | null),
});

const timerOf = (row: TimerRow): Timer => ({
  number: row.number,
  scope: row.scope,
  elementId: row.element_id,
  ...some('token', row.token),
  dueAt: new Date(row.due_at).toISOString(),
  ...some('cycle', row.cycle as Timer['cycle'] | null),
});

const subscriptionOf = (row: Row<'process_subscriptions'>): Subscription => ({
  number: row.number,
  scope: row.scope,
  elementId: row.element_id,
  ...some('token', row.token),
  type: row.type,
  name: row.name,
  key: row.key,
});
