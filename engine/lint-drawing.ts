// Asks the common modelling rules about names and drawing, and says their answers in this product's codes.
/// <reference path="./bpmnlint.d.ts" />
import Linter from 'bpmnlint/lib/linter.js';
import labelRequired from 'bpmnlint/rules/label-required.js';
import noDi from 'bpmnlint/rules/no-bpmndi.js';
import noDuplicateFlows from 'bpmnlint/rules/no-duplicate-sequence-flows.js';
import noOverlap from 'bpmnlint/rules/no-overlapping-elements.js';
import { childrenOf, idOf, isA, type DiagramElement } from './diagram-element.ts';
import { fault, type Fault, type FaultCode } from './fault-codes.ts';

/** Named one by one, so that a bundle for the browser holds these and no command line. */
const rules: Readonly<Record<string, unknown>> = {
  'label-required': labelRequired,
  'no-bpmndi': noDi,
  'no-duplicate-sequence-flows': noDuplicateFlows,
  'no-overlapping-elements': noOverlap,
};

/** One for each diagram: some of the rules remember what they have seen. */
const createLinter = (): Linter =>
  new Linter({
    config: { rules: Object.fromEntries(Object.keys(rules).map((rule) => [rule, 'warn'])) },
    resolver: { resolveRule: (_, rule) => rules[rule], resolveConfig: () => ({}) },
  });

export async function lintDrawing(diagram: DiagramElement): Promise<readonly Fault[]> {
  const reports = await createLinter().lint(diagram);
  const drawn = childrenOf(diagram, 'diagrams').length > 0;
  const flows = flowIds(diagram);
  return [
    ...(drawn ? [] : [fault('diagram-not-drawn', idOf(diagram))]),
    ...Object.entries(reports).flatMap(([rule, found]) =>
      found.flatMap(({ id = '', message }) => {
        const code = codeOf(rule, message);
        // The ends of a doubled arrow are reported as well; the arrow is enough.
        if (!code || (code === 'shape-missing' && !drawn) || (code === 'flow-twice' && !flows.has(id))) return [];
        return [fault(code, id)];
      }),
    ),
  ];
}

function codeOf(rule: string, message: string): FaultCode | undefined {
  if (rule === 'label-required') return 'name-missing';
  if (rule === 'no-bpmndi') return 'shape-missing';
  if (rule === 'no-duplicate-sequence-flows') return 'flow-twice';
  return message.includes('outside') ? 'shape-outside' : 'shapes-overlap';
}

function flowIds(diagram: DiagramElement): ReadonlySet<string> {
  const ids = new Set<string>();
  const walk = (holder: DiagramElement): void => {
    for (const element of childrenOf(holder, 'flowElements')) {
      if (isA(element, 'bpmn:SequenceFlow')) ids.add(idOf(element));
      if (isA(element, 'bpmn:SubProcess')) walk(element);
    }
  };
  for (const root of childrenOf(diagram, 'rootElements')) if (isA(root, 'bpmn:Process')) walk(root);
  return ids;
}
