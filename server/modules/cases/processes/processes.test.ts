// Cases that run by the process of their category: begun, changed, told, ended with them; what processes do to cases; what customers read.
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { path, processXml } from '#engine/testing/process-xml.ts';
import { buildCategory } from '#modules/catalogue/factory.ts';
import { buildForm } from '#modules/forms/factory.ts';
import { buildOrganisation, signIn, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { doFirst, openTasks, publishProcess, read, sequenceXml, userTask } from '#modules/processes/factory.ts';
import { publishVersion } from '#modules/processes/models/publish-version.ts';
import { retireModel } from '#modules/processes/models/retire-model.ts';
import { saveDraft } from '#modules/processes/models/save-draft.ts';
import { createHttp } from '#platform/http/server.ts';
import { newId } from '#platform/ids.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { caseTimeline } from '../case-timeline.ts';
import { claimResolution } from '../claim-resolution.ts';
import { classifyCase } from '../classify-case.ts';
import { confirmResolution } from '../confirm-resolution.ts';
import { disputeResolution } from '../dispute-resolution.ts';
import { asCustomerOf, buildCase } from '../factory.ts';
import { getCase } from '../get-case.ts';
import { portalCase } from '../portal-case.ts';
import type { Registered } from '../register-case.ts';
import { beginProcess } from './begin-process.ts';
import { listCategoryProcesses, removeCategoryProcess, setCategoryProcess } from './category-processes.ts';
import { processesOfCase } from './processes-of-case.ts';

let app: TestApp;
let http: FastifyInstance;
let org: BuiltOrganisation;
beforeAll(async () => {
  app = await createTestApp();
  http = await createHttp(app.platform);
});
afterAll(async () => {
  await http?.close();
  await app?.close();
});
beforeEach(async () => {
  org = await buildOrganisation(app.platform, { settings: { timeZone: 'Asia/Riyadh' } });
});

const words = (en: string, fa: string): string =>
  `<rida:customerWords language="en">${en}</rida:customerWords><rida:customerWords language="fa">${fa}</rida:customerWords>`;

/** Two steps, the first with words for customers; then one without. */
const twoSteps = sequenceXml([
  { id: 'look', xml: userTask('look', { name: 'Look', inside: words('We look into it', 'بررسی می‌شود') }) },
  { id: 'mend', xml: userTask('mend', { name: 'Mend' }) },
]);

const runDue = () => app.platform.jobs.runDue(app.platform);
const bind = (categoryId: string, modelId: string, wish: { version?: number; whenCaseEnds?: 'continue' } = {}) =>
  org.run((ctx) =>
    setCategoryProcess(ctx, {
      id: categoryId,
      modelId,
      version: wish.version ?? null,
      whenCaseEnds: wish.whenCaseEnds ?? 'cancel',
    }),
  );
const register = async (categoryId: string | null): Promise<Registered> => {
  const registered = await buildCase(app.platform, org.organisationId, { categoryId });
  await runDue();
  return registered;
};
const of = async ({ id }: { id: string }) => (await org.run((ctx) => processesOfCase(ctx, id))).items;
const claim = (id: string) =>
  org.run((ctx) => claimResolution(ctx, { id, answer: 'Repaired this morning.', attachmentIds: [] }));
const dispute = (registered: Registered) =>
  asCustomerOf(app.platform, org.organisationId, registered, (ctx, grant) =>
    disputeResolution(ctx, grant, { reason: 'Still no water.' }),
  );
const confirm = (registered: Registered) =>
  asCustomerOf(app.platform, org.organisationId, registered, (ctx, grant) =>
    confirmResolution(ctx, grant, { certain: true }),
  );

/** A category of its own with a process in force. */
async function boundCategory(xml = twoSteps, wish: Parameters<typeof bind>[2] = {}) {
  const [category, model] = await Promise.all([org.run((ctx) => buildCategory(ctx)), publishProcess(org, xml)]);
  await bind(category.id, model.id, wish);
  return { categoryId: category.id, model };
}

describe('the process of a category', () => {
  test('begins with the case, knows it, and the case says where it stands', async () => {
    const { categoryId, model } = await boundCategory();
    const registered = await register(categoryId);
    const [process, ...others] = await of(registered);
    expect(others).toEqual([]);
    expect(process).toMatchObject({
      model: { id: model.id, key: model.key },
      version: 1,
      status: 'running',
      byHand: false,
      standsAt: [
        { elementId: 'look', name: 'Look', waitsFor: 'task', incident: false, task: { unit: { id: org.rootUnitId } } },
      ],
    });
    const { scopes } = await read(org, process!.instanceId);
    expect(scopes[0]!.variables).toMatchObject({
      case: { id: registered.id, number: registered.number, kind: 'complaint', disputes: 0 },
      answers: {},
      round: 1,
    });
    const { items } = await org.run((ctx) => caseTimeline(ctx, { id: registered.id, limit: 50 }));
    expect(items.filter(({ type }) => type === 'case.process-begun')).toMatchObject([
      { data: { instanceId: process!.instanceId, modelKey: model.key } },
    ]);
  });

  test('may be a version, and is left alone by versions published later', async () => {
    const { categoryId, model } = await boundCategory();
    const early = await register(categoryId);
    await org.run((ctx) => saveDraft(ctx, { id: model.id, xml: twoSteps.replace('Look', 'Look again'), revision: 1 }));
    await org.run((ctx) => publishVersion(ctx, { id: model.id, revision: 2, note: null }));
    expect((await of(early))[0]).toMatchObject({ version: 1 });
    expect((await of(await register(categoryId)))[0]).toMatchObject({ version: 2 });
    await bind(categoryId, model.id, { version: 1 });
    expect((await of(await register(categoryId)))[0]).toMatchObject({ version: 1 });
    await expect(bind(categoryId, model.id, { version: 3 })).rejects.toMatchObject({ code: 'process.not-in-force' });
  });

  test('is set only where it can begin, and is listed with its name', async () => {
    const category = await org.run((ctx) => buildCategory(ctx));
    const byMessage = await publishProcess(
      org,
      processXml(
        `<bpmn:startEvent id="S"><bpmn:messageEventDefinition messageRef="M" /></bpmn:startEvent>${userTask('a')}<bpmn:endEvent id="E" />${path('S', 'a', 'E')}`,
        '<bpmn:message id="M" name="order" />',
      ),
    );
    await expect(bind(category.id, byMessage.id)).rejects.toMatchObject({ code: 'process.not-startable' });
    await expect(bind(category.id, newId())).rejects.toMatchObject({ code: 'process.not-found' });
    await expect(bind(newId(), byMessage.id)).rejects.toMatchObject({ code: 'category.not-found' });
    const { categoryId, model } = await boundCategory();
    expect((await org.run(listCategoryProcesses)).items).toMatchObject([
      { categoryId, model: { id: model.id, name: { en: 'A process' } }, version: null, retired: false },
    ]);
    await org.run((ctx) => removeCategoryProcess(ctx, { id: categoryId }));
    expect((await org.run(listCategoryProcesses)).items).toEqual([]);
    expect(await of(await register(categoryId))).toEqual([]);
  });

  test('that was retired meanwhile begins nothing, and the case says so', async () => {
    const { categoryId, model } = await boundCategory();
    await org.run((ctx) => retireModel(ctx, { id: model.id, reason: 'Merged.' }));
    const registered = await register(categoryId);
    expect(await of(registered)).toEqual([]);
    const { items } = await org.run((ctx) => caseTimeline(ctx, { id: registered.id, limit: 50 }));
    expect(items.filter(({ type }) => type === 'case.process-refused')).toMatchObject([
      { data: { modelId: model.id, code: 'process.retired' } },
    ]);
    expect(await app.platform.jobs.listDead(org.organisationId)).toEqual([]);
  });

  test('uses what was filled in, but not what is personal', async () => {
    const { categoryId: bound, model } = await boundCategory();
    const form = await org.run((ctx) =>
      buildForm(
        ctx,
        { key: 'serial', type: 'line', label: { en: 'Serial' } },
        { key: 'iban', type: 'line', personal: { fieldClass: 'identity', purpose: { en: 'To pay' } } },
      ),
    );
    const category = await org.run((ctx) => buildCategory(ctx, { formId: form.id }));
    await bind(category.id, model.id);
    const registered = await buildCase(app.platform, org.organisationId, {
      categoryId: category.id,
      channel: 'phone',
      form: { answers: { serial: 'XK-1', iban: 'SECRET' } },
    });
    await runDue();
    const [process] = await of(registered);
    const { scopes } = await read(org, process!.instanceId);
    expect(scopes[0]!.variables['answers']).toEqual({ serial: 'XK-1' });
    expect(bound).not.toBe(category.id);
  });
});

describe('beside the life of the case', () => {
  test('another category ends the process of the one before and begins its own; the same process stays', async () => {
    const before = await boundCategory();
    const after = await boundCategory();
    const same = await org.run((ctx) => buildCategory(ctx));
    await bind(same.id, before.model.id);
    const registered = await register(before.categoryId);
    const move = async (categoryId: string | null): Promise<void> => {
      await org.run((ctx) => classifyCase(ctx, { id: registered.id, categoryId }));
      await runDue();
    };
    await move(same.id);
    expect(await of(registered)).toMatchObject([{ status: 'running', model: { id: before.model.id } }]);
    await move(after.categoryId);
    expect(await of(registered)).toMatchObject([
      { status: 'running', model: { id: after.model.id } },
      { status: 'cancelled', model: { id: before.model.id }, standsAt: [] },
    ]);
    await move(null);
    expect((await of(registered)).map(({ status }) => status)).toEqual(['cancelled', 'cancelled']);
    // A change of anything else leaves it alone.
    await move(after.categoryId);
    await org.run((ctx) => classifyCase(ctx, { id: registered.id, priority: 'urgent' }));
    await runDue();
    expect((await of(registered)).filter(({ status }) => status === 'running')).toHaveLength(1);
  });

  test('a disputed answer begins it again, in its second round; while it runs, it is told', async () => {
    const { categoryId } = await boundCategory();
    const registered = await register(categoryId);
    const [first] = await of(registered);
    await doFirst(org, first!.instanceId);
    await doFirst(org, first!.instanceId);
    expect(await of(registered)).toMatchObject([{ status: 'completed' }]);
    await claim(registered.id);
    await dispute(registered);
    await runDue();
    const [second] = await of(registered);
    expect(second).toMatchObject({ status: 'running' });
    expect((await read(org, second!.instanceId)).scopes[0]!.variables).toMatchObject({
      round: 2,
      case: { disputes: 1 },
    });
  });

  test('messages of the case reach who waits for them under its id', async () => {
    const { categoryId } = await boundCategory(
      processXml(
        `<bpmn:startEvent id="S" />${userTask('answer')}
         <bpmn:boundaryEvent id="claimed" attachedToRef="answer"><bpmn:messageEventDefinition messageRef="M" rida:key="=case.id" /></bpmn:boundaryEvent>
         ${userTask('archive')}<bpmn:endEvent id="E" /><bpmn:endEvent id="E2" />${path('S', 'answer', 'E')}${path('claimed', 'archive', 'E2')}`,
        '<bpmn:message id="M" name="case.claimed" />',
      ),
    );
    const [one, other] = [await register(categoryId), await register(categoryId)];
    await claim(one.id);
    await runDue();
    expect((await of(one))[0]!.standsAt).toMatchObject([{ elementId: 'archive' }]);
    expect((await of(other))[0]!.standsAt).toMatchObject([{ elementId: 'answer' }]);
  });

  test('the end of the case ends it, unless the category lets it go on', async () => {
    const [ends, goesOn] = [await boundCategory(), await boundCategory(twoSteps, { whenCaseEnds: 'continue' })];
    for (const [{ categoryId }, status] of [[ends, 'cancelled'] as const, [goesOn, 'running'] as const]) {
      const registered = await register(categoryId);
      const byHand = await publishProcess(org, twoSteps);
      await org.run((ctx) => beginProcess(ctx, { id: registered.id, modelKey: byHand.key }));
      await claim(registered.id);
      await confirm(registered);
      await runDue();
      // What a person began is for a person to end.
      expect(await of(registered)).toMatchObject([
        { byHand: true, status: 'running' },
        { byHand: false, status },
      ]);
    }
  });

  test('a person begins another, once at a time', async () => {
    const registered = await register(null);
    const { key } = await publishProcess(org, twoSteps);
    const begun = await org.run((ctx) => beginProcess(ctx, { id: registered.id, modelKey: key }));
    expect(begun).toMatchObject({ byHand: true, status: 'running', standsAt: [{ name: 'Look' }] });
    await expect(org.run((ctx) => beginProcess(ctx, { id: registered.id, modelKey: key }))).rejects.toMatchObject({
      code: 'case.process-running',
    });
    await expect(org.run((ctx) => beginProcess(ctx, { id: newId(), modelKey: key }))).rejects.toMatchObject({
      code: 'case.not-found',
    });
  });
});

test('steps of a process move the case, raise it, note something and write to the customer; a claim they cannot make', async () => {
  const unitId = await org.buildUnit({ name: 'Water' });
  const service = (id: string, topic: string, input: string): { id: string; xml: string } => ({
    id,
    xml: `<bpmn:serviceTask id="${id}" rida:topic="${topic}" rida:input="=${input.replaceAll('"', '&quot;')}" />`,
  });
  const { categoryId } = await boundCategory(
    sequenceXml([
      service('move', 'case.assign', '{unit: "Water"}'),
      service('raise', 'case.set-priority', '{priority: "urgent"}'),
      service('note', 'case.add-note', '{text: "Round " + string(round)}'),
      service('write', 'case.write-to-customer', '{text: "We sent a team."}'),
    ]),
  );
  const registered = await register(categoryId);
  await runDue();
  expect(await of(registered)).toMatchObject([{ status: 'completed' }]);
  expect(await org.run((ctx) => getCase(ctx, registered.id))).toMatchObject({
    unitId,
    priority: 'urgent',
    state: 'open',
  });
  const { items } = await org.run((ctx) => caseTimeline(ctx, { id: registered.id, limit: 50 }));
  expect(items.map(({ type, text }) => [type, text])).toEqual(
    expect.arrayContaining([
      ['case.note-added', 'Round 1'],
      ['case.message-sent', 'We sent a team.'],
    ]),
  );
});

test('the customer reads the promise and how far it came, in own words, and nothing of steps without them', async () => {
  const { categoryId, model } = await boundCategory();
  await app.platform.connection.pool.query('update process_models set promise = $2 where id = $1', [
    model.id,
    JSON.stringify({ en: 'Within two days' }),
  ]);
  const registered = await register(categoryId);
  const seen = () =>
    asCustomerOf(
      app.platform,
      org.organisationId,
      registered,
      async (ctx, grant) => (await portalCase(ctx, grant)).progress,
    );
  const looked = { words: { en: 'We look into it', fa: 'بررسی می‌شود' }, at: expect.any(Date) };
  expect(await seen()).toEqual({ promise: { en: 'Within two days' }, stages: [{ ...looked, now: true }] });
  const [process] = await of(registered);
  await doFirst(org, process!.instanceId);
  expect((await openTasks(org, process!.instanceId))[0]).toMatchObject({ name: 'Mend' });
  expect(await seen()).toMatchObject({ stages: [{ ...looked, now: true }] });
  await doFirst(org, process!.instanceId);
  expect(await seen()).toMatchObject({ stages: [{ ...looked, now: false }] });
  const other = await register(null);
  expect(
    await asCustomerOf(
      app.platform,
      org.organisationId,
      other,
      async (ctx, grant) => (await portalCase(ctx, grant)).progress,
    ),
  ).toBeNull();
});

test('over HTTP, by rights: agents read and begin, only those who manage the catalogue bind', async () => {
  org = await buildOrganisation(app.platform, { withAccount: true });
  const agent = await org.buildPerson({ withAccount: true });
  const [manager, worker] = [await signIn(http, org.administrator), await signIn(http, agent)];
  const ask = async (
    headers: Record<string, string>,
    method: 'GET' | 'PUT' | 'POST' | 'DELETE',
    url: string,
    payload?: object,
  ) => (await http.inject({ method, url: `/api${url}`, headers, ...(payload ? { payload } : {}) })).statusCode;
  const { categoryId, model } = await boundCategory();
  const registered = await register(categoryId);
  expect(await ask(worker, 'GET', `/cases/${registered.id}/processes`)).toBe(200);
  expect(await ask(worker, 'POST', `/cases/${registered.id}/processes`, { modelKey: model.key })).toBe(409);
  expect(await ask(worker, 'GET', '/category-processes')).toBe(200);
  expect(await ask(worker, 'PUT', `/categories/${categoryId}/process`, { modelId: model.id })).toBe(403);
  expect(await ask(manager, 'PUT', `/categories/${categoryId}/process`, { modelId: model.id })).toBe(200);
  expect(await ask(worker, 'DELETE', `/categories/${categoryId}/process`)).toBe(403);
  expect(await ask(manager, 'DELETE', `/categories/${categoryId}/process`)).toBe(200);
});
