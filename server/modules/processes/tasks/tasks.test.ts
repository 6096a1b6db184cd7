// Tasks of three units and the work that passes between them: claims, deadlines, delegation, refusal and return, findings.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { around } from '#engine/testing/process-xml.ts';
import { buildOrganisation, type BuiltOrganisation, type BuiltPerson } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { claimTask } from './claim-task.ts';
import { commentTask } from './comment-task.ts';
import { completeTask, throwTaskError } from './complete-task.ts';
import { acceptHandOff, refuseHandOff } from '../hand-offs/decide-hand-off.ts';
import {
  begin,
  buildCrew,
  doTask,
  handOff,
  openTasks,
  publishProcess,
  read,
  sequenceXml,
  userTask,
  type Crew,
} from '../factory.ts';
import { getTask } from './get-task.ts';
import { assignTask, delegateTask } from './give-task.ts';
import { handOffFindings } from '../hand-offs/hand-off-findings.ts';
import { listHandOffs } from '../hand-offs/hand-offs.ts';
import { cancelInstance, retryToken } from '../instances/instance-steps.ts';
import { listTasks } from './list-tasks.ts';
import { offerAgain } from '../hand-offs/offer-again.ts';
import { releaseTask } from './release-task.ts';

let app: TestApp;
let org: BuiltOrganisation;
let desk: Crew;
let stores: Crew;
let accounts: Crew;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app?.close());
beforeEach(async () => {
  org = await buildOrganisation(app.platform, { settings: { timeZone: 'Asia/Riyadh', weekend: [5, 6] } });
  desk = await buildCrew(org, 'Desk');
  stores = await buildCrew(org, 'Stores');
  accounts = await buildCrew(org, 'Accounts');
});

const as = <T>(person: BuiltPerson, work: Parameters<typeof org.run<T>>[0]) => org.run(work, person.actor);
const view = (id: string, person = org.administrator) => as(person, (ctx) => getTask(ctx, id));
const sweep = () => app.platform.jobs.runOnce(app.platform, 'process.sweep');
const noticesOf = async (person: BuiltPerson): Promise<string[]> =>
  (
    await app.platform.connection.pool.query('select type from notifications where person_id = $1 order by id', [
      person.personId,
    ])
  ).rows.map((row) => row.type);
const events = async (type: string): Promise<number> =>
  (
    await app.platform.connection.pool.query(
      'select count(*)::int as count from events where organisation_id = $1 and type = $2',
      [org.organisationId, type],
    )
  ).rows[0].count;

/** Desk looks, stores send, accounts pay back. Lanes are named by units. */
const returns = sequenceXml([
  { id: 'look', xml: userTask('look', { name: 'Look at the complaint', unit: 'desk' }) },
  {
    id: 'send',
    xml: userTask('send', {
      name: 'Send the part',
      unit: 'Stores',
      inside: `${handOff('The checked order', ['Serial number is there', 'Address is there'], 'PT4H')}<rida:due value="P2D" workingTime="true" />`,
    }),
  },
  {
    id: 'pay',
    xml: userTask('pay', { name: 'Pay back', unit: 'Accounts', inside: handOff('The receipt', ['Signed']) }),
  },
]);
const single = (rest = '') =>
  sequenceXml([{ id: 'A', xml: userTask('A', { name: 'Answer', unit: 'Desk', inside: rest }) }]);
const startOf = async (xml: string) => begin(org, (await publishProcess(org, xml)).key, {});
const onlyTask = async (instanceId: string) => (await openTasks(org, instanceId))[0]!;

