// A task whose diagram names a position: only its holder in the unit or above, and heads there, may have it in hand.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createPosition } from '#modules/organisation/create-position.ts';
import { buildOrganisation, type BuiltOrganisation, type BuiltPerson } from '#modules/organisation/factory.ts';
import { holdPosition } from '#modules/organisation/hold-position.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { claimTask } from './claim-task.ts';
import { completeTask, throwTaskError } from './complete-task.ts';
import { acceptHandOff } from '../hand-offs/decide-hand-off.ts';
import {
  begin,
  buildCrew,
  doFirst,
  handOff,
  openTasks,
  publishProcess,
  sequenceXml,
  userTask,
  type Crew,
} from '../factory.ts';
import { getTask } from './get-task.ts';
import { assignTask, delegateTask } from './give-task.ts';

let app: TestApp;
let org: BuiltOrganisation;
let desk: Crew;
let auditor: BuiltPerson;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app?.close());
beforeEach(async () => {
  org = await buildOrganisation(app.platform);
  desk = await buildCrew(org, 'Desk');
  auditor = await inPosition(desk.unitId, { ar: 'مُدقِّق', en: 'Auditor' });
});

async function inPosition(unitId: string, title: { ar?: string; en: string }): Promise<BuiltPerson> {
  const person = await org.buildPerson();
  await org.run((ctx) => createPosition(ctx, { unitId, title, personId: person.personId }));
  return person;
}

const as = <T>(person: BuiltPerson, work: Parameters<typeof org.run<T>>[0]) => org.run(work, person.actor);

async function open(position = 'Auditor'): Promise<string> {
  const xml = sequenceXml([{ id: 'A', xml: userTask('A', { unit: 'Desk', position }) }]);
  return (await openTasks(org, await begin(org, (await publishProcess(org, xml)).key)))[0]!.id;
}

const claim = (id: string, person: BuiltPerson) => as(person, (ctx) => claimTask(ctx, id));
const mayClaim = async (id: string, person: BuiltPerson) => (await as(person, (ctx) => getTask(ctx, id))).may.claim;

test('somebody else of the unit is refused with the position; its holder, by any of its names, and the head are not', async () => {
  const id = await open('مدقق');
  await expect(claim(id, desk.person)).rejects.toMatchObject({
    code: 'task.not-of-position',
    params: { position: 'مدقق', unitId: desk.unitId },
  });
  expect([await mayClaim(id, desk.person), await mayClaim(id, auditor), await mayClaim(id, desk.head)]).toEqual([
    false,
    true,
    true,
  ]);
  await claim(id, auditor);
  await as(auditor, (ctx) => completeTask(ctx, { id, variables: {} }));
  const other = await open();
  await claim(other, desk.head);
  await as(desk.head, (ctx) => completeTask(ctx, { id: other, variables: {} }));
});

test('who holds it above the unit may, who holds it beside the unit may not', async () => {
  const above = await inPosition(org.rootUnitId, { en: 'auditor' });
  const beside = await inPosition(await org.buildUnit(), { en: 'Auditor' });
  const id = await open();
  await expect(claim(id, beside)).rejects.toMatchObject({ code: 'task.not-of-unit' });
  await claim(id, above);
});

test('it is given to holders and heads alone, by the head and by whoever has it', async () => {
  const id = await open();
  const give = (personId: string) => as(desk.head, (ctx) => assignTask(ctx, { id, personId }));
  await expect(give(desk.person.personId)).rejects.toMatchObject({ code: 'task.not-of-position' });
  await give(auditor.personId);
  const delegate = (personId: string) => as(auditor, (ctx) => delegateTask(ctx, { id, personId, note: null }));
  await expect(delegate(desk.person.personId)).rejects.toMatchObject({ code: 'task.not-of-position' });
  await delegate(desk.head.personId);
  expect((await as(desk.head, (ctx) => getTask(ctx, id))).assignee!.id).toBe(desk.head.personId);
});

test('who left the position meanwhile does not end the task, neither done nor with an error', async () => {
  const id = await open();
  await claim(id, auditor);
  const { rows } = await app.platform.connection.pool.query(
    'select id from positions where organisation_id = $1 and person_id = $2',
    [org.organisationId, auditor.personId],
  );
  await org.run((ctx) =>
    createPosition(ctx, { unitId: desk.unitId, title: { en: 'Clerk' }, personId: auditor.personId }),
  );
  await org.run((ctx) => holdPosition(ctx, { id: rows[0].id, personId: null }));
  expect((await as(auditor, (ctx) => getTask(ctx, id))).may.complete).toBe(false);
  await expect(as(auditor, (ctx) => completeTask(ctx, { id, variables: {} }))).rejects.toMatchObject({
    code: 'task.not-of-position',
  });
  await expect(as(auditor, (ctx) => throwTaskError(ctx, { id, code: 'x', variables: {} }))).rejects.toMatchObject({
    code: 'task.not-of-position',
  });
});

test('a position that is not there leaves the work to heads, and the task says so when it opens', async () => {
  const id = await open('Nobody is this');
  await expect(claim(id, auditor)).rejects.toMatchObject({ code: 'task.not-of-position' });
  await claim(id, desk.head);
  const { rows } = await app.platform.connection.pool.query(
    `select data from events where organisation_id = $1 and type = 'task.opened'`,
    [org.organisationId],
  );
  expect(rows).toMatchObject([{ data: { notUnderstood: ['position'] } }]);
});

test('anybody of the unit accepts what is handed over; who takes it with that holds the position', async () => {
  const xml = sequenceXml([
    { id: 'A', xml: userTask('A') },
    { id: 'B', xml: userTask('B', { unit: 'Desk', position: 'Auditor', inside: handOff('Papers', []) }) },
  ]);
  const instanceId = await begin(org, (await publishProcess(org, xml)).key);
  await doFirst(org, instanceId);
  const [task] = await openTasks(org, instanceId);
  await expect(as(desk.person, (ctx) => acceptHandOff(ctx, { id: task!.id, claim: true }))).rejects.toMatchObject({
    code: 'task.not-of-position',
  });
  await as(desk.person, (ctx) => acceptHandOff(ctx, { id: task!.id, claim: false }));
  expect((await as(auditor, (ctx) => getTask(ctx, task!.id))).state).toBe('open');
});
