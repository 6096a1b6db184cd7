// Compiles when a timer is due: a date, a length or a repetition, in ISO 8601 or as FEEL that gives it.
import { checkedFeel, isFeel, refuse, type Compiling } from './compiling.ts';
import type { TimerDefinition } from './definition.ts';
import { childOf, saysYes, wordsOf, type DiagramElement } from './diagram-element.ts';
import { faultOfTimer } from './iso-time.ts';

const kinds = [
  ['timeDate', 'date'],
  ['timeDuration', 'duration'],
  ['timeCycle', 'cycle'],
] as const;

/** Of a timer event's definition. */
export function compileTimer(
  compiling: Compiling,
  definition: DiagramElement,
  at: DiagramElement,
): TimerDefinition | undefined {
  const said = kinds.flatMap(([property, kind]) => {
    const expression = childOf(definition, property);
    const words = expression && wordsOf(expression, 'body');
    return words ? [{ kind, words }] : [];
  });
  const [first, second] = said;
  if (!first) return refuse(compiling, 'timer-missing', at);
  if (second) return refuse(compiling, 'timer-twice', at);
  return timerOf(compiling, first.kind, first.words, saysYes(definition, 'workingTime'), at);
}

export function timerOf(
  compiling: Compiling,
  kind: TimerDefinition['kind'],
  words: string,
  workingTime: boolean,
  at: DiagramElement,
): TimerDefinition {
  if (isFeel(words)) return { kind, value: { feel: checkedFeel(compiling, words, at) }, workingTime };
  const code = faultOfTimer(kind, words, workingTime);
  if (code) refuse(compiling, code, at, { words, kind });
  return { kind, value: { text: words }, workingTime };
}
