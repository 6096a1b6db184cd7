// Forms of tasks: the version of when the task opened, answers checked and kept, as values of the process, prefilled, and hidden where they are personal.
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildAction, buildRule, sar } from '#modules/authority/factory.ts';
import { accessSettings } from '#modules/customers/access.ts';
import { updateRetention } from '#modules/customers/retention.ts';
import { beginDraft } from '#modules/forms/begin-draft.ts';
import { createForm } from '#modules/forms/create-form.ts';
import { buildForm, publishFields } from '#modules/forms/factory.ts';
import { retireForm } from '#modules/forms/retire-form.ts';
import { buildOrganisation, type BuiltOrganisation, type BuiltPerson } from '#modules/organisation/factory.ts';
import { keepFile, receiveFile } from '#platform/files/files.ts';
import { writeSettings } from '#platform/settings.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { checkDiagram } from '../models/check-diagram.ts';
import { claimTask } from './claim-task.ts';
import { completeTask, throwTaskError } from './complete-task.ts';
import { begin, buildCrew, openTasks, publishProcess, read, sequenceXml, userTask, type Crew } from '../factory.ts';
import { getInstance } from '../instances/get-instance.ts';
import { getTask } from './get-task.ts';
import { assignTask } from './give-task.ts';

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

const as = <T>(person: BuiltPerson, work: Parameters<typeof org.run<T>>[0]) => org.run(work, person.actor);
const view = (id: string, person = desk.person) => as(person, (ctx) => getTask(ctx, id));
const complete = (id: string, answers?: Record<string, unknown>, person = desk.person) =>
  as(person, (ctx) => completeTask(ctx, { id, variables: {}, answers: answers as never }));
const form = (...fields: Parameters<typeof buildForm> extends [unknown, ...infer Rest] ? Rest : never) =>
  org.run((ctx) => buildForm(ctx, ...fields));

/** One step after another, each with its form; the first task is claimed. */
async function start(keys: readonly string[], variables = {}, inside = '') {
  const steps = keys.map((key, place) => ({
    id: `T${place}`,
    xml: userTask(`T${place}`, { unit: 'Desk', form: key, inside }),
  }));
  const instanceId = await begin(org, (await publishProcess(org, sequenceXml(steps))).key, variables);
  return { instanceId, id: await claimed(instanceId) };
}

async function claimed(instanceId: string): Promise<string> {
  const [task] = await openTasks(org, instanceId);
  await as(desk.person, (ctx) => claimTask(ctx, task!.id));
  return task!.id;
}

async function upload(): Promise<string> {
  const received = await receiveFile(app.platform, Readable.from(['a receipt']), {
    name: 'receipt.txt',
    mediaType: 'text/plain',
  });
  return (await org.run((ctx) => keepFile(ctx, received))).id;
}

test('a task asks what held when it opened; answers are refused by their field, kept, shown, and go into the process', async () => {
  const made = await form(
    { key: 'serial', type: 'line', label: { en: 'Serial' }, required: true },
    { key: 'parts', type: 'whole-number', min: 1, max: 5 },
    { key: 'cost', type: 'amount', currency: 'SAR' },
    { key: 'repaired', type: 'yes-no' },
    { key: 'seen-on', type: 'date' },
    { key: 'faults', type: 'several-of', choices: ['dust', 'water'].map((key) => ({ key, label: { en: key } })) },
    { key: 'note', type: 'prose' },
  );
  const { instanceId, id } = await start([made.key]);
  const begun = await org.run((ctx) => beginDraft(ctx, made.id));
  await org.run((ctx) => publishFields(ctx, begun, { key: 'other', type: 'line', required: true }));
  expect(await view(id)).toMatchObject({
    formKey: made.key,
    form: { version: { id: made.current!.id, number: 1 }, answers: {}, hidden: [], files: [] },
  });
  await expect(complete(id)).rejects.toMatchObject({
    code: 'request.invalid',
    faults: [{ field: 'answers.serial', code: 'required' }],
  });
  await expect(complete(id, { serial: 'X', parts: '٩' })).rejects.toMatchObject({
    faults: [{ field: 'answers.parts', code: 'too-big', params: { maximum: 5 } }],
  });
  expect((await view(id)).state).toBe('claimed');
  const given = { serial: ' X-1 ', parts: '۳', cost: 12.5, repaired: true, 'seen-on': '2026-11-01', faults: ['water'] };
  await complete(id, { ...given, unknown: 'x' });
  const kept = { ...given, serial: 'X-1', parts: 3 };
  expect(await view(id)).toMatchObject({
    state: 'completed',
    form: { version: { id: made.current!.id, number: 1 }, answers: kept },
  });
  const { status, scopes } = await read(org, instanceId);
  expect(status).toBe('completed');
  expect(scopes[0]!.variables).toEqual({ ...kept, note: null });
});

