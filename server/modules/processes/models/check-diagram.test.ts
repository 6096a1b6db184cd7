// What publishing refuses and what it only says: soundness, timed starts, and steps that take authority.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { arrow, path, processXml } from '#engine/testing/process-xml.ts';
import { buildAction, buildRule } from '#modules/authority/factory.ts';
import { retireAction } from '#modules/authority/retire-action.ts';
import { buildOrganisation, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { newModel, publishProcess, sequenceXml, userTask } from '../factory.ts';
import { checkDiagram } from './check-diagram.ts';
import { createModel } from './create-model.ts';
import { proposeVersion } from './propose-version.ts';
import { saveDraft } from './save-draft.ts';

let app: TestApp;
let org: BuiltOrganisation;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app?.close());
beforeEach(async () => {
  org = await buildOrganisation(app.platform, { country: 'IR', settings: { timeZone: 'Asia/Tehran' } });
});

/** What nobody minds in a test: diagrams without a drawing, names and units. */
const unfinished = ['diagram-not-drawn', 'name-missing', 'unit-missing'];
const faultsOf = async (xml: string) =>
  (await org.run((ctx) => checkDiagram(ctx, xml))).faults
    .filter(({ code }) => !unfinished.includes(code))
    .map(({ elementId, code, severity }) => `${severity} ${code} ${elementId}`);
const publish = (xml: string) => publishProcess(org, xml);
const refusal = (field: string, code: string) => ({
  code: 'process.has-faults',
  status: 422,
  faults: [expect.objectContaining({ field, code })],
});

const sE = '<bpmn:startEvent id="S" /><bpmn:endEvent id="E" />';
const forever = processXml(
  `${sE}<bpmn:exclusiveGateway id="X" default="X-A" />${userTask('A')}${userTask('B')}<bpmn:parallelGateway id="J" />${path('S', 'X', 'A', 'J', 'E')}${arrow('X', 'B', 'b')}${path('B', 'J')}`,
);

test('a choice that leads into a join is said while it is drawn, and neither published nor proposed', async () => {
  expect(await faultsOf(forever)).toEqual(['error join-can-wait-forever J']);
  const { id } = await org.run((ctx) => createModel(ctx, newModel(org)));
  const saved = await org.run((ctx) => saveDraft(ctx, { id, xml: forever, revision: 1 }));
  expect(saved.faults.map(({ code }) => code)).toContain('join-can-wait-forever');
  await expect(publish(forever)).rejects.toMatchObject(refusal('J', 'join-can-wait-forever'));
  await expect(org.run((ctx) => proposeVersion(ctx, { id, revision: saved.revision, note: '' }))).rejects.toMatchObject(
    refusal('J', 'join-can-wait-forever'),
  );
});

test('a step that no way leads to is refused; what is only badly modelled is said and published', async () => {
  const island = processXml(`${sE}${userTask('A')}${userTask('B')}${path('S', 'A', 'E')}${path('B', 'E')}`);
  await expect(publish(island)).rejects.toMatchObject(refusal('B', 'unreachable'));
  const twice = sequenceXml([
    { id: 'A', xml: userTask('A', { name: 'Look' }) },
    { id: 'B', xml: userTask('B', { name: 'Look' }) },
  ]);
  expect(await faultsOf(twice)).toEqual(['warning name-twice B']);
  await publish(twice);
});

const startsAt = (inside: string, more = '') =>
  processXml(
    `<bpmn:startEvent id="S"><bpmn:timerEventDefinition${more}>${inside}</bpmn:timerEventDefinition></bpmn:startEvent>${userTask('A')}<bpmn:endEvent id="E" />${path('S', 'A', 'E')}`,
  );

