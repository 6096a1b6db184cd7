// One small diagram for every fault that a diagram can have, with the element at which it must be shown.
import type { FaultCode } from '../fault-codes.ts';
import { LARGEST_DIAGRAM } from '../read-diagram.ts';
import { around, arrow, diagramXml, path, processXml } from './process-xml.ts';

export interface FaultCase {
  readonly xml: string;
  readonly elementId: string;
}

const at = (elementId: string, xml: string): FaultCase => ({ elementId, xml });

/** A task `T` with this inside, between start and end. */
const task = (kind: string, attributes = '', inside = '', beside = ''): string =>
  around('T', `<bpmn:${kind} id="T" ${attributes}>${inside}</bpmn:${kind}>`, beside);

const caught = (definition: string, beside = ''): string =>
  around('C', `<bpmn:intermediateCatchEvent id="C">${definition}</bpmn:intermediateCatchEvent>`, beside);

const thrown = (definition: string): string =>
  around('C', `<bpmn:intermediateThrowEvent id="C">${definition}</bpmn:intermediateThrowEvent>`);

const timer = (inside: string): string => caught(`<bpmn:timerEventDefinition>${inside}</bpmn:timerEventDefinition>`);

const boundary = (attributes: string, inside: string): string =>
  around(
    'T',
    `<bpmn:userTask id="T" /><bpmn:boundaryEvent id="B" ${attributes}>${inside}</bpmn:boundaryEvent>${path('B', 'E')}`,
  );

const startAndEnd = '<bpmn:startEvent id="S" /><bpmn:endEvent id="E" />';

const table = (attributes: string, inside: string): string =>
  task(
    'businessRuleTask',
    'rida:resultVariable="r"',
    `<bpmn:extensionElements><rida:decisionTable ${attributes}>${inside}</rida:decisionTable></bpmn:extensionElements>`,
  );

const input = '<rida:decisionInput label="A" expression="a" />';
const output = '<rida:decisionOutput label="B" name="b" />';
const rule = (when: string, then: string): string =>
  `<rida:decisionRule><rida:when>${when}</rida:when><rida:then>${then}</rida:then></rida:decisionRule>`;

const gateway = (kind: string, attributes = ''): string =>
  processXml(
    `${startAndEnd}<bpmn:${kind} id="G" ${attributes} /><bpmn:userTask id="A" /><bpmn:userTask id="B" />${path('S', 'G', 'A', 'E')}${path('G', 'B', 'E')}`,
  );

const link = (kind: 'Throw' | 'Catch', id: string, name: string): string =>
  `<bpmn:intermediate${kind}Event id="${id}"><bpmn:linkEventDefinition name="${name}" /></bpmn:intermediate${kind}Event>`;

const shape = (element: string, x: number): string =>
  `<bpmndi:BPMNShape id="${element}_di" bpmnElement="${element}"><dc:Bounds x="${x}" y="0" width="100" height="80" /></bpmndi:BPMNShape>`;

const drawn = (inside: string, shapes: string): string =>
  processXml(inside).replace(
    '</bpmn:definitions>',
    `<bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" id="Di"><bpmndi:BPMNPlane id="Plane" bpmnElement="P">${shapes}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`,
  );

const lanes = (first: string, second: string): string =>
  `<bpmn:laneSet id="LS"><bpmn:lane id="L1" rida:unit="front"><bpmn:flowNodeRef>${first}</bpmn:flowNodeRef></bpmn:lane><bpmn:lane id="L2" name="back"><bpmn:flowNodeRef>${second}</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>`;

const twoLanes = processXml(
  `${lanes('A', 'B')}${startAndEnd}<bpmn:userTask id="A" /><bpmn:userTask id="B" />${path('S', 'A', 'B', 'E')}`,
);

const deep = '<bpmn:subProcess>'.repeat(120) + '</bpmn:subProcess>'.repeat(120);

