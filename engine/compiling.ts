// What every part of the compiler has in hand: the faults found so far and what stands around the process.
import type { ElementId, Feel } from './definition.ts';
import { idOf, wordsOf, type DiagramElement } from './diagram-element.ts';
import { faultInExpression } from './check-expression.ts';
import { fault, type Fault, type FaultCode } from './fault-codes.ts';

export interface Compiling {
  readonly faults: Fault[];
  /** The unit of the innermost lane a step stands in. */
  readonly unitOfLane: ReadonlyMap<ElementId, string>;
  /** Message flows between pools, by the element they leave and the one they reach. */
  readonly messagesOut: ReadonlyMap<ElementId, DiagramElement>;
  readonly messagesIn: ReadonlyMap<ElementId, DiagramElement>;
}

export function refuse(
  compiling: Compiling,
  code: FaultCode,
  at: DiagramElement | ElementId,
  params: Fault['params'] = {},
): undefined {
  compiling.faults.push(fault(code, typeof at === 'string' ? at : idOf(at), params));
}

/** FEEL is written with or without `=` before it; the faults are said of `at`, which has an id where the holder has none. */
export function feelIn(
  compiling: Compiling,
  holder: DiagramElement,
  property: string,
  at: DiagramElement,
  code: FaultCode = 'expression-not-understood',
): Feel | undefined {
  const words = wordsOf(holder, property);
  return words === undefined ? undefined : checkedFeel(compiling, words, at, code);
}

export function checkedFeel(
  compiling: Compiling,
  words: string,
  at: DiagramElement,
  code: FaultCode = 'expression-not-understood',
): Feel {
  const feel = words.replace(/^=\s*/, '');
  const place = faultInExpression(feel);
  if (place !== undefined) refuse(compiling, code, at, { expression: feel, place });
  return feel;
}

/** A text, or FEEL where it begins with `=`. */
export const isFeel = (words: string): boolean => words.startsWith('=');
