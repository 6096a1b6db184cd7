// Every kind of activity becomes what the engine can do, with all that its modeller said.
import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import type { FlowNode } from './definition.ts';
import { around, arrow, path, processXml } from './testing/process-xml.ts';

async function nodeOf(xml: string, id: string): Promise<FlowNode | undefined> {
  const { definitions, faults } = await compile(xml);
  expect(faults).toEqual([]);
  return definitions[0]?.nodes.get(id);
}

const facts = { id: 'T', scopeId: 'P', incoming: ['S-T'], outgoing: ['T-E'], boundary: [] };

test('a task of people carries everything said about it', async () => {
  const xml = around(
    'T',
    `<bpmn:userTask id="T" name="Check the file" rida:unit="=case.unit" rida:position="clerk" rida:form="check" rida:stepSheet="how-to-check" rida:measure="first-time-right" rida:priority="= 3">
      <bpmn:extensionElements>
        <rida:handOff handedOver="The whole file" longestWait="PT4H" workingTime="true"><rida:criterion>complete</rida:criterion><rida:criterion>signed</rida:criterion></rida:handOff>
        <rida:authority action="refund" amount="=amount" />
        <rida:due value="P3D" workingTime="true" />
        <rida:customerWords language="ar">قيد المراجعة</rida:customerWords>
        <rida:customerWords language="en">Being checked</rida:customerWords>
      </bpmn:extensionElements>
    </bpmn:userTask>`,
  );
  expect(await nodeOf(xml, 'T')).toEqual({
    type: 'user-task',
    ...facts,
    name: 'Check the file',
    settings: {
      unit: { feel: 'case.unit' },
      position: 'clerk',
      form: 'check',
      stepSheet: 'how-to-check',
      measure: 'first-time-right',
      priority: '3',
      handOff: {
        handedOver: 'The whole file',
        acceptance: ['complete', 'signed'],
        longestWait: { kind: 'duration', value: { text: 'PT4H' }, workingTime: true },
      },
      authority: { action: 'refund', amount: 'amount' },
      due: { kind: 'duration', value: { text: 'P3D' }, workingTime: true },
      customerWords: { ar: 'قيد المراجعة', en: 'Being checked' },
    },
  });
});

test.each([
  ['P2D', { kind: 'duration', value: { text: 'P2D' }, workingTime: false }],
  ['2026-12-01T09:00:00Z', { kind: 'date', value: { text: '2026-12-01T09:00:00Z' }, workingTime: false }],
  ['=promised', { kind: 'duration', value: { feel: 'promised' }, workingTime: false }],
])('a due of %s', async (value, due) => {
  const task = `<bpmn:manualTask id="T"><bpmn:extensionElements><rida:due value="${value}" /></bpmn:extensionElements></bpmn:manualTask>`;
  expect(await nodeOf(around('T', task), 'T')).toEqual({ type: 'manual-task', ...facts, settings: { due } });
});

test('a service is named by its topic', async () => {
  const task =
    '<bpmn:serviceTask id="T" rida:topic="refund" rida:input="={amount: amount}" rida:resultVariable="paid" />';
  expect(await nodeOf(around('T', task), 'T')).toEqual({
    type: 'service-task',
    ...facts,
    topic: 'refund',
    input: '{amount: amount}',
    resultVariable: 'paid',
    settings: {},
  });
});

test('messages are sent and received by name, key and payload', async () => {
  const message = '<bpmn:message id="M" name="letter" />';
  const send = '<bpmn:sendTask id="T" messageRef="M" rida:key="caseId" rida:payload="={text: answer}" />';
  const receive = '<bpmn:receiveTask id="T" messageRef="M" rida:key="=caseId" />';
  expect(await nodeOf(around('T', send, message), 'T')).toEqual({
    type: 'send-task',
    ...facts,
    message: { type: 'message', name: 'letter', key: 'caseId', payload: '{text: answer}' },
  });
  expect(await nodeOf(around('T', receive, message), 'T')).toEqual({
    type: 'receive-task',
    ...facts,
    message: { type: 'message', name: 'letter', key: 'caseId' },
  });
});

test('a script is FEEL and leaves a variable', async () => {
  const task =
    '<bpmn:scriptTask id="T" scriptFormat="feel" rida:resultVariable="total"><bpmn:script>= sum(amounts)</bpmn:script></bpmn:scriptTask>';
  expect(await nodeOf(around('T', task), 'T')).toEqual({
    type: 'script-task',
    ...facts,
    script: 'sum(amounts)',
    resultVariable: 'total',
  });
});

test('a business rule is its table', async () => {
  const task = `<bpmn:businessRuleTask id="T" rida:resultVariable="route"><bpmn:extensionElements>
    <rida:decisionTable hitPolicy="first">
      <rida:decisionInput label="Amount" expression="amount" />
      <rida:decisionOutput label="Unit" name="unit" />
      <rida:decisionRule><rida:when>&gt; 500</rida:when><rida:then>"head"</rida:then></rida:decisionRule>
      <rida:decisionRule><rida:when></rida:when><rida:then>"front"</rida:then></rida:decisionRule>
    </rida:decisionTable></bpmn:extensionElements></bpmn:businessRuleTask>`;
  expect(await nodeOf(around('T', task), 'T')).toEqual({
    type: 'business-rule-task',
    ...facts,
    resultVariable: 'route',
    decision: {
      hitPolicy: 'first',
      inputs: [{ label: 'Amount', expression: 'amount' }],
      outputs: [{ label: 'Unit', name: 'unit' }],
      rules: [
        { when: ['> 500'], then: ['"head"'] },
        { when: ['-'], then: ['"front"'] },
      ],
    },
  });
});

