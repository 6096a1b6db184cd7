// Finds names that are missing where people read them, or that two steps share.
import { definitionsOf } from './compile-trigger.ts';
import type { ElementId } from './definition.ts';
import { childrenOf, idOf, isA, wordsOf, type DiagramElement } from './diagram-element.ts';
import { fault, type Fault } from './fault-codes.ts';
import type { Ways } from './lint-graph.ts';

export function lintNames(
  process: DiagramElement,
  participants: readonly DiagramElement[],
  scopes: readonly Ways[],
): readonly Fault[] {
  const faults: Fault[] = [];
  const pool = participants.find((each) => each.get('processRef') === process);
  if (wordsOf(process, 'name') === undefined && !(pool && wordsOf(pool, 'name') !== undefined))
    faults.push(fault('process-without-name', idOf(process)));
  const seen = new Map<string, string>();
  for (const { id, element } of scopes.flatMap(({ places }) => [...places.values()])) {
    const name = wordsOf(element, 'name');
    if (name === undefined || !isA(element, 'bpmn:Activity')) continue;
    if (seen.has(name)) faults.push(fault('name-twice', id, { name }));
    seen.set(name, id);
  }
  return faults;
}

/** The one plain start and the one plain end of a process or subprocess: what they would be called is what it is called. */
export function speakForThemselves({ places }: Ways): readonly ElementId[] {
  const plain = [...places.values()].filter(
    ({ element }) => isA(element, 'bpmn:Event') && definitionsOf(element).length === 0,
  );
  return ['bpmn:StartEvent', 'bpmn:EndEvent'].flatMap((type) => {
    const [only, ...others] = plain.filter(({ element }) => isA(element, type));
    return only && others.length === 0 ? [only.id] : [];
  });
}

export const participantsOf = (diagram: DiagramElement): readonly DiagramElement[] =>
  childrenOf(diagram, 'rootElements')
    .filter((root) => isA(root, 'bpmn:Collaboration'))
    .flatMap((collaboration) => childrenOf(collaboration, 'participants'));
