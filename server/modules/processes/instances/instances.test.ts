// Running processes on the database: steps at the same moment, timers, messages, signals, calls, incidents, and crashes in between.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { around, path, processXml } from '#engine/testing/process-xml.ts';
import { buildOrganisation, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { newId } from '#platform/ids.ts';
import { beginInstance } from './begin-instance.ts';
import { countElements } from './count-elements.ts';
import { begin, doFirst, doTask, openTasks, publishProcess, read, sequenceXml, userTask } from '../factory.ts';
import { fireTimers } from './fire-timers.ts';
import { getDraft } from '../models/drafts.ts';
import { listHappenings } from './list-happenings.ts';
import { getTask } from '../tasks/get-task.ts';
import { cancelInstance, retryToken, setVariables } from './instance-steps.ts';
import { listInstances } from './list-instances.ts';
import { publishVersion } from '../models/publish-version.ts';
import { runService } from './run-service.ts';
import { saveDraft } from '../models/save-draft.ts';
import { sendMessage } from './send-message.ts';
import { startableVersion } from './start-instance.ts';
import { stepInstance } from './step-instance.ts';
import { throwSignal } from './throw-signal.ts';

let app: TestApp;
let org: BuiltOrganisation;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app?.close());
beforeEach(async () => {
  org = await buildOrganisation(app.platform);
});

const runDue = () => app.platform.jobs.runDue(app.platform, { ignoreStartAfter: true });
const sweep = () => app.platform.jobs.runOnce(app.platform, 'process.sweep');
const system = { kind: 'system', name: 'test' } as const;
const minuteMs = 60_000;

const timerXml = (what: string) => `<bpmn:timerEventDefinition>${what}</bpmn:timerEventDefinition>`;
const duration = (text: string) => `<bpmn:timeDuration>${text}</bpmn:timeDuration>`;
const messageCatch = (id: string, key = '=order') =>
  `<bpmn:intermediateCatchEvent id="${id}"><bpmn:messageEventDefinition messageRef="M" rida:key="${key}" /></bpmn:intermediateCatchEvent>`;
const message = '<bpmn:message id="M" name="order-paid" />';
const signal = '<bpmn:signal id="Sig" name="all-clear" />';

test('what stands where is rows, and every step is told in order', async () => {
  const { id: modelId, key } = await publishProcess(
    org,
    sequenceXml([
      { id: 'A', xml: userTask('A', { name: 'Look' }) },
      { id: 'B', xml: userTask('B') },
    ]),
  );
  const id = await begin(org, key, { amount: 3, nothing: null });
  const instance = await read(org, id);
  expect(instance).toMatchObject({
    status: 'running',
    version: 1,
    revision: 1,
    startedBy: { kind: 'staff', name: 'Administrator' },
    standsAt: [{ elementId: 'A', name: 'Look', waitsFor: 'task' }],
    scopes: [{ elementId: 'P', parent: null, variables: { amount: 3, nothing: null } }],
  });
  await doFirst(org, id, { checked: true });
  await doFirst(org, id);
  expect(await read(org, id)).toMatchObject({
    status: 'completed',
    revision: 3,
    tokens: [],
    scopes: [{ variables: { amount: 3, nothing: null, checked: true } }],
  });
  const happened = await org.run((ctx) => listHappenings(ctx, { id, limit: 100 }));
  expect(happened.items.map(({ number }) => number)).toEqual(happened.items.map((_, at) => at + 1));
  expect(happened.items.filter(({ type }) => type === 'completed').map(({ elementId }) => elementId)).toEqual([
    'S',
    'A',
    'B',
    'E',
  ]);
  const page = await org.run((ctx) => listHappenings(ctx, { id, limit: 2 }));
  expect((await org.run((ctx) => listHappenings(ctx, { id, limit: 100, cursor: page.next! }))).items[0]!.number).toBe(
    3,
  );
  expect((await org.run((ctx) => listInstances(ctx, { modelId, status: 'completed', limit: 10 }))).items).toHaveLength(
    1,
  );
});

