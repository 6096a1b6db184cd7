// The sweep of every minute: what fails holds up neither its neighbours nor other organisations.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { path, processXml } from '#engine/testing/process-xml.ts';
import { buildOrganisation, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { begin, publishProcess, read, userTask } from './factory.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app?.close());

const timer = (what: string) => `<bpmn:timerEventDefinition>${what}</bpmn:timerEventDefinition>`;
const waiting = processXml(
  `<bpmn:startEvent id="S" /><bpmn:intermediateCatchEvent id="W">${timer('<bpmn:timeDuration>PT1H</bpmn:timeDuration>')}</bpmn:intermediateCatchEvent>${userTask('A')}<bpmn:endEvent id="E" />${path('S', 'W', 'A', 'E')}`,
);
const daily = processXml(
  `<bpmn:startEvent id="S">${timer('<bpmn:timeCycle>R/P1D</bpmn:timeCycle>')}</bpmn:startEvent>${userTask('A')}<bpmn:endEvent id="E" />${path('S', 'A', 'E')}`,
);
const query = (text: string, values: unknown[]) => app.platform.connection.pool.query(text, values);
const countOf = async (org: BuiltOrganisation) =>
  (await query('select count(*)::int as count from process_instances where organisation_id = $1', [org.organisationId]))
    .rows[0].count;

test('an instance and a start that cannot go on are passed over', async () => {
  const [first, second] = [await buildOrganisation(app.platform, {}), await buildOrganisation(app.platform, {})];
  const { key } = await publishProcess(first, waiting);
  const [broken, sound] = [await begin(first, key), await begin(first, key)];
  const other = await begin(second, (await publishProcess(second, waiting)).key);
  const starts = [await publishProcess(first, daily), await publishProcess(first, daily)];
  // As after a version that the engine does not understand any more.
  await query(`update process_tokens set element_id = 'gone' where instance_id = $1`, [broken]);
  await query(`update process_starts set process_id = 'gone' where model_id = $1`, [starts[0]!.id]);
  app.clock.advance(25 * 3_600_000);
  await app.platform.jobs.runOnce(app.platform, 'process.sweep');
  expect((await read(first, sound)).standsAt).toMatchObject([{ elementId: 'A' }]);
  expect((await read(second, other)).standsAt).toMatchObject([{ elementId: 'A' }]);
  expect(await countOf(first)).toBe(3);
  const { rows } = await query('select element_id from process_tokens where instance_id = $1', [broken]);
  expect(rows).toEqual([{ element_id: 'gone' }]);
});
