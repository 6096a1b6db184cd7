// Models of processes: drafts and their faults, proposals and approval, and versions that nobody can change, not even around the verbs.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { processXml } from '#engine/testing/process-xml.ts';
import { buildOrganisation, type BuiltOrganisation, type BuiltPerson } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { changeModel } from './change-model.ts';
import { checkDiagram } from './check-diagram.ts';
import { compareVersions } from './compare-versions.ts';
import { createModel } from './create-model.ts';
import { approveProposal, sendBackProposal, withdrawProposal } from './decide-proposal.ts';
import { discardModel } from './discard-model.ts';
import { getDraft } from './drafts.ts';
import { newModel, publishProcess, sequenceXml, userTask } from '../factory.ts';
import { listModels } from './list-models.ts';
import { getModel } from './models.ts';
import { proposeVersion } from './propose-version.ts';
import { publishVersion } from './publish-version.ts';
import { resetDraft } from './reset-draft.ts';
import { retireModel } from './retire-model.ts';
import { saveDraft } from './save-draft.ts';
import { startInstance } from '../instances/start-instance.ts';
import { getVersion, listVersions } from './versions.ts';

let app: TestApp;
let org: BuiltOrganisation;
let owner: BuiltPerson;
let modeller: BuiltPerson;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app?.close());
beforeEach(async () => {
  org = await buildOrganisation(app.platform);
  owner = await org.buildPerson({ roles: ['service-manager'], name: 'Owner' });
  modeller = await org.buildPerson({ roles: ['agent'], name: 'Modeller' });
});

const oneTask = (name = 'Look', due = '') =>
  sequenceXml([{ id: 'A', xml: userTask('A', { name, inside: due ? `<rida:due value="${due}" />` : '' }) }]);
const create = (xml?: string) =>
  org.run(
    (ctx) => createModel(ctx, newModel(org, { ownerId: owner.personId, ...(xml ? { xml } : {}) })),
    modeller.actor,
  );
const save = (id: string, xml: string, revision: number) =>
  org.run((ctx) => saveDraft(ctx, { id, xml, revision }), modeller.actor);
const propose = (id: string, revision: number) =>
  org.run((ctx) => proposeVersion(ctx, { id, revision, note: 'Faster' }), modeller.actor);
const publish = (id: string, revision: number, person = owner) =>
  org.run((ctx) => publishVersion(ctx, { id, revision, note: null }), person.actor);
const noticesOf = async (person: BuiltPerson) =>
  (
    await app.platform.connection.pool.query('select type from notifications where person_id = $1 order by type', [
      person.personId,
    ])
  ).rows.map((row) => row.type);

test('a draft with errors is not published; the faults name their elements', async () => {
  const { id } = await create();
  expect((await publish(id, 1)).number).toBe(1);
  const broken = processXml(
    `<bpmn:startEvent id="S" /><bpmn:serviceTask id="T" rida:topic="moon.fly" />${userTask('A', { unit: 'Nobody knows it' })}<bpmn:callActivity id="C" calledElement="not-there" /><bpmn:complexGateway id="X" /><bpmn:endEvent id="E" />`,
  );
  const { faults, revision } = await save(id, broken, 1);
  expect(faults.filter(({ severity }) => severity === 'error').map(({ elementId }) => elementId)).toContain('X');
  await expect(publish(id, revision)).rejects.toMatchObject({
    code: 'process.has-faults',
    status: 422,
    faults: expect.arrayContaining([expect.objectContaining({ field: 'X', code: 'complex-gateway-not-executed' })]),
  });
  await expect(propose(id, revision)).rejects.toMatchObject({ code: 'process.has-faults' });
  // What only this organisation can say: units, topics, other processes.
  const own = processXml(
    `<bpmn:startEvent id="S" />${userTask('A', { unit: 'Nobody knows it' })}<bpmn:serviceTask id="T" rida:topic="moon.fly" /><bpmn:callActivity id="C" calledElement="not-there" /><bpmn:endEvent id="E" /><bpmn:sequenceFlow id="f1" sourceRef="S" targetRef="A" /><bpmn:sequenceFlow id="f2" sourceRef="A" targetRef="T" /><bpmn:sequenceFlow id="f3" sourceRef="T" targetRef="C" /><bpmn:sequenceFlow id="f4" sourceRef="C" targetRef="E" />`,
  );
  const checked = await org.run((ctx) => checkDiagram(ctx, own));
  const said = checked.faults.filter(({ code }) => code.endsWith('-unknown'));
  expect(said.map(({ elementId, code, severity }) => [elementId, code, severity])).toEqual([
    ['A', 'unit-unknown', 'warning'],
    ['T', 'topic-unknown', 'error'],
    ['C', 'called-process-unknown', 'warning'],
  ]);
  for (const [xml, code] of [
    ['<not xml', 'diagram-not-xml'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'diagram-with-entities'],
  ] as const)
    await expect(save(id, xml, revision)).rejects.toMatchObject({
      code: 'process.has-faults',
      faults: [{ field: '', code }],
    });
  expect((await org.run((ctx) => getDraft(ctx, id))).xml).toBe(broken);
});

