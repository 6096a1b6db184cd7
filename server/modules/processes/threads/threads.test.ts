// Threads about models and their elements: opened at what was looked at, answered, settled by whom it concerns; kept where the element goes.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildOrganisation, type BuiltOrganisation, type BuiltPerson } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { discardModel } from '../models/discard-model.ts';
import { createModel } from '../models/create-model.ts';
import { newModel, publishProcess, sequenceXml, userTask } from '../factory.ts';
import { saveDraft } from '../models/save-draft.ts';
import { answerThread } from './answer-thread.ts';
import { countThreads, listThreads } from './list-threads.ts';
import { openThread } from './open-thread.ts';
import { reopenThread, settleThread } from './settle-thread.ts';

let app: TestApp;
let org: BuiltOrganisation;
let nurse: BuiltPerson;
let clerk: BuiltPerson;
let id: string;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app?.close());
beforeEach(async () => {
  org = await buildOrganisation(app.platform);
  nurse = await org.buildPerson({ name: 'Nurse' });
  clerk = await org.buildPerson({ name: 'Clerk' });
  ({ id } = await publishProcess(org, diagram));
});

const two = [
  { id: 'A', xml: userTask('A', { name: 'Look' }) },
  { id: 'B', xml: userTask('B', { name: 'Mend' }) },
];
const diagram = sequenceXml(two);

const open = (person: BuiltPerson, wish: { elementId?: string; version?: number; body?: string } = {}) =>
  org.run(
    (ctx) =>
      openThread(ctx, {
        id,
        elementId: wish.elementId ?? null,
        version: wish.version ?? null,
        body: wish.body ?? 'Who does this on Fridays?',
      }),
    person.actor,
  );
const list = (more: { version?: number; state?: 'open' | 'settled'; elementId?: string } = {}) =>
  org.run((ctx) => listThreads(ctx, { id, limit: 10, ...more }));
const noticesOf = async (person: BuiltPerson) =>
  (
    await app.platform.connection.pool.query(
      'select type, subject_id, data from notifications where person_id = $1 order by id',
      [person.personId],
    )
  ).rows as { type: string; subject_id: string; data: { threadId: string } }[];
const events = async () =>
  (
    await app.platform.connection.pool.query(
      `select type, data from events where organisation_id = $1 and type like 'process-thread.%' order by id`,
      [org.organisationId],
    )
  ).rows;

test('a thread stands at the element as it was looked at, and is counted while it is open', async () => {
  const ofDraft = await open(nurse, { elementId: 'B', body: ' Who does this on Fridays? ' });
  expect(ofDraft).toMatchObject({
    elementId: 'B',
    elementName: 'Mend',
    elementThere: true,
    version: null,
    revision: 1,
    openedBy: { name: 'Nurse' },
    settledAt: null,
    maySettle: true,
    earlier: 0,
  });
  expect(ofDraft.entries).toMatchObject([{ kind: 'said', body: 'Who does this on Fridays?', by: { name: 'Nurse' } }]);
  const ofVersion = await open(clerk, { elementId: 'A', version: 1 });
  expect(ofVersion).toMatchObject({ version: 1, revision: null });
  const ofAll = await open(clerk);
  expect(ofAll).toMatchObject({ elementId: null, elementName: null, elementThere: true });
  const counts = () => org.run((ctx) => countThreads(ctx, id));
  expect(await counts()).toEqual({
    elements: [
      { elementId: '', open: 1 },
      { elementId: 'A', open: 1 },
      { elementId: 'B', open: 1 },
    ],
  });
  await org.run((ctx) => settleThread(ctx, { id: ofAll.id, body: null }), clerk.actor);
  expect((await counts()).elements.map(({ elementId }) => elementId)).toEqual(['A', 'B']);
  expect((await list({ elementId: 'A' })).items.map((thread) => thread.id)).toEqual([ofVersion.id]);
  expect((await list({ state: 'settled' })).items.map((thread) => thread.id)).toEqual([ofAll.id]);
  // What was said is no event's matter.
  expect(JSON.stringify(await events())).not.toContain('Friday');
});

test('at what the diagram does not have nothing can be said', async () => {
  await expect(open(nurse, { elementId: 'A_di' })).rejects.toMatchObject({ code: 'process-thread.element-not-found' });
  await expect(open(nurse, { version: 2 })).rejects.toMatchObject({ code: 'process.version-not-found' });
  await expect(open(nurse, { body: ' \u200e ' })).rejects.toMatchObject({ code: 'request.invalid' });
  expect((await list()).items).toEqual([]);
});

test('whoever owns the process and whoever took part are told, never who speaks', async () => {
  const { id: threadId } = await open(nurse, { elementId: 'A' });
  expect(await noticesOf(org.administrator)).toMatchObject([
    { type: 'process.commented', subject_id: id, data: { threadId } },
  ]);
  await org.run((ctx) => answerThread(ctx, { id: threadId, body: 'The stand-in' }), clerk.actor);
  await org.run((ctx) => answerThread(ctx, { id: threadId, body: 'Thank you' }), org.administrator.actor);
  await org.run((ctx) => settleThread(ctx, { id: threadId, body: 'Said in the note now' }), org.administrator.actor);
  const types = async (person: BuiltPerson) => (await noticesOf(person)).map(({ type }) => type);
  expect(await types(nurse)).toEqual(['process.commented', 'process.commented', 'process.comment-settled']);
  expect(await types(clerk)).toEqual(['process.commented', 'process.comment-settled']);
  expect(await types(org.administrator)).toEqual(['process.commented', 'process.commented']);
});

