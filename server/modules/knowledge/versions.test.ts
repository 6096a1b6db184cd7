// From draft to retired: who may do what, what the verbs refuse, and what the database refuses whoever goes around them.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildOrganisation, type BuiltOrganisation, type BuiltPerson } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { askReview, withdrawReview } from './ask-review.ts';
import { beginDraft } from './begin-draft.ts';
import { compareVersions } from './compare-versions.ts';
import { createDocument } from './create-document.ts';
import { approveVersion, sendBack } from './decide-review.ts';
import { discardDraft } from './discard-draft.ts';
import { approveDraft, buildInForce, fillDraft, newDocument, versionText } from './factory.ts';
import { getDocument } from './get-document.ts';
import { listDocuments } from './list-documents.ts';
import { readDocument } from './read-document.ts';
import { recallVersion } from './recall-version.ts';
import { retireDocument } from './retire-document.ts';
import { readVersion } from './versions.ts';

let app: TestApp;
let org: BuiltOrganisation;
let author: BuiltPerson;
let manager: BuiltPerson;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app?.close());
beforeEach(async () => {
  org = await buildOrganisation(app.platform, { settings: { timeZone: 'Asia/Tehran' } });
  author = await org.buildPerson({ roles: ['agent'], name: 'Author' });
  manager = await org.buildPerson({ roles: ['service-manager'], name: 'Manager' });
});

const runDue = (ignoreStartAfter = false) => app.platform.jobs.runDue(app.platform, { ignoreStartAfter });
const state = async (id: string, version: number) => (await org.run((ctx) => readVersion(ctx, id, version))).state;
const begin = (kind: 'procedure' | 'article' = 'procedure') =>
  org.run((ctx) => createDocument(ctx, newDocument({ kind })), author.actor);

test('a document is numbered, drafted, reviewed, approved by another, in force, superseded and retired', async () => {
  const { id } = await begin();
  const other = await begin();
  await org.run((ctx) => fillDraft(ctx, id, { texts: [versionText({ text: 'within five days' })] }), author.actor);
  await org.run((ctx) => askReview(ctx, { id, reviewerIds: [manager.personId] }), author.actor);
  expect(await state(id, 1)).toBe('in-review');
  await org.run((ctx) => approveVersion(ctx, { id, version: 1, editorialConfirmed: false }), manager.actor);
  expect(await org.run((ctx) => readVersion(ctx, id, 1), author.actor)).toMatchObject({
    state: 'in-force',
    approvedBy: { name: 'Manager' },
    inForceFrom: app.clock.now(),
    isAuthor: true,
    reviews: [{ decision: 'approved', askedBy: { name: 'Author' }, reviewers: [{ name: 'Manager' }] }],
  });

  await org.run((ctx) => beginDraft(ctx, id), author.actor);
  app.clock.advance(1000);
  await approveDraft(org, author, id, { texts: [versionText({ text: 'within three days' })], changeNote: 'Faster' });
  expect([await state(id, 1), await state(id, 2)]).toEqual(['superseded', 'in-force']);
  const comparison = await org.run((ctx) => compareVersions(ctx, { id, version: 2 }));
  expect(comparison).toMatchObject({ from: 1, to: 2, fields: [] });
  expect(comparison.texts[0]!.paragraphs[0]).toContainEqual({ change: 'added', text: 'three' });

  const listed = await org.run((ctx) => listDocuments(ctx, { limit: 10 }));
  expect(listed.items.map((one) => [one.number, one.current?.number, one.open?.state])).toEqual([
    [1, 2, undefined],
    [2, undefined, 'draft'],
  ]);
  await org.run((ctx) => retireDocument(ctx, { id, reason: 'No longer done' }));
  expect(await state(id, 2)).toBe('retired');
  await expect(org.run((ctx) => readDocument(ctx, id, 'en'))).rejects.toMatchObject({ code: 'knowledge.not-in-force' });
  await expect(org.run((ctx) => beginDraft(ctx, id), author.actor)).rejects.toMatchObject({ code: 'knowledge.retired' });
  expect((await org.run((ctx) => getDocument(ctx, id))).retireReason).toBe('No longer done');
  await org.run((ctx) => discardDraft(ctx, other.id), author.actor);
  await expect(org.run((ctx) => getDocument(ctx, other.id))).rejects.toMatchObject({ code: 'knowledge.not-found' });
});

