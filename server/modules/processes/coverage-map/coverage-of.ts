// Which elements of the classification the organisation's own processes cover. Pure.
import type { Coverage, CoverageElement, CoverageState, CoveringModel } from '#contract/process-coverage.ts';
import type { ClassificationElement } from '#contract/process-coverage.ts';

export type Exclusion = NonNullable<CoverageElement['exclusion']>;

export type Covered = Pick<Coverage, 'elements' | 'unclassified' | 'outside' | 'counts'>;

/** `models`: all that are not retired. `exclusions`: by id of the element. */
export function coverageOf(
  elements: readonly ClassificationElement[],
  models: readonly CoveringModel[],
  exclusions: ReadonlyMap<number, Exclusion>,
): Covered {
  const known = new Map(elements.map((element) => [element.pcfId, element]));
  const here = Map.groupBy(
    models.filter(({ pcfId }) => pcfId !== null && known.has(pcfId)),
    ({ pcfId }) => pcfId!,
  );
  const above = (element: ClassificationElement): ClassificationElement[] => {
    const parent = element.parentId === null ? undefined : known.get(element.parentId);
    return parent ? [parent, ...above(parent)] : [];
  };
  const below = new Set([...here.keys()].flatMap((pcfId) => above(known.get(pcfId)!).map((element) => element.pcfId)));
  const stateOf = (element: ClassificationElement): CoverageState => {
    const own = here.get(element.pcfId);
    if (own) return own.some(runs) ? 'running' : 'declared';
    if (below.has(element.pcfId)) return 'parts';
    const line = [element, ...above(element)];
    if (line.some(({ pcfId }) => exclusions.has(pcfId))) return 'excluded';
    return line.some(({ pcfId }) => here.has(pcfId)) ? 'within' : 'missing';
  };
  const covered = elements.map((element): CoverageElement => {
    const own = here.get(element.pcfId) ?? [];
    return {
      ...element,
      state: stateOf(element),
      twice: own.length > 1,
      models: own,
      exclusion: exclusions.get(element.pcfId) ?? null,
    };
  });
  const unclassified = models.filter(({ pcfId }) => pcfId === null);
  const count = (state: CoverageState): number => covered.filter((element) => element.state === state).length;
  return {
    elements: covered,
    unclassified,
    outside: models.filter(({ pcfId }) => pcfId !== null && !known.has(pcfId)),
    counts: {
      running: count('running'),
      declared: count('declared'),
      parts: count('parts'),
      within: count('within'),
      excluded: count('excluded'),
      missing: count('missing'),
      twice: covered.filter(({ twice }) => twice).length,
      unclassified: unclassified.length,
    },
  };
}

/** A process that nobody began lately stands on paper only. */
const runs = ({ running, done }: CoveringModel): boolean => running > 0 || done > 0;
