// Over HTTP: who is let in, what leaves as a file, and that a second claimer is refused and recorded.
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildOrganisation, signIn } from '#modules/organisation/factory.ts';
import { createHttp } from '#platform/http/server.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { begin, newModel, openTasks, publishProcess, sequenceXml, userTask } from './factory.ts';

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

test('models, diagrams and tasks over HTTP', async () => {
  const org = await buildOrganisation(app.platform, { withAccount: true });
  const agent = await org.buildPerson({ withAccount: true, positionIn: org.rootUnitId });
  const observer = await org.buildPerson({ withAccount: true, roles: ['observer'] });
  const [owner, worker, looker] = [
    await signIn(http, org.administrator),
    await signIn(http, agent),
    await signIn(http, observer),
  ];
  const call = async (who: Record<string, string>, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => {
    const answer = await http.inject({ method, url: `/api${url}`, headers: who, ...(payload ? { payload } : {}) });
    return { status: answer.statusCode, text: answer.body, type: String(answer.headers['content-type']) };
  };
  const xml = `\uFEFF${sequenceXml([{ id: 'A', xml: userTask('A', { name: 'رسیدگی' }) }])}\r\n`;
  const made = await call(owner, 'POST', '/process-models', newModel(org, { key: 'returns', xml }));
  expect(made.status).toBe(201);
  const { id } = JSON.parse(made.text) as { id: string };
  expect((await call(looker, 'PUT', `/process-models/${id}/draft`, { xml, revision: 1 })).status).toBe(403);
  expect((await call(owner, 'POST', `/process-models/${id}/versions`, { revision: 1 })).status).toBe(201);
  const file = await http.inject({
    method: 'GET',
    url: `/api/process-models/${id}/versions/1/diagram`,
    headers: looker,
  });
  expect(file.rawPayload.equals(Buffer.from(xml, 'utf8'))).toBe(true);
  expect(file.headers['content-disposition']).toBe('attachment; filename="returns-1.bpmn"');
  const broken = await call(owner, 'PUT', `/process-models/${id}/draft/import`, { xml: '<a>', revision: 1 });
  expect(JSON.parse(broken.text)).toMatchObject({ status: 422, code: 'process.has-faults' });

  expect((await call(looker, 'POST', '/process-instances', { modelKey: 'returns' })).status).toBe(403);
  const started = await call(worker, 'POST', '/process-instances', {
    modelKey: 'returns',
    variables: { order: { lines: [1, null] } },
    subject: { type: 'case', id },
  });
  expect(JSON.parse(started.text)).toMatchObject({ status: 'running', subject: { type: 'case', id } });
  const unreadable = await call(worker, 'POST', '/process-instances', {
    modelKey: 'returns',
    variables: { a: '\u0000' },
  });
  expect(unreadable.status).toBe(422);
  const [task] = (JSON.parse((await call(worker, 'GET', `/tasks?subjectId=${id}`)).text) as { items: { id: string }[] })
    .items;
  expect((await call(worker, 'POST', `/tasks/${task!.id}/claim`)).status).toBe(201);
  const second = await call(owner, 'POST', `/tasks/${task!.id}/claim`);
  expect(JSON.parse(second.text)).toMatchObject({ status: 409, code: 'task.claimed-by-another' });
  expect((await call(looker, 'GET', `/tasks/${task!.id}`)).status).toBe(200);
  expect((await call(looker, 'GET', `/tasks?of=all&subjectId=${id}`)).text).toContain(task!.id);
  expect((await call(looker, 'GET', '/hand-offs?of=all')).status).toBe(200);
  expect((await call(looker, 'GET', '/tasks')).status).toBe(403);
});

test('a second claim is refused after it was recorded', async () => {
  const org = await buildOrganisation(app.platform, {});
  const people = [
    await org.buildPerson({ withAccount: true, positionIn: org.rootUnitId, name: 'First' }),
    await org.buildPerson({ withAccount: true, positionIn: org.rootUnitId }),
  ];
  const { key } = await publishProcess(org, sequenceXml([{ id: 'A', xml: userTask('A') }]));
  const [task] = await openTasks(org, await begin(org, key));
  const answers = [];
  for (const person of people)
    answers.push(
      await http.inject({ method: 'POST', url: `/api/tasks/${task!.id}/claim`, headers: await signIn(http, person) }),
    );
  expect(answers.map((answer) => answer.statusCode)).toEqual([201, 409]);
  expect(answers[1]!.json()).toMatchObject({ code: 'task.claimed-by-another', params: { by: 'First' } });
  const { rows } = await app.platform.connection.pool.query(
    'select person_id from process_task_claims where organisation_id = $1 and refused',
    [org.organisationId],
  );
  expect(rows).toEqual([{ person_id: people[1]!.personId }]);
});