test('a process through three units: offered, refused with a reason, put right, offered again, accepted, done', async () => {
  const id = await startOf(returns);
  const look = await onlyTask(id);
  expect(look).toMatchObject({ state: 'open', unit: { name: { en: 'Desk' } }, name: 'Look at the complaint' });
  await as(desk.person, (ctx) => doTask(ctx, look.id, { order: 'o-1' }));

  const send = await onlyTask(id);
  expect(send).toMatchObject({ state: 'offered', unit: { name: { en: 'Stores' } } });
  expect(send.waitUntil!.getTime() - app.clock.now().getTime()).toBe(4 * 3_600_000);
  await expect(as(stores.person, (ctx) => claimTask(ctx, send.id))).rejects.toMatchObject({ code: 'task.not-open' });
  await expect(as(desk.person, (ctx) => acceptHandOff(ctx, { id: send.id, claim: false }))).rejects.toMatchObject({
    code: 'task.not-of-unit',
  });
  const offered = await as(stores.person, (ctx) =>
    listHandOffs(ctx, { of: 'to-my-units', state: 'offered', limit: 10 }),
  );
  expect(offered.items).toMatchObject([
    {
      from: { name: { en: 'Desk' } },
      to: { name: { en: 'Stores' } },
      what: 'The checked order',
      criteria: ['Serial number is there', 'Address is there'],
      offeredBy: { name: 'Worker of Desk' },
      task: { id: send.id },
    },
  ]);
  await as(stores.person, (ctx) =>
    refuseHandOff(ctx, { id: send.id, reason: 'No serial number', unmet: ['Serial number is there'] }),
  );
  expect(await view(send.id, desk.person)).toMatchObject({
    state: 'returned',
    unit: { name: { en: 'Desk' } },
    handOffs: [{ state: 'refused', reason: 'No serial number', unmet: ['Serial number is there'] }],
    may: { offerAgain: true, claim: false, complete: false },
  });
  expect(
    (await as(desk.person, (ctx) => listTasks(ctx, { of: 'units', state: 'returned', limit: 10 }))).items,
  ).toHaveLength(1);
  for (const person of [desk.person, desk.head]) expect(await noticesOf(person)).toEqual(['hand-off.refused']);
  await expect(
    as(stores.person, (ctx) => offerAgain(ctx, { id: send.id, note: 'Here', variables: {} })),
  ).rejects.toMatchObject({ code: 'task.not-of-unit' });
  await as(desk.person, (ctx) =>
    offerAgain(ctx, { id: send.id, note: 'It was on the box', variables: { serial: 77 } }),
  );
  expect((await read(org, id)).scopes[0]!.variables).toEqual({ order: 'o-1', serial: 77 });
  await as(stores.person, (ctx) => acceptHandOff(ctx, { id: send.id, claim: true }));
  expect(await view(send.id, stores.person)).toMatchObject({
    state: 'claimed',
    assignee: { name: 'Worker of Stores' },
    variables: { order: 'o-1', serial: 77 },
    handOffs: [{ state: 'accepted', note: 'It was on the box', pingPong: false }, { state: 'refused' }],
    may: { complete: true, release: true, delegate: true },
  });
  await as(stores.person, (ctx) => completeTask(ctx, { id: send.id, variables: { receipt: true } }));
  const pay = await onlyTask(id);
  await as(accounts.person, (ctx) => acceptHandOff(ctx, { id: pay.id, claim: false }));
  await as(accounts.person, (ctx) => doTask(ctx, pay.id));
  expect((await read(org, id)).status).toBe('completed');
  expect([
    await events('hand-off.refused'),
    await events('hand-off.accepted'),
    await events('hand-off.ping-ponged'),
  ]).toEqual([1, 2, 0]);
});

test('two people claim the same task at once: one has it, the other is refused, and that is kept', async () => {
  const id = await startOf(single());
  const task = await onlyTask(id);
  const answers = await Promise.all(
    [desk.person, desk.head].map((person) => as(person, (ctx) => claimTask(ctx, task.id))),
  );
  expect(answers.filter(({ heldBy }) => heldBy === null)).toHaveLength(1);
  expect(await events('task.double-claimed')).toBe(1);
  const seen = await view(task.id);
  expect(seen.claims).toHaveLength(1);
  const loser = seen.assignee!.id === desk.person.personId ? desk.head : desk.person;
  await expect(as(loser, (ctx) => completeTask(ctx, { id: task.id, variables: {} }))).rejects.toMatchObject({
    code: 'task.not-yours',
  });
  await expect(as(stores.person, (ctx) => claimTask(ctx, task.id))).rejects.toMatchObject({ code: 'task.not-of-unit' });
  const findings = await org.run((ctx) => handOffFindings(ctx, {}));
  expect(findings.doubleClaims).toMatchObject([
    { elementId: 'A', name: 'Answer', unit: { name: { en: 'Desk' } }, count: null },
  ]);
});

test('a due time in working days, with how it came about; what is overdue is found, what is due first comes first', async () => {
  // A Wednesday in Riyadh, where Friday and Saturday are closed.
  app.clock.set(new Date('2027-01-06T08:00:00.000Z'));
  const id = await startOf(single('<rida:due value="P2D" workingTime="true" />'));
  const late = await startOf(single('<rida:due value="PT1H" />'));
  const never = await startOf(single());
  const task = await view((await onlyTask(id)).id);
  expect(task.dueAt!.toISOString()).toBe('2027-01-10T13:00:00.000Z');
  expect(task.derivation!.days.map(({ date, countedMs }) => [date, countedMs > 0])).toEqual([
    ['2027-01-06', true],
    ['2027-01-07', true],
    ['2027-01-08', false],
    ['2027-01-09', false],
    ['2027-01-10', true],
  ]);
  const list = (more: object) => as(desk.person, (ctx) => listTasks(ctx, { of: 'units', limit: 10, ...more }));
  const all = await list({});
  expect(all.items.map((one) => one.instanceId)).toEqual([late, id, never]);
  const first = await list({ limit: 2 });
  expect((await list({ cursor: first.next! })).items.map((one) => one.instanceId)).toEqual([never]);
  app.clock.advance(2 * 3_600_000);
  expect((await list({ overdue: 'yes' })).items.map((one) => one.instanceId)).toEqual([late]);
  expect((await as(stores.person, (ctx) => listTasks(ctx, { of: 'units', limit: 10 }))).items).toEqual([]);
});

