// Makes a service policy, at the end or at a position.
import { sql } from 'kysely';
import type { Policy, PolicyInput } from '#contract/service-policies.ts';
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { acceptPolicy } from './accept-policy.ts';
import { positionWithin } from './draft-in-place.ts';
import { serviceLevelErrors } from './errors.ts';
import { mostPolicies } from './list-policies.ts';
import { lockPolicies } from './lock-policies.ts';
import { getPolicy, stamp, writeVersion } from './service-policy.ts';
import type { ServiceLevelTables } from './tables.ts';

/**
 * Those from its position on move down. For open cases too: whoever moves their clocks hears of it by the event. Throws `request.invalid` with a fault for each field,
 * `service-policy.too-many`.
 */
export async function createPolicy(
  ctx: Context,
  { appliesTo = 'new', ...input }: PolicyInput & { position?: number | undefined; appliesTo?: 'new' | 'open' },
): Promise<Policy> {
  await lockPolicies(ctx);
  const { policy, world } = await acceptPolicy(ctx, input, { position: input.position });
  const others = world.inForce.policies;
  if (others.length >= mostPolicies) throw serviceLevelErrors.tooManyPolicies({ most: mostPolicies });
  const position = positionWithin(others, input.position);
  const id = newId();
  const { at, by } = stamp(ctx);
  const db = on<ServiceLevelTables>(ctx);
  await db
    .updateTable('service_policies')
    .set({ position: sql`position + 1` })
    .where('organisation_id', '=', ctx.organisationId)
    .where('position', '>=', position)
    .execute();
  await writeVersion(ctx, id, 1, policy);
  await db
    .insertInto('service_policies')
    .values({ organisation_id: ctx.organisationId, id, version: 1, position, changed_at: at, changed_by: by })
    .execute();
  append(ctx, {
    type: 'service-policy.created',
    subjectType: 'service-policy',
    subjectId: id,
    data: { version: 1, position, appliesTo, regimeId: policy.regimeId },
  });
  return getPolicy(ctx, id);
}