test('two commands at the same moment: both happen, and the join has both', async () => {
  const xml = processXml(
    `<bpmn:startEvent id="S" /><bpmn:parallelGateway id="F" />${userTask('A')}${userTask('B')}<bpmn:parallelGateway id="J" /><bpmn:endEvent id="E" />${path('S', 'F', 'A', 'J', 'E')}${path('F', 'B', 'J')}`,
  );
  const { id: modelId, key } = await publishProcess(org, xml);
  const ids = await Promise.all(Array.from({ length: 6 }, () => begin(org, key)));
  await Promise.all(
    ids.map(async (id) => {
      const tasks = await openTasks(org, id);
      await Promise.all(tasks.map((task) => org.run((ctx) => doTask(ctx, task.id, { [task.elementId]: true }))));
    }),
  );
  for (const id of ids)
    expect(await read(org, id)).toMatchObject({ status: 'completed', scopes: [{ variables: { A: true, B: true } }] });
  expect(await org.run((ctx) => countElements(ctx, { id: modelId, number: 1 }))).toEqual({ running: 0, elements: [] });
});

test('a step that was overtaken is refused as a whole', async () => {
  const { key } = await publishProcess(org, sequenceXml([{ id: 'A', xml: userTask('A') }]));
  const id = await begin(org, key);
  // Somebody who does not hold the instance: the revision is the second wall.
  const late = org.run((ctx) =>
    stepInstance(ctx, id, async () => {
      await sql`update process_instances set revision = 7 where id = ${id}`.execute(ctx.transaction);
      return { type: 'cancel' };
    }),
  );
  await expect(late).rejects.toMatchObject({ code: 'process-instance.changed-meanwhile', status: 409 });
  expect(await read(org, id)).toMatchObject({ status: 'running', revision: 1 });
});

test('a worker that dies between the step and its commit has changed nothing', async () => {
  const { key } = await publishProcess(
    org,
    sequenceXml([
      { id: 'A', xml: userTask('A') },
      { id: 'B', xml: userTask('B') },
    ]),
  );
  const id = await begin(org, key);
  const before = await read(org, id);
  const [task] = await openTasks(org, id);
  await expect(
    org.run(async (ctx) => {
      await doTask(ctx, task!.id);
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(ctx.transaction);
    }),
  ).rejects.toThrow();
  expect(await read(org, id)).toEqual(before);
  await org.run((ctx) => doTask(ctx, task!.id));
  expect((await read(org, id)).standsAt).toMatchObject([{ elementId: 'B' }]);
});

test('a timer fires after a long sleep, and fired twice it happens once', async () => {
  const { key } = await publishProcess(
    org,
    sequenceXml([
      {
        id: 'W',
        xml: `<bpmn:intermediateCatchEvent id="W">${timerXml(duration('PT10M'))}</bpmn:intermediateCatchEvent>`,
      },
      { id: 'A', xml: userTask('A') },
    ]),
  );
  const id = await begin(org, key);
  await sweep();
  expect((await read(org, id)).standsAt).toMatchObject([{ elementId: 'W', waitsFor: 'timer' }]);
  app.clock.advance(40 * 24 * 60 * minuteMs);
  const fired = await Promise.all([1, 2, 3].map(() => org.run((ctx) => fireTimers(ctx, id), system)));
  expect(fired.reduce((sum, one) => sum + one, 0)).toBe(1);
  await sweep();
  const after = await read(org, id);
  expect(after).toMatchObject({ revision: 2, timers: [], standsAt: [{ elementId: 'A' }] });
  expect(await openTasks(org, id)).toHaveLength(1);
});

test('a reminder that does not interrupt comes again and again; a deadline takes the task away', async () => {
  const { key } = await publishProcess(
    org,
    processXml(
      `<bpmn:startEvent id="S" />${userTask('A')}<bpmn:endEvent id="E" />
       <bpmn:boundaryEvent id="R" attachedToRef="A" cancelActivity="false">${timerXml('<bpmn:timeCycle>R/P1D</bpmn:timeCycle>')}</bpmn:boundaryEvent>
       <bpmn:serviceTask id="N" rida:topic="comment.append" rida:input="={ text: &quot;Reminder&quot; }" /><bpmn:endEvent id="E2" />
       <bpmn:boundaryEvent id="L" attachedToRef="A">${timerXml(duration('P3DT1H'))}</bpmn:boundaryEvent>${userTask('B')}<bpmn:endEvent id="E3" />
       ${path('S', 'A', 'E')}${path('R', 'N', 'E2')}${path('L', 'B', 'E3')}`,
    ),
  );
  const id = await begin(org, key);
  const [task] = await openTasks(org, id);
  app.clock.advance(3 * 24 * 60 * minuteMs + 30 * minuteMs);
  await sweep();
  await runDue();
  const happened = (await org.run((ctx) => listHappenings(ctx, { id, limit: 100 }))).items;
  expect(happened.filter(({ type, elementId }) => type === 'fired' && elementId === 'R')).toHaveLength(3);
  expect((await read(org, id)).standsAt).toMatchObject([{ elementId: 'A' }]);
  app.clock.advance(60 * minuteMs);
  await sweep();
  expect((await read(org, id)).standsAt).toMatchObject([{ elementId: 'B' }]);
  const ended = await org.run((ctx) => getTask(ctx, task!.id));
  expect(ended).toMatchObject({ state: 'withdrawn', withdrawal: 'interrupted' });
  expect(ended.comments.map(({ body, by }) => [body, by])).toEqual([
    ['Reminder', null],
    ['Reminder', null],
    ['Reminder', null],
  ]);
});

