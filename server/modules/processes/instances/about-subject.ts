// The processes about something, such as a case: where they stand, what its customer reads of them, and their end.
import { sql } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import type { InstanceStatus, WaitsFor } from '#contract/process-instances.ts';
import type { UnitRef } from '#contract/processes.ts';
import type { Definition } from '#engine/definition.ts';
import type { Variables } from '#engine/instance.ts';
import type { Context } from '#platform/context.ts';
import { compiledProcess } from './compiled.ts';
import { familyFrom } from './family.ts';
import { sendMessage } from './send-message.ts';
import { stepInstance } from './step-instance.ts';

export type Subject = { type: string; id: string };

export type Standing = {
  elementId: string;
  name: string | null;
  waitsFor: WaitsFor;
  since: Date;
  task: { id: string; unit: UnitRef; dueAt: Date | null; overdue: boolean } | null;
  incident: boolean;
};

export type ProcessAbout = {
  instanceId: string;
  model: { id: string; key: string; name: LocaleText };
  version: number;
  status: InstanceStatus;
  startedAt: Date;
  /** Begun by a person or a program; otherwise by the product. */
  byHand: boolean;
  endedAt: Date | null;
  standsAt: Standing[];
};

const most = 20;
const mostPlaces = 100;
/** A customer reads stages of so many called processes; the oldest tell how far it came. */
const mostOfFamily = 1_000;

/** The newest first, at most twenty; what they called is told with them. */
export async function processesAbout(ctx: Context, { type, id }: Subject): Promise<ProcessAbout[]> {
  const [roots, places] = await Promise.all([
    sql<Omit<ProcessAbout, 'standsAt'>>`
      select i.id as "instanceId", jsonb_build_object('id', m.id, 'key', m.key, 'name', m.name) as model, v.number as version, i.status,
             i.started_at as "startedAt", i.started_by_kind <> 'system' as "byHand", i.ended_at as "endedAt"
        from process_instances i
        join process_models m on m.organisation_id = i.organisation_id and m.id = i.model_id
        join process_versions v on v.organisation_id = i.organisation_id and v.id = i.version_id
       where i.organisation_id = ${ctx.organisationId} and i.subject_id = ${id} and i.subject_type = ${type} and i.parent_id is null
       order by i.id desc limit ${most}`.execute(ctx.transaction),
    placesOf(ctx, { type, id }),
  ]);
  return roots.rows.map((root) => ({
    ...root,
    standsAt: places.filter(({ rootId }) => rootId === root.instanceId).map(standingOf),
  }));
}

type Place = Standing & { rootId: string };

function standingOf(place: Place): Standing {
  const { rootId: _, ...standing } = place;
  return standing;
}

/** Scopes and calls are no places: what stands in them is. */
async function placesOf(ctx: Context, { type, id }: Subject): Promise<Place[]> {
  const { rows } = await sql<Omit<Place, 'name'> & { taskName: string | null; versionId: string; processId: string }>`
    with recursive running as (
      select i.id, i.id as root_id, i.version_id, i.process_id from process_instances i
       where i.organisation_id = ${ctx.organisationId} and i.subject_id = ${id} and i.subject_type = ${type} and i.parent_id is null and i.status = 'running'
      union all
      select c.id, r.root_id, c.version_id, c.process_id from running r
        join process_instances c on c.organisation_id = ${ctx.organisationId} and c.parent_id = r.id and c.status = 'running')
    select r.root_id as "rootId", r.version_id as "versionId", r.process_id as "processId", t.element_id as "elementId", t.waits_for as "waitsFor",
           t.since, k.name as "taskName",
           case when k.id is not null then jsonb_build_object('id', k.id, 'unit', jsonb_build_object('id', u.id, 'name', u.name), 'dueAt', k.due_at,
             'overdue', coalesce(k.due_at < ${ctx.clock.now()}, false)) end as task,
           t.incident is not null or s.failed_at is not null as incident
      from running r
      join process_tokens t on t.organisation_id = ${ctx.organisationId} and t.instance_id = r.id and t.waits_for not in ('scope', 'call')
      left join process_tasks k on k.organisation_id = t.organisation_id and k.instance_id = t.instance_id and k.token = t.number and not k.ended
      left join unit_briefs u on u.organisation_id = k.organisation_id and u.id = k.unit_id
      left join process_services s on s.organisation_id = t.organisation_id and s.instance_id = t.instance_id and s.token = t.number
     order by t.since, t.instance_id, t.number limit ${mostPlaces}`.execute(ctx.transaction);
  const definitions = await definitionsOf(ctx, rows);
  return rows.map(({ taskName, versionId, processId, task, ...place }) => ({
    ...place,
    name: taskName ?? definitions.get(`${versionId} ${processId}`)?.nodes.get(place.elementId)?.name ?? null,
    // JSON knows no moments.
    task: task && { ...task, dueAt: task.dueAt === null ? null : new Date(task.dueAt) },
  }));
}

