// Instances as lists show them, the one started last first.
import { sql, type RawBuilder } from 'kysely';
import type { ActorView, LocaleText } from '#contract/common.ts';
import type { InstanceBrief, InstanceStatus, WaitsFor } from '#contract/process-instances.ts';
import type { Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { compiledProcess } from './compiled.ts';

export type InstanceFilter = {
  modelId?: string | undefined;
  version?: number | undefined;
  status?: InstanceStatus | undefined;
  subjectType?: string | undefined;
  subjectId?: string | undefined;
  elementId?: string | undefined;
  incident?: 'yes' | undefined;
};

export type InstanceRow = {
  id: string;
  model_id: string;
  model_key: string;
  model_name: LocaleText;
  version_id: string;
  version: number;
  process_id: string;
  status: InstanceStatus;
  revision: number;
  subject_type: string | null;
  subject_id: string | null;
  parent_id: string | null;
  parent_token: number | null;
  started_at: Date;
  started_by_kind: ActorView['kind'];
  started_by: string | null;
  started_name: string | null;
  ended_at: Date | null;
  reason: string | null;
  error_code: string | null;
  incidents: number;
  stands_at: { elementId: string; waitsFor: WaitsFor }[];
};

/** `i`: the instances. Scopes are no places: what stands in them is. */
export async function instanceRows(ctx: Context, where: RawBuilder<unknown>, limit: number): Promise<InstanceRow[]> {
  const { rows } = await sql<InstanceRow>`
    select i.id, i.model_id, m.key as model_key, m.name as model_name, i.version_id, v.number as version, i.process_id, i.status, i.revision,
           i.subject_type, i.subject_id, i.parent_id, i.parent_token, i.started_at, i.started_by_kind, i.started_by, p.name as started_name,
           i.ended_at, i.reason, i.error_code,
           (select count(*) from process_tokens t where t.organisation_id = i.organisation_id and t.instance_id = i.id and t.incident is not null)::int
             + (select count(*) from process_services s where s.organisation_id = i.organisation_id and s.instance_id = i.id and s.failed_at is not null)::int as incidents,
           coalesce((select jsonb_agg(jsonb_build_object('elementId', w.element_id, 'waitsFor', w.waits_for)) from (
              select t.element_id, t.waits_for from process_tokens t
               where t.organisation_id = i.organisation_id and t.instance_id = i.id and t.waits_for <> 'scope' order by t.number limit 5) w), '[]') as stands_at
      from process_instances i
      join process_models m on m.organisation_id = i.organisation_id and m.id = i.model_id
      join process_versions v on v.organisation_id = i.organisation_id and v.id = i.version_id
      left join person_briefs p on p.organisation_id = i.organisation_id and p.id = i.started_by
     where i.organisation_id = ${ctx.organisationId} and ${where}
     order by i.id desc limit ${limit}`.execute(ctx.transaction);
  return rows;
}

export async function instanceBriefOf(ctx: Context, row: InstanceRow): Promise<InstanceBrief> {
  const { nodes } = await compiledProcess(ctx, row.version_id, row.process_id);
  return {
    id: row.id,
    model: { id: row.model_id, key: row.model_key, name: row.model_name },
    version: row.version,
    processId: row.process_id,
    status: row.status,
    subject: row.subject_id === null ? null : { type: row.subject_type!, id: row.subject_id },
    parent: row.parent_id === null ? null : { instanceId: row.parent_id, token: row.parent_token! },
    startedAt: row.started_at,
    startedBy: { kind: row.started_by_kind, id: row.started_by, name: row.started_name },
    endedAt: row.ended_at,
    incidents: row.incidents,
    standsAt: row.stands_at.map((at) => ({ ...at, name: nodes.get(at.elementId)?.name ?? null })),
  };
}

export async function listInstances(
  ctx: Context,
  input: InstanceFilter & { cursor?: string | undefined; limit: number },
): Promise<{ items: InstanceBrief[]; next: string | null }> {
  const { modelId, version, status, subjectType, subjectId, elementId, incident } = input;
  const conditions = [sql`true`];
  if (modelId) conditions.push(sql`i.model_id = ${modelId}`);
  if (version) conditions.push(sql`v.number = ${version}`);
  if (status) conditions.push(sql`i.status = ${status}`);
  if (subjectType) conditions.push(sql`i.subject_type = ${subjectType}`);
  if (subjectId) conditions.push(sql`i.subject_id = ${subjectId}`);
  if (elementId)
    conditions.push(
      sql`exists (select from process_tokens t where t.organisation_id = i.organisation_id and t.instance_id = i.id and t.element_id = ${elementId})`,
    );
  if (incident)
    conditions.push(sql`i.status = 'running' and (
      exists (select from process_tokens t where t.organisation_id = i.organisation_id and t.instance_id = i.id and t.incident is not null)
      or exists (select from process_services s where s.organisation_id = i.organisation_id and s.instance_id = i.id and s.failed_at is not null))`);
  if (input.cursor !== undefined) {
    const [id] = decodeCursor(input.cursor, 1);
    conditions.push(sql`i.id < ${String(id)}::uuid`);
  }
  const rows = await instanceRows(ctx, sql.join(conditions, sql` and `), input.limit + 1);
  const briefs = new Map<string, InstanceBrief>();
  // Compiled versions are in memory but for the first time.
  for (const row of rows) briefs.set(row.id, await instanceBriefOf(ctx, row));
  return page(
    rows,
    input.limit,
    (row) => briefs.get(row.id)!,
    (row) => [row.id],
  );
}
