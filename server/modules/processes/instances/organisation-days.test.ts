// Days of processes are those of the organisation: what is today there, when a day begins, and when what is due on it is late.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { around } from '#engine/testing/process-xml.ts';
import { buildOrganisation, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { begin, openTasks, publishProcess, read, sequenceXml, userTask } from '../factory.ts';

let app: TestApp;
let org: BuiltOrganisation;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app?.close());
beforeEach(async () => {
  org = await buildOrganisation(app.platform, { country: 'IR', settings: { timeZone: 'Asia/Tehran' } });
});

/** Such as 2026-11-30T22:15Z, when it is the first of December in Tehran. */
function setClock(moment: string): void {
  app.clock.advance(Date.parse(moment) - app.clock.now().getTime());
}

const dueOf = async (due: string, variables = {}) => {
  const { key } = await publishProcess(org, sequenceXml([{ id: 'A', xml: userTask('A', { inside: due }) }]));
  return (await openTasks(org, await begin(org, key, variables)))[0]!.dueAt?.toISOString();
};

test('a task that is due on a day is due by the end of that day', async () => {
  // The answer of a form to a field of the kind date.
  expect(await dueOf('<rida:due value="= day" kind="date" />', { day: '2026-12-01' })).toBe('2026-12-01T20:29:59.999Z');
  expect(await dueOf('<rida:due value="2026-12-01" />')).toBe('2026-12-01T20:29:59.999Z');
  expect(await dueOf('<rida:due value="2026-12-01T09:00" />')).toBe('2026-12-01T05:30:00.000Z');
});

test('today is the day of the organisation, and an event on a day comes when it begins there', async () => {
  setClock('2036-11-30T22:15:00.000Z');
  const { key } = await publishProcess(
    org,
    sequenceXml([
      {
        id: 'T',
        xml: '<bpmn:scriptTask id="T" rida:resultVariable="day"><bpmn:script>today()</bpmn:script></bpmn:scriptTask>',
      },
      {
        id: 'C',
        xml: '<bpmn:intermediateCatchEvent id="C"><bpmn:timerEventDefinition><bpmn:timeDate>= date(day) + duration("P1D")</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>',
      },
    ]),
  );
  const id = await begin(org, key);
  const { rows } = await app.platform.connection.pool.query(
    `select value from process_variables where instance_id = $1 and name = 'day'`,
    [id],
  );
  expect(rows).toEqual([{ value: '2036-12-01' }]);
  const timers = await app.platform.connection.pool.query(`select due_at from process_timers where instance_id = $1`, [
    id,
  ]);
  expect(timers.rows).toEqual([{ due_at: new Date('2036-12-01T20:30:00.000Z') }]);
});

test('what the database cannot keep is an incident at its step, not a failure of the request', async () => {
  const { key } = await publishProcess(
    org,
    around(
      'T',
      '<bpmn:scriptTask id="T" scriptFormat="feel" rida:resultVariable="r"><bpmn:script>"\\u0000" + name</bpmn:script></bpmn:scriptTask>',
    ),
  );
  const instance = await read(org, await begin(org, key, { name: 'x' }));
  expect(instance.status).toBe('running');
  expect(instance.tokens).toMatchObject([{ elementId: 'T', incident: { code: 'expression-failed' } }]);
});
