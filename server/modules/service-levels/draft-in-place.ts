// Policies as they would be with one more, or with another version of one. Pure.
import type { PolicyInput } from '#contract/service-policies.ts';
import type { PolicyInForce } from './in-force.ts';

/** Where a policy goes: instead of the one with its id, else at its position, else at the end. */
export type Place = { id?: string | undefined; position?: number | undefined };

/** The id of a policy that has none yet. */
export const draftId = '00000000-0000-0000-0000-000000000000';

export function draftInPlace(
  policies: readonly PolicyInForce[],
  input: PolicyInput,
  { id, position }: Place,
): { policies: readonly PolicyInForce[]; draft: PolicyInForce } {
  const replaced = policies.find((one) => one.id === id);
  const draft = { ...input, id: id ?? draftId, version: (replaced?.version ?? 0) + 1 };
  if (replaced) return { draft, policies: policies.with(policies.indexOf(replaced), draft) };
  return { draft, policies: policies.toSpliced(positionWithin(policies, position) - 1, 0, draft) };
}

/** Beyond the last is at the end. */
export const positionWithin = (policies: readonly unknown[], position: number | undefined): number =>
  Math.min(position ?? Number.POSITIVE_INFINITY, policies.length + 1);