test('another process is called', async () => {
  const task = '<bpmn:callActivity id="T" calledElement="refund" rida:input="amount" rida:resultVariable="outcome" />';
  expect(await nodeOf(around('T', task), 'T')).toEqual({
    type: 'call-activity',
    ...facts,
    calledProcess: 'refund',
    input: 'amount',
    resultVariable: 'outcome',
  });
});

test.each([
  [
    '<bpmn:multiInstanceLoopCharacteristics rida:collection="=items" rida:elementVariable="item" rida:outputCollection="answers" rida:outputElement="=answer"><bpmn:completionCondition>= count(answers) &gt; 2</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>',
    {
      type: 'multi-instance',
      sequential: false,
      over: { collection: 'items', elementVariable: 'item' },
      completionCondition: 'count(answers) > 2',
      output: { collection: 'answers', element: 'answer' },
    },
  ],
  [
    '<bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:loopCardinality>3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>',
    { type: 'multi-instance', sequential: true, over: { cardinality: '3' } },
  ],
  [
    '<bpmn:standardLoopCharacteristics testBefore="true" loopMaximum="5"><bpmn:loopCondition>not(done)</bpmn:loopCondition></bpmn:standardLoopCharacteristics>',
    { type: 'standard', condition: 'not(done)', testBefore: true, maximum: 5 },
  ],
  [
    '<bpmn:standardLoopCharacteristics loopMaximum="2" />',
    { type: 'standard', condition: 'true', testBefore: false, maximum: 2 },
  ],
])('a loop %#', async (loop, expected) => {
  const node = await nodeOf(around('T', `<bpmn:userTask id="T">${loop}</bpmn:userTask>`), 'T');
  expect(node).toEqual({ type: 'user-task', ...facts, settings: {}, loop: expected });
});

test('several arrows out of an activity are a split of their own, with conditions and a default', async () => {
  const xml = processXml(
    `<bpmn:startEvent id="S" /><bpmn:userTask id="T" default="T-C" /><bpmn:userTask id="A" /><bpmn:userTask id="B" /><bpmn:userTask id="C" /><bpmn:endEvent id="E" />
     ${path('S', 'T', 'A', 'E')}${arrow('T', 'B', '=amount &gt; 5')}${path('T', 'C')}${path('B', 'E')}${path('C', 'E')}`,
  );
  const { definitions, faults } = await compile(xml);
  expect(faults).toEqual([]);
  expect(definitions[0]?.nodes.get('T')).toMatchObject({ outgoing: ['T-A', 'T-B', 'T-C'], defaultFlow: 'T-C' });
  expect(definitions[0]?.nodes.get('E')?.incoming).toEqual(['A-E', 'B-E', 'C-E']);
  expect(definitions[0]?.flows.get('T-B')).toEqual({ id: 'T-B', from: 'T', to: 'B', condition: 'amount > 5' });
});

test('a subprocess is a scope of its own, an event subprocess is armed by its parent', async () => {
  const xml = processXml(
    `<bpmn:startEvent id="S" />
     <bpmn:subProcess id="T"><bpmn:startEvent id="S2" /><bpmn:userTask id="T2" /><bpmn:endEvent id="E2" />${path('S2', 'T2', 'E2')}
       <bpmn:subProcess id="V" triggeredByEvent="true"><bpmn:startEvent id="S3" isInterrupting="false"><bpmn:signalEventDefinition id="s3" signalRef="Sig" /></bpmn:startEvent><bpmn:endEvent id="E3" />${path('S3', 'E3')}</bpmn:subProcess>
     </bpmn:subProcess><bpmn:endEvent id="E" />${path('S', 'T', 'E')}`,
    '<bpmn:signal id="Sig" name="closing" />',
  );
  const { definitions, faults } = await compile(xml);
  expect(faults).toEqual([]);
  const scopes = definitions[0]!.scopes;
  expect([...scopes.values()]).toEqual([
    { id: 'P', startId: 'S', triggeredStarts: [], eventSubprocesses: [] },
    {
      id: 'T',
      parentId: 'P',
      startId: 'S2',
      triggeredStarts: [],
      eventSubprocesses: [{ startId: 'S3', scopeId: 'V' }],
    },
    { id: 'V', parentId: 'T', triggeredStarts: [], eventSubprocesses: [] },
  ]);
  expect(definitions[0]!.nodes.get('T')).toEqual({ type: 'subprocess', ...facts });
  expect(definitions[0]!.nodes.has('V')).toBe(false);
  expect(definitions[0]!.nodes.get('T2')?.scopeId).toBe('T');
  expect(definitions[0]!.nodes.get('S3')).toMatchObject({
    scopeId: 'V',
    interrupting: false,
    trigger: { type: 'signal', name: 'closing' },
  });
});
