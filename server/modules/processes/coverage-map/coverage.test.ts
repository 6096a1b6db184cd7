// The map of coverage: processes at the elements of the classification, what is missing, excluded on purpose, on paper only or done twice.
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { buildOrganisation, signIn, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { createHttp } from '#platform/http/server.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { changeModel } from '../models/change-model.ts';
import { shippedClassification as classification } from '../classification/classification.ts';
import { loadClassification, unloadClassification } from '../classification/load-classification.ts';
import { createModel } from '../models/create-model.ts';
import { acceptHandOff, refuseHandOff } from '../hand-offs/decide-hand-off.ts';
import {
  begin,
  buildCrew,
  doFirst,
  handOff,
  newModel,
  openTasks,
  publishProcess,
  sequenceXml,
  userTask,
} from '../factory.ts';
import { getModel } from '../models/models.ts';
import { offerAgain } from '../hand-offs/offer-again.ts';
import { retireModel } from '../models/retire-model.ts';
import { excludeElement, includeElement } from './exclude-element.ts';
import { readCoverage } from './read-coverage.ts';

const complaints = 10_389;
const receive = 10_397;
const contacts = 10_379;
const service = 20_085;
const returns = 20_094;

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
  org = await buildOrganisation(app.platform);
});

const map = () => org.run(readCoverage);
const at = async (pcfId: number) => (await map()).elements.find((element) => element.pcfId === pcfId)!;
const oneTask = sequenceXml([{ id: 'A', xml: userTask('A', { name: 'Look' }) }]);

/** Published, and classified where it says so. */
async function publishAt(pcfId: number | null, xml = oneTask): Promise<{ id: string; key: string }> {
  const made = await publishProcess(org, xml);
  const { name, unit, owner, sipoc, promise, objective, revision } = await org.run((ctx) => getModel(ctx, made.id));
  await org.run((ctx) =>
    changeModel(ctx, {
      id: made.id,
      name,
      unitId: unit.id,
      ownerId: owner.id,
      sipoc,
      promise,
      objective,
      pcfId,
      revision,
    }),
  );
  return made;
}

test('nothing is covered where nothing is classified', async () => {
  const empty = await map();
  expect(empty.counts).toMatchObject({ missing: classification.elements.length, running: 0, unclassified: 0 });
  expect(empty.notice).toContain('APQC');
  await publishAt(null);
  expect((await map()).counts).toMatchObject({ unclassified: 1, missing: classification.elements.length });
});

test('a process stands for its element: what lies above has parts, what lies below is within', async () => {
  const { key } = await publishAt(complaints);
  expect(await at(complaints)).toMatchObject({
    state: 'declared',
    twice: false,
    models: [{ key, running: 0, done: 0 }],
  });
  expect(await at(receive)).toMatchObject({ state: 'within', models: [] });
  expect(await at(contacts)).toMatchObject({ state: 'parts' });
  expect(await at(service)).toMatchObject({ state: 'parts' });
  expect(await at(returns)).toMatchObject({ state: 'missing' });
});

test('it is running while instances run and ninety days after the last one ended', async () => {
  const { key } = await publishAt(complaints);
  const id = await begin(org, key);
  expect(await at(complaints)).toMatchObject({ state: 'running', models: [{ running: 1, done: 0 }] });
  await doFirst(org, id);
  expect(await at(complaints)).toMatchObject({ state: 'running', models: [{ running: 0, done: 1 }] });
  app.clock.advance(91 * 86_400_000);
  expect(await at(complaints)).toMatchObject({ state: 'declared', models: [{ running: 0, done: 0 }] });
});

test('what is overdue and what was refused is told of the process; of few hand-offs nothing', async () => {
  const front = await buildCrew(org, 'Front');
  const back = await buildCrew(org, 'Back');
  const xml = sequenceXml([
    { id: 'A', xml: userTask('A', { unit: front.unitId }) },
    { id: 'B', xml: userTask('B', { unit: back.unitId, inside: `${handOff('A file', [])}<rida:due value="P1D" />` }) },
  ]);
  const { key } = await publishAt(complaints, xml);
  const hand = async () => {
    const id = await begin(org, key);
    await doFirst(org, id);
    return (await openTasks(org, id))[0]!;
  };
  const first = await hand();
  await org.run((ctx) => refuseHandOff(ctx, { id: first.id, reason: 'No number', unmet: [] }));
  expect((await at(complaints)).models).toMatchObject([{ running: 1, refused: null, overdue: 0 }]);
  await org.run((ctx) => offerAgain(ctx, { id: first.id, note: 'Added', variables: {} }));
  for (let count = 0; count < 3; count += 1) {
    const { id } = await hand();
    await org.run((ctx) => acceptHandOff(ctx, { id, claim: false }));
  }
  app.clock.advance(3 * 86_400_000);
  expect((await at(complaints)).models).toMatchObject([{ running: 4, refused: 1, overdue: 4 }]);
});

test('two processes for one element are said to be two; retired ones are none', async () => {
  const { id } = await publishAt(complaints);
  await publishAt(complaints);
  expect(await at(complaints)).toMatchObject({ twice: true });
  expect((await map()).counts.twice).toBe(1);
  await org.run((ctx) => retireModel(ctx, { id, reason: 'Doubled' }));
  expect(await at(complaints)).toMatchObject({ twice: false });
});

