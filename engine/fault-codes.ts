// Every way in which a diagram can be at fault, with its weight: an error keeps it from being executed, a warning does not.
import type { ElementId } from './definition.ts';

export type Severity = 'error' | 'warning';

export interface Fault {
  readonly code: FaultCode;
  /** The element at which it is shown; empty for the diagram as a whole. */
  readonly elementId: ElementId;
  readonly severity: Severity;
  readonly params: Readonly<Record<string, string | number>>;
}

export const faultCodes = {
  // The file
  'diagram-too-large': 'error',
  'diagram-with-entities': 'error',
  'diagram-too-deep': 'error',
  'diagram-not-xml': 'error',
  'diagram-not-bpmn': 'error',
  'diagram-id-twice': 'error',
  'diagram-reference-open': 'warning',
  'diagram-part-unread': 'warning',
  // The process as a whole
  'process-missing': 'error',
  'process-unknown': 'error',
  'process-empty': 'error',
  'element-without-id': 'error',
  'start-missing': 'error',
  'start-twice': 'error',
  'start-trigger-misplaced': 'error',
  'event-subprocess-without-trigger': 'error',
  // What is not executed
  'complex-gateway-not-executed': 'error',
  'transaction-not-executed': 'error',
  'ad-hoc-not-executed': 'error',
  'compensation-not-executed': 'error',
  'escalation-not-executed': 'error',
  'conditional-event-not-executed': 'error',
  'cancel-event-not-executed': 'error',
  'multiple-triggers-not-executed': 'error',
  'starting-gateway-not-executed': 'error',
  'starting-receive-task-not-executed': 'error',
  'choreography-not-executed': 'error',
  'conversation-not-executed': 'error',
  'element-not-executed': 'error',
  // Flows
  'flow-loose': 'error',
  'flow-crosses-border': 'error',
  'flow-into-start': 'error',
  'flow-out-of-end': 'error',
  'flow-into-boundary': 'error',
  'condition-missing': 'error',
  'condition-misplaced': 'error',
  'condition-not-understood': 'error',
  'default-elsewhere': 'error',
  'default-with-condition': 'warning',
  'link-without-name': 'error',
  'link-without-partner': 'error',
  'link-twice': 'error',
  'link-throw-goes-on': 'error',
  'event-gateway-target': 'error',
  // Events
  'trigger-missing': 'error',
  'trigger-misplaced': 'error',
  'error-must-interrupt': 'error',
  'boundary-loose': 'error',
  'message-without-name': 'error',
  'signal-without-name': 'error',
  'error-without-code': 'error',
  'name-is-expression': 'error',
  'timer-missing': 'error',
  'timer-twice': 'error',
  'timer-not-understood': 'error',
  'timer-not-working-time': 'error',
  // Steps
  'expression-not-understood': 'error',
  'topic-missing': 'error',
  'script-missing': 'error',
  'script-in-other-language': 'error',
  'result-variable-missing': 'error',
  'decision-missing': 'error',
  'decision-without-output': 'error',
  'decision-rule-incomplete': 'error',
  'decision-cell-not-understood': 'error',
  'hit-policy-not-executed': 'error',
  'called-process-missing': 'error',
  'loop-without-count': 'error',
  'loop-without-condition': 'error',
  'authority-without-action': 'error',
  'task-without-kind': 'warning',
  // Good modelling: ways through the process
  unreachable: 'error',
  'dead-end': 'warning',
  'end-missing': 'warning',
  'join-can-wait-forever': 'error',
  'merge-without-join': 'warning',
  'gateway-superfluous': 'warning',
  'gateway-joins-and-splits': 'warning',
  'flow-twice': 'warning',
  // Good modelling: time
  'start-timer-counts-from-nothing': 'error',
  'start-timer-too-often': 'warning',
  'cycle-fires-once': 'warning',
  // Good modelling: who, and what is handed over
  'unit-missing': 'warning',
  'hand-off-without-contract': 'warning',
  'message-key-missing': 'warning',
  // Good modelling: names and drawing
  'name-missing': 'warning',
  'name-twice': 'warning',
  'process-without-name': 'warning',
  'shape-missing': 'warning',
  'diagram-not-drawn': 'warning',
  'shapes-overlap': 'warning',
  'shape-outside': 'warning',
} as const satisfies Record<string, Severity>;

export type FaultCode = keyof typeof faultCodes;

/** The words of every fault, keyed and marked as the messages of the web are, which take them in whole. */
export type FaultWords = Readonly<Record<`fault.${FaultCode}`, string>>;

export const fault = (code: FaultCode, elementId: ElementId, params: Fault['params'] = {}): Fault => ({
  code,
  elementId,
  severity: faultCodes[code],
  params,
});