test('whoever wrote in it does not approve it, also when only one word is theirs', async () => {
  const { id } = await begin();
  await org.run((ctx) => fillDraft(ctx, id), author.actor);
  await org.run((ctx) => fillDraft(ctx, id, { texts: [versionText({ text: 'one word' })] }), manager.actor);
  await expect(
    org.run((ctx) => askReview(ctx, { id, reviewerIds: [manager.personId, author.personId] }), author.actor),
  ).rejects.toMatchObject({
    faults: [
      { field: 'reviewerIds.0', code: 'is-author' },
      { field: 'reviewerIds.1', code: 'may-not-approve' },
    ],
  });
  await org.run((ctx) => askReview(ctx, { id, reviewerIds: [org.administrator.personId] }), author.actor);
  await expect(
    org.run((ctx) => approveVersion(ctx, { id, version: 1, editorialConfirmed: false }), manager.actor),
  ).rejects.toMatchObject({ code: 'knowledge.own-version' });
  expect(await state(id, 1)).toBe('in-review');
  await org.run((ctx) => approveVersion(ctx, { id, version: 1, editorialConfirmed: false }));
  expect(await state(id, 1)).toBe('in-force');
});

test('sent back with a reason, withdrawn, and saved by two at once', async () => {
  const { id } = await begin();
  await org.run((ctx) => fillDraft(ctx, id), author.actor);
  await org.run((ctx) => askReview(ctx, { id, reviewerIds: [manager.personId] }), author.actor);
  await expect(org.run((ctx) => fillDraft(ctx, id), author.actor)).rejects.toMatchObject({ code: 'knowledge.no-draft' });
  await expect(
    org.run((ctx) => sendBack(ctx, { id, version: 1, reason: ' \u200f ' }), manager.actor),
  ).rejects.toMatchObject({ faults: [{ field: 'reason', code: 'required' }] });
  await org.run((ctx) => sendBack(ctx, { id, version: 1, reason: 'Who decides?' }), manager.actor);
  expect(await org.run((ctx) => readVersion(ctx, id, 1))).toMatchObject({
    state: 'draft',
    reviews: [{ decision: 'sent-back', reason: 'Who decides?', decidedBy: { name: 'Manager' } }],
  });
  await org.run((ctx) => askReview(ctx, { id, reviewerIds: [manager.personId] }), author.actor);
  await org.run((ctx) => withdrawReview(ctx, id), author.actor);
  expect(await state(id, 1)).toBe('draft');
  await expect(org.run((ctx) => fillDraft(ctx, id, { revision: 1 }), author.actor)).rejects.toMatchObject({
    code: 'knowledge.changed-meanwhile',
  });
  const { rows } = await app.platform.connection.pool.query(
    `select type, person_id from notifications where organisation_id = $1 and type like 'knowledge.%' order by at, id`,
    [org.organisationId],
  );
  expect(rows).toEqual([
    { type: 'knowledge.review-asked', person_id: manager.personId },
    { type: 'knowledge.sent-back', person_id: author.personId },
    { type: 'knowledge.review-asked', person_id: manager.personId },
  ]);
});

