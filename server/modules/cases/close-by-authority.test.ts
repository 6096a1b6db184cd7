// Closing by authority where the organisation has a matrix: judged, refused with a record, decided beyond with a reason, and erased with its customer.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerFinding } from '#modules/authority/answer-finding.ts';
import { buildAction, buildRule } from '#modules/authority/factory.ts';
import { listFindings } from '#modules/authority/list-findings.ts';
import { buildOrganisation, type BuiltPerson } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { closeByAuthority } from './close-by-authority.ts';
import { customerData } from './customer-data.ts';
import { buildCase } from './factory.ts';
import { getCase } from './get-case.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

/** Heads close cases of their own unit; the case lies in a unit below the administrator's. */
async function build(onOverrun: 'refuse' | 'override') {
  const organisation = await buildOrganisation(app.platform);
  const { run, organisationId, buildUnit, buildPerson } = organisation;
  const unitId = await buildUnit();
  const head = await buildPerson({ roles: ['service-manager'], positionIn: unitId, head: true });
  const registered = await buildCase(app.platform, organisationId, { unitId });
  const close = (who: BuiltPerson, overrideReason?: string) =>
    run(
      (ctx) =>
        closeByAuthority(ctx, { id: registered.id, reason: 'law', explanation: 'A court forbids it', overrideReason }),
      who.actor,
    );
  const state = async () => (await run((ctx) => getCase(ctx, registered.id))).state;
  const decisions = async () =>
    (
      await app.platform.connection.pool.query(
        'select verdict, subject_type, subject_id, reason from authority_decisions where organisation_id = $1',
        [organisationId],
      )
    ).rows;
  const writeMatrix = () =>
    run(async (ctx) => {
      const { id } = await buildAction(ctx, { key: 'case.close-by-authority', hasAmount: false, onOverrun });
      await buildRule(ctx, { actionId: id, limit: null });
    });
  return { ...organisation, head, registered, close, state, decisions, writeMatrix };
}

test('without rules the permission alone holds, and nothing is recorded', async () => {
  const { close, administrator, state, decisions } = await build('refuse');
  await close(administrator);
  expect(await state()).toBe('closed');
  expect(await decisions()).toEqual([]);
});

test('with rules the head of the unit may, and whoever else is refused with the case as it was', async () => {
  const { close, administrator, head, state, decisions, writeMatrix, registered } = await build('refuse');
  await writeMatrix();
  await expect(close(administrator, 'It is urgent')).rejects.toMatchObject({
    code: 'authority.refused',
    params: { faults: ['outside-unit'] },
  });
  expect(await state()).toBe('open');
  const subject = { subject_type: 'case', subject_id: registered.id, reason: null };
  expect(await decisions()).toEqual([{ verdict: 'refused', ...subject }]);
  await close(head);
  expect(await state()).toBe('closed');
  expect(await decisions()).toEqual([
    { verdict: 'refused', ...subject },
    { verdict: 'within', ...subject },
  ]);
});

test('where the action allows it a reason decides; its words go with the customer', async () => {
  const { run, close, buildUnit, buildPerson, state, decisions, writeMatrix, registered } = await build('override');
  await writeMatrix();
  const head = await buildPerson({ roles: ['service-manager'], positionIn: await buildUnit(), head: true });
  await expect(close(head)).rejects.toMatchObject({
    code: 'authority.reason-needed',
    params: { faults: ['outside-unit'] },
  });
  await close(head, 'Their head is on leave');
  expect(await state()).toBe('closed');
  // The administrator, above, is whom the head answers to.
  const [finding] = (await run((ctx) => listFindings(ctx, { view: 'people', limit: 1 }))).items;
  await run((ctx) => answerFinding(ctx, { id: finding!.id, kind: 'explained', words: 'Agreed on the phone' }));
  await run((ctx) => customerData.erase(ctx, [registered.customerId], { emails: [], phones: [], ids: [] }));
  expect(await decisions()).toMatchObject([{ verdict: 'override', reason: '—' }]);
  const { rows } = await app.platform.connection.pool.query(
    'select words from authority_answers where finding_id = $1',
    [finding!.id],
  );
  expect(rows).toEqual([{ words: '—' }]);
});
