// A task that takes authority: within, refused and kept on record, taken with a reason, and not asked where nothing is decided.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildAction, buildRule, sar } from '#modules/authority/factory.ts';
import { buildOrganisation, type BuiltOrganisation, type BuiltPerson } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { claimTask } from './claim-task.ts';
import { completeTask } from './complete-task.ts';
import { begin, buildCrew, openTasks, publishProcess, read, sequenceXml, userTask, type Crew } from '../factory.ts';
import { getTask } from './get-task.ts';

let app: TestApp;
let org: BuiltOrganisation;
let desk: Crew;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app?.close());
beforeEach(async () => {
  org = await buildOrganisation(app.platform, { country: 'SA', settings: { timeZone: 'Asia/Riyadh' } });
  desk = await buildCrew(org, 'Desk');
});

const as = <T>(person: BuiltPerson, work: Parameters<typeof org.run<T>>[0]) => org.run(work, person.actor);

/** The head may pay back up to 10,000 riyals. A declined request decides nothing. */
async function refundTask(onOverrun: 'refuse' | 'override', amount = 'if approved then cost else null') {
  const action = await org.run((ctx) => buildAction(ctx, { key: 'refund.approve', onOverrun }));
  await org.run((ctx) => buildRule(ctx, { actionId: action.id, limit: sar(10_000) }));
  const inside = `<rida:authority action="refund.approve" amount="${amount}" />`;
  const xml = sequenceXml([{ id: 'A', xml: userTask('A', { name: 'Decide on the refund', unit: 'Desk', inside }) }]);
  const id = await begin(org, (await publishProcess(org, xml)).key, { cost: 12_000 });
  const task = (await openTasks(org, id))[0]!.id;
  await as(desk.head, (ctx) => claimTask(ctx, task));
  return { id, task };
}

const decisions = async (): Promise<{ verdict: string; amount: string; subject: string; findings: string[] }[]> =>
  (
    await app.platform.connection.pool.query(
      `select d.verdict, d.amount_minor || ' ' || d.currency as amount, d.subject_type as subject,
              coalesce(array_agg(f.type::text order by f.type) filter (where f.type is not null), '{}') as findings
         from authority_decisions d left join authority_findings f on f.organisation_id = d.organisation_id and f.decision_id = d.id
        where d.organisation_id = $1 group by d.id, d.verdict, d.amount_minor, d.currency, d.subject_type order by d.id`,
      [org.organisationId],
    )
  ).rows;

test('within the limit it is recorded and done; what is submitted counts before what the process knew', async () => {
  const { id, task } = await refundTask('refuse');
  expect((await as(desk.head, (ctx) => getTask(ctx, task))).authority).toEqual({
    action: 'refund.approve',
    withAmount: true,
  });
  await as(desk.head, (ctx) => completeTask(ctx, { id: task, variables: { approved: true, cost: 9_999.5 } }));
  expect((await read(org, id)).status).toBe('completed');
  expect(await decisions()).toEqual([
    { verdict: 'within', amount: '999950 SAR', subject: 'process-instance', findings: [] },
  ]);
});

test('over the limit it is refused, the refusal is on record, and the task stands as it was', async () => {
  const { task } = await refundTask('refuse');
  await expect(
    as(desk.head, (ctx) =>
      completeTask(ctx, { id: task, variables: { approved: true }, overrideReason: 'Old client' }),
    ),
  ).rejects.toMatchObject({ code: 'authority.refused' });
  expect((await as(desk.head, (ctx) => getTask(ctx, task))).state).toBe('claimed');
  expect(await decisions()).toMatchObject([{ verdict: 'refused', amount: '1200000 SAR', findings: ['over-limit'] }]);
  await as(desk.head, (ctx) => completeTask(ctx, { id: task, variables: { approved: false } }));
  expect(await decisions()).toHaveLength(1);
});

test('where the action allows it, it goes beyond with a reason and is found', async () => {
  const { id, task } = await refundTask('override');
  await expect(
    as(desk.head, (ctx) => completeTask(ctx, { id: task, variables: { approved: true } })),
  ).rejects.toMatchObject({ code: 'authority.reason-needed' });
  expect(await decisions()).toEqual([]);
  await as(desk.head, (ctx) =>
    completeTask(ctx, { id: task, variables: { approved: true }, overrideReason: 'Agreed by phone' }),
  );
  expect((await read(org, id)).status).toBe('completed');
  expect(await decisions()).toMatchObject([{ verdict: 'override', findings: ['over-limit'] }]);
});

test('an amount that nobody understands is said, and nothing happens', async () => {
  const { task } = await refundTask('refuse', '&quot;many&quot;');
  await expect(as(desk.head, (ctx) => completeTask(ctx, { id: task, variables: {} }))).rejects.toMatchObject({
    code: 'task.amount-not-understood',
  });
  expect((await as(desk.head, (ctx) => getTask(ctx, task))).state).toBe('claimed');
});