test('a message finds who waits, waits for who comes, is not taken twice, and is gone when its time is over', async () => {
  const { key } = await publishProcess(org, sequenceXml([{ id: 'W', xml: messageCatch('W') }], message));
  const send = (order: string, more: { id?: string; timeToLive?: number } = {}) =>
    org.run((ctx) =>
      sendMessage(ctx, { name: 'order-paid', key: order, variables: { paid: order }, timeToLive: 3_600, ...more }),
    );
  const first = await begin(org, key, { order: 'o-1' });
  const messageId = newId();
  expect(await send('o-1', { id: messageId })).toEqual({ outcome: 'delivered', instanceId: first });
  expect(await send('o-1', { id: messageId })).toEqual({ outcome: 'known', instanceId: first });
  expect(await read(org, first)).toMatchObject({ status: 'completed', scopes: [{ variables: { paid: 'o-1' } }] });

  expect(await send('o-2')).toEqual({ outcome: 'kept', instanceId: null });
  const second = await begin(org, key, { order: 'o-2' });
  expect((await read(org, second)).status).toBe('running');
  await runDue();
  expect((await read(org, second)).status).toBe('completed');

  expect((await send('o-3', { timeToLive: 60 })).outcome).toBe('kept');
  app.clock.advance(2 * minuteMs);
  const third = await begin(org, key, { order: 'o-3' });
  await runDue();
  expect((await read(org, third)).status).toBe('running');
  expect((await send('o-4', { timeToLive: 0 })).outcome).toBe('unwanted');
  app.clock.advance(8 * 24 * 60 * minuteMs);
  await app.platform.jobs.runOnce(app.platform, 'process.remove-old-messages');
  expect(await send('o-1', { id: messageId, timeToLive: 0 })).toMatchObject({ outcome: 'unwanted' });
});

test('a message begins a process; a signal reaches all that listen, each once, and begins what begins with it', async () => {
  const begins = (id: string, definition: string) => `<bpmn:startEvent id="${id}">${definition}</bpmn:startEvent>`;
  await publishProcess(
    org,
    processXml(
      `${begins('S', '<bpmn:messageEventDefinition messageRef="M" />')}${userTask('A')}<bpmn:endEvent id="E" />${path('S', 'A', 'E')}`,
      message,
    ),
  );
  const started = await org.run((ctx) =>
    sendMessage(ctx, { name: 'order-paid', key: 'x', variables: { n: 1 }, timeToLive: 0 }),
  );
  expect(started.outcome).toBe('started');
  expect(await openTasks(org, started.instanceId!)).toHaveLength(1);

  const boundary = `<bpmn:boundaryEvent id="B" attachedToRef="A" cancelActivity="false"><bpmn:signalEventDefinition signalRef="Sig" /></bpmn:boundaryEvent>${userTask('C')}<bpmn:endEvent id="E2" />`;
  const { key } = await publishProcess(
    org,
    processXml(
      `<bpmn:startEvent id="S" />${userTask('A')}${boundary}<bpmn:endEvent id="E" />${path('S', 'A', 'E')}${path('B', 'C', 'E2')}`,
      signal,
    ),
  );
  const { id: heardBy } = await publishProcess(
    org,
    processXml(
      `${begins('S', '<bpmn:signalEventDefinition signalRef="Sig" />')}${userTask('A')}<bpmn:endEvent id="E" />${path('S', 'A', 'E')}`,
      signal,
    ),
  );
  const ids = [await begin(org, key), await begin(org, key)];
  expect(await org.run((ctx) => throwSignal(ctx, { name: 'all-clear', variables: { from: 'tower' } }))).toEqual({
    receivers: 3,
  });
  await runDue();
  await runDue();
  for (const id of ids)
    expect((await openTasks(org, id)).map(({ elementId }) => elementId).toSorted()).toEqual(['A', 'C']);
  expect((await org.run((ctx) => listInstances(ctx, { modelId: heardBy, limit: 10 }))).items).toHaveLength(1);
});