test('what was answered can neither be changed nor taken away', async () => {
  const made = await form({ key: 'serial', type: 'line' });
  const { id } = await start([made.key]);
  await complete(id, { serial: 'X' });
  for (const attempt of [
    sql`update process_task_answers set answers = '{}' where task_id = ${id}`,
    sql`delete from process_task_answers where task_id = ${id}`,
  ])
    await expect(org.run((ctx) => attempt.execute(ctx.transaction))).rejects.toMatchObject({ code: '42501' });
});

test('what the process knows stands in the form already; what does not fit the field is left to people', async () => {
  const first = await form({ key: 'serial', type: 'line' }, { key: 'cost', type: 'amount', currency: 'USD' });
  const second = await form(
    { key: 'serial', type: 'line', label: { en: 'Serial' } },
    { key: 'cost', type: 'amount', currency: 'USD' },
    { key: 'amount', type: 'amount', currency: 'SAR' },
    { key: 'day', type: 'date' },
    { key: 'photo', type: 'file' },
  );
  const elsewhere = await upload();
  const { instanceId, id } = await start([first.key, second.key], { amount: 7, day: 'soon', photo: elsewhere });
  await complete(id, { serial: 'X', cost: 40 });
  expect((await read(org, instanceId)).scopes[0]!.variables).toMatchObject({
    serial: 'X',
    cost: { amount: 40, currency: 'USD' },
  });
  const next = await claimed(instanceId);
  expect((await view(next)).form!.answers).toEqual({ serial: 'X', cost: 40, amount: 7 });
  // What is not answered any more is not what somebody said before.
  await complete(next, { amount: 8 });
  expect((await read(org, instanceId)).scopes[0]!.variables).toMatchObject({ serial: null, cost: null, amount: 8 });
});

test('files of answers are attached once, named again by a later task, and refused at their field when they are gone', async () => {
  const made = await form({ key: 'receipt', type: 'file', label: { en: 'Receipt' }, required: true });
  const { instanceId, id } = await start([made.key, made.key]);
  const fileId = await upload();
  await complete(id, { receipt: fileId });
  const next = await claimed(instanceId);
  expect((await view(next)).form).toMatchObject({
    answers: { receipt: fileId },
    files: [{ id: fileId, name: 'receipt.txt' }],
  });
  await complete(next, { receipt: fileId });
  expect((await view(next)).form).toMatchObject({ files: [{ id: fileId }] });
  const other = await start([made.key]);
  await expect(complete(other.id, { receipt: fileId })).rejects.toMatchObject({
    code: 'request.invalid',
    faults: [{ field: 'answers.receipt', code: 'file-gone' }],
  });
  expect((await view(other.id)).state).toBe('claimed');
});

test('a form that cannot be filled in when the task opens is not asked, and that is said', async () => {
  const made = await form({ key: 'serial', type: 'line', required: true });
  await org.run((ctx) => retireForm(ctx, { id: made.id, retired: true }));
  const { instanceId, id } = await start([made.key]);
  expect(await view(id)).toMatchObject({ formKey: made.key, form: null });
  const { rows } = await app.platform.connection.pool.query(
    `select data from events where organisation_id = $1 and type = 'task.opened'`,
    [org.organisationId],
  );
  expect(rows).toMatchObject([{ data: { notUnderstood: ['form'] } }]);
  await complete(id);
  expect((await read(org, instanceId)).status).toBe('completed');
});

test('the check of a diagram says which forms are not there and which were never published', async () => {
  const made = await form({ key: 'serial', type: 'line' });
  await org.run((ctx) => createForm(ctx, { key: 'only-drafted', name: { en: 'Only drafted' } }));
  const steps = [made.key, 'only-drafted', 'not-there'].map((key, place) => ({
    id: `T${place}`,
    xml: userTask(`T${place}`, { form: key, position: place === 0 ? 'worker of  DESK' : 'Nobody' }),
  }));
  const { faults } = await org.run((ctx) => checkDiagram(ctx, sequenceXml(steps)));
  const said = faults.filter(({ params }) => 'name' in params);
  expect(said.map(({ elementId, code, severity, params }) => [elementId, code, severity, params['name']])).toEqual([
    ['T1', 'position-unknown', 'warning', 'Nobody'],
    ['T1', 'form-not-published', 'warning', 'only-drafted'],
    ['T2', 'position-unknown', 'warning', 'Nobody'],
    ['T2', 'form-unknown', 'warning', 'not-there'],
  ]);
});

