// Publishes a new version of a service policy, from the version that the change was made from.
import { isDeepStrictEqual } from 'node:util';
import type { Policy, PolicyInput } from '#contract/service-policies.ts';
import { append, on, type Context } from '#platform/context.ts';
import { acceptPolicy } from './accept-policy.ts';
import { serviceLevelErrors } from './errors.ts';
import { lockPolicies } from './lock-policies.ts';
import { getPolicy, stamp, writeVersion } from './service-policy.ts';
import type { ServiceLevelTables } from './tables.ts';

type Change = PolicyInput & { id: string; version: number; appliesTo: 'new' | 'open' };

/**
 * A change of nothing is no version; asked for open cases it still takes over those that run under an earlier one. Whoever moves
 * their clocks hears of it by the event. Throws `service-policy.not-found`, `service-policy.retired`,
 * `service-policy.changed-meanwhile` (the version is not the current one), `request.invalid` with a fault for each field.
 */
export async function changePolicy(ctx: Context, { id, version, appliesTo, ...input }: Change): Promise<Policy> {
  await lockPolicies(ctx);
  const before = await getPolicy(ctx, id);
  if (before.position === null) throw serviceLevelErrors.policyRetired({ id });
  if (before.version !== version) throw serviceLevelErrors.policyChanged({ id, version: before.version });
  const { policy } = await acceptPolicy(ctx, input, { id });
  const fields = (['name', 'conditions', 'goals', 'regimeId'] as const).filter(
    (field) => !isDeepStrictEqual(before[field], policy[field]),
  );
  if (fields.length === 0 && appliesTo === 'new') return before;
  const next = fields.length === 0 ? version : version + 1;
  if (next !== version) {
    const { at, by } = stamp(ctx);
    await writeVersion(ctx, id, next, policy);
    await on<ServiceLevelTables>(ctx)
      .updateTable('service_policies')
      .set({ version: next, changed_at: at, changed_by: by })
      .where('organisation_id', '=', ctx.organisationId)
      .where('id', '=', id)
      .execute();
  }
  append(ctx, {
    type: 'service-policy.changed',
    subjectType: 'service-policy',
    subjectId: id,
    data: { version: next, appliesTo, fields },
  });
  return getPolicy(ctx, id);
}
