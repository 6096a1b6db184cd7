// What a modeller can say about a step beside the standard, as an extension of the diagram's format under the prefix `rida`.

const attribute = (name: string, type: 'String' | 'Boolean' = 'String') => ({ name, type, isAttr: true });
const body = (name: string) => ({ name, type: 'String', isBody: true });
const many = (name: string, type: string) => ({ name, type, isMany: true });

/** Attributes on elements of the standard, such as `rida:unit` on a task. */
const onElements = [
  {
    name: 'Step',
    extends: ['bpmn:Activity'],
    properties: [
      // The code of a unit, or FEEL that begins with `=`.
      attribute('unit'),
      attribute('position'),
      attribute('form'),
      attribute('stepSheet'),
      attribute('measure'),
      attribute('priority'),
      attribute('topic'),
      attribute('input'),
      attribute('resultVariable'),
    ],
  },
  { name: 'LaneOfUnit', extends: ['bpmn:Lane'], properties: [attribute('unit')] },
  { name: 'Timed', extends: ['bpmn:TimerEventDefinition'], properties: [attribute('workingTime', 'Boolean')] },
  {
    name: 'Addressed',
    extends: ['bpmn:MessageEventDefinition', 'bpmn:SendTask', 'bpmn:ReceiveTask', 'bpmn:Message', 'bpmn:MessageFlow'],
    properties: [attribute('key'), attribute('payload')],
  },
  {
    name: 'Repeated',
    extends: ['bpmn:MultiInstanceLoopCharacteristics'],
    properties: [
      attribute('collection'),
      attribute('elementVariable'),
      attribute('outputCollection'),
      attribute('outputElement'),
    ],
  },
];

/** Elements below `bpmn:extensionElements`. */
const extensions = [
  {
    name: 'HandOff',
    superClass: ['Element'],
    properties: [
      attribute('handedOver'),
      // An ISO 8601 length, or FEEL that begins with `=`.
      attribute('longestWait'),
      attribute('workingTime', 'Boolean'),
      many('acceptance', 'Criterion'),
    ],
  },
  { name: 'Criterion', properties: [body('words')] },
  { name: 'Authority', superClass: ['Element'], properties: [attribute('action'), attribute('amount')] },
  // An ISO 8601 date or length, or FEEL that begins with `=` and gives what `kind` says.
  {
    name: 'Due',
    superClass: ['Element'],
    properties: [attribute('value'), attribute('kind'), attribute('workingTime', 'Boolean')],
  },
  { name: 'CustomerWords', superClass: ['Element'], properties: [attribute('language'), body('words')] },
  // Of a process: what the customer may expect of the whole; `Due` beside it says until when.
  { name: 'Promise', superClass: ['Element'], properties: [attribute('language'), body('words')] },
  {
    name: 'DecisionTable',
    superClass: ['Element'],
    properties: [
      attribute('hitPolicy'),
      many('inputs', 'DecisionInput'),
      many('outputs', 'DecisionOutput'),
      many('rules', 'DecisionRule'),
    ],
  },
  { name: 'DecisionInput', properties: [attribute('label'), attribute('expression')] },
  { name: 'DecisionOutput', properties: [attribute('label'), attribute('name')] },
  { name: 'DecisionRule', properties: [many('when', 'When'), many('then', 'Then')] },
  { name: 'When', properties: [body('words')] },
  { name: 'Then', properties: [body('words')] },
];

export const ridaModdle = {
  name: 'Rida',
  prefix: 'rida',
  uri: 'urn:rida:bpmn:1',
  xml: { tagAlias: 'lowerCase' },
  associations: [],
  types: [...onElements, ...extensions],
};
