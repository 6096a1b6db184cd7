// Takes a service policy out of the order in which they are tried: it holds for no new case.
import { sql } from 'kysely';
import { append, on, type Context } from '#platform/context.ts';
import { lockPolicies } from './lock-policies.ts';
import { getPolicy, stamp } from './service-policy.ts';
import type { ServiceLevelTables } from './tables.ts';

/** Those below it move up; what was promised under it goes on. Twice is once. Throws `service-policy.not-found`. */
export async function retirePolicy(ctx: Context, id: string): Promise<void> {
  await lockPolicies(ctx);
  const { position, version } = await getPolicy(ctx, id);
  if (position === null) return;
  const { at, by } = stamp(ctx);
  const change = () =>
    on<ServiceLevelTables>(ctx).updateTable('service_policies').where('organisation_id', '=', ctx.organisationId);
  await change().set({ position: null, changed_at: at, changed_by: by }).where('id', '=', id).execute();
  await change()
    .set({ position: sql`position - 1` })
    .where('position', '>', position)
    .execute();
  append(ctx, {
    type: 'service-policy.retired',
    subjectType: 'service-policy',
    subjectId: id,
    data: { version, position },
  });
}