/** Compiled versions are in memory but for the first time. */
async function definitionsOf(
  ctx: Context,
  rows: readonly { versionId: string; processId: string }[],
): Promise<Map<string, Definition>> {
  const known = new Map<string, Definition>();
  for (const { versionId, processId } of rows)
    if (!known.has(`${versionId} ${processId}`))
      known.set(`${versionId} ${processId}`, await compiledProcess(ctx, versionId, processId));
  return known;
}

export type Progress = { promise: LocaleText | null; stages: { words: LocaleText; at: Date; now: boolean }[] };

/**
 * Of the process begun last: its promise, and the steps with words for customers that it and what it called came to, in order. The
 * last of them counts until another is reached. Null: no process, or one that says nothing to customers.
 */
export async function progressAbout(ctx: Context, { type, id }: Subject): Promise<Progress | null> {
  const { rows: newest } = await sql<{ id: string; status: InstanceStatus; promise: LocaleText | null }>`
    select i.id, i.status, m.promise
      from process_instances i join process_models m on m.organisation_id = i.organisation_id and m.id = i.model_id
     where i.organisation_id = ${ctx.organisationId} and i.subject_id = ${id} and i.subject_type = ${type} and i.parent_id is null
     order by i.id desc limit 1`.execute(ctx.transaction);
  const last = newest[0];
  if (!last) return null;
  const { rows: family } = await sql<{ id: string; versionId: string; processId: string }>`
    with recursive ${familyFrom(ctx, last.id)}
    select i.id, i.version_id as "versionId", i.process_id as "processId" from family f
      join process_instances i on i.organisation_id = ${ctx.organisationId} and i.id = f.id
     order by i.id limit ${mostOfFamily}`.execute(ctx.transaction);
  const definitions = await definitionsOf(ctx, family);
  const words = new Map(
    family.flatMap(({ id: instanceId, versionId, processId }) =>
      [...definitions.get(`${versionId} ${processId}`)!.nodes.values()].flatMap((node) => {
        const said = 'settings' in node ? localeText(node.settings.customerWords) : null;
        return said ? [[`${instanceId} ${node.id}`, said] as const] : [];
      }),
    ),
  );
  const stages = await stagesReached(ctx, words);
  if (last.promise === null && stages.length === 0) return null;
  return {
    promise: last.promise,
    stages: stages.map((stage, at) => ({ ...stage, now: last.status === 'running' && at === stages.length - 1 })),
  };
}

