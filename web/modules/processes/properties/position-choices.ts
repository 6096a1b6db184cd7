// The positions that a task can name: those of its unit and the ones above, understood as the server understands them.
import { idOf, isA, wordsOf, type DiagramElement } from '#engine/diagram-element.ts';
import { unitOfLane } from '#engine/unit-of-lane.ts';
import { normaliseText } from '#kernel/text/normalise.ts';

type Words = Readonly<Partial<Record<string, string>>>;
type UnitOf = { id: string; parentId: string | null; name: Words };
type PositionOf = { id: string; unitId: string; title: Words; isHead: boolean };

/** What a task, or its lane, says of its unit: an id, a name, or an expression. */
export function unitSaidOf(task: DiagramElement): string | undefined {
  const own = wordsOf(task, 'unit');
  if (own !== undefined) return own;
  let at: DiagramElement | undefined = task;
  while (at && !isA(at, 'bpmn:Process')) at = at.$parent;
  return at && unitOfLane(at).get(idOf(task))?.unit;
}

/**
 * The unit and those above it, nearest first. `undefined`: what is said is an expression, or names no unit, so it is not known before it runs.
 * `fallback`: owes what names no unit.
 */
export function unitsUpward<Unit extends UnitOf>(
  units: readonly Unit[],
  said: string | undefined,
  fallback: string | undefined,
): readonly Unit[] | undefined {
  const wanted = said ?? fallback;
  if (wanted === undefined || wanted.startsWith('=')) return undefined;
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const first = byId.get(wanted.toLowerCase()) ?? units.find(({ name }) => isCalled(name, wanted));
  const way: Unit[] = [];
  for (let at = first; at && !way.includes(at); at = at.parentId === null ? undefined : byId.get(at.parentId))
    way.push(at);
  return way.length > 0 ? way : undefined;
}

/** One of each title, nearest unit first. Heads are left out: they may take the task whatever position it names. */
export function positionsIn<Position extends PositionOf>(
  positions: readonly Position[],
  upward: readonly { id: string }[] | undefined,
  titleOf: (position: Position) => string,
): readonly Position[] {
  const offered = upward
    ? upward.flatMap(({ id }) => positions.filter(({ unitId }) => unitId === id))
    : positions.toSorted((a, b) => titleOf(a).localeCompare(titleOf(b)));
  const titles = new Set<string>();
  return offered.filter((position) => {
    const title = normaliseText(titleOf(position));
    if (position.isHead || title === '' || titles.has(title)) return false;
    titles.add(title);
    return true;
  });
}

/** By an id, or by a title in any language. */
export const isPosition = ({ id, title }: { id: string; title: Words }, words: string): boolean =>
  id === words.toLowerCase() || isCalled(title, words);

const isCalled = (names: Words, words: string): boolean => {
  const wanted = normaliseText(words);
  return Object.values(names).some((name) => name !== undefined && normaliseText(name) === wanted);
};
