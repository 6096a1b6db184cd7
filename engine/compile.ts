// Compiles the processes of a diagram for the engine, or says what keeps them from being executed.
import { compileProcess } from './compile-process.ts';
import { refuse, type Compiling } from './compiling.ts';
import type { Definition, ElementId } from './definition.ts';
import { childOf, childrenOf, idOf, isA, type DiagramElement } from './diagram-element.ts';
import { fault, type Fault } from './fault-codes.ts';
import { readDiagram } from './read-diagram.ts';
import { unitOfLane } from './unit-of-lane.ts';

export interface Compiled {
  /** The processes without errors. */
  readonly definitions: readonly Definition[];
  readonly faults: readonly Fault[];
}

/** `processId`: only this process of the diagram. */
export async function compile(xml: string, processId?: ElementId): Promise<Compiled> {
  const { definitions: diagram, faults } = await readDiagram(xml);
  if (!diagram) return { definitions: [], faults };
  const compiled = compileDiagram(diagram, processId);
  const broken = faults.some(({ severity }) => severity === 'error');
  return { definitions: broken ? [] : compiled.definitions, faults: [...faults, ...compiled.faults] };
}

export function compileDiagram(diagram: DiagramElement, processId?: ElementId): Compiled {
  const roots = childrenOf(diagram, 'rootElements');
  const faults: Fault[] = [];
  const processes = roots.filter((root) => isA(root, 'bpmn:Process'));
  const wanted = processes.filter((process) => processId === undefined || idOf(process) === processId);
  if (processes.length === 0) faults.push(fault('process-missing', idOf(diagram)));
  else if (wanted.length === 0) faults.push(fault('process-unknown', idOf(diagram), { process: processId ?? '' }));
  refuseOtherDiagrams(roots, faults);
  const around = messageFlows(roots);
  const definitions = wanted.flatMap((process) => {
    const lanes = unitOfLane(process);
    const compiling: Compiling = {
      faults: [],
      ...around,
      unitOfLane: new Map([...lanes].map(([step, { unit }]) => [step, unit])),
    };
    if (idOf(process) === '') refuse(compiling, 'element-without-id', diagram, { type: process.$type });
    const definition = compileProcess(compiling, process);
    faults.push(...compiling.faults);
    return compiling.faults.some(({ severity }) => severity === 'error') ? [] : [definition];
  });
  return { definitions, faults };
}

function refuseOtherDiagrams(roots: readonly DiagramElement[], faults: Fault[]): void {
  for (const root of roots) {
    if (isA(root, 'bpmn:Choreography')) faults.push(fault('choreography-not-executed', idOf(root)));
    else if (isA(root, 'bpmn:Collaboration'))
      for (const node of childrenOf(root, 'conversations')) faults.push(fault('conversation-not-executed', idOf(node)));
  }
}

/** Pools talk by messages: an arrow between them says which message its two ends mean. A pool without a process is somebody outside. */
export function messageFlows(roots: readonly DiagramElement[]): Pick<Compiling, 'messagesOut' | 'messagesIn'> {
  const messagesOut = new Map<ElementId, DiagramElement>();
  const messagesIn = new Map<ElementId, DiagramElement>();
  for (const flow of roots.flatMap((root) =>
    isA(root, 'bpmn:Collaboration') ? childrenOf(root, 'messageFlows') : [],
  )) {
    const source = childOf(flow, 'sourceRef');
    const target = childOf(flow, 'targetRef');
    if (source) messagesOut.set(idOf(source), flow);
    if (target) messagesIn.set(idOf(target), flow);
  }
  return { messagesOut, messagesIn };
}
