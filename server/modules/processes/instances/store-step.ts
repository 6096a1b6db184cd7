// Writes the difference that a step made: rows that are new or changed, and those that are gone, in one statement.
import { isDeepStrictEqual } from 'node:util';
import { sql, type RawBuilder } from 'kysely';
import type { Outcome } from '#engine/execute.ts';
import type { Instance, Scope } from '#engine/instance.ts';
import type { Context } from '#platform/context.ts';
import { upsertOf } from '#platform/db/upsert-records.ts';
import { processErrors } from '../errors.ts';
import type { InstanceHead } from './load-instance.ts';

/**
 * As one statement: each part writes another table, and which parts there are depends on the step. Throws
 * `process-instance.changed-meanwhile` when another step was stored since this one was loaded.
 */
export async function storeStep(
  ctx: Context,
  head: InstanceHead,
  before: Instance | undefined,
  outcome: Outcome,
  reason: string | null,
): Promise<void> {
  const after = withProcessScope(head, before, outcome);
  const parts = [
    ...gone(ctx, head.id, before, after),
    ...written(ctx, head, before, after),
    ...changedVariables(ctx, head.id, before, after),
    ...happened(ctx, head, outcome),
  ];
  const { rows } = await sql<{ stored: number }>`
    with head as (${headOf(ctx, head, outcome, reason)} returning 1)${sql.join(
      parts.map((part, at) => sql`, ${sql.ref(`part_${at}`)} as (${part})`),
      sql``,
    )}
    select count(*)::int as stored from head`.execute(ctx.transaction);
  if (rows[0]!.stored !== 1) throw processErrors.instanceChanged({ id: head.id, revision: head.revision });
}

type Part = RawBuilder<unknown>;

/** Rows that are new or have changed. */
function written(ctx: Context, head: InstanceHead, before: Instance | undefined, after: Instance): Part[] {
  const own = { organisation_id: ctx.organisationId, instance_id: head.id };
  const changed = <T extends { number: number }>(was: readonly T[] | undefined, is: readonly T[]): T[] => {
    const known = new Map(was?.map((one) => [one.number, one]));
    return is.filter((one) => !isDeepStrictEqual(known.get(one.number), one));
  };
  const part = (table: string, rows: readonly Record<string, unknown>[], key: readonly string[] = ['number']): Part[] =>
    rows.length === 0
      ? []
      : [
          upsertOf(
            table,
            ['organisation_id', 'instance_id', ...key],
            rows.map((row) => ({ ...own, ...row })),
          ),
        ];
  return [
    ...part(
      'process_scopes',
      changed(before?.scopes.map(withoutVariables), after.scopes.map(withoutVariables)).map((scope) => ({
        number: scope.number,
        element_id: scope.elementId,
        parent: scope.parent ?? null,
        token: scope.token ?? null,
        rounds: scope.rounds ?? null,
        round: scope.round ?? null,
      })),
    ),
    ...part(
      'process_tokens',
      changed(before?.tokens, after.tokens).map((token) => ({
        number: token.number,
        version_id: head.versionId,
        scope: token.scope,
        element_id: token.elementId,
        waits_for: token.waitsFor,
        incident: token.incident ?? null,
        since: ctx.clock.now(),
      })),
    ),
    ...part(
      'process_arrivals',
      after.arrivals
        .filter((one) => !before?.arrivals.some((was) => isDeepStrictEqual(was, one)))
        .map((one) => ({ scope: one.scope, flow_id: one.flowId, gateway_id: one.gatewayId, count: one.count })),
      ['scope', 'flow_id'],
    ),
    ...part(
      'process_timers',
      changed(before?.timers, after.timers).map((timer) => ({
        number: timer.number,
        scope: timer.scope,
        element_id: timer.elementId,
        token: timer.token ?? null,
        due_at: timer.dueAt,
        cycle: timer.cycle ?? null,
      })),
    ),
    ...part(
      'process_subscriptions',
      changed(before?.subscriptions, after.subscriptions).map((one) => ({
        number: one.number,
        scope: one.scope,
        element_id: one.elementId,
        token: one.token ?? null,
        type: one.type,
        name: one.name,
        key: one.key,
      })),
    ),
  ];
}