test('an error ends a task without its form', async () => {
  const made = await form({ key: 'serial', type: 'line', required: true });
  const { id } = await start([made.key]);
  await as(desk.person, (ctx) => throwTaskError(ctx, { id, code: 'gone', variables: {} }));
  expect(await view(id)).toMatchObject({ state: 'completed', form: { answers: {} } });
});

test('an amount that was answered is the one that takes authority', async () => {
  const action = await org.run((ctx) => buildAction(ctx, { key: 'refund.approve' }));
  await org.run((ctx) => buildRule(ctx, { actionId: action.id, limit: sar(10_000) }));
  const made = await form({ key: 'refund', type: 'amount', currency: 'SAR' });
  const inside = '<rida:authority action="refund.approve" amount="refund" />';
  const { id } = await start([made.key], { refund: 5 }, inside);
  await as(desk.head, (ctx) => assignTask(ctx, { id, personId: desk.head.personId }));
  await expect(complete(id, { refund: 12_000 }, desk.head)).rejects.toMatchObject({ code: 'authority.refused' });
  expect(await view(id, desk.head)).toMatchObject({ state: 'claimed', form: { answers: { refund: 5 } } });
  await complete(id, { refund: 9_000 }, desk.head);
  expect((await view(id, desk.head)).state).toBe('completed');
});

describe('personal answers', () => {
  const personal = {
    key: 'iban',
    type: 'line',
    personal: { fieldClass: 'identity', purpose: { en: 'To pay' } },
  } as const;

  test('are sent to those who may see that class, in the form and among the values', async () => {
    const made = await form({ ...personal }, { key: 'serial', type: 'line' });
    const { instanceId, id } = await start([made.key]);
    await complete(id, { iban: 'QQQQ', serial: 'X' });
    expect((await view(id)).form).toMatchObject({ answers: { iban: 'QQQQ', serial: 'X' }, hidden: [] });
    const observer = await org.buildPerson({ roles: ['observer'] });
    const seen = await view(id, observer);
    expect(seen.form).toMatchObject({ answers: { serial: 'X' }, hidden: ['iban'] });
    const instance = await as(observer, (ctx) => getInstance(ctx, instanceId));
    expect(instance.scopes[0]!.variables).toEqual({ serial: 'X' });
    expect(JSON.stringify([seen, instance])).not.toContain('QQQQ');
  });

  test('stay as they are where whoever fills in the next form may not see them', async () => {
    const made = await form({ ...personal, required: true }, { key: 'serial', type: 'line' });
    const { instanceId, id } = await start([made.key], { iban: 'QQQQ' });
    const rights = { read: ['contact' as const], write: [], rows: 'all' as const };
    await org.run((ctx) =>
      writeSettings(ctx, accessSettings, { agent: rights, 'service-manager': rights, 'api-key': rights }),
    );
    expect(await view(id)).toMatchObject({ variables: {}, form: { answers: {}, hidden: ['iban'] } });
    await complete(id, { iban: 'ZZZZ', serial: 'X' });
    expect((await read(org, instanceId)).scopes[0]!.variables).toEqual({ iban: 'QQQQ', serial: 'X' });
  });

  test('go in the night when their time is over, from the answers and from the values, once the process has ended', async () => {
    const made = await form({ ...personal }, { key: 'serial', type: 'line' });
    const ended = await start([made.key]);
    const running = await start([made.key, made.key]);
    for (const { id } of [ended, running]) await complete(id, { iban: 'QQQQ', serial: 'X' });
    await org.run((ctx) =>
      updateRetention(ctx, { identity: 12, contact: null, demographic: null, place: null, other: null }),
    );
    const kept = async ({ instanceId, id }: typeof ended) => ({
      values: (await read(org, instanceId)).scopes[0]!.variables,
      answers: (await view(id)).form!.answers,
    });
    const night = () => app.platform.jobs.runOnce(app.platform, 'process.expire-answers');
    const both = { iban: 'QQQQ', serial: 'X' };
    await night();
    expect(await kept(ended)).toEqual({ values: both, answers: both });
    app.clock.advance(400 * 86_400_000);
    await night();
    expect(await kept(ended)).toEqual({ values: { serial: 'X' }, answers: { serial: 'X' } });
    expect(await kept(running)).toEqual({ values: both, answers: both });
  });
});
