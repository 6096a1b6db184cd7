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
import { lintNames, participantsOf } from './lint-names.ts';
import { lintReach } from './lint-reach.ts';
import { lintReferences, type KnownNames } from './lint-references.ts';
import { readDiagram } from './read-diagram.ts';
import { unitOfLane } from './unit-of-lane.ts';

export interface LintOptions extends KnownNames {
  /** The diagram is to come into force, so that what a draft may leave open is an error. */
  readonly publishing?: boolean;
}

export interface Linted extends Compiled {
  /** There is a process, and no error anywhere. */
  readonly executable: boolean;
}

export async function lint(xml: string, options: LintOptions = {}): Promise<Linted> {
  const { definitions: diagram, faults } = await readDiagram(xml);
  return diagram ? lintDiagram(diagram, options, faults) : { executable: false, definitions: [], faults };
}

/** `found`: what reading the file has said already. */
export async function lintDiagram(
  diagram: DiagramElement,
  options: LintOptions = {},
  found: readonly Fault[] = [],
): Promise<Linted> {
  const compiled = compileDiagram(diagram);
  const roots = childrenOf(diagram, 'rootElements');
  const participants = participantsOf(diagram);
  const { messagesIn } = messageFlows(roots);
  const ofProcesses = roots
    .filter((root) => isA(root, 'bpmn:Process'))
    .flatMap((process) => {
      const scopes = waysThrough(process);
      const lanes = unitOfLane(process);
      return [
        ...lintNames(process, participants, scopes),
        ...lintReferences(process, scopes, options),
        ...scopes.flatMap((ways) => [
          ...lintReach(ways),
          ...lintJoins(ways),
          ...lintMerges(ways),
          ...lintGateways(ways),
          ...lintEvents(ways, messagesIn),
          ...lintHandOffs(ways, lanes, options.publishing ?? false),
        ]),
      ];
    });
  const faults = [...found, ...compiled.faults, ...ofProcesses, ...(await lintDrawing(diagram))];
  const broken = faults.some(({ severity }) => severity === 'error');
  return { executable: !broken, definitions: broken ? [] : compiled.definitions, faults };
}
