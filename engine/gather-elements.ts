// Gathers what flows in a process, scope by scope, and refuses the kinds of scope that are not executed.
import { linkOf } from './compile-trigger.ts';
import { refuse, type Compiling } from './compiling.ts';
import type { ElementId } from './definition.ts';
import { childrenOf, idOf, isA, saysYes, type DiagramElement } from './diagram-element.ts';

/** One process or subprocess with what stands directly in it. */
export interface GatheredScope {
  readonly element: DiagramElement;
  readonly id: ElementId;
  readonly parentId?: ElementId;
  readonly ofEvent: boolean;
  /** Without links and event subprocesses, which are no places where a token stands. */
  readonly nodes: readonly DiagramElement[];
  readonly links: readonly DiagramElement[];
  readonly flows: readonly DiagramElement[];
}

export function gatherElements(compiling: Compiling, process: DiagramElement): readonly GatheredScope[] {
  const scopes: GatheredScope[] = [];
  const gather = (element: DiagramElement, parentId?: ElementId): void => {
    const inside = childrenOf(element, 'flowElements').filter((each) => {
      if (idOf(each) === '') refuse(compiling, 'element-without-id', element, { type: each.$type });
      return idOf(each) !== '';
    });
    const places = inside.filter((each) => isA(each, 'bpmn:FlowNode'));
    const isLink = (each: DiagramElement): boolean => isA(each, 'bpmn:Event') && linkOf(each) !== undefined;
    const id = idOf(element);
    scopes.push({
      element,
      id,
      ...(parentId === undefined ? {} : { parentId }),
      ofEvent: isEventSubprocess(element),
      nodes: places.filter((each) => !isLink(each) && !isEventSubprocess(each)),
      links: places.filter(isLink),
      flows: inside.filter((each) => isA(each, 'bpmn:SequenceFlow')),
    });
    for (const each of places) if (isA(each, 'bpmn:SubProcess') && isExecuted(compiling, each)) gather(each, id);
  };
  gather(process);
  return scopes;
}

const isEventSubprocess = (element: DiagramElement): boolean =>
  isA(element, 'bpmn:SubProcess') && saysYes(element, 'triggeredByEvent');

function isExecuted(compiling: Compiling, subprocess: DiagramElement): boolean {
  if (isA(subprocess, 'bpmn:Transaction')) refuse(compiling, 'transaction-not-executed', subprocess);
  else if (isA(subprocess, 'bpmn:AdHocSubProcess')) refuse(compiling, 'ad-hoc-not-executed', subprocess);
  else return true;
  return false;
}
