// Files of comments and answers over HTTP: for those whose work the instance is or was, and not for everybody who reads processes.
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildForm } from '#modules/forms/factory.ts';
import { buildOrganisation, signIn, type BuiltPerson } from '#modules/organisation/factory.ts';
import { holdPosition } from '#modules/organisation/hold-position.ts';
import { keepFile, receiveFile } from '#platform/files/files.ts';
import { createHttp } from '#platform/http/server.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { claimTask } from './claim-task.ts';
import { commentTask } from './comment-task.ts';
import { completeTask } from './complete-task.ts';
import { begin, openTasks, publishProcess, sequenceXml, userTask } from '../factory.ts';
import { getTask } from './get-task.ts';
import { assignTask } from './give-task.ts';

let app: TestApp;
let http: FastifyInstance;
beforeAll(async () => {
  app = await createTestApp();
  http = await createHttp(app.platform);
});
afterAll(async () => {
  await http?.close();
  await app?.close();
});

test('the unit, those above it, those who took part and operators open them; other readers of processes do not', async () => {
  const org = await buildOrganisation(app.platform, { withAccount: true });
  const division = await org.buildUnit({ name: 'Division' });
  const desk = await org.buildUnit({ name: 'Desk', parentId: division });
  const other = await org.buildUnit({ name: 'Other' });
  const worker = await org.buildPerson({ withAccount: true, positionIn: desk });
  const above = await org.buildPerson({ withAccount: true, positionIn: division });
  const beside = await org.buildPerson({ withAccount: true, positionIn: other });
  const was = await org.buildPerson({ withAccount: true, positionIn: desk });
  const observer = await org.buildPerson({ withAccount: true, roles: ['observer'] });
  const manager = await org.buildPerson({ withAccount: true, roles: ['service-manager'] });
  const as = <T>(person: BuiltPerson, work: Parameters<typeof org.run<T>>[0]) => org.run(work, person.actor);
  const upload = async (words: string) => {
    const file = await receiveFile(app.platform, Readable.from([words]), { name: 'a.txt', mediaType: 'text/plain' });
    return (await as(worker, (ctx) => keepFile(ctx, file))).id;
  };

  const form = await org.run((ctx) => buildForm(ctx, { key: 'paper', type: 'file' }));
  const steps = ['A', 'B'].map((id) => ({ id, xml: userTask(id, { unit: 'Desk', form: form.key }) }));
  const instanceId = await begin(org, (await publishProcess(org, sequenceXml(steps))).key);
  const [first] = await openTasks(org, instanceId);
  const [comment, answer, loose] = [await upload('said'), await upload('filled in'), await upload('nobody’s')];
  await as(was, (ctx) => claimTask(ctx, first!.id));
  await org.run((ctx) => assignTask(ctx, { id: first!.id, personId: worker.personId }));
  const { rows } = await app.platform.connection.pool.query('select id from positions where person_id = $1', [
    was.personId,
  ]);
  await org.run((ctx) => holdPosition(ctx, { id: rows[0].id, personId: null }));
  await as(worker, (ctx) => commentTask(ctx, { id: first!.id, body: 'Look', fileIds: [comment] }));
  await as(worker, (ctx) => completeTask(ctx, { id: first!.id, variables: {}, answers: { paper: answer } }));

  const open = async (person: BuiltPerson, id: string) =>
    (await http.inject({ method: 'GET', url: `/api/tasks/files/${id}`, headers: await signIn(http, person) }))
      .statusCode;
  for (const id of [comment, answer]) {
    for (const person of [worker, above, was, manager, org.administrator]) expect(await open(person, id)).toBe(200);
    for (const person of [beside, observer]) expect(await open(person, id)).toBe(404);
  }
  expect(await open(worker, loose)).toBe(404);
  const openFiles = async (person: BuiltPerson) => (await as(person, (ctx) => getTask(ctx, first!.id))).may.openFiles;
  expect([await openFiles(above), await openFiles(observer)]).toEqual([true, false]);

  // Whoever gets work of the instance reads what came before.
  const [second] = await openTasks(org, instanceId);
  await org.run((ctx) => assignTask(ctx, { id: second!.id, personId: null, unitId: other }));
  expect(await open(beside, comment)).toBe(200);
  const bytes = await http.inject({
    method: 'GET',
    url: `/api/tasks/files/${answer}`,
    headers: await signIn(http, worker),
  });
  expect(bytes.body).toBe('filled in');
  expect(bytes.headers['content-disposition']).toContain('attachment');
});