/** A step that was come to again counts at its last time. */
async function stagesReached(
  ctx: Context,
  words: ReadonlyMap<string, LocaleText>,
): Promise<{ words: LocaleText; at: Date }[]> {
  if (words.size === 0) return [];
  const [instanceIds, elementIds] = [0, 1].map((at) => [
    ...new Set([...words.keys()].map((key) => key.split(' ')[at]!)),
  ]);
  const { rows } = await sql<{ instanceId: string; elementId: string; at: Date }>`
    select h.instance_id as "instanceId", h.element_id as "elementId", max(h.at) as at from process_happenings h
     where h.organisation_id = ${ctx.organisationId} and h.instance_id = any(${instanceIds}::uuid[]) and h.type = 'entered'
       and h.element_id = any(${elementIds}::text[])
     group by h.instance_id, h.element_id order by max(h.at), max(h.number)`.execute(ctx.transaction);
  const reached = rows.flatMap(({ instanceId, elementId, at }) => {
    const said = words.get(`${instanceId} ${elementId}`);
    return said ? [{ words: said, at }] : [];
  });
  // Two steps that say the same are one to the customer.
  return reached.filter(({ words: said }, at) => JSON.stringify(said) !== JSON.stringify(reached[at + 1]?.words));
}

function localeText(words: Readonly<Record<string, string>> | undefined): LocaleText | null {
  const { ar, fa, en } = words ?? {};
  if (!ar && !fa && !en) return null;
  return { ...(ar ? { ar } : {}), ...(fa ? { fa } : {}), ...(en ? { en } : {}) };
}

/**
 * Cancels what runs about it and was begun by the product, one after the other; `except` is left. Answers with the models of what it cancelled.
 */
export async function cancelAbout(
  ctx: Context,
  subject: Subject,
  { reason, except = null }: { reason: string; except?: string | null },
): Promise<string[]> {
  const { rows } = await sql<{ id: string; modelId: string }>`
    select id, model_id as "modelId" from process_instances
     where organisation_id = ${ctx.organisationId} and subject_id = ${subject.id} and subject_type = ${subject.type} and parent_id is null
       and status = 'running' and started_by_kind = 'system' and model_id is distinct from ${except}::uuid
     order by id`.execute(ctx.transaction);
  const cancelled: string[] = [];
  for (const { id, modelId } of rows) {
    const stepped = await stepInstance(
      ctx,
      id,
      ({ instance }) => (instance.status === 'running' ? { type: 'cancel' } : null),
      { reason },
    );
    if (stepped) cancelled.push(modelId);
  }
  return cancelled;
}

/** Whether one of this model, not called by another, runs about it. */
export async function isRunningAbout(ctx: Context, subject: Subject, modelId: string): Promise<boolean> {
  const { rows } = await sql<{ running: boolean }>`
    select exists (select from process_instances where organisation_id = ${ctx.organisationId} and subject_id = ${subject.id}
       and subject_type = ${subject.type} and model_id = ${modelId} and parent_id is null and status = 'running') as running`.execute(
    ctx.transaction,
  );
  return rows[0]!.running;
}

/** How many were begun about it so far. */
export async function countAbout(ctx: Context, subject: Subject, modelId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from process_instances where organisation_id = ${ctx.organisationId} and subject_id = ${subject.id}
       and subject_type = ${subject.type} and model_id = ${modelId} and parent_id is null`.execute(ctx.transaction);
  return rows[0]!.count;
}

/**
 * Says that something happened to it: to whoever waits for a message of this name with its id as the key, or else to a process that
 * begins with it, which is then about it. Where nobody waits nothing is written.
 */
export async function tellAbout(ctx: Context, subject: Subject, name: string, variables: Variables): Promise<void> {
  const { rows } = await sql<{ wanted: boolean }>`
    select exists (select from process_subscriptions where organisation_id = ${ctx.organisationId} and type = 'message' and name = ${name} and key = ${subject.id})
        or exists (select from process_starts where organisation_id = ${ctx.organisationId} and type = 'message' and name = ${name}) as wanted`.execute(
    ctx.transaction,
  );
  if (rows[0]!.wanted) await sendMessage(ctx, { name, key: subject.id, variables, timeToLive: 0, subject });
}
