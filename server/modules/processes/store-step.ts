// Writes the difference that a step made: rows that are new or changed, and those that are gone, all sent together.
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Outcome } from '#engine/execute.ts';
import type { Instance, Scope } from '#engine/instance.ts';
import { on, type Context } from '#platform/context.ts';
import { insertRecords } from '#platform/db/insert-rows.ts';
import { upsertRecords } from '#platform/db/upsert-records.ts';
import { processErrors } from './errors.ts';
import type { InstanceHead } from './load-instance.ts';
import type { ProcessTables } from './tables.ts';

/** Throws `process-instance.changed-meanwhile` when another step was stored since this one was loaded. */
export async function storeStep(
  ctx: Context,
  head: InstanceHead,
  before: Instance | undefined,
  outcome: Outcome,
  reason: string | null,
): Promise<void> {
  const after = withProcessScope(head, before, outcome);
  const own = { organisation_id: ctx.organisationId, instance_id: head.id };
  const changed = <T extends { number: number }>(was: readonly T[] | undefined, is: readonly T[]): T[] => {
    const known = new Map(was?.map((one) => [one.number, one]));
    return is.filter((one) => !isDeepStrictEqual(known.get(one.number), one));
  };
  const tokens = changed(before?.tokens, after.tokens);
  await Promise.all([
    storeHead(ctx, head, before, outcome, reason),
    removeGone(ctx, head.id, before, after),
    upsertRecords(
      ctx,
      'process_scopes',
      ['organisation_id', 'instance_id', 'number'],
      changed(before?.scopes.map(withoutVariables), after.scopes.map(withoutVariables)).map((scope) => ({
        ...own,
        number: scope.number,
        element_id: scope.elementId,
        parent: scope.parent ?? null,
        token: scope.token ?? null,
        rounds: scope.rounds ?? null,
        round: scope.round ?? null,
      })),
    ),
    storeVariables(ctx, head.id, before, after),
    upsertRecords(
      ctx,
      'process_tokens',
      ['organisation_id', 'instance_id', 'number'],
      tokens.map((token) => ({
        ...own,
        number: token.number,
        version_id: head.versionId,
        scope: token.scope,
        element_id: token.elementId,
        waits_for: token.waitsFor,
        incident: token.incident ?? null,
        since: ctx.clock.now(),
      })),
    ),
    upsertRecords(
      ctx,
      'process_arrivals',
      ['organisation_id', 'instance_id', 'scope', 'flow_id'],
      after.arrivals
        .filter((one) => !before?.arrivals.some((was) => isDeepStrictEqual(was, one)))
        .map((one) => ({
          ...own,
          scope: one.scope,
          flow_id: one.flowId,
          gateway_id: one.gatewayId,
          count: one.count,
        })),
    ),
    upsertRecords(
      ctx,
      'process_timers',
      ['organisation_id', 'instance_id', 'number'],
      changed(before?.timers, after.timers).map((timer) => ({
        ...own,
        number: timer.number,
        scope: timer.scope,
        element_id: timer.elementId,
        token: timer.token ?? null,
        due_at: timer.dueAt,
        cycle: timer.cycle ?? null,
      })),
    ),
    upsertRecords(
      ctx,
      'process_subscriptions',
      ['organisation_id', 'instance_id', 'number'],
      changed(before?.subscriptions, after.subscriptions).map((one) => ({
        ...own,
        number: one.number,
        scope: one.scope,
        element_id: one.elementId,
        token: one.token ?? null,
        type: one.type,
        name: one.name,
        key: one.key,
      })),
    ),
    insertRecords(
      ctx,
      'process_happenings',
      outcome.happenings.map((one, index) => ({
        ...own,
        number: head.happened + index + 1,
        at: ctx.clock.now(),
        type: one.type,
        element_id: one.elementId,
        token: one.token ?? null,
        scope: one.scope,
      })),
    ),
  ]);
}