test('somebody proposes, the owner sends back or approves; nobody else does, and the draft stands still meanwhile', async () => {
  const { id } = await create(oneTask());
  expect((await propose(id, 1)).proposals).toMatchObject([
    { proposedBy: { name: 'Modeller' }, decision: null, note: 'Faster' },
  ]);
  await expect(save(id, oneTask('Other'), 1)).rejects.toMatchObject({ code: 'process.proposed' });
  await expect(propose(id, 1)).rejects.toMatchObject({ code: 'process.proposed' });
  const waiting = async () => (await org.run((ctx) => getModel(ctx, id))).proposals[0]!.id;
  for (const person of [modeller, org.administrator])
    await expect(
      org.run(
        async (ctx) => approveProposal(ctx, { id, proposalId: (await getModel(ctx, id)).proposals[0]!.id }),
        person.actor,
      ),
    ).rejects.toMatchObject({ code: 'process.not-owner' });
  await expect(publish(id, 1, org.administrator)).rejects.toMatchObject({ code: 'process.not-owner' });
  const first = await waiting();
  await org.run((ctx) => sendBackProposal(ctx, { id, proposalId: first, reason: 'Name the step' }), owner.actor);
  await save(id, oneTask('Look at it'), 1);
  await propose(id, 2);
  await expect(org.run((ctx) => approveProposal(ctx, { id, proposalId: first }), owner.actor)).rejects.toMatchObject({
    code: 'process.not-proposed',
  });
  const second = await waiting();
  expect(await org.run((ctx) => approveProposal(ctx, { id, proposalId: second }), owner.actor)).toMatchObject({
    number: 1,
    note: 'Faster',
    publishedBy: { name: 'Owner' },
    proposedBy: { name: 'Modeller' },
    processes: [{ id: 'P' }],
  });
  const model = await org.run((ctx) => getModel(ctx, id), owner.actor);
  expect(model).toMatchObject({
    status: 'in-force',
    version: 1,
    draftDiffers: false,
    proposed: false,
    mayPublish: true,
  });
  expect(model.proposals.map(({ decision }) => decision)).toEqual(['approved', 'sent-back']);
  expect(await noticesOf(owner)).toEqual(['process.proposed', 'process.proposed']);
  expect(await noticesOf(modeller)).toEqual(['process.published', 'process.sent-back']);
  await expect(propose(id, 2)).rejects.toMatchObject({ code: 'process.unchanged' });
  await save(id, oneTask('Look again'), 2);
  await propose(id, 3);
  await org.run((ctx) => withdrawProposal(ctx, id), modeller.actor);
  await save(id, oneTask('And again'), 3);
});

test('a stale draft is refused, and what came in leaves byte for byte', async () => {
  const strange = `\uFEFF${oneTask('كلمة — كلمه')
    .replaceAll('\n', '\r\n')
    .replace('<bpmn:startEvent', '<!-- drawn\telsewhere -->\r\n   <bpmn:startEvent')}\r\n\r\n`;
  const { id } = await create(strange);
  await publish(id, 1);
  const version = await org.run((ctx) => getVersion(ctx, { id, number: 1 }));
  expect(version.xml).toBe(strange);
  expect((await org.run((ctx) => getDraft(ctx, id))).xml).toBe(strange);
  await save(id, oneTask('Mine'), 1);
  await expect(save(id, oneTask('Yours'), 1)).rejects.toMatchObject({
    code: 'process.changed-meanwhile',
    params: { revision: 2 },
  });
  await expect(publish(id, 1)).rejects.toMatchObject({ code: 'process.changed-meanwhile' });
  await org.run((ctx) => resetDraft(ctx, { id, number: 1, revision: 2 }), modeller.actor);
  expect(await org.run((ctx) => getDraft(ctx, id))).toMatchObject({ xml: strange, basedOn: 1, revision: 3 });
});

test('versions are compared by what is executed', async () => {
  const { id } = await create(oneTask('Look', 'P2D'));
  await publish(id, 1);
  await save(
    id,
    sequenceXml([
      { id: 'A', xml: userTask('A', { name: 'Look', inside: '<rida:due value="P3D" />' }) },
      { id: 'B', xml: userTask('B') },
    ]),
    1,
  );
  await publish(id, 2);
  const comparison = await org.run((ctx) => compareVersions(ctx, { id, number: 2 }));
  expect(comparison).toMatchObject({
    from: 1,
    to: 2,
    changed: [{ id: 'A', type: 'user-task', fields: ['settings.due'] }],
  });
  expect(comparison.added.map((one) => one.id)).toEqual(['B', 'A-B', 'B-E']);
  expect(comparison.removed.map((one) => one.id)).toEqual(['A-E']);
  const page = await org.run((ctx) => listVersions(ctx, { id, limit: 1 }));
  expect(page.items.map(({ number }) => number)).toEqual([2]);
  expect(
    (await org.run((ctx) => listVersions(ctx, { id, limit: 5, cursor: page.next! }))).items.map(({ number }) => number),
  ).toEqual([1]);
});

