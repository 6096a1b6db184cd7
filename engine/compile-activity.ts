// Compiles the boxes of a diagram: tasks of people, services and rules, subprocesses and calls.
import { compileDecision } from './compile-decision.ts';
import { defaultFlow } from './compile-flows.ts';
import { compileLoop } from './compile-loop.ts';
import { compileSettings } from './compile-settings.ts';
import { compileMessageResult, compileMessageTrigger } from './compile-trigger.ts';
import { feelIn, refuse, type Compiling } from './compiling.ts';
import type { Activity, BusinessRuleTask, CallActivity, ElementId, ScriptTask, ServiceTask } from './definition.ts';
import { isA, saysYes, wordsOf, type DiagramElement } from './diagram-element.ts';
import type { NodeFacts } from './node-facts.ts';

type ActivityFacts = NodeFacts & Pick<Activity, 'boundary' | 'loop' | 'defaultFlow'>;

export function compileActivity(
  compiling: Compiling,
  element: DiagramElement,
  node: NodeFacts,
  boundary: readonly ElementId[],
): Activity | undefined {
  if (saysYes(element, 'isForCompensation')) return refuse(compiling, 'compensation-not-executed', element);
  const facts: ActivityFacts = {
    ...node,
    boundary,
    ...compileLoop(compiling, element),
    ...defaultFlow(compiling, element, node.outgoing),
  };
  switch (element.$type) {
    case 'bpmn:Task':
      // Who draws a step without a kind means that somebody does it.
      refuse(compiling, 'task-without-kind', element);
      return { type: 'user-task', ...facts, settings: compileSettings(compiling, element) };
    case 'bpmn:UserTask':
      return { type: 'user-task', ...facts, settings: compileSettings(compiling, element) };
    case 'bpmn:ManualTask':
      return { type: 'manual-task', ...facts, settings: compileSettings(compiling, element) };
    case 'bpmn:ServiceTask':
      return compileService(compiling, element, facts);
    case 'bpmn:SendTask': {
      const message = compileMessageResult(compiling, element, element);
      return message && { type: 'send-task', ...facts, message };
    }
    case 'bpmn:ReceiveTask': {
      if (saysYes(element, 'instantiate')) return refuse(compiling, 'starting-receive-task-not-executed', element);
      const message = compileMessageTrigger(compiling, element, element);
      return message && { type: 'receive-task', ...facts, message };
    }
    case 'bpmn:ScriptTask':
      return compileScript(compiling, element, facts);
    case 'bpmn:BusinessRuleTask':
      return compileRule(compiling, element, facts);
    case 'bpmn:CallActivity':
      return compileCall(compiling, element, facts);
    case 'bpmn:SubProcess':
      return { type: 'subprocess', ...facts };
    default:
      // Transactions and ad-hoc subprocesses were refused when they were gathered.
      if (!isA(element, 'bpmn:SubProcess')) refuse(compiling, 'element-not-executed', element, { type: element.$type });
      return undefined;
  }
}

function compileService(compiling: Compiling, element: DiagramElement, facts: ActivityFacts): ServiceTask | undefined {
  const topic = wordsOf(element, 'topic');
  if (topic === undefined) return refuse(compiling, 'topic-missing', element);
  const settings = compileSettings(compiling, element);
  return { type: 'service-task', ...facts, topic, ...inputAndResult(compiling, element), settings };
}

function compileScript(compiling: Compiling, element: DiagramElement, facts: ActivityFacts): ScriptTask | undefined {
  const format = wordsOf(element, 'scriptFormat');
  if (format !== undefined && !/feel/i.test(format))
    return refuse(compiling, 'script-in-other-language', element, { language: format });
  const script = feelIn(compiling, element, 'script', element);
  const resultVariable = wordsOf(element, 'resultVariable');
  if (script === undefined) return refuse(compiling, 'script-missing', element);
  if (resultVariable === undefined) return refuse(compiling, 'result-variable-missing', element);
  return { type: 'script-task', ...facts, script, resultVariable };
}

function compileRule(
  compiling: Compiling,
  element: DiagramElement,
  facts: ActivityFacts,
): BusinessRuleTask | undefined {
  const decision = compileDecision(compiling, element);
  const resultVariable = wordsOf(element, 'resultVariable');
  if (resultVariable === undefined) return refuse(compiling, 'result-variable-missing', element);
  return decision && { type: 'business-rule-task', ...facts, decision, resultVariable };
}

function compileCall(compiling: Compiling, element: DiagramElement, facts: ActivityFacts): CallActivity | undefined {
  const calledProcess = wordsOf(element, 'calledElement');
  if (calledProcess === undefined) return refuse(compiling, 'called-process-missing', element);
  return { type: 'call-activity', ...facts, calledProcess, ...inputAndResult(compiling, element) };
}

function inputAndResult(compiling: Compiling, element: DiagramElement): Pick<ServiceTask, 'input' | 'resultVariable'> {
  const input = feelIn(compiling, element, 'input', element);
  const resultVariable = wordsOf(element, 'resultVariable');
  return { ...(input === undefined ? {} : { input }), ...(resultVariable === undefined ? {} : { resultVariable }) };
}
