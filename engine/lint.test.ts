// Every fault is found where it is, and sound diagrams have none.
import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import { faultCodes, type FaultCode } from './fault-codes.ts';
import { faultWords } from './fault-words.en.ts';
import { lint } from './lint.ts';
import { faultCases } from './testing/fault-cases.ts';
import { arrow, path, processXml } from './testing/process-xml.ts';

const codes = Object.keys(faultCodes) as FaultCode[];

/** What only a caller can get wrong. */
const ofCallers: readonly FaultCode[] = ['process-unknown'];

test('there is a diagram for every fault', () => {
  expect(codes.filter((code) => !ofCallers.includes(code) && !faultCases[code])).toEqual([]);
});

test.each(Object.entries(faultCases))('%s', async (code, { xml, elementId }) => {
  const { faults, executable } = await lint(xml);
  const found = faults.filter((fault) => fault.code === code);
  expect(found.map((fault) => fault.elementId)).toContain(elementId);
  expect(found.map(({ severity }) => severity)).toEqual(found.map(() => faultCodes[code as FaultCode]));
  if (faultCodes[code as FaultCode] === 'error') expect(executable).toBe(false);
});

test('the words of every fault are filled in from what the fault knows', async () => {
  for (const { xml } of Object.values(faultCases)) {
    for (const { code, params } of (await lint(xml)).faults) {
      const marks = [...faultWords[`fault.${code}`].matchAll(/\{\{(\w+)\}\}/g)].map(([, mark]) => mark);
      expect(Object.keys(params), code).toEqual(expect.arrayContaining(marks));
    }
  }
});

test('only the process that is asked for', async () => {
  const { faults } = await compile(processXml(''), 'Other');
  expect(faults).toEqual([
    { code: 'process-unknown', elementId: 'D', severity: 'error', params: { process: 'Other' } },
  ]);
});

/** A process with a start `S` and an end `E`; only what the ways through it are at fault for. */
async function faultsOfWays(inside: string): Promise<string[]> {
  const xml = processXml(`<bpmn:startEvent id="S" />${inside}<bpmn:endEvent id="E" />`);
  const asked: readonly FaultCode[] = ['join-can-wait-forever', 'merge-without-join', 'unreachable', 'dead-end'];
  const { faults } = await lint(xml);
  return faults.filter(({ code }) => asked.includes(code)).map(({ code, elementId }) => `${code} ${elementId}`);
}

const tasks = (...ids: readonly string[]): string => ids.map((id) => `<bpmn:userTask id="${id}" />`).join('');
const gateways = (kind: string, ...ids: readonly string[]): string =>
  ids.map((id) => `<bpmn:${kind}Gateway id="${id}" />`).join('');

test.each([
  [
    'a block within a block',
    `${gateways('parallel', 'F1', 'F2', 'J1', 'J2')}${tasks('A', 'B', 'C')}${path('S', 'F1', 'A', 'F2', 'B', 'J2', 'J1', 'E')}${path('F2', 'C', 'J2')}${path('F1', 'J1')}`,
  ],
  [
    'a choice inside a branch',
    `${gateways('parallel', 'F', 'J')}${gateways('exclusive', 'X', 'M')}${tasks('A', 'B')}${path('S', 'F', 'X', 'M', 'J', 'E')}${arrow('X', 'A', 'a')}${path('A', 'M')}${path('F', 'B', 'J')}`,
  ],
  [
    'a loop inside a branch',
    `${gateways('parallel', 'F', 'J')}${gateways('exclusive', 'M', 'X')}${tasks('A', 'B')}${path('S', 'F', 'M', 'A', 'X', 'J', 'E')}${arrow('X', 'M', 'again')}${path('F', 'B', 'J')}`,
  ],
  [
    'a block inside a loop',
    `${gateways('parallel', 'F', 'J')}${gateways('exclusive', 'M', 'X')}${tasks('A', 'B')}${path('S', 'M', 'F', 'A', 'J', 'X', 'E')}${path('F', 'B', 'J')}${arrow('X', 'M', 'again')}`,
  ],
  [
    'a way out that ends everything',
    `${gateways('parallel', 'F', 'J')}${gateways('exclusive', 'X')}${tasks('B')}<bpmn:endEvent id="Stop"><bpmn:terminateEventDefinition /></bpmn:endEvent>${path('S', 'F', 'X', 'J', 'E')}${arrow('X', 'Stop', 'a')}${path('F', 'B', 'J')}`,
  ],
  [
    'an inclusive split with an inclusive join',
    `${gateways('inclusive', 'F', 'J')}${tasks('A', 'B')}${path('S', 'F')}${arrow('F', 'A', 'a')}${arrow('F', 'B', 'b')}${path('A', 'J', 'E')}${path('B', 'J')}`,
  ],
])('sound: %s', async (_, inside) => {
  expect(await faultsOfWays(inside)).toEqual([]);
});

