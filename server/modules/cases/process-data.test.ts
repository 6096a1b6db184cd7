// What processes about a customer or a case of theirs hold: given out, blocked while they run, erased when they have ended, others untouched.
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { eraseCustomer } from '#modules/customers/erase-customer.ts';
import { customerDataLetter, exportCustomer } from '#modules/customers/export-customer.ts';
import { buildCustomer } from '#modules/customers/factory.ts';
import { buildForm } from '#modules/forms/factory.ts';
import { buildOrganisation, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { claimTask } from '#modules/processes/tasks/claim-task.ts';
import { commentTask } from '#modules/processes/tasks/comment-task.ts';
import { completeTask } from '#modules/processes/tasks/complete-task.ts';
import { openTasks, publishProcess, read, sequenceXml, userTask } from '#modules/processes/factory.ts';
import { getTask } from '#modules/processes/tasks/get-task.ts';
import { cancelInstance, setVariables } from '#modules/processes/instances/instance-steps.ts';
import { startInstance } from '#modules/processes/instances/start-instance.ts';
import { keepFile, receiveFile } from '#platform/files/files.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { closeByAuthority } from './close-by-authority.ts';
import { buildCase } from './factory.ts';

let app: TestApp;
let org: BuiltOrganisation;
let key: string;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());
beforeEach(async () => {
  org = await buildOrganisation(app.platform, { country: 'SA', language: 'ar' });
  const form = await org.run((ctx) =>
    buildForm(
      ctx,
      { key: 'serial', type: 'line', label: { ar: 'الرقم التسلسلي' } },
      { key: 'damage', type: 'one-of', choices: [{ key: 'none', label: { ar: 'بلا ضرر' } }] },
      { key: 'paper', type: 'file' },
    ),
  );
  const xml = sequenceXml([{ id: 'A', xml: userTask('A', { name: 'Look', form: form.key }) }]);
  ({ key } = await publishProcess(org, xml));
});

/** Every row of the module's tables about these instances that has the word in it. */
async function rowsWith(word: string): Promise<string[]> {
  const { pool } = app.platform.connection;
  const { rows: tables } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and (tablename like 'process%' or tablename in ('files', 'authority_decisions'))`,
  );
  const found = tables.map(async ({ name }) => {
    const { rows } = await pool.query(
      `select to_jsonb(t)::text as row from ${name} t where organisation_id = $1 and to_jsonb(t)::text like $2`,
      [org.organisationId, `%${word}%`],
    );
    return rows.map(({ row }) => `${name} ${row}`);
  });
  return (await Promise.all(found)).flat();
}

/** One that holds the word wherever people or customers can leave it. */
async function start(subject: { type: string; id: string }, word: string): Promise<{ id: string; taskId: string }> {
  const { id } = await org.run((ctx) =>
    startInstance(ctx, { modelKey: key, variables: { street: `${word} street` }, subject }),
  );
  const taskId = (await openTasks(org, id))[0]!.id;
  const file = await receiveFile(app.platform, Readable.from(['paper']), {
    name: `${word}.txt`,
    mediaType: 'text/plain',
  });
  await org.run(async (ctx) => {
    const { id: fileId } = await keepFile(ctx, file);
    await claimTask(ctx, taskId);
    await commentTask(ctx, { id: taskId, body: `${word} rang`, fileIds: [fileId] });
  });
  await org.run((ctx) =>
    setVariables(ctx, { id, scope: 1, variables: { street: `${word} road` }, reason: `${word} moved` }),
  );
  return { id, taskId };
}

const finish = (taskId: string, serial: string) =>
  org.run((ctx) => completeTask(ctx, { id: taskId, variables: {}, answers: { serial, damage: 'none' } }));

test('values, answers in words and comments are in the export and in the letter', async () => {
  const { customerId } = await org.run((ctx) => buildCustomer(ctx, { name: 'Mona' }));
  const made = await buildCase(app.platform, org.organisationId, { customer: { id: customerId } });
  const [about, other] = [
    await start({ type: 'case', id: made.id }, 'Geheimnis'),
    await start({ type: 'case', id: (await buildCase(app.platform, org.organisationId)).id }, 'Fremdes'),
  ];
  await finish(about.taskId, 'XKCD');
  await finish(other.taskId, 'Fremdes');
  const data = await org.run((ctx) => exportCustomer(ctx, customerId));
  expect(data.sections).toMatchObject({
    processValues: [
      { name: 'damage', value: 'none' },
      { name: 'serial', value: 'XKCD' },
      { name: 'street', value: 'Geheimnis road' },
    ],
    taskForms: [
      { task: 'Look', field: 'الرقم التسلسلي', answer: 'XKCD' },
      { task: 'Look', answer: 'بلا ضرر' },
    ],
    processComments: [{ text: 'Geheimnis rang' }],
  });
  const letter = await org.run((ctx) => customerDataLetter(ctx, customerId));
  expect(letter.html).toContain('Geheimnis rang');
  expect(JSON.stringify(data) + letter.html).not.toContain('Fremdes');
});

test('a process that runs stands against erasure; once it has ended its words go and its steps stay', async () => {
  const { customerId } = await org.run((ctx) => buildCustomer(ctx, { name: 'Mona' }));
  const made = await buildCase(app.platform, org.organisationId, { customer: { id: customerId } });
  await org.run((ctx) => closeByAuthority(ctx, { id: made.id, reason: 'out-of-scope', explanation: 'Elsewhere' }));
  const done = await start({ type: 'customer', id: customerId }, 'Geheimnis');
  await finish(done.taskId, 'Geheimnis');
  const running = await start({ type: 'case', id: made.id }, 'Geheimnis');
  const other = await start({ type: 'case', id: (await buildCase(app.platform, org.organisationId)).id }, 'Fremdes');
  await finish(other.taskId, 'Fremdes');
  const erase = () => org.run((ctx) => eraseCustomer(ctx, { id: customerId, confirmation: 'Mona' }));
  await expect(erase()).rejects.toMatchObject({
    code: 'customer.erasure-blocked',
    params: { reason: 'process-running', count: 1 },
  });
  expect((await rowsWith('Geheimnis')).length).toBeGreaterThan(6);
  await org.run((ctx) => cancelInstance(ctx, { id: running.id, reason: 'Geheimnis asks for it' }));
  const others = await rowsWith('Fremdes');
  await erase();
  expect(await rowsWith('Geheimnis')).toEqual([]);
  expect(await rowsWith('Fremdes')).toEqual(others);
  expect(await read(org, done.id)).toMatchObject({
    status: 'completed',
    scopes: [{ variables: {} }],
    corrections: [{ type: 'variables-set', names: [], reason: '—' }],
  });
  expect(await org.run((ctx) => getTask(ctx, done.taskId))).toMatchObject({
    state: 'completed',
    form: { answers: {}, version: { number: 1 } },
    comments: [{ body: '—', files: [] }],
  });
});
