// Which policies no case can reach, because earlier ones take all the cases that they would fit. Pure and exact.
import { CaseChannel, Priority } from '#contract/case-facts.ts';
import { CaseKind } from '#contract/catalogue.ts';
import type { CaseTraits, PolicyConditions } from '#contract/service-policies.ts';
import { failedConditions, type Condition } from './choose-policy.ts';

/** What cases can be: each category with the kinds that it takes (none: any), each segment with the one above it. */
export type PossibleCases = {
  kindsOf: ReadonlyMap<string, readonly CaseKind[]>;
  above: ReadonlyMap<string, string | null>;
};
type Conditional = { conditions: PolicyConditions };

/**
 * Traits that vary alone. Kind and category vary together: a category takes only its kinds. Of ids only those that a policy names
 * matter, and none of them: what nobody names is all alike.
 */
type Facet = { conditions: readonly Condition[]; values: readonly Partial<CaseTraits>[] };

/** Looks at no more than so many combinations; what is left open after that is taken as reached. In practice there are a few dozen. */
const mostSteps = 100_000;

/**
 * For each policy null where some case reaches it, else the earlier ones that take all its cases between them: one where one is
 * enough; none where no case could fit it even alone.
 */
export function takenBy<P extends Conditional>(
  possible: PossibleCases,
  policies: readonly P[],
): (readonly P[] | null)[] {
  const facets = facetsOf(possible, policies).map(({ conditions, values }) =>
    // By a bit for each policy: those whose conditions on this facet hold for the value.
    values.map((value) => bitsOf(policies, (policy) => !failed(policy, value).some((one) => conditions.includes(one)))),
  );
  return policies.map((_, index) => {
    const own = 1n << BigInt(index);
    const earlier = own - 1n;
    const left = facets.map((masks) => fewest(masks.filter((mask) => mask & own).map((mask) => mask & earlier)));
    if (left.some((masks) => masks.length === 0)) return [];
    const takers = takersOf(left, earlier);
    return takers === null ? null : policies.filter((_one, at) => takers & (1n << BigInt(at)));
  });
}

const anyCase: CaseTraits = {
  kind: 'remark',
  categoryId: null,
  productId: null,
  channel: 'api',
  priority: 'low',
  segmentPath: [],
};
const failed = ({ conditions }: Conditional, value: Partial<CaseTraits>): Condition[] =>
  failedConditions(conditions, { ...anyCase, ...value });

function facetsOf({ kindsOf, above }: PossibleCases, policies: readonly Conditional[]): Facet[] {
  const named = (name: 'categoryIds' | 'productIds'): string[] => [
    ...new Set(policies.flatMap(({ conditions }) => conditions[name])),
  ];
  const withCategory = named('categoryIds').flatMap((categoryId) =>
    CaseKind.options
      .filter((kind) => (kindsOf.get(categoryId) ?? []).length === 0 || kindsOf.get(categoryId)!.includes(kind))
      .map((kind) => ({ kind, categoryId })),
  );
  return [
    {
      conditions: ['kinds', 'categoryIds'],
      values: [...CaseKind.options.map((kind) => ({ kind, categoryId: null })), ...withCategory],
    },
    {
      conditions: ['segmentIds'],
      values: [[], ...[...above.keys()].map((id) => pathTo(above, id))].map((segmentPath) => ({ segmentPath })),
    },
    { conditions: ['channels'], values: CaseChannel.options.map((channel) => ({ channel })) },
    { conditions: ['priorities'], values: Priority.options.map((priority) => ({ priority })) },
    { conditions: ['productIds'], values: [null, ...named('productIds')].map((productId) => ({ productId })) },
  ];
}

/** From a segment up to its root. */
function pathTo(above: PossibleCases['above'], id: string): string[] {
  const path: string[] = [];
  for (let at: string | null | undefined = id; at; at = above.get(at)) path.push(at);
  return path;
}

function bitsOf<P>(policies: readonly P[], has: (policy: P) => boolean): bigint {
  return policies.reduce((bits, policy, index) => (has(policy) ? bits | (1n << BigInt(index)) : bits), 0n);
}

/** Where a value is taken by all that take another and more, the other says it all. */
function fewest(masks: readonly bigint[]): bigint[] {
  const distinct = [...new Set(masks)];
  return distinct.filter((mask) => !distinct.some((other) => other !== mask && (other & mask) === other));
}

/** Null where a combination is left that nobody earlier takes. */
function takersOf(facets: readonly (readonly bigint[])[], earlier: bigint): bigint | null {
  const alone = facets.flat().reduce((all, mask) => all & mask, earlier);
  if (alone !== 0n) return alone & -alone;
  let takers = 0n;
  let steps = 0;
  const isTaken = (at: number, left: bigint): boolean => {
    steps += 1;
    if (left === 0n || steps > mostSteps) return false;
    if (at === facets.length) {
      if ((takers & left) === 0n) takers |= left & -left;
      return true;
    }
    return facets[at]!.every((mask) => isTaken(at + 1, left & mask));
  };
  return isTaken(0, earlier) ? takers : null;
}
