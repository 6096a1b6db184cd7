// An instance with all its rows: where it stands, what it knows, what it waits for, and what people set right.
import { sql } from 'kysely';
import type { ActorView } from '#contract/common.ts';
import type { Instance, Variables } from '#contract/process-instances.ts';
import { on, type Context } from '#platform/context.ts';
import { compiledProcess } from './compiled.ts';
import { processErrors } from '../errors.ts';
import { instanceBriefOf, instanceRows } from './list-instances.ts';
import { peopleNamed } from '../tasks/people.ts';
import { hiddenValues, shownValues } from '../tasks/task-form.ts';
import type { ProcessTables } from '../tables.ts';

const mostCorrections = 100;

/** Throws `process-instance.not-found`. */
export async function getInstance(ctx: Context, id: string): Promise<Instance> {
  const [row] = await instanceRows(ctx, sql`i.id = ${id}`, 1);
  if (!row) throw processErrors.instanceNotFound({ id });
  const { nodes } = await compiledProcess(ctx, row.version_id, row.process_id);
  const [hidden, brief, tokens, services, scopes, arrivals, timers, subscriptions, called, corrections] =
    await Promise.all([
      hiddenValues(ctx, id),
      instanceBriefOf(ctx, row),
      on<ProcessTables>(ctx)
        .selectFrom('process_tokens')
        .selectAll()
        .where('organisation_id', '=', ctx.organisationId)
        .where('instance_id', '=', id)
        .orderBy('number')
        .execute(),
      failedServices(ctx, id),
      scopesOf(ctx, id),
      sql<Instance['arrivals'][number]>`
      select gateway_id as "elementId", flow_id as "flowId", count from process_arrivals
       where organisation_id = ${ctx.organisationId} and instance_id = ${id} order by gateway_id, flow_id`.execute(
        ctx.transaction,
      ),
      on<ProcessTables>(ctx)
        .selectFrom('process_timers')
        .selectAll()
        .where('organisation_id', '=', ctx.organisationId)
        .where('instance_id', '=', id)
        .orderBy('number')
        .execute(),
      on<ProcessTables>(ctx)
        .selectFrom('process_subscriptions')
        .selectAll()
        .where('organisation_id', '=', ctx.organisationId)
        .where('instance_id', '=', id)
        .orderBy('number')
        .execute(),
      sql<Instance['called'][number]>`
      select c.id as "instanceId", c.parent_token as token, m.key, c.status from process_instances c
        join process_models m on m.organisation_id = c.organisation_id and m.id = c.model_id
       where c.organisation_id = ${ctx.organisationId} and c.parent_id = ${id} order by c.id desc limit ${mostCorrections}`.execute(
        ctx.transaction,
      ),
      correctionsOf(ctx, id),
    ]);
  return {
    ...brief,
    revision: row.revision,
    tokens: tokens.map((token) => ({
      number: token.number,
      scope: token.scope,
      elementId: token.element_id,
      name: nodes.get(token.element_id)?.name ?? null,
      waitsFor: token.waits_for,
      since: token.since,
      incident: incidentOf(token.incident) ?? services.get(token.number) ?? null,
    })),
    arrivals: arrivals.rows,
    scopes: scopes.map((scope) => ({ ...scope, variables: shownValues(scope.variables, hidden) })),
    timers: timers.map((timer) => ({ number: timer.number, elementId: timer.element_id, dueAt: timer.due_at })),
    subscriptions: subscriptions.map((one) => ({
      number: one.number,
      elementId: one.element_id,
      type: one.type,
      name: one.name,
      key: one.key,
    })),
    called: called.rows,
    reason: row.reason,
    errorCode: row.error_code,
    corrections,
  };
}

const incidentOf = (stored: unknown): Instance['tokens'][number]['incident'] => {
  const incident = stored as { code: string; params: Record<string, string | number> } | null;
  return incident && { code: incident.code, params: incident.params };
};

/** By token: what the product could not do. */
async function failedServices(ctx: Context, id: string) {
  const rows = await on<ProcessTables>(ctx)
    .selectFrom('process_services')
    .select(['token', 'kind', 'topic', 'fault', 'tries'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('instance_id', '=', id)
    .where('failed_at', 'is not', null)
    .execute();
  return new Map(
    rows.map(({ token, kind, topic, fault, tries }) => [
      token,
      { code: kind === 'call' ? 'call-failed' : 'service-failed', params: { topic, fault: fault ?? '', tries } },
    ]),
  );
}

async function scopesOf(ctx: Context, id: string): Promise<Instance['scopes']> {
  const { rows } = await sql<{ number: number; elementId: string; parent: number | null; variables: Variables | null }>`
    select s.number, s.element_id as "elementId", s.parent,
           (select jsonb_object_agg(v.name, v.value) from process_variables v
             where v.organisation_id = s.organisation_id and v.instance_id = s.instance_id and v.scope = s.number) as variables
      from process_scopes s where s.organisation_id = ${ctx.organisationId} and s.instance_id = ${id} order by s.number`.execute(
    ctx.transaction,
  );
  return rows.map((row) => ({ ...row, variables: row.variables ?? {} }));
}

async function correctionsOf(ctx: Context, id: string): Promise<Instance['corrections']> {
  const rows = await on<ProcessTables>(ctx)
    .selectFrom('process_corrections as c')
    .leftJoin('process_migrations as m', (join) =>
      join.onRef('m.organisation_id', '=', 'c.organisation_id').onRef('m.id', '=', 'c.migration_id'),
    )
    .leftJoin('process_versions as f', (join) =>
      join.onRef('f.organisation_id', '=', 'm.organisation_id').onRef('f.id', '=', 'm.from_version_id'),
    )
    .leftJoin('process_versions as t', (join) =>
      join.onRef('t.organisation_id', '=', 'm.organisation_id').onRef('t.id', '=', 'm.to_version_id'),
    )
    .select(['c.at', 'c.by_kind', 'c.by_id', 'c.type', 'c.element_id', 'c.names', 'c.reason', 'c.migration_id'])
    .select(['f.number as from', 't.number as to'])
    .where('c.organisation_id', '=', ctx.organisationId)
    .where('c.instance_id', '=', id)
    .orderBy('c.at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(mostCorrections)
    .execute();
  const people = await peopleNamed(
    ctx,
    rows.map((row) => (row.by_kind === 'staff' ? row.by_id : null)),
  );
  return rows.map((row) => ({
    at: row.at,
    by: { kind: row.by_kind, id: row.by_id, name: people(row.by_id)?.name ?? null } satisfies ActorView,
    type: row.type,
    elementId: row.element_id,
    names: row.names,
    reason: row.reason,
    migration: row.migration_id === null ? null : { id: row.migration_id, from: row.from!, to: row.to! },
  }));
}
