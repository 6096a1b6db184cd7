// Asks the common modelling rules about names and drawing, and says their answers in this product's codes.
// oxlint-disable-next-line typescript/triple-slash-reference -- a package without types has no file to import them from
/// <reference path="./bpmnlint.d.ts" />
import Linter from 'bpmnlint/lib/linter.js';
import labelRequired from 'bpmnlint/rules/label-required.js';
import noDi from 'bpmnlint/rules/no-bpmndi.js';
import noOverlap from 'bpmnlint/rules/no-overlapping-elements.js';
import type { ElementId } from './definition.ts';
import { childOf, childrenOf, idOf, type DiagramElement } from './diagram-element.ts';
import { fault, type Fault, type FaultCode } from './fault-codes.ts';

/** Named one by one, so that a bundle for the browser holds these and no command line. */
const rules: Readonly<Record<string, unknown>> = {
  'label-required': labelRequired,
  'no-bpmndi': noDi,
  'no-overlapping-elements': noOverlap,
};

/** One for each diagram: rules may remember what they have seen. */
const createLinter = (asked: readonly string[]): Linter =>
  new Linter({
    config: { rules: Object.fromEntries(asked.map((rule) => [rule, 'warn'])) },
    resolver: { resolveRule: (_, rule) => rules[rule], resolveConfig: () => ({}) },
  });

/** `unnamed`: what needs no name. */
export async function lintDrawing(diagram: DiagramElement, unnamed: ReadonlySet<ElementId>): Promise<readonly Fault[]> {
  const drawings = childrenOf(diagram, 'diagrams');
  // Without a plane a rule would stumble; and to say of every single element that it is not drawn helps nobody.
  const drawn = drawings.length > 0 && drawings.every((drawing) => childOf(drawing, 'plane') !== undefined);
  const reports = await createLinter(drawn ? Object.keys(rules) : ['label-required']).lint(diagram);
  return [
    ...(drawn ? [] : [fault('diagram-not-drawn', idOf(diagram))]),
    ...Object.entries(reports).flatMap(([rule, found]) =>
      found
        .map(({ id = '', message }) => fault(codeOf(rule, message), id))
        .filter(({ code, elementId }) => code !== 'name-missing' || !unnamed.has(elementId)),
    ),
  ];
}

function codeOf(rule: string, message: string): FaultCode {
  if (rule === 'label-required') return 'name-missing';
  if (rule === 'no-bpmndi') return 'shape-missing';
  return message.includes('outside') ? 'shape-outside' : 'shapes-overlap';
}