test.each([
  [
    'a branch that may leave for another end',
    'join-can-wait-forever J',
    `${gateways('parallel', 'F', 'J')}${gateways('exclusive', 'X')}${tasks('B')}<bpmn:endEvent id="E2" />${path('S', 'F', 'X', 'J', 'E')}${arrow('X', 'E2', 'a')}${path('F', 'B', 'J')}`,
  ],
  [
    'an interrupted branch',
    'join-can-wait-forever J',
    `${gateways('parallel', 'F', 'J')}${tasks('A', 'B')}<bpmn:boundaryEvent id="T" attachedToRef="A"><bpmn:errorEventDefinition /></bpmn:boundaryEvent><bpmn:endEvent id="E2" />${path('S', 'F', 'A', 'J', 'E')}${path('F', 'B', 'J')}${path('T', 'E2')}`,
  ],
  [
    'an inclusive split with a parallel join',
    'join-can-wait-forever J',
    `${gateways('inclusive', 'F')}${gateways('parallel', 'J')}${tasks('A', 'B')}${path('S', 'F')}${arrow('F', 'A', 'a')}${arrow('F', 'B', 'b')}${path('A', 'J', 'E')}${path('B', 'J')}`,
  ],
  [
    'an activity that splits by condition before a parallel join',
    'join-can-wait-forever J',
    `${gateways('parallel', 'J')}${tasks('T', 'A', 'B')}${path('S', 'T')}${arrow('T', 'A', 'a')}${arrow('T', 'B', 'b')}${path('A', 'J', 'E')}${path('B', 'J')}`,
  ],
  [
    'a split of an activity without a gateway that meets at a task',
    'merge-without-join C',
    `${tasks('T', 'A', 'B', 'C')}${path('S', 'T', 'A', 'C', 'E')}${path('T', 'B', 'C')}`,
  ],
  [
    'two of three ways joined, the third beside them',
    'merge-without-join M',
    `${gateways('parallel', 'F', 'J')}${gateways('exclusive', 'M')}${tasks('A', 'B', 'C')}${path('S', 'F', 'A', 'J', 'M', 'E')}${path('F', 'B', 'J')}${path('F', 'C', 'M')}`,
  ],
])('unsound: %s', async (_, expected, inside) => {
  expect(await faultsOfWays(inside)).toEqual([expected]);
});

test('a start and an end that are the only ones need no name; of several ends each does, and events that wait do', async () => {
  const unnamed = async (inside: string) =>
    (await lint(processXml(inside))).faults.flatMap(({ code, elementId }) =>
      code === 'name-missing' ? [elementId] : [],
    );
  const start = '<bpmn:startEvent id="S" />';
  const task = '<bpmn:userTask id="A" name="Check" />';
  expect(await unnamed(`${start}${task}<bpmn:endEvent id="E" />${path('S', 'A', 'E')}`)).toEqual([]);
  const ends = '<bpmn:endEvent id="E" /><bpmn:endEvent id="E2" name="Paid" />';
  expect(await unnamed(`${start}${task}${ends}${path('S', 'A', 'E')}${path('A', 'E2')}`)).toEqual(['E']);
  const timed =
    '<bpmn:startEvent id="S"><bpmn:timerEventDefinition><bpmn:timeCycle>R/P1D</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>';
  expect(await unnamed(`${timed}${task}<bpmn:endEvent id="E" />${path('S', 'A', 'E')}`)).toEqual(['S']);
});

test('work that changes hands with a contract, and a complete diagram, have no fault but that nobody drew it', async () => {
  const { faults, executable, definitions } = await lint(
    processXml(
      `<bpmn:startEvent id="S" name="Asked" /><bpmn:userTask id="A" name="Check" rida:unit="front" rida:form="check" /><bpmn:userTask id="B" name="Pay" rida:unit="back"><bpmn:extensionElements><rida:handOff handedOver="The checked request" /></bpmn:extensionElements></bpmn:userTask><bpmn:endEvent id="E" name="Paid" />${path('S', 'A', 'B', 'E')}`,
    ),
  );
  expect(faults.map(({ code }) => code)).toEqual(['diagram-not-drawn']);
  expect(executable).toBe(true);
  expect(definitions).toHaveLength(1);
});
