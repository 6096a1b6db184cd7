// Which policy holds for a case: the first in their order whose conditions all hold. Pure.
import type { CaseTraits, PolicyConditions } from '#contract/service-policies.ts';

export type Condition = keyof PolicyConditions;

const valuesOf: Record<Condition, (traits: CaseTraits) => readonly (string | null)[]> = {
  kinds: ({ kind }) => [kind],
  categoryIds: ({ categoryId }) => [categoryId],
  // A segment stands for all below it.
  segmentIds: ({ segmentPath }) => segmentPath,
  channels: ({ channel }) => [channel],
  priorities: ({ priority }) => [priority],
  productIds: ({ productId }) => [productId],
};
export const conditionNames = Object.keys(valuesOf) as Condition[];

/** The conditions that do not hold; an empty list holds for every case. */
export function failedConditions(conditions: PolicyConditions, traits: CaseTraits): Condition[] {
  return conditionNames.filter((name) => {
    const wanted: readonly string[] = conditions[name];
    return wanted.length > 0 && !valuesOf[name](traits).some((value) => value !== null && wanted.includes(value));
  });
}

export function choosePolicy<P extends { conditions: PolicyConditions }>(
  policies: readonly P[],
  traits: CaseTraits,
): P | null {
  return policies.find((policy) => failedConditions(policy.conditions, traits).length === 0) ?? null;
}

type Known = { id: string; version: number };

/**
 * What a case comes under when a policy is published for open cases too: that policy, or what fits it where that policy no longer does.
 * Undefined: it stays as it is, also under an earlier version of another policy, whose publisher wanted it so.
 */
export function takenOver<P extends Known & { conditions: PolicyConditions }>(
  policies: readonly P[],
  publishedId: string,
  { policy, traits }: { policy: Known | null; traits: CaseTraits },
): P | null | undefined {
  const chosen = choosePolicy(policies, traits);
  if (chosen?.id === publishedId)
    return policy?.id === publishedId && policy.version === chosen.version ? undefined : chosen;
  return policy?.id === publishedId ? chosen : undefined;
}
