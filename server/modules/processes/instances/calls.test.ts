// Processes that call others are one piece of work: who asked for it, what of it is personal, and that it comes to an end.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { around } from '#engine/testing/process-xml.ts';
import { buildAction, buildRule, sar } from '#modules/authority/factory.ts';
import { buildForm } from '#modules/forms/factory.ts';
import { buildOrganisation, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { begin, buildCrew, openTasks, publishProcess, read, sequenceXml, userTask, type Crew } from '../factory.ts';
import { claimTask } from '../tasks/claim-task.ts';
import { completeTask } from '../tasks/complete-task.ts';
import { getInstance } from './get-instance.ts';
import { startInstance } from './start-instance.ts';

let app: TestApp;
let org: BuiltOrganisation;
let desk: Crew;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app?.close());
beforeEach(async () => {
  org = await buildOrganisation(app.platform, { country: 'SA', language: 'en' });
  desk = await buildCrew(org, 'Desk');
});

const runDue = () => app.platform.jobs.runDue(app.platform, { ignoreStartAfter: true });
const calls = (key: string) => around('C', `<bpmn:callActivity id="C" calledElement="${key}" />`);
const inDesk = (id: string, wish: Parameters<typeof userTask>[1] = {}) =>
  sequenceXml([{ id, xml: userTask(id, { unit: 'Desk', ...wish }) }]);
const called = async (id: string): Promise<string> => (await read(org, id)).called[0]!.instanceId;

test('whoever began the caller asked for what is decided in the called process', async () => {
  const action = await org.run((ctx) => buildAction(ctx, { key: 'refund.approve', onOverrun: 'override' }));
  await org.run((ctx) => buildRule(ctx, { actionId: action.id, limit: sar(10_000) }));
  const approval = await publishProcess(
    org,
    inDesk('A', { inside: '<rida:authority action="refund.approve" amount="9000" />' }),
  );
  const { key } = await publishProcess(org, calls(approval.key));
  const { id } = await org.run((ctx) => startInstance(ctx, { modelKey: key, variables: {} }), desk.head.actor);
  await runDue();
  const [task] = await openTasks(org, await called(id));
  await org.run((ctx) => claimTask(ctx, task!.id), desk.head.actor);
  await org.run(
    (ctx) => completeTask(ctx, { id: task!.id, variables: {}, overrideReason: 'Nobody else is here' }),
    desk.head.actor,
  );
  const { rows } = await app.platform.connection.pool.query(
    `select d.subject_id, f.type from authority_decisions d
       join authority_findings f on f.organisation_id = d.organisation_id and f.decision_id = d.id where d.organisation_id = $1`,
    [org.organisationId],
  );
  expect(rows).toEqual([{ subject_id: id, type: 'self-approval' }]);
});

test('what a form asked for as personal is hidden in the called process too', async () => {
  const made = await org.run((ctx) =>
    buildForm(ctx, {
      key: 'iban',
      type: 'line',
      personal: { fieldClass: 'identity', purpose: { en: 'To pay' } },
    }),
  );
  const child = await publishProcess(org, inDesk('B'));
  const parent = await publishProcess(
    org,
    sequenceXml([
      { id: 'A', xml: userTask('A', { unit: 'Desk', form: made.key }) },
      { id: 'C', xml: `<bpmn:callActivity id="C" calledElement="${child.key}" />` },
    ]),
  );
  const id = await begin(org, parent.key);
  const [task] = await openTasks(org, id);
  await org.run((ctx) => claimTask(ctx, task!.id), desk.person.actor);
  await org.run(
    (ctx) => completeTask(ctx, { id: task!.id, variables: {}, answers: { iban: 'QQQQ' } }),
    desk.person.actor,
  );
  await runDue();
  const childId = await called(id);
  const observer = await org.buildPerson({ roles: ['observer'] });
  const seen = async (instanceId: string, actor = org.administrator.actor) =>
    (await org.run((ctx) => getInstance(ctx, instanceId), actor)).scopes[0]!.variables;
  expect(await seen(childId)).toEqual({ iban: 'QQQQ' });
  expect(await seen(childId, observer.actor)).toEqual({});
});

test('a process that calls itself without end becomes an incident', async () => {
  const { key } = await publishProcess(org, calls('endless'), { key: 'endless' });
  await begin(org, key);
  for (let call = 0; call < 25; call += 1) await runDue();
  const { rows } = await app.platform.connection.pool.query(
    'select fault from process_services where organisation_id = $1 and failed_at is not null',
    [org.organisationId],
  );
  expect(rows).toEqual([{ fault: 'process.calls-too-deep' }]);
  const { rows: begun } = await app.platform.connection.pool.query(
    'select count(*)::int as count from process_instances where organisation_id = $1',
    [org.organisationId],
  );
  expect(begun[0].count).toBe(21);
});