function happened(ctx: Context, head: InstanceHead, { happenings }: Outcome): Part[] {
  if (happenings.length === 0) return [];
  const rows = happenings.map((one, index) => ({
    organisation_id: ctx.organisationId,
    instance_id: head.id,
    number: head.happened + index + 1,
    at: ctx.clock.now(),
    type: one.type,
    element_id: one.elementId,
    token: one.token ?? null,
    scope: one.scope,
  }));
  return [
    sql`insert into process_happenings (organisation_id, instance_id, number, at, type, element_id, token, scope)
      select organisation_id, instance_id, number, at, type, element_id, token, scope
        from json_populate_recordset(null::process_happenings, ${JSON.stringify(rows)}::json)`,
  ];
}

/** Of an instance that has ended the variables of the process stay: what came of it can be asked. */
function withProcessScope(head: InstanceHead, before: Instance | undefined, outcome: Outcome): Instance {
  const end = outcome.effects.find((effect) => effect.type === 'end-instance');
  if (!end) return outcome.instance;
  const known = before?.scopes.find(({ parent }) => parent === undefined);
  const scope: Scope = { number: 1, elementId: head.processId, ...known, variables: end.variables };
  return { ...outcome.instance, scopes: [scope] };
}

const withoutVariables = (scope: Scope) => ({ ...scope, variables: undefined });

function headOf(
  ctx: Context,
  head: InstanceHead,
  { instance, happenings, effects }: Outcome,
  reason: string | null,
): Part {
  const end = effects.find((effect) => effect.type === 'end-instance');
  const ended = end
    ? sql`, ended_at = ${ctx.clock.now()}, reason = ${reason}, error_code = ${end.errorCode ?? null}`
    : sql``;
  return sql`update process_instances set status = ${instance.status}, revision = ${head.revision + 1}, next_number = ${instance.nextNumber},
    happened = ${head.happened + happenings.length}${ended}
    where organisation_id = ${ctx.organisationId} and id = ${head.id} and revision = ${head.revision}`;
}

function gone(ctx: Context, id: string, before: Instance | undefined, after: Instance): Part[] {
  if (!before) return [];
  const missing = (was: readonly { number: number }[], is: readonly { number: number }[]): number[] => {
    const left = new Set(is.map(({ number }) => number));
    return was.map(({ number }) => number).filter((number) => !left.has(number));
  };
  const own = sql`organisation_id = ${ctx.organisationId} and instance_id = ${id}`;
  const remove = (table: string, numbers: readonly number[], column = 'number'): Part[] =>
    numbers.length === 0
      ? []
      : [sql`delete from ${sql.table(table)} where ${own} and ${sql.ref(column)} = any(${[...numbers]}::int[])`];
  const scopes = missing(before.scopes, after.scopes);
  const flows = before.arrivals.filter(
    (was) => !after.arrivals.some(({ scope, flowId }) => scope === was.scope && flowId === was.flowId),
  );
  return [
    ...remove('process_scopes', scopes),
    ...remove('process_variables', scopes, 'scope'),
    ...remove('process_tokens', missing(before.tokens, after.tokens)),
    ...remove('process_timers', missing(before.timers, after.timers)),
    ...remove('process_subscriptions', missing(before.subscriptions, after.subscriptions)),
    ...(flows.length === 0
      ? []
      : [
          sql`delete from process_arrivals where ${own} and (scope, flow_id) in (
            select * from unnest(${flows.map(({ scope }) => scope)}::int[], ${flows.map(({ flowId }) => flowId)}::text[]))`,
        ]),
  ];
}

/** JSON's null is a value here, which `json_populate_recordset` would take for none. */
function changedVariables(ctx: Context, id: string, before: Instance | undefined, after: Instance): Part[] {
  const known = new Map(before?.scopes.map(({ number, variables }) => [number, variables]));
  const rows = after.scopes.flatMap(({ number, variables }) =>
    Object.entries(variables)
      .filter(([name, value]) => {
        const was = known.get(number);
        return !was || !Object.hasOwn(was, name) || !isDeepStrictEqual(was[name], value);
      })
      .map(([name, value]) => ({ scope: number, name, value })),
  );
  if (rows.length === 0) return [];
  return [
    sql`insert into process_variables (organisation_id, instance_id, scope, name, value)
      select ${ctx.organisationId}::uuid, ${id}::uuid, (item->>'scope')::int, item->>'name', item->'value' from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as item
      on conflict (organisation_id, instance_id, scope, name) do update set value = excluded.value`,
  ];
}
