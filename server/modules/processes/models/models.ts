// Models of processes as the API shows them, and as verbs need them.
import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import type { Model, ModelBrief, ModelStatus, Sipoc } from '#contract/processes.ts';
import { may, on, type Context } from '#platform/context.ts';
import { processErrors } from '../errors.ts';
import { proposalsOf } from './proposals.ts';
import type { ProcessTables } from '../tables.ts';

export type ModelRow = Selectable<ProcessTables['process_models']>;

/** Throws `process.not-found`. `lock`: changes of it and of its draft come one after the other. */
export async function requireModel(ctx: Context, id: string, lock = false): Promise<ModelRow> {
  const row = await on<ProcessTables>(ctx)
    .selectFrom('process_models')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .$if(lock, (select) => select.forNoKeyUpdate())
    .executeTakeFirst();
  if (!row) throw processErrors.notFound({ id });
  return row;
}

/** Locked. Throws `process.not-found`, `process.retired`. */
export async function requireLiving(ctx: Context, id: string): Promise<ModelRow> {
  const model = await requireModel(ctx, id, true);
  if (model.retired_at !== null) throw processErrors.retired({ id });
  return model;
}

export const isOwner = (ctx: Context, model: { owner_id: string }): boolean =>
  ctx.actor.kind === 'staff' && ctx.actor.personId === model.owner_id;

export const mayPublish = (ctx: Context, model: { owner_id: string }): boolean =>
  may(ctx.actor, 'process.publish') && isOwner(ctx, model);

/** Throws `process.not-owner`. */
export function requireOwner(ctx: Context, model: ModelRow): void {
  if (!mayPublish(ctx, model)) throw processErrors.notOwner({ id: model.id });
}

export type BriefRow = {
  id: string;
  key: string;
  name: LocaleText;
  unit_id: string;
  unit_name: LocaleText;
  owner_id: string;
  owner_name: string;
  pcf_id: number | null;
  version: number | null;
  published_at: Date | null;
  draft_differs: boolean;
  proposed: boolean;
  running: number;
  incidents: number;
  changed_at: Date;
  retired_at: Date | null;
};

/** Rows of briefs, the one changed last first; `where` says of which models (`m`). */
export async function briefRows(ctx: Context, where: RawBuilder<unknown>, limit: number): Promise<BriefRow[]> {
  const { rows } = await sql<BriefRow>`
    select m.id, m.key, m.name, m.unit_id, u.name as unit_name, m.owner_id, p.name as owner_name, m.pcf_id, m.version, v.published_at,
           d.xml is distinct from v.xml as draft_differs, m.changed_at, m.retired_at,
           exists (select from process_proposals w where w.organisation_id = m.organisation_id and w.model_id = m.id and w.decision is null) as proposed,
           r.running, r.incidents
      from process_models m
      join unit_briefs u on u.organisation_id = m.organisation_id and u.id = m.unit_id
      join person_briefs p on p.organisation_id = m.organisation_id and p.id = m.owner_id
      join process_drafts d on d.organisation_id = m.organisation_id and d.model_id = m.id
      left join process_versions v on v.organisation_id = m.organisation_id and v.model_id = m.id and v.number = m.version
      cross join lateral (
        select count(*)::int as running, count(*) filter (where ${failing(sql`i.id`)})::int as incidents
          from process_versions ran join process_instances i on i.organisation_id = ran.organisation_id and i.version_id = ran.id and i.status = 'running'
         where ran.organisation_id = m.organisation_id and ran.model_id = m.id) r
     where m.organisation_id = ${ctx.organisationId} and ${where}
     order by m.changed_at desc, m.id desc limit ${limit}`.execute(ctx.transaction);
  return rows;

  function failing(instance: RawBuilder<unknown>): RawBuilder<unknown> {
    return sql`exists (select from process_tokens t where t.organisation_id = m.organisation_id and t.instance_id = ${instance} and t.incident is not null)
      or exists (select from process_services s where s.organisation_id = m.organisation_id and s.instance_id = ${instance} and s.failed_at is not null)`;
  }
}

const statusOf = (row: { retired_at: Date | null; version: number | null }): ModelStatus =>
  row.retired_at !== null ? 'retired' : row.version === null ? 'draft' : 'in-force';

export const briefOf = (row: BriefRow): ModelBrief => ({
  id: row.id,
  key: row.key,
  name: row.name,
  status: statusOf(row),
  unit: { id: row.unit_id, name: row.unit_name },
  owner: { id: row.owner_id, name: row.owner_name },
  pcfId: row.pcf_id,
  version: row.version,
  publishedAt: row.published_at,
  draftDiffers: row.draft_differs,
  proposed: row.proposed,
  running: row.running,
  incidents: row.incidents,
  changedAt: row.changed_at,
});

/** Throws `process.not-found`. */
export async function getModel(ctx: Context, id: string): Promise<Model> {
  const [model, [brief], proposals] = await Promise.all([
    requireModel(ctx, id),
    briefRows(ctx, sql`m.id = ${id}`, 1),
    proposalsOf(ctx, id),
  ]);
  return {
    ...briefOf(brief!),
    sipoc: model.sipoc as Sipoc,
    promise: model.promise as LocaleText | null,
    objective: model.objective as LocaleText | null,
    revision: model.revision,
    createdAt: model.created_at,
    retiredAt: model.retired_at,
    retireReason: model.retire_reason,
    proposals,
    mayPublish: mayPublish(ctx, model),
  };
}