test('the catalogue names the owner, who alone names the next; it is found by words, retired with a reason', async () => {
  const { id, key } = await create(oneTask());
  const change = (person: BuiltPerson, revision: number, more: object) =>
    org.run(
      (ctx) => changeModel(ctx, { id, revision, ...newModel(org, { ownerId: owner.personId }), ...more }),
      person.actor,
    );
  await expect(change(modeller, 1, { ownerId: modeller.personId })).rejects.toMatchObject({
    code: 'process.not-owner',
  });
  const sipoc = {
    suppliers: ['Shop  floor'],
    inputs: ['Order'],
    steps: ['Look'],
    outputs: ['Answer'],
    customers: ['Customer'],
  };
  const changed = await change(modeller, 1, {
    name: { fa: 'رسیدگی به شکایت' },
    sipoc,
    promise: { fa: 'پاسخ در سه روز' },
    objective: { fa: 'رضایت' },
    pcfId: 10_389,
  });
  expect(changed).toMatchObject({
    revision: 2,
    sipoc: { suppliers: ['Shop floor'] },
    promise: { fa: 'پاسخ در سه روز' },
    pcfId: 10_389,
  });
  await expect(change(modeller, 1, {})).rejects.toMatchObject({ code: 'process.changed-meanwhile' });
  await expect(org.run((ctx) => createModel(ctx, newModel(org, { key })))).rejects.toMatchObject({
    code: 'process.key-taken',
  });
  const find = async (q: string) =>
    (await org.run((ctx) => listModels(ctx, { q, limit: 10 }))).items.map((one) => one.id);
  expect(await find('شكايت')).toEqual([id]);
  await publish(id, 1);
  await expect(org.run((ctx) => retireModel(ctx, { id, reason: 'x' }), modeller.actor)).rejects.toMatchObject({
    code: 'process.not-owner',
  });
  await org.run((ctx) => retireModel(ctx, { id, reason: 'Done by a machine now' }), owner.actor);
  expect(await find('شكايت')).toEqual([]);
  expect(await org.run((ctx) => getModel(ctx, id))).toMatchObject({
    status: 'retired',
    retireReason: 'Done by a machine now',
  });
  await expect(org.run((ctx) => startInstance(ctx, { modelKey: key, variables: {} }))).rejects.toMatchObject({
    code: 'process.retired',
  });
  await expect(org.run((ctx) => discardModel(ctx, id))).rejects.toMatchObject({ code: 'process.published' });
  const other = await create();
  await org.run((ctx) => discardModel(ctx, other.id), modeller.actor);
  await expect(org.run((ctx) => getModel(ctx, other.id))).rejects.toMatchObject({ code: 'process.not-found' });
  await expect(org.run((ctx) => startInstance(ctx, { modelKey: other.key, variables: {} }))).rejects.toMatchObject({
    code: 'process.not-found',
  });
});

test('the database itself keeps versions and happenings as they were, and the hash true', async () => {
  const { id } = await publishProcess(org, oneTask());
  const { pool } = app.platform.connection;
  const attempt = async (statement: string, role?: string) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      if (role)
        await client.query(`select set_config('role', $1, true), set_config('app.organisation', $2, true)`, [
          role,
          org.organisationId,
        ]);
      await client.query(statement);
      return 'done';
    } catch (error) {
      return (error as { constraint?: string; code: string }).constraint ?? (error as { code: string }).code;
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  const change = `update process_versions set note = 'other' where model_id = '${id}'`;
  const remove = `delete from process_versions where model_id = '${id}'`;
  const insert = `insert into process_versions select organisation_id, gen_random_uuid(), model_id, 2, xml || ' ', sha256, processes, faults, note, published_at from process_versions where model_id = '${id}'`;
  // Even whoever owns the database is stopped by the trigger.
  for (const statement of [change, remove]) expect(await attempt(statement)).toBe('process_versions_stay');
  expect(await attempt(insert)).toBe('process_versions_hash');
  for (const role of ['rida_staff', 'rida_system'])
    for (const statement of [
      change,
      remove,
      `update process_happenings set type = 'failed'`,
      `delete from process_happenings`,
      `update process_corrections set reason = ''`,
      `delete from process_task_claims`,
      `delete from process_hand_offs`,
    ])
      expect(await attempt(statement, role)).toBe('42501');
});
