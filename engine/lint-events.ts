// Finds timers that cannot mean what they say, and messages that would reach every case that waits.
import { definitionsOf } from './compile-trigger.ts';
import type { ElementId } from './definition.ts';
import { childOf, idOf, isA, saysYes, wordsOf, type DiagramElement } from './diagram-element.ts';
import { fault, type Fault } from './fault-codes.ts';
import { readCycle, readLength } from './iso-time.ts';
import type { Place, Ways } from './lint-graph.ts';

/** `messagesIn`: the message flow that comes to an element from another pool; it may hold the key. */
export function lintEvents(
  { places, scope }: Ways,
  messagesIn: ReadonlyMap<ElementId, DiagramElement>,
): readonly Fault[] {
  const beginsInstance = isA(scope, 'bpmn:Process');
  return [...places.values()].flatMap(({ id, element }) => [
    ...lintMessage(id, element, beginsInstance, messagesIn.get(id)),
    ...timersOf(element).flatMap((timer) => lintTimer(id, element, timer, beginsInstance)),
  ]);
}

const timersOf = (element: Place['element']): readonly DiagramElement[] =>
  isA(element, 'bpmn:Event') ? definitionsOf(element).filter((each) => isA(each, 'bpmn:TimerEventDefinition')) : [];

function lintTimer(id: ElementId, event: DiagramElement, timer: DiagramElement, beginsInstance: boolean): Fault[] {
  const cycle = childOf(timer, 'timeCycle');
  const words = cycle && wordsOf(cycle, 'body');
  if (isA(event, 'bpmn:StartEvent') && beginsInstance) {
    if (childOf(timer, 'timeDuration')) return [fault('start-timer-counts-from-nothing', id)];
    return words !== undefined && isUnderMinute(words) ? [fault('start-timer-too-often', id, { cycle: words })] : [];
  }
  if (!cycle) return [];
  const staysBeside =
    (isA(event, 'bpmn:BoundaryEvent') && event.get('cancelActivity') === false) ||
    (isA(event, 'bpmn:StartEvent') && event.get('isInterrupting') === false);
  return staysBeside ? [] : [fault('cycle-fires-once', id)];
}

/** Seconds alone, and fewer than a minute has. */
function isUnderMinute(cycle: string): boolean {
  const length = readLength(readCycle(cycle)?.length ?? '');
  return length !== undefined && length.months + length.days + length.minutes === 0 && length.seconds < 60;
}

function lintMessage(
  id: ElementId,
  element: DiagramElement,
  beginsInstance: boolean,
  flow: DiagramElement | undefined,
): Fault[] {
  // A start of the process waits for nobody in particular: each message begins a case.
  if (isA(element, 'bpmn:StartEvent') ? beginsInstance : !isA(element, 'bpmn:CatchEvent', 'bpmn:ReceiveTask'))
    return [];
  if (isA(element, 'bpmn:ReceiveTask') && saysYes(element, 'instantiate')) return [];
  const holder = isA(element, 'bpmn:ReceiveTask')
    ? element
    : definitionsOf(element).find((each) => isA(each, 'bpmn:MessageEventDefinition'));
  if (!holder) return [];
  const keyed = [holder, flow, childOf(holder, 'messageRef')].some((each) => each && wordsOf(each, 'key'));
  return keyed ? [] : [fault('message-key-missing', idOf(element))];
}