test.each([
  ['<bpmn:timeDuration>P1D</bpmn:timeDuration>', '', 'start-timer-counts-from-nothing'],
  ['<bpmn:timeDate>= startDate</bpmn:timeDate>', '', 'start-not-reckoned'],
  ['<bpmn:timeDate>= "soon"</bpmn:timeDate>', '', 'start-not-reckoned'],
  ['<bpmn:timeCycle>R0/PT1H</bpmn:timeCycle>', '', 'timer-not-understood'],
  ['<bpmn:timeDate>2026-12-01T09:00:00+0330</bpmn:timeDate>', '', 'timer-not-understood'],
  ['<bpmn:timeCycle>R/P1M</bpmn:timeCycle>', ' rida:workingTime="true"', 'timer-not-working-time'],
  ['<bpmn:timeCycle>= "R/P1M"</bpmn:timeCycle>', ' rida:workingTime="true"', 'start-not-reckoned'],
])('a process does not begin by %s%s', async (inside, more, code) => {
  await expect(publish(startsAt(inside, more))).rejects.toMatchObject(refusal('S', code));
});

test('a process begins on a day of the organisation, again and again, or when an expression says', async () => {
  const startOf = async (inside: string) => {
    const { id } = await publish(startsAt(inside));
    const { rows } = await app.platform.connection.pool.query(
      'select due_at, cycle from process_starts where model_id = $1',
      [id],
    );
    return rows[0];
  };
  expect(await startOf('<bpmn:timeDate>2046-12-01</bpmn:timeDate>')).toMatchObject({
    due_at: new Date('2046-11-30T20:30:00.000Z'),
  });
  expect(await startOf('<bpmn:timeCycle>R3/2046-12-01T09:00:00+03:30/P1D</bpmn:timeCycle>')).toMatchObject({
    due_at: new Date('2046-12-01T05:30:00.000Z'),
    cycle: { left: 2 },
  });
  const tomorrow = await startOf('<bpmn:timeDate>= today() + duration("P1D")</bpmn:timeDate>');
  expect(tomorrow.due_at.getTime()).toBeGreaterThan(app.clock.now().getTime());
});

const deciding = (action: string, amount = '') =>
  sequenceXml([
    {
      id: 'A',
      xml: userTask('A', { inside: `<rida:authority action="${action}"${amount && ` amount="${amount}"`} />` }),
    },
  ]);

test('an action that nobody made keeps from publishing where there is a matrix, and is said where there is none', async () => {
  expect(await faultsOf(deciding('refund.aprove', 'cost'))).toEqual(['warning action-unknown A']);
  const action = await org.run((ctx) => buildAction(ctx, { key: 'refund.approve', hasAmount: true }));
  await expect(publish(deciding('refund.aprove', 'cost'))).rejects.toMatchObject(refusal('A', 'action-unknown'));
  expect(await faultsOf(deciding('refund.approve', 'cost'))).toEqual(['warning action-not-judged A']);
  await org.run((ctx) => buildRule(ctx, { actionId: action.id }));
  expect(await faultsOf(deciding('refund.approve', 'cost'))).toEqual([]);
  await publish(deciding('refund.approve', 'cost'));
  await org.run((ctx) => retireAction(ctx, action.id));
  expect(await faultsOf(deciding('refund.approve', 'cost'))).toEqual(['warning action-not-judged A']);
});

test('an action with amounts is not published without one, for nobody could complete the step', async () => {
  const action = await org.run((ctx) => buildAction(ctx, { key: 'refund.approve', hasAmount: true }));
  await org.run((ctx) => buildRule(ctx, { actionId: action.id }));
  await expect(publish(deciding('refund.approve'))).rejects.toMatchObject(refusal('A', 'action-needs-amount'));
  await org.run((ctx) => buildAction(ctx, { key: 'letter.sign', hasAmount: false }));
  expect(await faultsOf(deciding('letter.sign'))).toEqual(['warning action-not-judged A']);
  // What the product itself asks for is known before anybody has made it.
  expect(await faultsOf(deciding('case.close-by-authority'))).toEqual(['warning action-not-judged A']);
});

test('another organisation’s actions are not known here', async () => {
  const other = await buildOrganisation(app.platform);
  const there = await other.run((ctx) => buildAction(ctx, { key: 'refund.approve', hasAmount: false }));
  await other.run((ctx) => buildRule(ctx, { actionId: there.id, limit: null }));
  await org.run((ctx) => buildAction(ctx, { key: 'letter.sign', hasAmount: false }));
  expect(await faultsOf(deciding('refund.approve'))).toEqual(['error action-unknown A']);
});