test('it is settled by whoever opened it, by the owner or a manager, and opened again by a word', async () => {
  const manager = await org.buildPerson({ roles: ['service-manager'] });
  const { id: threadId } = await open(nurse, { elementId: 'A' });
  await expect(org.run((ctx) => settleThread(ctx, { id: threadId, body: null }), clerk.actor)).rejects.toMatchObject({
    code: 'process-thread.not-yours',
  });
  const asClerk = await org.run((ctx) => listThreads(ctx, { id, limit: 10 }), clerk.actor);
  expect(asClerk.items[0]).toMatchObject({ maySettle: false });
  const settled = await org.run((ctx) => settleThread(ctx, { id: threadId, body: 'Agreed' }), nurse.actor);
  expect(settled).toMatchObject({ settledBy: { name: 'Nurse' } });
  await expect(org.run((ctx) => settleThread(ctx, { id: threadId, body: null }), nurse.actor)).rejects.toMatchObject({
    code: 'process-thread.settled',
  });
  const answered = await org.run((ctx) => answerThread(ctx, { id: threadId, body: 'Not yet' }), clerk.actor);
  expect(answered).toMatchObject({ settledAt: null, settledBy: null });
  expect(answered.entries.map(({ kind, body }) => [kind, body])).toEqual([
    ['said', 'Who does this on Fridays?'],
    ['settled', 'Agreed'],
    ['reopened', null],
    ['said', 'Not yet'],
  ]);
  await org.run((ctx) => settleThread(ctx, { id: threadId, body: null }), manager.actor);
  await expect(org.run((ctx) => reopenThread(ctx, threadId), clerk.actor)).rejects.toMatchObject({
    code: 'process-thread.not-yours',
  });
  expect(await org.run((ctx) => reopenThread(ctx, threadId), manager.actor)).toMatchObject({ settledAt: null });
  await expect(org.run((ctx) => reopenThread(ctx, threadId), manager.actor)).rejects.toMatchObject({
    code: 'process-thread.not-settled',
  });
  expect((await events()).map(({ type }) => type)).toEqual([
    'process-thread.opened',
    'process-thread.settled',
    'process-thread.reopened',
    'process-thread.answered',
    'process-thread.settled',
    'process-thread.reopened',
  ]);
});

test('an element that is gone keeps its thread under the name it had; in the version it is still there', async () => {
  await open(nurse, { elementId: 'B' });
  await org.run((ctx) => saveDraft(ctx, { id, xml: sequenceXml(two.slice(0, 1)), revision: 1 }));
  const [inDraft] = (await list()).items;
  expect(inDraft).toMatchObject({ elementId: 'B', elementName: 'Mend', elementThere: false });
  const [inVersion] = (await list({ version: 1 })).items;
  expect(inVersion).toMatchObject({ elementName: 'Mend', elementThere: true });
  const renamed = sequenceXml([{ id: 'B', xml: userTask('B', { name: 'Repair' }) }]);
  await org.run((ctx) => saveDraft(ctx, { id, xml: renamed, revision: 2 }));
  expect((await list()).items[0]).toMatchObject({ elementName: 'Repair', elementThere: true });
});

test('pages go by the newest word; what was said stays as it was said', async () => {
  const first = await open(nurse);
  app.clock.advance(60_000);
  const second = await open(nurse);
  app.clock.advance(60_000);
  await org.run((ctx) => answerThread(ctx, { id: first.id, body: 'Still' }), clerk.actor);
  const page = await org.run((ctx) => listThreads(ctx, { id, limit: 1 }));
  expect(page.items.map((thread) => thread.id)).toEqual([first.id]);
  const next = await org.run((ctx) => listThreads(ctx, { id, limit: 1, cursor: page.next! }));
  expect(next).toMatchObject({ items: [{ id: second.id }], next: null });
  const change = org.run((ctx) =>
    sql`update process_thread_entries set body = 'x' where organisation_id = ${org.organisationId}`.execute(
      ctx.transaction,
    ),
  );
  await expect(change).rejects.toThrow(/permission denied/);
});

test('a model that was never published goes with its threads', async () => {
  const draft = await org.run((ctx) => createModel(ctx, newModel(org, { xml: diagram })));
  const thread = await org.run((ctx) =>
    openThread(ctx, { id: draft.id, elementId: 'A', version: null, body: 'Is this needed?' }),
  );
  await org.run((ctx) => discardModel(ctx, draft.id));
  await expect(org.run((ctx) => answerThread(ctx, { id: thread.id, body: 'No' }))).rejects.toMatchObject({
    code: 'process-thread.not-found',
  });
});
