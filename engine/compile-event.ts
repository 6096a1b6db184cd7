// Compiles the circles of a diagram: starts, ends, events in between and at the edge of activities.
import { compileResult, compileTrigger } from './compile-trigger.ts';
import { refuse, type Compiling } from './compiling.ts';
import type { BoundaryEvent, CatchEvent, EndEvent, FlowNode, StartEvent, ThrowEvent } from './definition.ts';
import { childOf, idOf, isA, saysYes, type DiagramElement } from './diagram-element.ts';
import type { NodeFacts } from './node-facts.ts';

export function compileEvent(compiling: Compiling, event: DiagramElement, facts: NodeFacts): FlowNode | undefined {
  if (isA(event, 'bpmn:StartEvent')) return compileStart(compiling, event, facts);
  if (isA(event, 'bpmn:EndEvent')) return compileEnd(compiling, event, facts);
  if (isA(event, 'bpmn:BoundaryEvent')) return compileBoundary(compiling, event, facts);
  if (isA(event, 'bpmn:IntermediateCatchEvent')) return compileCatch(compiling, event, facts);
  if (isA(event, 'bpmn:IntermediateThrowEvent')) return compileThrow(compiling, event, facts);
  return refuse(compiling, 'element-not-executed', event, { type: event.$type });
}

function compileStart(compiling: Compiling, event: DiagramElement, facts: NodeFacts): StartEvent | undefined {
  const trigger = compileTrigger(compiling, event);
  if (!trigger) return undefined;
  const scope = event.$parent;
  const ofEventSubprocess = scope !== undefined && isA(scope, 'bpmn:SubProcess') && saysYes(scope, 'triggeredByEvent');
  const interrupting = ofEventSubprocess && event.get('isInterrupting') !== false;
  if (trigger.type === 'error' && !ofEventSubprocess) return refuse(compiling, 'trigger-misplaced', event);
  if (trigger.type === 'error' && !interrupting) return refuse(compiling, 'error-must-interrupt', event);
  return { type: 'start-event', ...facts, trigger, interrupting };
}

function compileEnd(compiling: Compiling, event: DiagramElement, facts: NodeFacts): EndEvent | undefined {
  const result = compileResult(compiling, event);
  return result && { type: 'end-event', ...facts, result };
}

function compileBoundary(compiling: Compiling, event: DiagramElement, facts: NodeFacts): BoundaryEvent | undefined {
  const attachedTo = childOf(event, 'attachedToRef');
  const trigger = compileTrigger(compiling, event);
  if (!attachedTo || !isA(attachedTo, 'bpmn:Activity') || attachedTo.$parent !== event.$parent)
    return refuse(compiling, 'boundary-loose', event);
  if (!trigger) return undefined;
  if (trigger.type === 'none') return refuse(compiling, 'trigger-missing', event);
  const interrupting = event.get('cancelActivity') !== false;
  if (trigger.type === 'error' && !interrupting) return refuse(compiling, 'error-must-interrupt', event);
  return { type: 'boundary-event', ...facts, attachedTo: idOf(attachedTo), interrupting, trigger };
}

function compileCatch(compiling: Compiling, event: DiagramElement, facts: NodeFacts): CatchEvent | undefined {
  const trigger = compileTrigger(compiling, event);
  if (!trigger) return undefined;
  if (trigger.type === 'none') return refuse(compiling, 'trigger-missing', event);
  if (trigger.type === 'error') return refuse(compiling, 'trigger-misplaced', event);
  return { type: 'catch-event', ...facts, trigger };
}

function compileThrow(compiling: Compiling, event: DiagramElement, facts: NodeFacts): ThrowEvent | undefined {
  const result = compileResult(compiling, event);
  if (!result) return undefined;
  if (result.type === 'error' || result.type === 'terminate') return refuse(compiling, 'trigger-misplaced', event);
  return { type: 'throw-event', ...facts, result };
}
