// Pools, lanes and gateways: whose work a step is, which message two pools mean, and in which order ways are asked.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import { arrow, diagramXml, path, processXml } from './testing/process-xml.ts';

test('pools talk by the message of the arrow between them; a pool without a process is somebody outside', async () => {
  const { definitions, faults } = await compile(
    diagramXml(`
      <bpmn:message id="M" name="order" rida:key="orderId" />
      <bpmn:collaboration id="C">
        <bpmn:participant id="Shop" processRef="P1" /><bpmn:participant id="Store" processRef="P2" /><bpmn:participant id="Bank" />
        <bpmn:messageFlow id="MF1" sourceRef="Order" targetRef="Ordered" messageRef="M" />
        <bpmn:messageFlow id="MF2" name="delivery" rida:key="=number" sourceRef="Deliver" targetRef="Delivered" />
        <bpmn:messageFlow id="MF3" name="invoice" sourceRef="Delivered" targetRef="Bank" />
      </bpmn:collaboration>
      <bpmn:process id="P1"><bpmn:startEvent id="S1" /><bpmn:sendTask id="Order" /><bpmn:receiveTask id="Delivered" /><bpmn:endEvent id="E1" />${path('S1', 'Order', 'Delivered', 'E1')}</bpmn:process>
      <bpmn:process id="P2"><bpmn:startEvent id="Ordered"><bpmn:messageEventDefinition messageRef="M" /></bpmn:startEvent><bpmn:intermediateThrowEvent id="Deliver"><bpmn:messageEventDefinition rida:payload="{n: number}" /></bpmn:intermediateThrowEvent><bpmn:endEvent id="E2" />${path('Ordered', 'Deliver', 'E2')}</bpmn:process>`),
  );
  expect(faults).toEqual([]);
  const [shop, store] = definitions;
  expect(shop!.nodes.get('Order')).toMatchObject({ message: { type: 'message', name: 'order' } });
  expect(shop!.nodes.get('Delivered')).toMatchObject({ message: { type: 'message', name: 'delivery', key: 'number' } });
  expect(store!.nodes.get('Ordered')).toMatchObject({ trigger: { type: 'message', name: 'order', key: 'orderId' } });
  expect(store!.nodes.get('Deliver')).toMatchObject({
    result: { type: 'message', name: 'delivery', key: 'number', payload: '{n: number}' },
  });
});

test('a step is the work of its innermost lane, unless it says a unit of its own', async () => {
  const lane = (id: string, said: string, steps: readonly string[], inside = ''): string =>
    `<bpmn:lane id="${id}" ${said}>${steps.map((step) => `<bpmn:flowNodeRef>${step}</bpmn:flowNodeRef>`).join('')}${inside}</bpmn:lane>`;
  const { definitions, faults } = await compile(
    processXml(
      `<bpmn:laneSet id="LS">${lane('L1', 'name="Service" rida:unit="service"', ['A', 'B', 'Own'], `<bpmn:childLaneSet id="LS2">${lane('L2', 'name="calls"', ['B', 'Sub'])}</bpmn:childLaneSet>`)}</bpmn:laneSet>
       <bpmn:startEvent id="S" /><bpmn:userTask id="A" /><bpmn:userTask id="B" /><bpmn:userTask id="Own" rida:unit="quality" />
       <bpmn:subProcess id="Sub"><bpmn:startEvent id="S2" /><bpmn:userTask id="In" /><bpmn:endEvent id="E2" />${path('S2', 'In', 'E2')}</bpmn:subProcess>
       <bpmn:endEvent id="E" />${path('S', 'A', 'B', 'Own', 'Sub', 'E')}`,
    ),
  );
  expect(faults).toEqual([]);
  const unit = (id: string) => definitions[0]!.nodes.get(id);
  expect(unit('A')).toMatchObject({ settings: { unit: { code: 'service' } } });
  expect(unit('B')).toMatchObject({ settings: { unit: { code: 'calls' } } });
  expect(unit('In')).toMatchObject({ settings: { unit: { code: 'calls' } } });
  expect(unit('Own')).toMatchObject({ settings: { unit: { code: 'quality' } } });
});

test.each([
  ['exclusive', 'exclusive-gateway'],
  ['inclusive', 'inclusive-gateway'],
])('the ways of an %s gateway are asked in the order of the modeller', async (kind, type) => {
  const { definitions, faults } = await compile(
    processXml(
      `<bpmn:startEvent id="S" /><bpmn:${kind}Gateway id="G" default="G-C"><bpmn:outgoing>G-C</bpmn:outgoing><bpmn:outgoing>G-B</bpmn:outgoing><bpmn:outgoing>G-A</bpmn:outgoing></bpmn:${kind}Gateway>
       <bpmn:userTask id="A" /><bpmn:userTask id="B" /><bpmn:userTask id="C" /><bpmn:endEvent id="E" />
       ${path('S', 'G')}${arrow('G', 'A', 'a')}${arrow('G', 'B', '=b')}${path('G', 'C', 'E')}${path('A', 'E')}${path('B', 'E')}`,
    ),
  );
  expect(faults).toEqual([]);
  expect(definitions[0]!.nodes.get('G')).toEqual({
    type,
    id: 'G',
    scopeId: 'P',
    incoming: ['S-G'],
    outgoing: ['G-C', 'G-B', 'G-A'],
    defaultFlow: 'G-C',
  });
});

test('a gateway that waits takes what happens first', async () => {
  const { definitions, faults } = await compile(
    processXml(
      `<bpmn:startEvent id="S" /><bpmn:eventBasedGateway id="G" /><bpmn:receiveTask id="A" messageRef="M" rida:key="id" /><bpmn:intermediateCatchEvent id="B"><bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent><bpmn:parallelGateway id="J" /><bpmn:endEvent id="E" />
       ${path('S', 'G', 'A', 'J', 'E')}${path('G', 'B', 'J')}`,
      '<bpmn:message id="M" name="answer" />',
    ),
  );
  expect(faults).toEqual([]);
  expect(definitions[0]!.nodes.get('G')).toMatchObject({ type: 'event-gateway', outgoing: ['G-A', 'G-B'] });
  expect(definitions[0]!.nodes.get('J')).toMatchObject({ type: 'parallel-gateway', incoming: ['A-J', 'B-J'] });
});

test.each([
  ['from-camunda-7.bpmn', ['loop-without-count Refund', 'condition-not-understood Flow_3', 'topic-missing Refund']],
  ['from-camunda-8.bpmn', ['topic-missing Pay', 'result-variable-missing Route']],
  ['from-flowable.bpmn', ['topic-missing register', 'loop-without-count collect']],
  ['from-signavio.bpmn', ['condition-missing sid-f4', 'task-without-kind sid-task-1']],
])('%s: what another tool says in its own words is asked for, not guessed', async (name, expected) => {
  const { faults, definitions } = await compile(await readFile(join(import.meta.dirname, 'diagrams', name), 'utf8'));
  const found = faults.map(({ code, elementId }) => `${code} ${elementId}`);
  for (const each of expected) expect(found).toContain(each);
  expect(definitions).toEqual([]);
});
