// Every kind of event becomes a trigger that the engine waits for or a result that it brings about.
import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import type { Definition } from './definition.ts';
import { around, path, processXml } from './testing/process-xml.ts';

const globals =
  '<bpmn:message id="M" name="payment" rida:key="=account" /><bpmn:signal id="Sig" name="closing" /><bpmn:error id="Err" name="Refused" errorCode="refused" />';

async function definitionOf(xml: string): Promise<Definition> {
  const { definitions, faults } = await compile(xml);
  expect(faults).toEqual([]);
  return definitions[0]!;
}

const message = '<bpmn:messageEventDefinition id="d" messageRef="M" />';
const signal = '<bpmn:signalEventDefinition id="d" signalRef="Sig" />';
const timer = (inside: string, more = '') =>
  `<bpmn:timerEventDefinition id="d"${more}>${inside}</bpmn:timerEventDefinition>`;
const error = '<bpmn:errorEventDefinition id="d" errorRef="Err" />';

const triggers: [string, string, object][] = [
  ['message', message, { type: 'message', name: 'payment', key: 'account' }],
  [
    'message with its own key',
    '<bpmn:messageEventDefinition id="d" messageRef="M" rida:key="caseId" />',
    { type: 'message', name: 'payment', key: 'caseId' },
  ],
  ['signal', signal, { type: 'signal', name: 'closing' }],
  [
    'length of working time',
    timer('<bpmn:timeDuration>PT2H</bpmn:timeDuration>', ' rida:workingTime="true"'),
    { type: 'timer', timer: { kind: 'duration', value: { text: 'PT2H' }, workingTime: true } },
  ],
  [
    'date from a variable',
    timer('<bpmn:timeDate>= visit.at</bpmn:timeDate>'),
    { type: 'timer', timer: { kind: 'date', value: { feel: 'visit.at' }, workingTime: false } },
  ],
  [
    'repetition',
    timer('<bpmn:timeCycle>R3/PT1H</bpmn:timeCycle>'),
    { type: 'timer', timer: { kind: 'cycle', value: { text: 'R3/PT1H' }, workingTime: false } },
  ],
];

test.each(triggers)('caught in between: %s', async (_, inside, trigger) => {
  const event = `<bpmn:intermediateCatchEvent id="C">${inside}</bpmn:intermediateCatchEvent>`;
  const { nodes } = await definitionOf(around('C', event, globals));
  expect(nodes.get('C')).toEqual({
    type: 'catch-event',
    id: 'C',
    scopeId: 'P',
    incoming: ['S-C'],
    outgoing: ['C-E'],
    trigger,
  });
});

test.each(triggers)('a start beside the plain one: %s', async (_, inside, trigger) => {
  const inProcess = `<bpmn:startEvent id="S" /><bpmn:startEvent id="S2">${inside}</bpmn:startEvent><bpmn:endEvent id="E" />`;
  const { nodes, scopes } = await definitionOf(processXml(inProcess + path('S', 'E') + path('S2', 'E'), globals));
  expect(nodes.get('S2')).toMatchObject({ type: 'start-event', trigger, interrupting: false });
  expect(scopes.get('P')).toEqual({ id: 'P', startId: 'S', triggeredStarts: ['S2'], eventSubprocesses: [] });
});

test.each([
  ...triggers,
  ['error', error, { type: 'error', code: 'refused' }],
  ['any error', '<bpmn:errorEventDefinition id="d" />', { type: 'error' }],
] as typeof triggers)('at the edge of an activity: %s', async (_, inside, trigger) => {
  const kinds = inside === error || inside.includes('errorEvent') ? [true] : [true, false];
  for (const interrupting of kinds) {
    const task = `<bpmn:userTask id="T" /><bpmn:boundaryEvent id="B" attachedToRef="T" cancelActivity="${interrupting}">${inside}</bpmn:boundaryEvent>`;
    const { nodes } = await definitionOf(around('T', `${task}${path('B', 'E')}`, globals));
    expect(nodes.get('T')).toMatchObject({ boundary: ['B'] });
    expect(nodes.get('B')).toEqual({
      type: 'boundary-event',
      id: 'B',
      scopeId: 'P',
      incoming: [],
      outgoing: ['B-E'],
      attachedTo: 'T',
      interrupting,
      trigger,
    });
  }
});

test.each([
  ['none', '', { type: 'none' }],
  ['message', message, { type: 'message', name: 'payment', key: 'account' }],
  ['signal', signal, { type: 'signal', name: 'closing' }],
  ['error', error, { type: 'error', code: 'refused' }],
  ['terminate', '<bpmn:terminateEventDefinition id="d" />', { type: 'terminate' }],
])('an end that does: %s', async (_, inside, result) => {
  const xml = processXml(
    `<bpmn:startEvent id="S" /><bpmn:endEvent id="E">${inside}</bpmn:endEvent>${path('S', 'E')}`,
    globals,
  );
  expect((await definitionOf(xml)).nodes.get('E')).toMatchObject({ type: 'end-event', result });
});

test('a throwing event does something on the way', async () => {
  const event =
    '<bpmn:intermediateThrowEvent id="C"><bpmn:messageEventDefinition id="d" messageRef="M" rida:payload="{sum: amount}" /></bpmn:intermediateThrowEvent>';
  expect((await definitionOf(around('C', event, globals))).nodes.get('C')).toMatchObject({
    type: 'throw-event',
    result: { type: 'message', name: 'payment', key: 'account', payload: '{sum: amount}' },
  });
});

test('a definition that stands at the top of the file counts where it is named', async () => {
  const event =
    '<bpmn:intermediateCatchEvent id="C"><bpmn:eventDefinitionRef>top</bpmn:eventDefinitionRef></bpmn:intermediateCatchEvent>';
  const top =
    '<bpmn:timerEventDefinition id="top"><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>';
  expect((await definitionOf(around('C', event, top))).nodes.get('C')).toMatchObject({
    trigger: { type: 'timer', timer: { value: { text: 'P1D' } } },
  });
});

test('links are a jump: what leads into one goes on at the other', async () => {
  const link = (kind: string, id: string) =>
    `<bpmn:intermediate${kind}Event id="${id}"><bpmn:linkEventDefinition id="${id}d" name="A" /></bpmn:intermediate${kind}Event>`;
  const { nodes, flows } = await definitionOf(
    processXml(
      `<bpmn:startEvent id="S" />${link('Throw', 'L1')}${link('Catch', 'L2')}<bpmn:endEvent id="E" />${path('S', 'L1')}${path('L2', 'E')}`,
    ),
  );
  expect(flows.get('S-L1')).toEqual({ id: 'S-L1', from: 'S', to: 'L2' });
  expect(nodes.has('L1')).toBe(false);
  expect(nodes.get('L2')).toEqual({
    type: 'throw-event',
    id: 'L2',
    scopeId: 'P',
    incoming: ['S-L1'],
    outgoing: ['L2-E'],
    result: { type: 'none' },
  });
});
