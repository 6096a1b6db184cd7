// Moving running instances to another version on the database: the dry run, the move with its tasks, refusals on record, a kill in the middle.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Mapping } from '#engine/migration-targets.ts';
import { around, path, processXml } from '#engine/testing/process-xml.ts';
import { buildForm } from '#modules/forms/factory.ts';
import { buildOrganisation, signIn, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { underRole } from '#platform/db/under-role.ts';
import { createHttp } from '#platform/http/server.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { claimTask } from '../tasks/claim-task.ts';
import { countElements } from '../instances/count-elements.ts';
import {
  begin,
  buildCrew,
  doFirst,
  handOff,
  openTasks,
  publishNext,
  publishProcess,
  read,
  sequenceXml,
  userTask,
} from '../factory.ts';
import { getTask } from '../tasks/get-task.ts';
import { cancelInstance } from '../instances/instance-steps.ts';
import { listHappenings } from '../instances/list-happenings.ts';
import { migrateJob } from './migrate-job.ts';
import { getMigration, listMigrationInstances, listMigrations } from './migrations.ts';
import { planMigration } from './plan-migration.ts';
import { sendMessage } from '../instances/send-message.ts';
import { startMigration } from './start-migration.ts';

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
const asked = (id: string, mapping: Mapping = {}) => ({ id, from: 1, to: 2, mapping });
const plan = (id: string, mapping?: Mapping, limit = 100, cursor?: string) =>
  org.run((ctx) => planMigration(ctx, { ...asked(id, mapping), limit, cursor }));
const start = (id: string, mapping?: Mapping, instanceIds?: readonly string[]) =>
  org.run((ctx) => startMigration(ctx, { ...asked(id, mapping), instanceIds, reason: 'The law has changed.' }));
const move = async (id: string, mapping?: Mapping) => {
  const started = await start(id, mapping);
  await runDue();
  return org.run((ctx) => getMigration(ctx, started.id));
};
const eventsOf = async (type: string) =>
  (
    await app.platform.connection.pool.query<{ data: Record<string, unknown> }>(
      'select data from events where organisation_id = $1 and type = $2 order by id',
      [org.organisationId, type],
    )
  ).rows.map(({ data }) => data);

const due = (length: string) => `<rida:due value="${length}" />`;
const look = (id: string, wish: Parameters<typeof userTask>[1] = {}) => ({ id, xml: userTask(id, wish) });
const twoSteps = sequenceXml([look('A', { name: 'Look', unit: 'Desk', inside: due('P1D') }), look('B')]);
/** The first step has another id, name, form, unit and due time. */
const changed = (form = 'checklist') =>
  sequenceXml([look('check', { name: 'Check', unit: 'Stores', form, inside: due('P3D') }), look('B')]);

test('a dry run names what stands where and what it becomes, and writes nothing', async () => {
  const xml = processXml(
    `<bpmn:startEvent id="S" /><bpmn:parallelGateway id="F" />${userTask('A')}${userTask('B', { name: 'Pack' })}<bpmn:parallelGateway id="J" /><bpmn:endEvent id="E" />
     <bpmn:boundaryEvent id="T" attachedToRef="B" cancelActivity="false"><bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:endEvent id="TE" />
     ${path('S', 'F', 'A', 'J', 'E')}${path('F', 'B', 'J')}${path('T', 'TE')}`,
  );
  const { id, key } = await publishProcess(org, xml);
  const ids = [await begin(org, key), await begin(org, key), await begin(org, key)];
  await doFirst(org, ids[0]!);
  await publishNext(org, id, xml.replaceAll('"B"', '"pack"').replaceAll('"T"', '"late"'));
  const before = await read(org, ids[0]!);

  const first = await plan(id, {}, 2);
  expect(first).toMatchObject({ running: 3, items: [{ instanceId: ids[2] }, { instanceId: ids[1] }] });
  expect(first.elements).toMatchObject([
    { elementId: 'A', kind: 'user-task', count: 2, to: 'A', fits: true },
    {
      elementId: 'B',
      name: 'Pack',
      count: 3,
      removable: false,
      to: null,
      fits: false,
      targets: [
        { elementId: 'A', name: 'A' },
        { elementId: 'pack', name: 'Pack' },
      ],
    },
    { elementId: 'J', kind: 'parallel-gateway', count: 1, to: 'J', fits: true },
    { elementId: 'T', kind: 'boundary-timer', count: 3, removable: true, to: null, fits: false, targets: [] },
    { elementId: 'A-J', kind: 'sequence-flow', name: 'A', count: 1, to: 'A-J', fits: true },
  ]);
  expect(first.items[0]!.faults).toEqual([
    { code: 'unmapped', elementId: 'B', name: 'Pack', to: null, toName: null },
    { code: 'unmapped', elementId: 'T', name: null, to: null, toName: null },
  ]);
  const second = await plan(id, { B: 'pack', T: 'late' }, 2, first.next!);
  expect(second.next).toBeNull();
  expect(second.items).toMatchObject([{ instanceId: ids[0], faults: [] }]);
  expect(second.elements.find(({ elementId }) => elementId === 'T')).toMatchObject({
    to: 'late',
    fits: true,
    targets: [{ elementId: 'late' }],
  });
  expect(second.items[0]!.rows.map(({ type, elementId, to }) => [type, elementId, to])).toEqual([
    ['scope', 'P', 'P'],
    ['token', 'B', 'pack'],
    ['arrival', 'A-J', 'A-J'],
    ['timer', 'T', 'late'],
  ]);
  expect((await plan(id, { B: 'pack', T: null })).items.map(({ faults }) => faults)).toEqual([[], [], []]);
  expect(await read(org, ids[0]!)).toEqual(before);
  expect((await org.run((ctx) => listMigrations(ctx, { id, limit: 10 }))).items).toEqual([]);
});

test('tasks follow: words of the new version, the hands they are in stay, and the instance goes on to its end', async () => {
  const [desk, stores] = [await buildCrew(org, 'Desk'), await buildCrew(org, 'Stores')];
  const { id, key } = await publishProcess(org, twoSteps);
  const [claimed, open] = [await begin(org, key), await begin(org, key)];
  const [task] = await openTasks(org, claimed);
  await org.run((ctx) => claimTask(ctx, task!.id), desk.person.actor);
  const standing = await read(org, claimed);
  const form = await org.run((ctx) => buildForm(ctx, { key: 'seen', type: 'yes-no', label: { en: 'Seen' } }));
  await publishNext(org, id, changed(form.key));
  app.clock.advance(3_600_000);

  const migration = await move(id, { A: 'check' });
  expect(migration).toMatchObject({
    from: 1,
    to: 2,
    reason: 'The law has changed.',
    startedBy: { name: 'Administrator' },
    counts: { waiting: 0, migrated: 2, refused: 0, ended: 0, stopped: 0 },
  });
  expect(migration.endedAt).not.toBeNull();

  const [kept] = await openTasks(org, claimed);
  expect(kept).toMatchObject({
    id: task!.id,
    elementId: 'check',
    name: 'Check',
    version: 2,
    state: 'claimed',
    assignee: { id: desk.person.personId },
    unit: { id: desk.unitId },
  });
  expect(await org.run((ctx) => getTask(ctx, task!.id))).toMatchObject({
    formKey: form.key,
    form: { version: { id: form.current!.id } },
  });
  // Counted from when it was opened, not from the move.
  expect(kept!.dueAt!.getTime() - kept!.openedAt.getTime()).toBe(3 * 86_400_000);
  expect(await openTasks(org, open)).toMatchObject([{ state: 'open', unit: { id: stores.unitId } }]);

  const instance = await read(org, claimed);
  expect(instance).toMatchObject({
    version: 2,
    standsAt: [{ elementId: 'check', name: 'Check' }],
    tokens: [{ number: standing.tokens[0]!.number, since: standing.tokens[0]!.since }],
    corrections: [
      {
        type: 'migrated',
        by: { kind: 'staff', name: 'Administrator' },
        reason: 'The law has changed.',
        migration: { id: migration.id, from: 1, to: 2 },
      },
    ],
  });
  expect(await org.run((ctx) => countElements(ctx, { id, number: 1 }))).toEqual({ running: 0, elements: [] });
  expect((await org.run((ctx) => countElements(ctx, { id, number: 2 }))).elements).toMatchObject([
    { elementId: 'check', waiting: 2 },
  ]);

  await doFirst(org, open);
  await doFirst(org, open);
  expect(await read(org, open)).toMatchObject({ status: 'completed' });
  const { items } = await org.run((ctx) => listHappenings(ctx, { id: open, limit: 100 }));
  expect(items.map(({ number }) => number)).toEqual(items.map((_, at) => at + 1));
  const told = items.filter(({ type, name }) => type === 'migrated' || name);
  expect(told.map(({ type, elementId, name, version }) => [type, elementId, name, version])).toEqual([
    ['entered', 'A', 'Look', null],
    ['migrated', 'P', null, 2],
    ['completed', 'check', 'Check', null],
    ['entered', 'B', 'B', null],
    ['completed', 'B', 'B', null],
  ]);
  expect(await eventsOf('process.migration-started')).toEqual([
    { migrationId: migration.id, from: 1, to: 2, instances: 2 },
  ]);
  expect(await eventsOf('process-instance.migrated')).toHaveLength(2);
  expect(await eventsOf('process.migration-ended')).toEqual([
    { migrationId: migration.id, from: 1, to: 2, migrated: 2, refused: 0, ended: 0, stopped: 0 },
  ]);
});

test('what changed meanwhile is planned anew: moved, refused with the reason, or at its end already', async () => {
  const { id, key } = await publishProcess(org, twoSteps);
  const [stays, goesOn, ends] = [await begin(org, key), await begin(org, key), await begin(org, key)];
  await publishNext(org, id, sequenceXml([look('A', { name: 'Look' }), look('C')]));
  const { id: migrationId } = await start(id);
  await doFirst(org, goesOn);
  await org.run((ctx) => cancelInstance(ctx, { id: ends, reason: 'Not wanted.' }));
  await runDue();
  const items = (await org.run((ctx) => listMigrationInstances(ctx, { id: migrationId, limit: 10 }))).items;
  expect(new Map(items.map(({ instanceId, outcome }) => [instanceId, outcome]))).toEqual(
    new Map([
      [stays, 'migrated'],
      [goesOn, 'refused'],
      [ends, 'ended'],
    ]),
  );
  expect(
    (await org.run((ctx) => listMigrationInstances(ctx, { id: migrationId, outcome: 'refused', limit: 10 }))).items,
  ).toMatchObject([{ instanceId: goesOn, faults: [{ code: 'unmapped', elementId: 'B', name: 'B' }] }]);
  expect(await read(org, goesOn)).toMatchObject({ version: 1, standsAt: [{ elementId: 'B' }], corrections: [] });
  // What was refused may move another time.
  expect(await move(id, { B: 'C' })).toMatchObject({ counts: { migrated: 1, refused: 0 } });
  expect(await read(org, goesOn)).toMatchObject({ version: 2, standsAt: [{ elementId: 'C' }] });
  await doFirst(org, goesOn);
  expect(await read(org, goesOn)).toMatchObject({ status: 'completed' });
});

test('a worker that dies in the middle: the next one goes on behind it, nothing twice', async () => {
  const { id, key } = await publishProcess(org, twoSteps);
  const ids: string[] = [];
  for (let count = 0; count < 6; count += 1) ids.push(await begin(org, key));
  await publishNext(org, id, changed());
  const { id: migrationId } = await start(id, { A: 'check' });
  const { pool } = app.platform.connection;
  // Somebody holds an instance of the second four: the worker stands there when its connection dies.
  const held = ids.toSorted()[4]!;
  const holder = await pool.connect();
  await holder.query('begin');
  await holder.query('select from process_instances where id = $1 for update', [held]);
  const work = () => migrateJob.handle(app.platform, { organisationId: org.organisationId, migrationId });
  const died = expect(work()).rejects.toThrow();
  const waits = async () =>
    (
      await pool.query<{ pid: number }>(
        `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%process_instances%'`,
      )
    ).rows;
  await expect.poll(waits, { timeout: 20_000, interval: 20 }).toHaveLength(1);
  await pool.query('select pg_terminate_backend($1)', [(await waits())[0]!.pid]);
  await died;
  await holder.query('rollback');
  holder.release();
  const halfway = await org.run((ctx) => getMigration(ctx, migrationId));
  expect(halfway.endedAt).toBeNull();
  expect(halfway.counts.migrated).toBeGreaterThanOrEqual(4);
  expect(halfway.counts.waiting).toBeGreaterThanOrEqual(1);

  await work();
  // And a second time, from the queue: there is nothing left to do.
  await runDue();
  expect(await org.run((ctx) => getMigration(ctx, migrationId))).toMatchObject({
    counts: { waiting: 0, migrated: 6, refused: 0, ended: 0 },
  });
  for (const each of ids)
    expect(await read(org, each)).toMatchObject({ version: 2, revision: 2, corrections: [{ type: 'migrated' }] });
  expect(await eventsOf('process-instance.migrated')).toHaveLength(6);
  expect(await eventsOf('process.migration-ended')).toHaveLength(1);
});

test('one that is broken is refused, and the others move', async () => {
  const { id, key } = await publishProcess(org, twoSteps);
  const ids = [await begin(org, key), await begin(org, key), await begin(org, key)];
  await publishNext(org, id, changed());
  await app.platform.connection.pool.query('delete from process_scopes where instance_id = $1', [ids[1]]);
  const { id: migrationId } = await start(id, { A: 'check' });
  await runDue();
  const ended = await org.run((ctx) => getMigration(ctx, migrationId));
  expect(ended).toMatchObject({ counts: { waiting: 0, migrated: 2, refused: 1 } });
  expect(ended.endedAt).not.toBeNull();
  const { items } = await org.run((ctx) =>
    listMigrationInstances(ctx, { id: migrationId, outcome: 'refused', limit: 9 }),
  );
  expect(items).toMatchObject([{ instanceId: ids[1], faults: [{ code: 'failed' }] }]);
});

test('a message by its new name is waited for from then on, and one that came before is found', async () => {
  const waiting = (name: string) =>
    around(
      'W',
      '<bpmn:intermediateCatchEvent id="W"><bpmn:messageEventDefinition messageRef="M" rida:key="=order" /></bpmn:intermediateCatchEvent>',
      `<bpmn:message id="M" name="${name}" />`,
    );
  const { id, key } = await publishProcess(org, waiting('paid'));
  const instance = await begin(org, key, { order: '7' });
  await publishNext(org, id, waiting('settled'));
  const sent = await org.run((ctx) =>
    sendMessage(ctx, { name: 'settled', key: '7', variables: { amount: 3 }, timeToLive: 3_600 }),
  );
  expect(sent.outcome).toBe('kept');
  await runDue();
  expect((await read(org, instance)).status).toBe('running');
  await move(id);
  expect(await read(org, instance)).toMatchObject({
    status: 'completed',
    scopes: [{ variables: { order: '7', amount: 3 } }],
  });
});

test('a called process ends into the version that its caller has come to; an overdue timer fires there', async () => {
  const child = await publishProcess(org, sequenceXml([look('K')]));
  const calling = (id: string) =>
    around(
      id,
      `<bpmn:callActivity id="${id}" calledElement="${child.key}" /><bpmn:boundaryEvent id="T" attachedToRef="${id}" cancelActivity="false"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>${userTask('R', { name: 'Remind' })}<bpmn:endEvent id="RE" />${path('T', 'R', 'RE')}`,
    );
  const { id, key } = await publishProcess(org, calling('C'));
  const instance = await begin(org, key);
  await runDue();
  await publishNext(org, id, calling('call'));
  expect(await move(id, { C: 'call' })).toMatchObject({ counts: { migrated: 1 } });
  app.clock.advance(2 * 3_600_000);
  await app.platform.jobs.runOnce(app.platform, 'process.sweep');
  expect(await openTasks(org, instance)).toMatchObject([{ name: 'Remind', version: 2 }]);
  const { called } = await read(org, instance);
  await doFirst(org, called[0]!.instanceId);
  await runDue();
  await doFirst(org, instance);
  expect(await read(org, instance)).toMatchObject({ status: 'completed', version: 2 });
});

test('a step that the new version cannot understand keeps its task as it was; what is handed over stays between the units', async () => {
  const [desk, stores] = [await buildCrew(org, 'Desk'), await buildCrew(org, 'Stores')];
  const xml = (unit: string, inside: string) =>
    sequenceXml([
      look('A', { unit: 'Desk' }),
      { id: 'B', xml: userTask('B', { unit, inside: `${handOff('The order', ['Complete'])}${inside}` }) },
      look('C'),
    ]);
  const { id, key } = await publishProcess(org, xml('Stores', due('P1D')));
  const [offered, open] = [await begin(org, key), await begin(org, key)];
  await doFirst(org, offered);
  const [task] = await openTasks(org, offered);
  expect(task).toMatchObject({ state: 'offered', unit: { id: stores.unitId } });
  await publishNext(
    org,
    id,
    xml('Desk', '<rida:due value="= when" />').replace('rida:unit="Desk"', 'rida:unit="Nobody"'),
  );
  await move(id);
  expect((await openTasks(org, offered))[0]).toMatchObject({
    id: task!.id,
    state: 'offered',
    version: 2,
    unit: { id: stores.unitId },
    dueAt: task!.dueAt,
  });
  expect((await openTasks(org, open))[0]).toMatchObject({ state: 'open', unit: { id: desk.unitId } });
  expect((await eventsOf('process-instance.migrated')).map(({ notUnderstood }) => notUnderstood).sort()).toEqual([
    1, 1,
  ]);
});

test('a process with another id, chosen instances only, and who may look over HTTP', async () => {
  const { id, key } = await publishProcess(org, twoSteps);
  const [chosen, other] = [await begin(org, key), await begin(org, key)];
  await publishNext(org, id, twoSteps.replace('<bpmn:process id="P"', '<bpmn:process id="Q"'));
  await start(id, {}, [chosen]);
  await runDue();
  expect(await read(org, chosen)).toMatchObject({ version: 2, processId: 'Q', scopes: [{ elementId: 'Q' }] });
  expect(await read(org, other)).toMatchObject({ version: 1, processId: 'P' });
  await doFirst(org, chosen);
  await doFirst(org, chosen);
  expect((await read(org, chosen)).status).toBe('completed');

  const http = await createHttp(app.platform);
  const [agent, observer] = [
    await org.buildPerson({ withAccount: true, positionIn: org.rootUnitId }),
    await org.buildPerson({ withAccount: true, roles: ['observer'] }),
  ];
  const status = async (who: typeof agent, method: 'GET' | 'POST', url: string) =>
    (
      await http.inject({
        method,
        url: `/api${url}`,
        headers: await signIn(http, who),
        ...(method === 'POST' ? { payload: { from: 1, to: 2, reason: 'Why' } } : {}),
      })
    ).statusCode;
  expect(await status(agent, 'POST', `/process-models/${id}/migration-plans`)).toBe(403);
  expect(await status(agent, 'POST', `/process-models/${id}/migrations`)).toBe(403);
  expect(await status(observer, 'GET', `/process-models/${id}/migrations`)).toBe(200);
  await http.close();
});

test('only the owner, or who may name one, moves what runs; a second migration waits for the first', async () => {
  const { id, key } = await publishProcess(org, twoSteps);
  const instance = await begin(org, key);
  await publishNext(org, id, changed());
  const manager = await org.buildPerson({ roles: ['service-manager'] });
  const by = (mapping: Mapping, actor = org.administrator.actor, to = 2) =>
    org.run((ctx) => startMigration(ctx, { ...asked(id, mapping), to, reason: 'Why' }), actor);
  await expect(by({}, manager.actor)).rejects.toMatchObject({ code: 'process-migration.not-yours', status: 403 });
  await expect(by({}, undefined, 1)).rejects.toMatchObject({ code: 'process-migration.same-version' });
  await expect(by({}, undefined, 3)).rejects.toMatchObject({ code: 'process.version-not-found' });
  await expect(by({ A: 'nowhere' })).rejects.toMatchObject({ code: 'process-migration.mapping-unknown' });
  await expect(by({ nowhere: 'check' })).rejects.toMatchObject({ code: 'process-migration.mapping-unknown' });
  const [first, second] = await Promise.allSettled([by({ A: 'check' }), by({ A: 'check' })]);
  expect([first!.status, second!.status].sort()).toEqual(['fulfilled', 'rejected']);
  const refused = first!.status === 'rejected' ? first : second;
  expect(refused).toMatchObject({ reason: { code: 'process-migration.goes-on' } });
  await runDue();
  expect((await read(org, instance)).version).toBe(2);
  await expect(by({})).rejects.toMatchObject({ code: 'process-migration.nothing-to-move' });
});

test('the database lets no instance change its version without a move on record, and keeps the record', async () => {
  const { id, key } = await publishProcess(org, twoSteps);
  const instance = await begin(org, key);
  await publishNext(org, id, changed());
  const change = () =>
    org.run((ctx) =>
      sql`update process_instances set version_id = (select v.id from process_versions v where v.model_id = ${id} and v.number = 2)
           where organisation_id = ${ctx.organisationId} and id = ${instance}`.execute(ctx.transaction),
    );
  await expect(change()).rejects.toThrow('by a migration only');
  const { id: migrationId } = await start(id, { A: 'check' });
  await expect(change(), 'a row that waits is no move').rejects.toThrow('by a migration only');
  await runDue();
  const back = org.run((ctx) =>
    sql`update process_instances set version_id = (select v.id from process_versions v where v.model_id = ${id} and v.number = 1)
         where organisation_id = ${ctx.organisationId} and id = ${instance}`.execute(ctx.transaction),
  );
  await expect(back, 'the move was the other way').rejects.toThrow('by a migration only');
  const asSystem = (change: string) =>
    org.run((ctx) =>
      underRole(ctx, 'rida_system', () =>
        sql`update ${sql.raw(change)} where organisation_id = ${ctx.organisationId}`.execute(ctx.transaction),
      ),
    );
  await expect(asSystem("process_migration_instances set outcome = 'waiting', at = null")).rejects.toThrow(
    'stays on record',
  );
  await expect(asSystem("process_migrations set reason = 'another'")).rejects.toThrow('permission denied');
  expect((await org.run((ctx) => getMigration(ctx, migrationId))).reason).toBe('The law has changed.');
});