test('a version waits for the first moment of its day where the organisation is, and can be called back until then', async () => {
  const id = await buildInForce(org, author);
  await org.run((ctx) => beginDraft(ctx, id), author.actor);
  await approveDraft(org, author, id, { validFrom: '2026-12-01' });
  await runDue();
  expect(await state(id, 2)).toBe('approved');
  await expect(org.run((ctx) => beginDraft(ctx, id), author.actor)).rejects.toMatchObject({
    code: 'knowledge.version-open',
  });
  // Midnight in Tehran is 20:30 in UTC.
  app.clock.set(new Date('2026-11-30T20:29:00Z'));
  await runDue(true);
  expect(await state(id, 2)).toBe('approved');
  app.clock.set(new Date('2026-11-30T20:30:00Z'));
  // The job ran too early and found it was not time; the sweep finds it.
  await app.platform.jobs.runOnce(app.platform, 'knowledge.sweep');
  await runDue(true);
  expect([await state(id, 1), await state(id, 2)]).toEqual(['superseded', 'in-force']);

  await org.run((ctx) => beginDraft(ctx, id), author.actor);
  await approveDraft(org, author, id, { validFrom: '2027-01-01', texts: [versionText({ text: 'later' })] });
  await org.run((ctx) => recallVersion(ctx, { id, reason: 'Too early' }), manager.actor);
  await runDue(true);
  expect(await state(id, 3)).toBe('recalled');
  const number = await org.run((ctx) => beginDraft(ctx, id), author.actor);
  expect((await org.run((ctx) => readVersion(ctx, id, number))).texts[0]!.body).toEqual(
    versionText({ text: 'later' }).body,
  );
});

test('an editorial version is one only when the approver says so too', async () => {
  const id = await buildInForce(org, author);
  await org.run((ctx) => beginDraft(ctx, id), author.actor);
  await org.run((ctx) => fillDraft(ctx, id, { editorial: true }), author.actor);
  await org.run((ctx) => askReview(ctx, { id, reviewerIds: [manager.personId] }), author.actor);
  await expect(
    org.run((ctx) => approveVersion(ctx, { id, version: 2, editorialConfirmed: false }), manager.actor),
  ).rejects.toMatchObject({ faults: [{ field: 'editorialConfirmed', code: 'required' }] });
});

test('whoever does not write sees no drafts; a language that is missing is given in another and says so', async () => {
  const observer = await org.buildPerson({ roles: ['observer'] });
  const { id } = await begin();
  await expect(org.run((ctx) => getDocument(ctx, id), observer.actor)).rejects.toMatchObject({
    code: 'knowledge.not-found',
  });
  const read = await buildInForce(org, author, {
    texts: [versionText(), versionText({ language: 'ar', title: 'كيف نجيب', text: 'نسأل عن الرقم' })],
  });
  await org.run((ctx) => beginDraft(ctx, read), author.actor);
  expect((await org.run((ctx) => listDocuments(ctx, { limit: 10 }), observer.actor)).items).toMatchObject([
    { id: read, open: null, current: { number: 1 } },
  ]);
  await expect(org.run((ctx) => readVersion(ctx, read, 2), observer.actor)).rejects.toMatchObject({
    code: 'knowledge.version-not-found',
  });
  expect(await org.run((ctx) => readDocument(ctx, read, 'fa'), observer.actor)).toMatchObject({
    asked: 'fa',
    language: 'en',
    languages: ['ar', 'en'],
  });
  expect((await org.run((ctx) => readDocument(ctx, read, 'ar'), observer.actor)).title).toBe('كيف نجيب');
});