test('given back, assigned by the head, delegated within the unit, commented, and an error that nothing catches', async () => {
  const id = await startOf(single());
  const { id: taskId } = await onlyTask(id);
  await as(desk.person, (ctx) => claimTask(ctx, taskId));
  await as(desk.person, (ctx) => releaseTask(ctx, taskId));
  await expect(
    as(desk.person, (ctx) => assignTask(ctx, { id: taskId, personId: desk.person.personId })),
  ).rejects.toMatchObject({
    code: 'task.not-head',
  });
  await expect(
    as(desk.head, (ctx) => assignTask(ctx, { id: taskId, personId: stores.person.personId })),
  ).rejects.toMatchObject({
    code: 'task.not-of-unit',
  });
  await as(desk.head, (ctx) => assignTask(ctx, { id: taskId, personId: desk.person.personId }));
  expect(await noticesOf(desk.person)).toEqual(['task.assigned']);
  await expect(
    as(desk.person, (ctx) => delegateTask(ctx, { id: taskId, personId: stores.person.personId, note: null })),
  ).rejects.toMatchObject({ code: 'task.not-of-unit' });
  await as(desk.person, (ctx) => delegateTask(ctx, { id: taskId, personId: desk.head.personId, note: 'You know him' }));
  await as(desk.person, (ctx) => commentTask(ctx, { id: taskId, body: 'He rang again', fileIds: [] }));
  await expect(
    as(stores.person, (ctx) => commentTask(ctx, { id: taskId, body: 'Me too', fileIds: [] })),
  ).rejects.toMatchObject({ code: 'task.not-of-unit' });
  const task = await view(taskId);
  expect(task.comments.map(({ body, by }) => [body, by!.name])).toEqual([
    ['You know him', 'Worker of Desk'],
    ['He rang again', 'Worker of Desk'],
  ]);
  expect(task.claims.map(({ person, end }) => [person.name, end]).toSorted()).toEqual([
    ['Head of Desk', null],
    ['Worker of Desk', 'delegated'],
    ['Worker of Desk', 'released'],
  ]);
  await as(desk.head, (ctx) => throwTaskError(ctx, { id: taskId, code: 'no-such-customer', variables: {} }));
  const stuck = await read(org, id);
  expect(stuck.tokens).toMatchObject([
    { elementId: 'A', incident: { code: 'error-not-caught', params: { code: 'no-such-customer' } } },
  ]);
  expect(await noticesOf(org.administrator)).toContain('process.incident-raised');
  await org.run((ctx) => retryToken(ctx, { id, token: stuck.tokens[0]!.number }));
  expect(await onlyTask(id)).toMatchObject({ state: 'open', elementId: 'A' });
  expect((await onlyTask(id)).id).not.toBe(taskId);
});

test('cancelling withdraws what is open, and tells whoever works on it', async () => {
  const id = await startOf(returns);
  const look = await onlyTask(id);
  await as(desk.person, (ctx) => claimTask(ctx, look.id));
  await org.run((ctx) => cancelInstance(ctx, { id, reason: 'The customer took it back' }));
  expect(await read(org, id)).toMatchObject({
    status: 'cancelled',
    reason: 'The customer took it back',
    corrections: [{ type: 'cancelled', by: { name: 'Administrator' } }],
  });
  expect(await view(look.id)).toMatchObject({
    state: 'withdrawn',
    withdrawal: 'cancelled',
    claims: [{ end: 'withdrawn' }],
  });
  expect(await noticesOf(desk.person)).toEqual(['task.withdrawn']);
  await expect(as(desk.person, (ctx) => completeTask(ctx, { id: look.id, variables: {} }))).rejects.toMatchObject({
    code: 'task.ended',
  });
  await expect(org.run((ctx) => cancelInstance(ctx, { id, reason: 'Again' }))).rejects.toMatchObject({
    code: 'process-instance.ended',
  });
  const other = await startOf(returns);
  await as(desk.person, async (ctx) =>
    doTask(ctx, (await listTasks(ctx, { of: 'all', instanceId: other, limit: 1 })).items[0]!.id),
  );
  await org.run((ctx) => cancelInstance(ctx, { id: other, reason: 'Too' }));
  expect((await org.run((ctx) => listHandOffs(ctx, { of: 'all', state: 'withdrawn', limit: 10 }))).items).toHaveLength(
    1,
  );
});

