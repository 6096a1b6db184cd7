// What an element is, in the few words that the panel and the list of elements use for it.
import { childrenOf } from '#engine/diagram-element.ts';
import type { Drawn } from '../modeler/diagram-services.ts';

const byType: Readonly<Record<string, string>> = {
  'bpmn:Task': 'task',
  'bpmn:UserTask': 'user-task',
  'bpmn:ManualTask': 'manual-task',
  'bpmn:ServiceTask': 'service-task',
  'bpmn:SendTask': 'send-task',
  'bpmn:ReceiveTask': 'receive-task',
  'bpmn:ScriptTask': 'script-task',
  'bpmn:BusinessRuleTask': 'business-rule-task',
  'bpmn:CallActivity': 'call-activity',
  'bpmn:SubProcess': 'subprocess',
  'bpmn:StartEvent': 'start-event',
  'bpmn:EndEvent': 'end-event',
  'bpmn:IntermediateCatchEvent': 'catch-event',
  'bpmn:IntermediateThrowEvent': 'throw-event',
  'bpmn:BoundaryEvent': 'boundary-event',
  'bpmn:ExclusiveGateway': 'exclusive-gateway',
  'bpmn:ParallelGateway': 'parallel-gateway',
  'bpmn:InclusiveGateway': 'inclusive-gateway',
  'bpmn:EventBasedGateway': 'event-gateway',
  'bpmn:SequenceFlow': 'sequence-flow',
  'bpmn:MessageFlow': 'message-flow',
  'bpmn:Participant': 'participant',
  'bpmn:Lane': 'lane',
  'bpmn:Process': 'process',
  'bpmn:TextAnnotation': 'text-annotation',
};

export const kindOf = ({ businessObject }: Drawn): string => byType[businessObject.$type] ?? 'other';

/** People's work; also a step for which nobody said what it is. */
export const isWork = (element: Drawn): boolean => ['task', 'user-task', 'manual-task'].includes(kindOf(element));

/** `bpmn:TimerEventDefinition` of an event. */
export const triggerOf = (element: Drawn) => childrenOf(element.businessObject, 'eventDefinitions')[0];