test.each<[string, (id: string) => ReturnType<typeof sql>, string]>([
  ['a text', (id) => sql`update knowledge_texts set title = 'other' where document_id = ${id}`, 'only_drafts_change'],
  ['a text away', (id) => sql`delete from knowledge_texts where document_id = ${id}`, 'only_drafts_change'],
  [
    'a language more',
    (id) => sql`insert into knowledge_texts (organisation_id, document_id, version, language, title, summary, body, plain)
      select organisation_id, document_id, version, 'fa', title, summary, body, plain from knowledge_texts where document_id = ${id}`,
    'only_drafts_change',
  ],
  ['the audience', (id) => sql`update knowledge_versions set audience = 'public' where document_id = ${id}`, 'only_drafts_change'],
  ['the questions', (id) => sql`update knowledge_versions set questions = '[1]' where document_id = ${id}`, 'only_drafts_change'],
  ['it into a draft', (id) => sql`update knowledge_versions set state = 'draft', approved_at = null, in_force_from = null where document_id = ${id}`, 'approved_stays'],
  ['when it came', (id) => sql`update knowledge_versions set in_force_from = in_force_from - interval '1 day' where document_id = ${id}`, 'approved_stays'],
  ['who approved it', (id) => sql`update knowledge_versions set approved_by = created_by where document_id = ${id}`, 'approved_stays'],
  ['the version away', (id) => sql`delete from knowledge_versions where document_id = ${id}`, 'only_drafts_go'],
  ['the document away', (id) => sql`delete from knowledge_documents where id = ${id}`, 'only_drafts_go'],
  ['the decision', (id) => sql`update knowledge_reviews set decision = 'sent-back', reason = 'x' where document_id = ${id}`, 'decided_once'],
  ['the authors', (id) => sql`insert into knowledge_authors select organisation_id, document_id, number, approved_by, now() from knowledge_versions where document_id = ${id}`, 'only_drafts_change'],
])('nobody changes of what is in force: %s', async (_what, statement, constraint) => {
  const id = await buildInForce(org, author);
  for (const actor of [org.administrator.actor, { kind: 'system', name: 'test' } as const]) {
    const refused = await org
      .run((ctx) => statement(id).execute(ctx.transaction), actor)
      .then(() => null, (error: unknown) => error as { code: string; constraint?: string });
    // The system lacks the grant for some of it, which refuses as well.
    expect([constraint, undefined]).toContain(refused?.constraint);
    expect(['23514', '42501']).toContain(refused?.code);
  }
  expect(await org.run((ctx) => readVersion(ctx, id, 1))).toMatchObject({ state: 'in-force', audience: 'staff' });
});

test('the database lets no author approve, nobody decide for another, and no version skip its review', async () => {
  const { id } = await begin();
  await org.run((ctx) => fillDraft(ctx, id), author.actor);
  const tries = (statement: ReturnType<typeof sql>) =>
    org
      .run((ctx) => statement.execute(ctx.transaction), manager.actor)
      .then(() => null, (error: { constraint?: string }) => error.constraint);
  expect(
    await tries(sql`update knowledge_versions set state = 'approved', approved_at = now(), approved_by = ${manager.personId} where document_id = ${id}`),
  ).toBe('known_steps');
  await org.run((ctx) => askReview(ctx, { id, reviewerIds: [manager.personId] }), author.actor);
  const decide = (by: string) =>
    sql`update knowledge_reviews set decision = 'approved', decided_by = ${by}, decided_at = now() where document_id = ${id}`;
  expect(await tries(decide(author.personId))).toBe('decided_by_oneself');
  expect(await tries(decide(org.administrator.personId))).toBe('decided_by_oneself');
  expect(
    await tries(sql`update knowledge_versions set state = 'approved', approved_at = now(), approved_by = ${manager.personId} where document_id = ${id}`),
  ).toBe('approved_by_another');
  // The system may write for anybody, but an author stays one.
  const system = { kind: 'system', name: 'test' } as const;
  await expect(
    org.run((ctx) => decide(author.personId).execute(ctx.transaction), system),
  ).rejects.toMatchObject({ constraint: 'approved_by_another' });
});

test('whoever writes past the verbs becomes an author all the same', async () => {
  const { id } = await begin();
  await org.run(
    (ctx) => sql`update knowledge_texts set title = 'mine' where document_id = ${id}`.execute(ctx.transaction),
    manager.actor,
  );
  const { authors } = await org.run((ctx) => readVersion(ctx, id, 1));
  expect(authors.map((one) => one.name).toSorted()).toEqual(['Author', 'Manager']);
});

test('an article may be public, an instruction may not; an empty version is not sent to review', async () => {
  const procedure = await begin();
  await expect(
    org.run((ctx) => fillDraft(ctx, procedure.id, { audience: 'public' }), author.actor),
  ).rejects.toMatchObject({ faults: [{ field: 'audience', code: 'not-public' }] });
  await expect(
    org.run((ctx) => askReview(ctx, { id: procedure.id, reviewerIds: [manager.personId] }), author.actor),
  ).rejects.toMatchObject({ faults: [{ field: 'texts.0.body', code: 'required', params: { language: 'en' } }] });
});