const files: Partial<Record<FaultCode, FaultCase>> = {
  'diagram-too-large': at('', ' '.repeat(LARGEST_DIAGRAM + 1)),
  'diagram-with-entities': at('', '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><d>&e;</d>'),
  'diagram-too-deep': at('', processXml(deep)),
  'diagram-not-xml': at('', diagramXml('<bpmn:process id="P"><bpmn:task></bpmn:process>')),
  'diagram-not-bpmn': at('', '<html xmlns="http://www.w3.org/1999/xhtml"><body /></html>'),
  'diagram-id-twice': at('T', processXml('<bpmn:userTask id="T" /><bpmn:userTask id="T" />')),
  'diagram-reference-open': at('M', task('sendTask', 'messageRef="nobody"').replaceAll('"T"', '"M"')),
  'diagram-part-unread': at('', processXml('<bpmn:magicTask id="T" />')),
  'process-missing': at('D', diagramXml('')),
  'process-empty': at('P', processXml('')),
  'element-without-id': at('P', processXml(`${startAndEnd}<bpmn:userTask />${path('S', 'E')}`)),
  'choreography-not-executed': at('Ch', diagramXml('<bpmn:choreography id="Ch" />')),
  'conversation-not-executed': at(
    'Co',
    diagramXml('<bpmn:collaboration id="Cl"><bpmn:conversation id="Co" /></bpmn:collaboration>'),
  ),
};

const starts: Partial<Record<FaultCode, FaultCase>> = {
  'start-missing': at('P', processXml(`<bpmn:userTask id="T" /><bpmn:endEvent id="E" />${path('T', 'E')}`)),
  'start-twice': at('S2', processXml(`${startAndEnd}<bpmn:startEvent id="S2" />${path('S', 'E')}${path('S2', 'E')}`)),
  'start-trigger-misplaced': at(
    'S2',
    task(
      'subProcess',
      '',
      `<bpmn:startEvent id="S1" /><bpmn:startEvent id="S2"><bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:startEvent><bpmn:endEvent id="E2" />${path('S1', 'E2')}${path('S2', 'E2')}`,
    ),
  ),
  'event-subprocess-without-trigger': at(
    'S2',
    processXml(
      `${startAndEnd}${path('S', 'E')}<bpmn:subProcess id="V" triggeredByEvent="true"><bpmn:startEvent id="S2" /><bpmn:endEvent id="E2" />${path('S2', 'E2')}</bpmn:subProcess>`,
    ),
  ),
  'end-missing': at('P', processXml(`<bpmn:startEvent id="S" /><bpmn:userTask id="T" />${path('S', 'T')}`)),
  'start-timer-counts-from-nothing': at(
    'S',
    processXml(
      `<bpmn:startEvent id="S"><bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:startEvent><bpmn:endEvent id="E" />${path('S', 'E')}`,
    ),
  ),
  'start-timer-too-often': at(
    'S',
    processXml(
      `<bpmn:startEvent id="S"><bpmn:timerEventDefinition><bpmn:timeCycle>R/PT5S</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent><bpmn:endEvent id="E" />${path('S', 'E')}`,
    ),
  ),
};

const notExecuted: Partial<Record<FaultCode, FaultCase>> = {
  'complex-gateway-not-executed': at('G', gateway('complexGateway')),
  'transaction-not-executed': at('T', task('transaction')),
  'ad-hoc-not-executed': at('T', task('adHocSubProcess')),
  'compensation-not-executed': at('C', thrown('<bpmn:compensateEventDefinition />')),
  'escalation-not-executed': at('C', thrown('<bpmn:escalationEventDefinition />')),
  'conditional-event-not-executed': at('C', caught('<bpmn:conditionalEventDefinition />')),
  'cancel-event-not-executed': at('B', boundary('attachedToRef="T"', '<bpmn:cancelEventDefinition />')),
  'multiple-triggers-not-executed': at('C', caught('<bpmn:signalEventDefinition /><bpmn:messageEventDefinition />')),
  'starting-gateway-not-executed': at('G', gateway('eventBasedGateway', 'instantiate="true"')),
  'starting-receive-task-not-executed': at('T', task('receiveTask', 'instantiate="true"')),
  'element-not-executed': at('T', around('T', '<bpmn:implicitThrowEvent id="T" />')),
};

