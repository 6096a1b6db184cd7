// How many wait where, of all instances of a version that run: for the live diagram. About the process, never about a person.
import { sql } from 'kysely';
import type { VersionCounts } from '#contract/processes.ts';
import type { Context } from '#platform/context.ts';
import { requireVersion } from '../models/versions.ts';

/** Tokens inside of a subprocess count there and at it. Throws `process.version-not-found`. */
export async function countElements(
  ctx: Context,
  { id, number }: { id: string; number: number },
): Promise<VersionCounts> {
  const version = await requireVersion(ctx, id, number);
  const [running, elements] = await Promise.all([
    sql<{ running: number }>`
      select count(*)::int as running from process_instances
       where organisation_id = ${ctx.organisationId} and version_id = ${version.id} and status = 'running'`.execute(
      ctx.transaction,
    ),
    sql<VersionCounts['elements'][number]>`
      select element_id as "elementId", sum(waiting)::int as waiting, sum(overdue)::int as overdue, sum(incidents)::int as incidents
        from (
          select element_id, count(*) as waiting, 0 as overdue, count(*) filter (where incident is not null) as incidents
            from process_tokens where organisation_id = ${ctx.organisationId} and version_id = ${version.id} group by element_id
          union all
          select element_id, 0, count(*), 0 from process_tasks
           where organisation_id = ${ctx.organisationId} and version_id = ${version.id} and not ended
             and (due_at <= ${ctx.clock.now()} or wait_until <= ${ctx.clock.now()}) group by element_id
          union all
          select a.gateway_id, sum(a.count), 0, 0 from process_instances i
            join process_arrivals a on a.organisation_id = i.organisation_id and a.instance_id = i.id
           where i.organisation_id = ${ctx.organisationId} and i.version_id = ${version.id} and i.status = 'running' group by a.gateway_id
          union all
          select s.element_id, 0, 0, count(*) from process_instances i
            join process_services s on s.organisation_id = i.organisation_id and s.instance_id = i.id and s.failed_at is not null
           where i.organisation_id = ${ctx.organisationId} and i.version_id = ${version.id} and i.status = 'running' group by s.element_id
        ) as counted
       group by element_id order by element_id`.execute(ctx.transaction),
  ]);
  return { running: running.rows[0]!.running, elements: elements.rows };
}
