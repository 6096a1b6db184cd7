// Compiles why an event happens and what it does: the one definition in its circle.
import { compileTimer } from './compile-timer.ts';
import { feelIn, isFeel, refuse, type Compiling } from './compiling.ts';
import type { Result, Trigger } from './definition.ts';
import { childOf, childrenOf, idOf, isA, wordsOf, type DiagramElement } from './diagram-element.ts';
import type { FaultCode } from './fault-codes.ts';

const notExecuted: Readonly<Record<string, FaultCode>> = {
  'bpmn:CompensateEventDefinition': 'compensation-not-executed',
  'bpmn:EscalationEventDefinition': 'escalation-not-executed',
  'bpmn:ConditionalEventDefinition': 'conditional-event-not-executed',
  'bpmn:CancelEventDefinition': 'cancel-event-not-executed',
};

/** Its definitions, those that stand at the top of the file and are only named here as well. */
export const definitionsOf = (event: DiagramElement): readonly DiagramElement[] => [
  ...childrenOf(event, 'eventDefinitions'),
  ...childrenOf(event, 'eventDefinitionRef'),
];

export const linkOf = (event: DiagramElement): DiagramElement | undefined =>
  definitionsOf(event).find((definition) => isA(definition, 'bpmn:LinkEventDefinition'));

/** `null`: the event has none. Nothing: it has one that was refused. */
function onlyDefinition(compiling: Compiling, event: DiagramElement): DiagramElement | null | undefined {
  const definitions = definitionsOf(event);
  if (definitions.length > 1) return refuse(compiling, 'multiple-triggers-not-executed', event);
  const [definition] = definitions;
  if (!definition) return null;
  const refused = notExecuted[definition.$type];
  return refused ? refuse(compiling, refused, event) : definition;
}

export function compileTrigger(compiling: Compiling, event: DiagramElement): Trigger | undefined {
  const definition = onlyDefinition(compiling, event);
  if (definition === undefined) return undefined;
  if (definition === null) return { type: 'none' };
  if (isA(definition, 'bpmn:MessageEventDefinition')) return compileMessageTrigger(compiling, definition, event);
  if (isA(definition, 'bpmn:SignalEventDefinition')) return compileSignal(compiling, definition, event);
  if (isA(definition, 'bpmn:TimerEventDefinition')) {
    const timer = compileTimer(compiling, definition, event);
    return timer && { type: 'timer', timer };
  }
  if (isA(definition, 'bpmn:ErrorEventDefinition')) {
    const code = errorCode(definition);
    return { type: 'error', ...(code === undefined ? {} : { code }) };
  }
  return refuse(compiling, 'trigger-misplaced', event);
}

export function compileResult(compiling: Compiling, event: DiagramElement): Result | undefined {
  const definition = onlyDefinition(compiling, event);
  if (definition === undefined) return undefined;
  if (definition === null) return { type: 'none' };
  if (isA(definition, 'bpmn:TerminateEventDefinition')) return { type: 'terminate' };
  if (isA(definition, 'bpmn:MessageEventDefinition')) return compileMessageResult(compiling, definition, event);
  if (isA(definition, 'bpmn:SignalEventDefinition')) return compileSignal(compiling, definition, event);
  if (isA(definition, 'bpmn:ErrorEventDefinition')) {
    const code = errorCode(definition);
    return code === undefined ? refuse(compiling, 'error-without-code', event) : { type: 'error', code };
  }
  return refuse(compiling, 'trigger-misplaced', event);
}

function errorCode(definition: DiagramElement): string | undefined {
  const error = childOf(definition, 'errorRef');
  return error && (wordsOf(error, 'errorCode') ?? wordsOf(error, 'name'));
}

function compileSignal(compiling: Compiling, definition: DiagramElement, at: DiagramElement) {
  const signal = childOf(definition, 'signalRef');
  const name = signal && fixedName(compiling, wordsOf(signal, 'name'), at);
  return name === undefined ? refuse(compiling, 'signal-without-name', at) : ({ type: 'signal', name } as const);
}

/** `holder`: the event's definition, or the receive task itself. */
export function compileMessageTrigger(
  compiling: Compiling,
  holder: DiagramElement,
  at: DiagramElement,
): Extract<Trigger, { type: 'message' }> | undefined {
  const message = childOf(holder, 'messageRef');
  const flow = compiling.messagesIn.get(idOf(at));
  const name = messageName(compiling, message, flow, at);
  const key = keyOf(compiling, [holder, flow, message], at);
  return name === undefined ? undefined : { type: 'message', name, ...(key === undefined ? {} : { key }) };
}

export function compileMessageResult(
  compiling: Compiling,
  holder: DiagramElement,
  at: DiagramElement,
): Extract<Result, { type: 'message' }> | undefined {
  const message = childOf(holder, 'messageRef');
  const flow = compiling.messagesOut.get(idOf(at));
  const name = messageName(compiling, message, flow, at);
  const key = keyOf(compiling, [holder, flow, message], at);
  const payload = feelIn(compiling, holder, 'payload', at);
  if (name === undefined) return undefined;
  return {
    type: 'message',
    name,
    ...(key === undefined ? {} : { key }),
    ...(payload === undefined ? {} : { payload }),
  };
}

/** An event that names no message takes the one of the flow between the pools, so that both ends mean the same. */
function messageName(
  compiling: Compiling,
  message: DiagramElement | undefined,
  flow: DiagramElement | undefined,
  at: DiagramElement,
): string | undefined {
  const ofFlow = flow && childOf(flow, 'messageRef');
  const words = [message, ofFlow, flow].map((each) => each && wordsOf(each, 'name')).find((each) => each !== undefined);
  return fixedName(compiling, words, at) ?? refuse(compiling, 'message-without-name', at);
}

function keyOf(compiling: Compiling, holders: readonly (DiagramElement | undefined)[], at: DiagramElement) {
  const holder = holders.find((each) => each && wordsOf(each, 'key') !== undefined);
  return holder && feelIn(compiling, holder, 'key', at);
}

/** Who waits for a name is found by it: it cannot depend on variables. */
function fixedName(compiling: Compiling, words: string | undefined, at: DiagramElement): string | undefined {
  if (words !== undefined && isFeel(words)) refuse(compiling, 'name-is-expression', at, { words });
  return words;
}