test('a called process is one of its own: its end brings its variables, its error is caught, its withdrawal cancels it', async () => {
  const child = await publishProcess(org, sequenceXml([{ id: 'A', xml: userTask('A') }]));
  const call = `<bpmn:callActivity id="C" calledElement="${child.key}" rida:resultVariable="result"/>`;
  const parent = await publishProcess(
    org,
    processXml(
      `<bpmn:startEvent id="S" />${call}<bpmn:boundaryEvent id="X" attachedToRef="C"><bpmn:errorEventDefinition errorRef="Err" /></bpmn:boundaryEvent>${userTask('K')}<bpmn:endEvent id="E" /><bpmn:endEvent id="E2" />${path('S', 'C', 'E')}${path('X', 'K', 'E2')}`,
      '<bpmn:error id="Err" name="cancelled" errorCode="cancelled" />',
    ),
  );
  const id = await begin(org, parent.key, { amount: 5 });
  await runDue();
  const [called] = (await read(org, id)).called;
  expect(called).toMatchObject({ key: child.key, status: 'running' });
  expect((await read(org, called!.instanceId)).scopes[0]!.variables).toEqual({ amount: 5 });
  await doFirst(org, called!.instanceId, { found: 'yes' });
  await runDue();
  expect(await read(org, id)).toMatchObject({
    status: 'completed',
    scopes: [{ variables: { amount: 5, result: { amount: 5, found: 'yes' } } }],
  });

  const other = await begin(org, parent.key);
  await runDue();
  const [mistaken] = (await read(org, other)).called;
  await org.run((ctx) => cancelInstance(ctx, { id: mistaken!.instanceId, reason: 'Mistake' }));
  await runDue();
  expect((await read(org, other)).standsAt).toMatchObject([{ elementId: 'K' }]);

  const third = await begin(org, parent.key);
  await runDue();
  await org.run((ctx) => cancelInstance(ctx, { id: third, reason: 'No longer wanted' }));
  await runDue();
  const [gone] = (await read(org, third)).called;
  expect(gone!.status).toBe('cancelled');
  expect(await openTasks(org, gone!.instanceId)).toEqual([]);
});

test('a step that fails is an incident, set right by a person with a reason and tried again', async () => {
  const xml = processXml(
    `<bpmn:startEvent id="S" /><bpmn:exclusiveGateway id="G" default="G-A" />${userTask('A')}${userTask('B')}<bpmn:endEvent id="E" />${path('S', 'G', 'A', 'E')}${path('B', 'E')}
     <bpmn:sequenceFlow id="G-B" sourceRef="G" targetRef="B"><bpmn:conditionExpression>=urgent</bpmn:conditionExpression></bpmn:sequenceFlow>`,
  );
  const { id: modelId, key } = await publishProcess(org, xml);
  const id = await begin(org, key, { urgent: 'very' });
  const stuck = await read(org, id);
  expect(stuck).toMatchObject({
    status: 'running',
    incidents: 1,
    tokens: [{ elementId: 'G', incident: { code: 'expression-failed' } }],
  });
  expect((await org.run((ctx) => countElements(ctx, { id: modelId, number: 1 }))).elements).toEqual([
    { elementId: 'G', waiting: 1, overdue: 0, incidents: 1 },
  ]);
  expect(
    (await org.run((ctx) => listInstances(ctx, { incident: 'yes', limit: 10 }))).items.map((one) => one.id),
  ).toEqual([id]);
  await org.run((ctx) =>
    setVariables(ctx, { id, scope: stuck.scopes[0]!.number, variables: { urgent: true }, reason: 'Typed as a word' }),
  );
  await org.run((ctx) => retryToken(ctx, { id, token: stuck.tokens[0]!.number }));
  const right = await read(org, id);
  expect(right).toMatchObject({
    incidents: 0,
    standsAt: [{ elementId: 'B' }],
    corrections: expect.arrayContaining([
      expect.objectContaining({ type: 'retried', elementId: 'G' }),
      expect.objectContaining({ type: 'variables-set', names: ['urgent'], reason: 'Typed as a word' }),
    ]),
  });
  await expect(org.run((ctx) => retryToken(ctx, { id, token: right.tokens[0]!.number }))).rejects.toMatchObject({
    code: 'process-instance.no-incident',
  });
});