test('an id beyond the shipped part may be typed, and is shown as such', async () => {
  await org.run((ctx) => createModel(ctx, { ...newModel(org), pcfId: 19_945 }));
  expect((await map()).outside).toMatchObject([{ pcfId: 19_945, status: 'draft', version: null }]);
});

test('excluded on purpose is on record with its reason, holds below, and is lifted by name', async () => {
  const exclude = (pcfId: number, reason = 'We sell no goods') =>
    org.run((ctx) => excludeElement(ctx, { pcfId, reason }));
  await exclude(returns);
  expect(await at(returns)).toMatchObject({
    state: 'excluded',
    exclusion: { reason: 'We sell no goods', by: { name: 'Administrator' } },
  });
  expect(await at(10_364)).toMatchObject({ state: 'excluded', exclusion: null });
  await expect(exclude(returns)).rejects.toMatchObject({ code: 'process-coverage.excluded' });
  await expect(exclude(19_945)).rejects.toMatchObject({ code: 'process-coverage.element-not-found' });
  await expect(exclude(complaints, ' \u200f ')).rejects.toMatchObject({ code: 'request.invalid' });
  // A process for it all the same: both are shown.
  const { id } = await publishAt(returns);
  expect(await at(returns)).toMatchObject({ state: 'declared', exclusion: { reason: 'We sell no goods' } });
  await org.run((ctx) => retireModel(ctx, { id, reason: 'Not ours' }));
  expect((await org.run((ctx) => includeElement(ctx, returns))).counts.excluded).toBe(0);
  await expect(org.run((ctx) => includeElement(ctx, returns))).rejects.toMatchObject({
    code: 'process-coverage.not-excluded',
  });
  await exclude(returns, 'Still none');
  const { rows } = await app.platform.connection.pool.query(
    'select reason, lifted_at is not null as lifted from process_exclusions where organisation_id = $1 order by id',
    [org.organisationId],
  );
  expect(rows).toEqual([
    { reason: 'We sell no goods', lifted: true },
    { reason: 'Still none', lifted: false },
  ]);
});

test('the file carries the notice above the ids, and no formula', async () => {
  const other = await buildOrganisation(app.platform, { withAccount: true });
  const observer = await other.buildPerson({ withAccount: true, roles: ['observer'] });
  const model = { ...newModel(other), name: { en: '=cmd()' }, pcfId: complaints };
  await other.run((ctx) => createModel(ctx, model));
  const headers = await signIn(http, observer);
  const file = await http.inject({ method: 'GET', url: '/api/process-coverage/file?language=en', headers });
  expect(file.statusCode).toBe(200);
  const lines = parse(file.body, { bom: true, relax_column_count: true }) as string[][];
  expect(lines[0]).toEqual([classification.notice]);
  expect(lines[2]!.slice(0, 3)).toEqual(['PCF ID', 'Hierarchy ID', 'Element of the classification']);
  expect(lines.find(([id]) => id === String(complaints))).toMatchObject({ 3: 'Declared, not running', 5: "'=cmd()" });
  const persian = await http.inject({ method: 'GET', url: '/api/process-coverage/file?language=fa', headers });
  expect(persian.body).toContain('مدیریت شکایت‌های مشتریان');
  const refused = await http.inject({
    method: 'POST',
    url: `/api/process-coverage/${returns}/exclusion`,
    headers,
    payload: { reason: 'None' },
  });
  expect(refused.json()).toMatchObject({ status: 403 });
});

test('the whole framework is loaded from the file of its owner, and taken away again', async () => {
  const load = (csv: string) => org.run((ctx) => loadClassification(ctx, { csv, edition: 'Cross-Industry 8.0' }));
  await publishAt(complaints);
  const loaded = await load(
    [
      '\uFEFFAPQC;;;',
      'PCF ID;Hierarchy ID;Name;Metrics',
      '20085;6.0;Manage Customer Service;Y',
      '19945;1.1.1.1;Identify competitors;N',
      ';;;',
      '10389;6.2.10;Handle "all", complaints;Y',
      '10002;1.0;Develop Vision and Strategy;N',
    ].join('\r\n'),
  );
  expect(loaded).toMatchObject({ edition: 'Cross-Industry 8.0', loaded: true, notice: classification.notice });
  expect(loaded.elements.map(({ number, parentId, state }) => [number, parentId, state])).toEqual([
    ['1.0', null, 'missing'],
    ['1.1.1.1', 10_002, 'missing'],
    ['6.0', null, 'parts'],
    ['6.2.10', service, 'declared'],
  ]);
  // Its names, with our translations where there are any.
  expect(loaded.elements[3]!.name).toMatchObject({ en: 'Handle "all", complaints', fa: 'مدیریت شکایت‌های مشتریان' });
  expect(loaded.elements[1]!.name).toEqual({ en: 'Identify competitors' });
  await org.run((ctx) => excludeElement(ctx, { pcfId: 19_945, reason: 'A monopoly' }));
  await expect(load('PCF ID,Name\n10002,Vision')).rejects.toMatchObject({
    code: 'process-classification.unreadable',
  });
  await expect(load('PCF ID,Hierarchy ID,Name\n10002,1.0,Vision\n10002,2.0,Twice')).rejects.toMatchObject({
    code: 'process-classification.row-wrong',
    params: { row: 3 },
  });
  // What was refused changed nothing.
  expect((await map()).elements).toHaveLength(4);
  expect(await org.run(unloadClassification)).toMatchObject({ loaded: false, edition: classification.edition });
  await expect(org.run(unloadClassification)).rejects.toMatchObject({ code: 'process-classification.not-loaded' });
});
