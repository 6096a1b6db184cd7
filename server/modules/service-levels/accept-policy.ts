// A policy on its way into the database: its name cleaned, nothing said twice, and refused as a whole where its rules break.
import type { PolicyConditions, PolicyInput } from '#contract/service-policies.ts';
import type { Context } from '#platform/context.ts';
import { commonErrors } from '#platform/errors.ts';
import { checkPolicy, type PolicyWorld } from './check-policy.ts';
import { cleanName } from './clean-name.ts';
import { conditionNames } from './choose-policy.ts';
import type { Place } from './draft-in-place.ts';
import { policyWorld } from './policy-world.ts';

/** Throws `request.invalid` with a fault for each field, such as `goals.2.amount`. */
export async function acceptPolicy(
  ctx: Context,
  input: PolicyInput,
  place: Place,
): Promise<{ policy: PolicyInput; world: PolicyWorld }> {
  const { conditions, goals, regimeId } = input;
  const policy: PolicyInput = {
    name: cleanName(input.name),
    conditions: Object.fromEntries(
      conditionNames.map((name) => [name, once<string>(conditions[name])]),
    ) as PolicyConditions,
    goals: goals.map((goal) => ({
      ...goal,
      pausedBy: once(goal.pausedBy),
      onWarn: once(goal.onWarn),
      onBreach: once(goal.onBreach),
    })),
    regimeId,
  };
  const world = await policyWorld(ctx, policy.conditions);
  const faults = checkPolicy(world, policy, place);
  if (faults.length > 0) throw commonErrors.invalid({}, faults);
  return { policy, world };
}

const once = <T>(values: readonly T[]): T[] => [...new Set(values)];