test('what the product cannot do is an incident after its tries, and is done when it is tried again; twice is once', async () => {
  const { key } = await publishProcess(
    org,
    around('N', '<bpmn:serviceTask id="N" rida:topic="comment.append" rida:input="={ text: words }" />'),
  );
  const id = await begin(org, key, { words: '' });
  await runDue();
  const stuck = await read(org, id);
  expect(stuck).toMatchObject({
    incidents: 1,
    tokens: [
      {
        elementId: 'N',
        waitsFor: 'service',
        incident: { code: 'service-failed', params: { fault: 'request.invalid' } },
      },
    ],
  });
  const again = () => org.run((ctx) => retryToken(ctx, { id, token: stuck.tokens[0]!.number }));
  await again();
  await runDue();
  expect(await read(org, id)).toMatchObject({ incidents: 1 });

  const fine = await begin(org, key, { words: 'Done' });
  const [token] = (await read(org, fine)).tokens;
  await runDue();
  expect((await read(org, fine)).status).toBe('completed');
  // The same job once more, as after a crash behind the commit.
  await org.run((ctx) => runService(ctx, { instanceId: fine, token: token!.number }), system);
  const { rows } = await app.platform.connection.pool.query(
    'select count(*)::int as count from process_comments where instance_id = $1',
    [fine],
  );
  expect(rows[0].count).toBe(1);
});

test('an instance stays with the version with which it began', async () => {
  const { id: modelId, key } = await publishProcess(org, sequenceXml([{ id: 'A', xml: userTask('A') }]));
  const old = await begin(org, key);
  const draft = await org.run((ctx) => getDraft(ctx, modelId));
  await org.run((ctx) =>
    saveDraft(ctx, {
      id: modelId,
      revision: draft.revision,
      xml: sequenceXml([
        { id: 'A', xml: userTask('A') },
        { id: 'Z', xml: userTask('Z') },
      ]),
    }),
  );
  await org.run((ctx) => publishVersion(ctx, { id: modelId, revision: draft.revision + 1, note: 'One step more' }));
  const fresh = await begin(org, key);
  for (const id of [old, fresh]) await doFirst(org, id);
  expect(await read(org, old)).toMatchObject({ version: 1, status: 'completed' });
  expect(await read(org, fresh)).toMatchObject({ version: 2, standsAt: [{ elementId: 'Z' }] });
});

test('a timer begins processes: once for all the times that were slept through', async () => {
  const { id: modelId } = await publishProcess(
    org,
    processXml(
      `<bpmn:startEvent id="S">${timerXml('<bpmn:timeCycle>R/P1D</bpmn:timeCycle>')}</bpmn:startEvent>${userTask('A')}<bpmn:endEvent id="E" />${path('S', 'A', 'E')}`,
    ),
  );
  const count = async () => (await org.run((ctx) => listInstances(ctx, { modelId, limit: 10 }))).items.length;
  await sweep();
  expect(await count()).toBe(0);
  app.clock.advance(5 * 24 * 60 * minuteMs);
  await sweep();
  await sweep();
  expect(await count()).toBe(1);
  app.clock.advance(24 * 60 * minuteMs);
  await sweep();
  expect(await count()).toBe(2);
});

test('a token calls once, however often its job runs', async () => {
  const child = await publishProcess(org, sequenceXml([{ id: 'A', xml: userTask('A') }]));
  const parent = await publishProcess(org, around('C', `<bpmn:callActivity id="C" calledElement="${child.key}" />`));
  const id = await begin(org, parent.key);
  await runDue();
  const instance = await read(org, id);
  const again = await org.run(
    async (ctx) =>
      beginInstance(ctx, {
        ...(await startableVersion(ctx, child.key)),
        variables: {},
        parent: { instanceId: id, token: instance.tokens[0]!.number },
      }),
    system,
  );
  expect(again).toBeNull();
  expect((await read(org, id)).called).toHaveLength(1);
});
