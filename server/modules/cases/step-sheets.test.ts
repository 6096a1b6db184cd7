// Step sheets beside a case: those in force for it, their steps done and taken back as rows, and marks that belong to a version.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginDraft } from '#modules/knowledge/begin-draft.ts';
import { approveDraft, buildInForce, versionText } from '#modules/knowledge/factory.ts';
import { fileDocument } from '#modules/knowledge/file-document.ts';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import { newId } from '#platform/ids.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { closeByAuthority } from './close-by-authority.ts';
import { buildCase } from './factory.ts';
import { markStep } from './mark-step.ts';
import { stepSheetsOfCase } from './step-sheets-of-case.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

const stepsOf = (...titles: readonly string[]) =>
  titles.map((title) => ({ id: newId(), title, body: null, check: null }));

async function complaintsWithSheet() {
  const org = await buildOrganisation(app.platform, { language: 'en' });
  const author = await org.buildPerson({ name: 'Author', roles: ['service-manager'] });
  const steps = stepsOf('Call back', 'Look at the meter', 'Write the answer');
  const documentId = await buildInForce(org, author, {
    document: { kind: 'step-sheet' },
    texts: [versionText({ title: 'A complaint', steps })],
  });
  const filing = { code: null, topicId: null, ownerId: author.personId, categoryIds: [], productIds: [] };
  const rest = { caseKinds: ['complaint' as const], reviewEveryMonths: null, nextReviewOn: null };
  await org.run((ctx) => fileDocument(ctx, { id: documentId, ...filing, ...rest }));
  const agent = await org.buildPerson({ name: 'Agent' });
  const { id } = await buildCase(app.platform, org.organisationId);
  const sheets = async (caseId = id) =>
    (await org.run((ctx) => stepSheetsOfCase(ctx, { id: caseId, language: 'en' }))).items;
  const mark = (at: number, done: boolean, version = 1) =>
    org.run((ctx) => markStep(ctx, { id, documentId, version, stepId: steps[at]!.id, done }), agent.actor);
  const events = async () => {
    const { rows } = await app.platform.connection.pool.query<{ type: string; data: object; actor_id: string }>(
      `select type, data, actor_id from events where organisation_id = $1 and subject_id = $2 and type like 'case.step-%' order by at, id`,
      [org.organisationId, id],
    );
    return rows;
  };
  return { ...org, author, agent, id, documentId, steps, sheets, mark, events };
}

test('a step is done by somebody at a time; taking it back is a row too, and the same again is none', async () => {
  const made = await complaintsWithSheet();
  const { sheets, mark, events, agent, documentId, steps } = made;
  expect(await sheets()).toMatchObject([
    { id: documentId, version: 1, title: 'A complaint', earlier: null, steps: steps.map(() => ({ done: null })) },
  ]);
  const inquiry = await buildCase(app.platform, made.organisationId, { kind: 'inquiry' });
  expect(await sheets(inquiry.id)).toEqual([]);

  await mark(1, true);
  await mark(1, true);
  const [sheet] = await sheets();
  expect(sheet!.steps.map(({ done }) => done)).toEqual([null, { at: app.clock.now(), by: 'Agent' }, null]);
  app.clock.advance(60_000);
  await mark(1, false);
  expect((await sheets())[0]!.steps.map(({ done }) => done)).toEqual([null, null, null]);
  const data = { documentId, version: 1, stepId: steps[1]!.id };
  expect(await events()).toEqual([
    { type: 'case.step-done', data, actor_id: agent.personId },
    { type: 'case.step-undone', data, actor_id: agent.personId },
  ]);
  const { rows } = await app.platform.connection.pool.query(
    `select mark from case_step_marks where organisation_id = $1 order by at`,
    [made.organisationId],
  );
  expect(rows).toEqual([{ mark: 'done' }, { mark: 'undone' }]);
  await expect(made.run((ctx) => ctx.transaction.deleteFrom('case_step_marks' as never).execute())).rejects.toThrow(
    /permission denied/,
  );
});

test('marks belong to the version that was worked by; a newer one is announced and begins empty', async () => {
  const { run, author, id, documentId, steps, sheets, mark, agent, ...org } = await complaintsWithSheet();
  await mark(0, true);
  await mark(2, true);
  await run((ctx) => beginDraft(ctx, documentId), author.actor);
  await approveDraft({ run, ...org }, author, documentId, { texts: [versionText({ title: 'A complaint', steps })] });
  const [now] = await sheets();
  expect(now).toMatchObject({ version: 2, earlier: { version: 1, done: 2 } });
  expect(now!.steps.every(({ done }) => done === null)).toBe(true);
  await expect(mark(0, true, 1)).rejects.toMatchObject({ code: 'case.step-sheet-changed', params: { version: 2 } });
  await mark(0, true, 2);
  expect((await sheets())[0]!.steps[0]!.done).toMatchObject({ by: 'Agent' });

  const at = { id, documentId, version: 2 };
  await expect(run((ctx) => markStep(ctx, { ...at, stepId: newId(), done: true }), agent.actor)).rejects.toMatchObject({
    code: 'case.step-not-found',
  });
  const key = { kind: 'api-key', keyId: id, name: 'Key', permissions: new Set(['case.note']) } as const;
  await expect(run((ctx) => markStep(ctx, { ...at, stepId: steps[1]!.id, done: true }), key)).rejects.toMatchObject({
    code: 'case.only-people',
  });
  await run((ctx) => closeByAuthority(ctx, { id, reason: 'out-of-scope', explanation: 'Elsewhere' }));
  await expect(mark(1, true, 2)).rejects.toMatchObject({ code: 'case.wrong-state' });
});
