// Reads the XML of a diagram: its tree, or a code that says why it cannot be read.
/// <reference path="./bpmn-moddle.d.ts" />
import { BpmnModdle } from 'bpmn-moddle';
import { partsOf, type DiagramElement } from './diagram-element.ts';
import { fault, type Fault } from './fault-codes.ts';
import { ridaModdle } from './rida-moddle.ts';

/** A diagram of two thousand elements has about 2 MB. */
export const LARGEST_DIAGRAM = 8_000_000;

/** Nobody draws so many boxes into each other; whoever reads them calls himself for each. */
const DEEPEST = 100;

export interface ReadDiagram {
  readonly definitions?: DiagramElement;
  readonly faults: readonly Fault[];
}

export const createModdle = (): BpmnModdle => new BpmnModdle({ rida: ridaModdle });

export async function readDiagram(xml: string): Promise<ReadDiagram> {
  if (xml.length > LARGEST_DIAGRAM) return { faults: [fault('diagram-too-large', '', { maximum: LARGEST_DIAGRAM })] };
  // No tool writes a document type into a diagram; whoever does wants the parser to fetch or to multiply.
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return { faults: [fault('diagram-with-entities', '')] };
  try {
    const { rootElement, warnings } = await createModdle().fromXML(xml);
    if (isTooDeep(rootElement)) return { faults: [fault('diagram-too-deep', '', { maximum: DEEPEST })] };
    return { definitions: rootElement, faults: warnings.flatMap(asFault) };
  } catch (error) {
    return { faults: [unreadable(String((error as Error).message))] };
  }
}

function unreadable(message: string): Fault {
  const at = /line: (\d+)\s+column: (\d+)/.exec(message);
  if (at) return fault('diagram-not-xml', '', { line: Number(at[1]) + 1, column: Number(at[2]) + 1 });
  return fault('diagram-not-bpmn', '');
}

/** The parser goes on after a problem and leaves out what it did not understand: nobody may believe that all was read. */
function asFault({ message, element, property, value }: Warning): readonly Fault[] {
  const id = element ? nearestId(element) : '';
  if (message.startsWith('unresolved reference'))
    return [fault('diagram-reference-open', id, { property: property ?? '', reference: value ?? '' })];
  const twice = /duplicate ID <([^>]*)>/.exec(message)?.[1];
  if (twice !== undefined) return [fault('diagram-id-twice', twice)];
  if (message.startsWith('unknown attribute') || message.startsWith('unsupported document encoding')) return [];
  const at = /line: (\d+)/.exec(message);
  const name = /unparsable content <\/?([^\s>]*)/.exec(message)?.[1] ?? '';
  return [fault('diagram-part-unread', id, { name, line: at ? Number(at[1]) + 1 : 0 })];
}

function isTooDeep(root: DiagramElement): boolean {
  const waiting = [{ element: root, depth: 0 }];
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    if (at.depth > DEEPEST) return true;
    for (const element of partsOf(at.element)) waiting.push({ element, depth: at.depth + 1 });
  }
  return false;
}

type Warning = Awaited<ReturnType<BpmnModdle['fromXML']>>['warnings'][number];

function nearestId(element: DiagramElement): string {
  for (let at: DiagramElement | undefined = element; at; at = at.$parent) {
    const id: unknown = at.get('id');
    if (typeof id === 'string') return id;
  }
  return '';
}
