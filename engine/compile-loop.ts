// Compiles how often an activity happens: for every member of a list, a number of times, or until a condition fails.
import { feelIn, refuse, type Compiling } from './compiling.ts';
import type { Loop } from './definition.ts';
import { childOf, isA, saysYes, wordsOf, type DiagramElement } from './diagram-element.ts';

export function compileLoop(compiling: Compiling, activity: DiagramElement): { readonly loop?: Loop } {
  const loop = childOf(activity, 'loopCharacteristics');
  if (!loop) return {};
  const compiled = isA(loop, 'bpmn:MultiInstanceLoopCharacteristics')
    ? compileMultiInstance(compiling, loop, activity)
    : compileStandard(compiling, loop, activity);
  return compiled ? { loop: compiled } : {};
}

function compileMultiInstance(compiling: Compiling, loop: DiagramElement, at: DiagramElement): Loop | undefined {
  const collection = feelIn(compiling, loop, 'collection', at);
  const number = childOf(loop, 'loopCardinality');
  const cardinality = number && feelIn(compiling, number, 'body', at);
  const elementVariable = wordsOf(loop, 'elementVariable');
  if (collection === undefined && cardinality === undefined) return refuse(compiling, 'loop-without-count', at);
  const ending = childOf(loop, 'completionCondition');
  const completionCondition = ending && feelIn(compiling, ending, 'body', at);
  const gathered = wordsOf(loop, 'outputCollection');
  const element = feelIn(compiling, loop, 'outputElement', at);
  return {
    type: 'multi-instance',
    sequential: saysYes(loop, 'isSequential'),
    over:
      collection === undefined
        ? { cardinality: cardinality ?? '' }
        : { collection, ...(elementVariable === undefined ? {} : { elementVariable }) },
    ...(completionCondition === undefined ? {} : { completionCondition }),
    ...(gathered === undefined || element === undefined ? {} : { output: { collection: gathered, element } }),
  };
}

function compileStandard(compiling: Compiling, loop: DiagramElement, at: DiagramElement): Loop | undefined {
  const said = childOf(loop, 'loopCondition');
  const condition = said && feelIn(compiling, said, 'body', at);
  const maximum = loop.get('loopMaximum');
  const limit = typeof maximum === 'number' && maximum > 0 ? { maximum } : {};
  if (condition === undefined && !('maximum' in limit)) return refuse(compiling, 'loop-without-condition', at);
  return { type: 'standard', condition: condition ?? 'true', testBefore: saysYes(loop, 'testBefore'), ...limit };
}
