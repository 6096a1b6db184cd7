// Says whether a diagram can be executed, and where it could be modelled better: everything as faults with their elements.
import { compileDiagram, messageFlows, type Compiled } from './compile.ts';
import { childrenOf, isA, type DiagramElement } from './diagram-element.ts';
import type { Fault } from './fault-codes.ts';
import { lintDrawing } from './lint-drawing.ts';
import { lintEvents } from './lint-events.ts';
import { lintGateways } from './lint-gateways.ts';
import { waysThrough } from './lint-graph.ts';
import { lintHandOffs } from './lint-hand-offs.ts';
import { lintJoins } from './lint-joins.ts';
import { lintMerges } from './lint-merges.ts';
import { lintNames, participantsOf, speakForThemselves } from './lint-names.ts';
import { lintReach } from './lint-reach.ts';
import { readDiagram } from './read-diagram.ts';
import { unitOfLane } from './unit-of-lane.ts';

export interface Linted extends Compiled {
  /** There is a process, and no error anywhere. Otherwise `definitions` are for whoever has more to say about them, and not to be run. */
  readonly executable: boolean;
}

/** What an organisation has (units, forms, services) is its host's to check. */
export async function lint(xml: string): Promise<Linted> {
  const { definitions: diagram, faults } = await readDiagram(xml);
  return diagram ? lintDiagram(diagram, faults) : { executable: false, definitions: [], faults };
}

/** `found`: what reading the file has said already. */
export async function lintDiagram(diagram: DiagramElement, found: readonly Fault[] = []): Promise<Linted> {
  const compiled = compileDiagram(diagram);
  const roots = childrenOf(diagram, 'rootElements');
  const participants = participantsOf(diagram);
  const { messagesIn } = messageFlows(roots);
  const processes = roots
    .filter((root) => isA(root, 'bpmn:Process'))
    .map((process) => ({ process, scopes: waysThrough(process) }));
  const ofProcesses = processes.flatMap(({ process, scopes }) => {
    const lanes = unitOfLane(process);
    return [
      ...lintNames(process, participants, scopes),
      ...scopes.flatMap((ways) => [
        ...lintReach(ways),
        ...lintJoins(ways),
        ...lintMerges(ways),
        ...lintGateways(ways),
        ...lintEvents(ways, messagesIn),
        ...lintHandOffs(ways, lanes),
      ]),
    ];
  });
  const faults = [
    ...found,
    ...compiled.faults,
    ...ofProcesses,
    ...(await lintDrawing(diagram, new Set(processes.flatMap(({ scopes }) => scopes.flatMap(speakForThemselves))))),
  ];
  const executable = !faults.some(({ severity }) => severity === 'error');
  return { executable, definitions: compiled.definitions, faults };
}
