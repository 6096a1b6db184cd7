// Changes the order in which service policies are tried.
import { sql } from 'kysely';
import type { Policy } from '#contract/service-policies.ts';
import { append, on, type Context } from '#platform/context.ts';
import { newlyHidden } from './check-policy.ts';
import { serviceLevelErrors } from './errors.ts';
import { listPolicies } from './list-policies.ts';
import { lockPolicies } from './lock-policies.ts';
import { policyWorld } from './policy-world.ts';
import type { ServiceLevelTables } from './tables.ts';

/**
 * All ids, each once. Throws `service-policy.list-changed-meanwhile` (somebody made or retired one since), `service-policy.never-reached`
 * with the `name` of one that this order would leave without cases, and those that take them (`by`).
 */
export async function reorderPolicies(ctx: Context, { ids }: { ids: readonly string[] }): Promise<{ items: Policy[] }> {
  await lockPolicies(ctx);
  const world = await policyWorld(ctx);
  const before = world.inForce.policies;
  const wanted = ids.map((id) => before.find((one) => one.id === id)).filter((one) => one !== undefined);
  if (new Set(wanted).size !== before.length || ids.length !== before.length)
    throw serviceLevelErrors.policiesChanged();
  if (wanted.every((policy, index) => policy === before[index])) return listPolicies(ctx, { retired: false });
  const hidden = newlyHidden(world, wanted);
  if (hidden)
    throw serviceLevelErrors.policyNeverReached({
      name: world.nameOf(hidden.policy.name),
      by: hidden.by.map(({ name }) => world.nameOf(name)).join(' · '),
    });
  await on<ServiceLevelTables>(ctx)
    .updateTable('service_policies')
    .set({ position: sql`array_position(${ids}::uuid[], id)` })
    .where('organisation_id', '=', ctx.organisationId)
    .where('position', 'is not', null)
    .execute();
  append(ctx, {
    type: 'service-policy.reordered',
    subjectType: 'organisation',
    subjectId: ctx.organisationId,
    data: { ids },
  });
  return listPolicies(ctx, { retired: false });
}