const flows: Partial<Record<FaultCode, FaultCase>> = {
  'flow-loose': at('F', processXml(`${startAndEnd}${path('S', 'E')}<bpmn:sequenceFlow id="F" sourceRef="S" />`)),
  'flow-crosses-border': at(
    'T2-E',
    task('subProcess', '', `<bpmn:startEvent id="S2" /><bpmn:userTask id="T2" />${path('S2', 'T2', 'E')}`),
  ),
  'flow-into-start': at('T-S', task('userTask').replace('</bpmn:process>', `${path('T', 'S')}</bpmn:process>`)),
  'flow-out-of-end': at('E-T', task('userTask').replace('</bpmn:process>', `${path('E', 'T')}</bpmn:process>`)),
  'flow-into-boundary': at(
    'S-B',
    boundary('attachedToRef="T"', '<bpmn:errorEventDefinition />').replace(
      '</bpmn:process>',
      `${path('S', 'B')}</bpmn:process>`,
    ),
  ),
  'condition-missing': at('G-B', gateway('exclusiveGateway', 'default="G-A"')),
  'condition-misplaced': at('S-E', processXml(`${startAndEnd}${arrow('S', 'E', 'a')}`)),
  'condition-not-understood': at(
    'G-B',
    processXml(
      `${startAndEnd}<bpmn:exclusiveGateway id="G" default="G-A" /><bpmn:userTask id="A" /><bpmn:userTask id="B" />${path('S', 'G', 'A', 'E')}${arrow('G', 'B', '\u0024{amount &gt; 5}')}${path('B', 'E')}`,
    ),
  ),
  'default-elsewhere': at('G', gateway('exclusiveGateway', 'default="A-E"')),
  'default-with-condition': at(
    'G-B',
    processXml(
      `${startAndEnd}<bpmn:exclusiveGateway id="G" default="G-B" /><bpmn:userTask id="A" /><bpmn:userTask id="B" />${path('S', 'G')}${arrow('G', 'A', 'a')}${arrow('G', 'B', 'b')}${path('A', 'E')}${path('B', 'E')}`,
    ),
  ),
  'link-without-name': at('L', processXml(`${startAndEnd}${link('Throw', 'L', '')}${path('S', 'L')}`)),
  'link-without-partner': at('L', processXml(`${startAndEnd}${link('Throw', 'L', 'A')}${path('S', 'L')}`)),
  'link-twice': at(
    'L3',
    processXml(
      `${startAndEnd}${link('Throw', 'L1', 'A')}${link('Catch', 'L2', 'A')}${link('Catch', 'L3', 'A')}${path('S', 'L1')}${path('L2', 'E')}${path('L3', 'E')}`,
    ),
  ),
  'link-throw-goes-on': at(
    'L1',
    processXml(
      `${startAndEnd}${link('Throw', 'L1', 'A')}${link('Catch', 'L2', 'A')}${path('S', 'L1', 'E')}${path('L2', 'E')}`,
    ),
  ),
  'event-gateway-target': at('A', gateway('eventBasedGateway')),
  unreachable: at('X', processXml(`${startAndEnd}<bpmn:userTask id="X" />${path('S', 'E')}${path('X', 'E')}`)),
  'dead-end': at('T', processXml(`${startAndEnd}<bpmn:userTask id="T" />${path('S', 'T')}${path('S', 'E')}`)),
  'join-can-wait-forever': at(
    'J',
    processXml(
      `${startAndEnd}<bpmn:exclusiveGateway id="X" default="X-A" /><bpmn:userTask id="A" /><bpmn:userTask id="B" /><bpmn:parallelGateway id="J" />${path('S', 'X', 'A', 'J', 'E')}${arrow('X', 'B', 'b')}${path('B', 'J')}`,
    ),
  ),
  'merge-without-join': at(
    'M',
    processXml(
      `${startAndEnd}<bpmn:parallelGateway id="X" /><bpmn:userTask id="A" /><bpmn:userTask id="B" /><bpmn:exclusiveGateway id="M" />${path('S', 'X', 'A', 'M', 'E')}${path('X', 'B', 'M')}`,
    ),
  ),
  'gateway-superfluous': at('G', around('G', '<bpmn:exclusiveGateway id="G" />')),
  'gateway-joins-and-splits': at(
    'G',
    processXml(
      `${startAndEnd}<bpmn:parallelGateway id="G" /><bpmn:userTask id="A" /><bpmn:userTask id="B" />${path('S', 'A', 'G', 'E')}${path('S', 'B', 'G')}<bpmn:userTask id="C" />${path('G', 'C', 'E')}`,
    ),
  ),
  'flow-twice': at(
    'F2',
    processXml(`${startAndEnd}${path('S', 'E')}<bpmn:sequenceFlow id="F2" sourceRef="S" targetRef="E" />`),
  ),
};