/** Of an instance that has ended the variables of the process stay: what came of it can be asked. */
function withProcessScope(head: InstanceHead, before: Instance | undefined, outcome: Outcome): Instance {
  const end = outcome.effects.find((effect) => effect.type === 'end-instance');
  if (!end) return outcome.instance;
  const known = before?.scopes.find(({ parent }) => parent === undefined);
  const scope: Scope = { number: 1, elementId: head.processId, ...known, variables: end.variables };
  return { ...outcome.instance, scopes: [scope] };
}

const withoutVariables = ({ variables: _, ...scope }: Scope) => scope;

async function storeHead(
  ctx: Context,
  head: InstanceHead,
  before: Instance | undefined,
  { instance, happenings, effects }: Outcome,
  reason: string | null,
): Promise<void> {
  const end = effects.find((effect) => effect.type === 'end-instance');
  const { numUpdatedRows } = await on<ProcessTables>(ctx)
    .updateTable('process_instances')
    .set({
      status: instance.status,
      revision: head.revision + 1,
      next_number: instance.nextNumber,
      happened: head.happened + happenings.length,
      ...(end ? { ended_at: ctx.clock.now(), reason, error_code: end.errorCode ?? null } : {}),
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', head.id)
    .where('revision', '=', head.revision)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw processErrors.instanceChanged({ id: head.id, revision: head.revision });
}

async function removeGone(ctx: Context, id: string, before: Instance | undefined, after: Instance): Promise<void> {
  if (!before) return;
  const gone = (was: readonly { number: number }[], is: readonly { number: number }[]): number[] => {
    const left = new Set(is.map(({ number }) => number));
    return was.map(({ number }) => number).filter((number) => !left.has(number));
  };
  const scopes = gone(before.scopes, after.scopes);
  const remove = async (table: string, column: string, numbers: readonly number[]): Promise<void> => {
    if (numbers.length === 0) return;
    await sql`delete from ${sql.table(table)}
      where organisation_id = ${ctx.organisationId} and instance_id = ${id} and ${sql.ref(column)} = any(${[...numbers]}::int[])`.execute(
      ctx.transaction,
    );
  };
  const flowGone = before.arrivals.filter(
    (was) => !after.arrivals.some(({ scope, flowId }) => scope === was.scope && flowId === was.flowId),
  );
  await Promise.all([
    remove('process_scopes', 'number', scopes),
    remove('process_variables', 'scope', scopes),
    remove('process_tokens', 'number', gone(before.tokens, after.tokens)),
    remove('process_timers', 'number', gone(before.timers, after.timers)),
    remove('process_subscriptions', 'number', gone(before.subscriptions, after.subscriptions)),
    flowGone.length > 0 &&
      sql`delete from process_arrivals where organisation_id = ${ctx.organisationId} and instance_id = ${id}
        and (scope, flow_id) in (select * from unnest(${flowGone.map(({ scope }) => scope)}::int[], ${flowGone.map(({ flowId }) => flowId)}::text[]))`.execute(
        ctx.transaction,
      ),
  ]);
}

/** JSON's null is a value here, which `json_populate_recordset` would take for none. */
async function storeVariables(ctx: Context, id: string, before: Instance | undefined, after: Instance): Promise<void> {
  const known = new Map(before?.scopes.map(({ number, variables }) => [number, variables]));
  const rows = after.scopes.flatMap(({ number, variables }) =>
    Object.entries(variables)
      .filter(([name, value]) => {
        const was = known.get(number);
        return !was || !Object.hasOwn(was, name) || !isDeepStrictEqual(was[name], value);
      })
      .map(([name, value]) => ({ scope: number, name, value })),
  );
  if (rows.length === 0) return;
  await sql`insert into process_variables (organisation_id, instance_id, scope, name, value)
    select ${ctx.organisationId}, ${id}, (item->>'scope')::int, item->>'name', item->'value' from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as item
    on conflict (organisation_id, instance_id, scope, name) do update set value = excluded.value`.execute(
    ctx.transaction,
  );
}