test('a hand-off nobody decides on is an orphaned wait; work that comes back is ping-pong; findings count both', async () => {
  const there = sequenceXml([
    { id: 'a', xml: userTask('a', { unit: 'Desk' }) },
    { id: 'b', xml: userTask('b', { unit: 'Stores', inside: handOff('Papers', [], 'PT4H') }) },
    { id: 'c', xml: userTask('c', { unit: 'Desk', inside: handOff('Papers', []) }) },
  ]);
  const { key } = await publishProcess(org, there);
  const run = async () => {
    const id = await begin(org, key);
    await as(desk.person, async (ctx) =>
      doTask(ctx, (await listTasks(ctx, { of: 'all', instanceId: id, limit: 1 })).items[0]!.id),
    );
    return id;
  };
  const ids = [];
  for (let count = 0; count < 5; count += 1) ids.push(await run());
  app.clock.advance(5 * 3_600_000);
  await sweep();
  await sweep();
  expect(await events('hand-off.orphaned')).toBe(5);
  expect(await noticesOf(stores.head)).toEqual(Array.from({ length: 5 }, () => 'hand-off.orphaned'));
  const task = await onlyTask(ids[0]!);
  await as(stores.person, (ctx) => acceptHandOff(ctx, { id: task.id, claim: true }));
  await as(stores.person, (ctx) => completeTask(ctx, { id: task.id, variables: {} }));
  expect(await onlyTask(ids[0]!)).toMatchObject({ state: 'offered', unit: { name: { en: 'Desk' } } });
  expect(await events('hand-off.ping-ponged')).toBe(1);
  const found = await org.run((ctx) =>
    listHandOffs(ctx, { of: 'all', state: 'offered', finding: 'ping-pong', limit: 10 }),
  );
  expect(found.items.map((one) => one.task.instanceId)).toEqual([ids[0]]);
  const findings = await org.run((ctx) => handOffFindings(ctx, {}));
  expect(findings.pairs).toMatchObject([
    {
      from: { name: { en: 'Desk' } },
      to: { name: { en: 'Stores' } },
      offered: 5,
      accepted: 1,
      orphaned: 5,
      waiting: 4,
      waitMinutes: 300,
    },
    // One alone: behind it stands one person.
    { from: { name: { en: 'Stores' } }, to: { name: { en: 'Desk' } }, offered: null, pingPong: null },
  ]);
});

test('a service task tells the people of a unit', async () => {
  await startOf(
    around(
      'N',
      '<bpmn:serviceTask id="N" rida:topic="notice.send" rida:input="={ unit: &quot;stores&quot;, title: &quot;Stock&quot; }" />',
    ),
  );
  await app.platform.jobs.runDue(app.platform);
  expect(await noticesOf(stores.person)).toEqual(['process.notice-sent']);
  expect(await noticesOf(desk.person)).toEqual([]);
});

test('what was done is listed by when it was done', async () => {
  const [early, late] = [await startOf(single()), await startOf(single())];
  const tasks = [await onlyTask(early), await onlyTask(late)];
  for (const { id } of tasks.toReversed()) {
    await as(desk.person, (ctx) => doTask(ctx, id));
    app.clock.advance(60_000);
  }
  const done = (cursor?: string) =>
    as(desk.person, (ctx) => listTasks(ctx, { of: 'mine', state: 'completed', limit: 1, cursor }));
  const first = await done();
  expect(first.items.map(({ id }) => id)).toEqual([tasks[0]!.id]);
  expect((await done(first.next!)).items.map(({ id }) => id)).toEqual([tasks[1]!.id]);
});

test('a wait that nobody understands keeps returned work from nobody', async () => {
  const id = await startOf(
    sequenceXml([
      { id: 'look', xml: userTask('look', { unit: 'Desk' }) },
      {
        id: 'send',
        xml: userTask('send', { unit: 'Stores', inside: handOff('The order', ['Address'], '= deadline') }),
      },
    ]),
  );
  const look = await onlyTask(id);
  await as(desk.person, (ctx) => doTask(ctx, look.id));
  const send = await onlyTask(id);
  await as(stores.person, (ctx) => refuseHandOff(ctx, { id: send.id, reason: 'No address', unmet: ['Address'] }));
  await as(desk.person, (ctx) => offerAgain(ctx, { id: send.id, note: 'Here it is', variables: {} }));
  expect(await onlyTask(id)).toMatchObject({ state: 'offered', waitUntil: null });
});