const events: Partial<Record<FaultCode, FaultCase>> = {
  'trigger-missing': at('C', caught('')),
  'trigger-misplaced': at('C', thrown('<bpmn:terminateEventDefinition />')),
  'error-must-interrupt': at(
    'B',
    boundary('attachedToRef="T" cancelActivity="false"', '<bpmn:errorEventDefinition />'),
  ),
  'boundary-loose': at('B', boundary('', '<bpmn:errorEventDefinition />')),
  'message-without-name': at('T', task('sendTask')),
  'signal-without-name': at('C', caught('<bpmn:signalEventDefinition />')),
  'error-without-code': at(
    'E',
    processXml(
      `<bpmn:startEvent id="S" /><bpmn:endEvent id="E"><bpmn:errorEventDefinition /></bpmn:endEvent>${path('S', 'E')}`,
    ),
  ),
  'name-is-expression': at('T', task('sendTask', 'messageRef="M"', '', '<bpmn:message id="M" name="=letter" />')),
  'timer-missing': at('C', timer('')),
  'timer-twice': at('C', timer('<bpmn:timeDuration>P1D</bpmn:timeDuration><bpmn:timeCycle>R/P1D</bpmn:timeCycle>')),
  'timer-not-understood': at('C', timer('<bpmn:timeDuration>2 days</bpmn:timeDuration>')),
  'timer-not-working-time': at(
    'C',
    caught(
      '<bpmn:timerEventDefinition rida:workingTime="true"><bpmn:timeDuration>P1M</bpmn:timeDuration></bpmn:timerEventDefinition>',
    ),
  ),
  'cycle-fires-once': at('C', timer('<bpmn:timeCycle>R3/P1D</bpmn:timeCycle>')),
  'message-key-missing': at(
    'C',
    caught('<bpmn:messageEventDefinition messageRef="M" />', '<bpmn:message id="M" name="letter" />'),
  ),
};

const steps: Partial<Record<FaultCode, FaultCase>> = {
  'expression-not-understood': at('T', task('serviceTask', 'rida:topic="t" rida:input="=a +"')),
  'topic-missing': at('T', task('serviceTask')),
  'script-missing': at('T', task('scriptTask', 'rida:resultVariable="r"')),
  'script-in-other-language': at('T', task('scriptTask', 'scriptFormat="javascript"', '<bpmn:script>1</bpmn:script>')),
  'result-variable-missing': at('T', task('scriptTask', '', '<bpmn:script>1</bpmn:script>')),
  'decision-missing': at('T', task('businessRuleTask', 'rida:resultVariable="r"')),
  'decision-without-output': at('T', table('', input + rule('1', '2'))),
  'decision-rule-incomplete': at('T', table('', input + output + rule('1', ''))),
  'decision-cell-not-understood': at('T', table('', input + output + rule('&gt;', '1'))),
  'hit-policy-not-executed': at('T', table('hitPolicy="PRIORITY"', input + output + rule('1', '1'))),
  'called-process-missing': at('T', task('callActivity')),
  'loop-without-count': at('T', task('userTask', '', '<bpmn:multiInstanceLoopCharacteristics />')),
  'loop-without-condition': at('T', task('userTask', '', '<bpmn:standardLoopCharacteristics />')),
  'authority-without-action': at(
    'T',
    task('userTask', '', '<bpmn:extensionElements><rida:authority amount="cost" /></bpmn:extensionElements>'),
  ),
  'task-without-kind': at('T', task('task')),
  'unit-missing': at('T', task('userTask')),
  'hand-off-without-contract': at('B', twoLanes),
};

const names: Partial<Record<FaultCode, FaultCase>> = {
  'name-missing': at('T', task('userTask')),
  'name-twice': at(
    'B',
    processXml(
      `${startAndEnd}<bpmn:userTask id="A" name="Check" /><bpmn:userTask id="B" name="Check" />${path('S', 'A', 'B', 'E')}`,
    ),
  ),
  'process-without-name': at('P', task('userTask').replace('name="Process"', '')),
  'diagram-not-drawn': at('D', task('userTask')),
  'shape-missing': at('T', drawn('<bpmn:userTask id="S" /><bpmn:userTask id="T" />', shape('S', 0))),
  'shapes-overlap': at('T', drawn('<bpmn:userTask id="S" /><bpmn:userTask id="T" />', shape('S', 0) + shape('T', 50))),
  'shape-outside': at(
    'T',
    drawn(
      '<bpmn:subProcess id="S"><bpmn:userTask id="T" /></bpmn:subProcess>',
      shape('S', 0).replace('bpmnElement', 'isExpanded="true" bpmnElement') + shape('T', 500),
    ),
  ),
};

export const faultCases: Partial<Record<FaultCode, FaultCase>> = {
  ...files,
  ...starts,
  ...notExecuted,
  ...flows,
  ...events,
  ...steps,
  ...names,
};
