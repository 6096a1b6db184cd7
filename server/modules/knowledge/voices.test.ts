// Topics, filing, questions, feedback, pictures, and looks at whether a document is still right.
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildOrganisation, type BuiltOrganisation, type BuiltPerson } from '#modules/organisation/factory.ts';
import { keepFile, receiveFile } from '#platform/files/files.ts';
import { newId } from '#platform/ids.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { beginDraft } from './begin-draft.ts';
import { createDocument } from './create-document.ts';
import { customerData } from './customer-data.ts';
import { discardDraft } from './discard-draft.ts';
import { approveDraft, buildInForce, fillDraft, newDocument, richText, versionText } from './factory.ts';
import { giveFeedback, readFeedback } from './feedback.ts';
import { fileDocument, recordCheck } from './file-document.ts';
import { getDocument } from './get-document.ts';
import { listDocuments } from './list-documents.ts';
import { answerQuestion, askQuestion, listQuestions } from './questions.ts';
import { createTopic, listTopics, moveTopic, removeTopic, updateTopic } from './topics.ts';

let app: TestApp;
let org: BuiltOrganisation;
let author: BuiltPerson;
let agent: BuiltPerson;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app?.close());
beforeEach(async () => {
  org = await buildOrganisation(app.platform);
  author = await org.buildPerson({ roles: ['agent'], name: 'Author' });
  agent = await org.buildPerson({ roles: ['agent'], name: 'Agent' });
});

const filing = (given: object = {}) => ({
  code: null,
  topicId: null,
  ownerId: author.personId,
  categoryIds: [],
  productIds: [],
  caseKinds: [],
  reviewEveryMonths: null,
  nextReviewOn: null,
  ...given,
});
const notices = async (person: BuiltPerson) =>
  (
    await app.platform.connection.pool.query<{ type: string }>(
      'select type from notifications where organisation_id = $1 and person_id = $2 order by at, id',
      [org.organisationId, person.personId],
    )
  ).rows.map((row) => row.type);

test('topics stand in a small tree, in their order, and go only when they are empty', async () => {
  const topic = (en: string, parentId: string | null = null) =>
    org.run((ctx) => createTopic(ctx, { parentId, name: { en } }));
  const [bills, meters] = [await topic('Bills'), await topic('Meters')];
  const paying = await topic('Paying', bills.id);
  const late = await topic('Late', paying.id);
  await expect(topic('Too deep', late.id)).rejects.toMatchObject({ code: 'knowledge.topic-too-deep' });
  await expect(
    org.run((ctx) => updateTopic(ctx, { id: bills.id, parentId: late.id, name: { en: 'Bills' } })),
  ).rejects.toMatchObject({ code: 'knowledge.topic-cycle' });
  await expect(
    org.run((ctx) => updateTopic(ctx, { id: bills.id, parentId: meters.id, name: { en: 'Bills' } })),
  ).rejects.toMatchObject({ code: 'knowledge.topic-too-deep' });
  await org.run((ctx) => moveTopic(ctx, { id: meters.id, direction: 'up' }));
  const names = async () => (await org.run(listTopics)).map((one) => `${one.name.en} ${one.documents}`);
  expect(await names()).toEqual(['Meters 0', 'Bills 0', 'Paying 0', 'Late 0']);

  const id = await buildInForce(org, author, { document: { topicId: late.id } });
  expect(await names()).toContain('Late 1');
  const listed = await org.run((ctx) => listDocuments(ctx, { topicId: bills.id, limit: 5 }));
  expect(listed.items.map((one) => one.id)).toEqual([id]);
  await expect(org.run((ctx) => removeTopic(ctx, late.id))).rejects.toMatchObject({ code: 'knowledge.topic-not-empty' });
  await org.run((ctx) => fileDocument(ctx, { id, ...filing() }), author.actor);
  await org.run((ctx) => removeTopic(ctx, late.id));
  expect(await names()).toEqual(['Meters 0', 'Bills 0', 'Paying 0']);
});

test('the owner files it, others do not; a code is used once; lists find it by code, words and pages', async () => {
  const id = await buildInForce(org, author, { texts: [versionText({ title: 'دستور پرداخت', language: 'fa' })] });
  const { id: other } = await org.run((ctx) => createDocument(ctx, newDocument()), agent.actor);
  await expect(org.run((ctx) => fileDocument(ctx, { id, ...filing() }), agent.actor)).rejects.toMatchObject({
    code: 'knowledge.not-owner',
  });
  await org.run((ctx) => fileDocument(ctx, { id, ...filing({ code: 'CS-PR-04' }) }), author.actor);
  await expect(
    org.run((ctx) => fileDocument(ctx, { id: other, ...filing({ code: 'cs-pr-04' }) })),
  ).rejects.toMatchObject({ code: 'knowledge.code-taken' });
  await expect(
    org.run((ctx) => fileDocument(ctx, { id, ...filing({ categoryIds: [newId()] }) })),
  ).rejects.toMatchObject({ faults: [{ field: 'categoryIds.0', code: 'not-found' }] });
  const found = async (filter: object) =>
    (await org.run((ctx) => listDocuments(ctx, { limit: 5, ...filter }))).items.map((one) => one.id);
  expect(await found({ q: 'pr-04' })).toEqual([id]);
  expect(await found({ q: 'پرداخت' })).toEqual([id]);
  expect(await found({ q: 'number case' })).toEqual([id]);
  expect(await found({ state: 'draft' })).toEqual([other]);
  const first = await org.run((ctx) => listDocuments(ctx, { limit: 1 }));
  const second = await org.run((ctx) => listDocuments(ctx, { limit: 1, cursor: first.next! }));
  expect(new Set([...first.items, ...second.items].map((one) => one.id))).toEqual(new Set([id, other]));
  expect(second.next).toBeNull();
});

test('staff ask, the owner answers, the answer stays with the document', async () => {
  const id = await buildInForce(org, author);
  const question = await org.run((ctx) => askQuestion(ctx, { id, text: 'Also on Fridays?', stepId: null }), agent.actor);
  expect(question).toMatchObject({ askedBy: { name: 'Agent' }, answer: null, documentTitle: { en: 'How to answer' } });
  expect(await notices(author)).toContain('knowledge.question-asked');
  const list = async (filter: object, by = author) =>
    (await org.run((ctx) => listQuestions(ctx, { limit: 5, ...filter }), by.actor)).items.map((one) => one.id);
  expect(await list({ state: 'open', mine: 'to-answer' })).toEqual([question.id]);
  expect(await list({ mine: 'to-answer' }, agent)).toEqual([]);
  await expect(
    org.run((ctx) => answerQuestion(ctx, { id: question.id, text: 'Yes' }), agent.actor),
  ).rejects.toMatchObject({ code: 'knowledge.not-owner' });
  await org.run((ctx) => answerQuestion(ctx, { id: question.id, text: 'Yes' }), author.actor);
  app.clock.advance(1000);
  const again = await org.run((ctx) => answerQuestion(ctx, { id: question.id, text: 'No' }), author.actor);
  expect(again.answer).toMatchObject({ text: 'No', by: { name: 'Author' } });
  expect(await notices(agent)).toContain('knowledge.question-answered');
  expect([await list({ state: 'open' }), await list({ documentId: id, state: 'answered' })]).toEqual([[], [question.id]]);
  await expect(
    org.run((ctx) => askQuestion(ctx, { id, text: 'What?', stepId: newId() }), agent.actor),
  ).rejects.toMatchObject({ faults: [{ field: 'stepId', code: 'not-found' }] });
});

test('feedback counts each person once a version, and words of a customer can be erased', async () => {
  const id = await buildInForce(org, author, { document: { kind: 'article', audience: 'public' } });
  const say = (by: BuiltPerson, helpful: boolean, missing: string | null = null) =>
    org.run((ctx) => giveFeedback(ctx, { id, version: 1, language: 'en', helpful, missing }), by.actor);
  await say(agent, true);
  await say(agent, false, 'the fee');
  await say(author, true);
  const customerId = newId();
  const { organisationId } = org;
  await app.platform.connection.pool.query(
    `insert into knowledge_feedback (organisation_id, id, document_id, version, language, helpful, missing, from_kind, customer_id, given_at)
     values ($1, $2, $3, 1, 'en', false, 'my name is Mona', 'customer', $4, now())`,
    [organisationId, newId(), id, customerId],
  );
  const read = () => org.run((ctx) => readFeedback(ctx, { id, limit: 10 }));
  expect(await read()).toMatchObject({
    versions: [
      { version: 1, customers: { n: 1, helpful: 0, not: 1 }, staff: { n: 2, helpful: 1, not: 1 } },
    ],
  });
  const system = { kind: 'system', name: 'test' } as const;
  const sections = await org.run((ctx) => customerData.read(ctx, [customerId]), system);
  expect(sections[0]!.rows).toMatchObject([{ missing: 'my name is Mona' }]);
  await org.run((ctx) => customerData.erase(ctx, [customerId], { emails: [], phones: [], ids: [] }), system);
  const after = await read();
  expect(after.versions[0]!.customers.n).toBe(1);
  expect(after.remarks.items.map((one) => one.missing)).toEqual(['the fee']);
  await expect(
    org.run((ctx) => giveFeedback(ctx, { id, version: 2, language: 'en', helpful: true, missing: null }), agent.actor),
  ).rejects.toMatchObject({ code: 'knowledge.not-in-force' });
});

test('the next look comes by its months, is reminded of once, and a look without a new version is recorded', async () => {
  const id = await buildInForce(org, author);
  await org.run((ctx) => fileDocument(ctx, { id, ...filing({ reviewEveryMonths: 6, nextReviewOn: '2026-12-10' }) }), author.actor);
  const remind = () => app.platform.jobs.runOnce(app.platform, 'knowledge.remind');
  app.clock.set(new Date('2026-11-25T08:00:00Z'));
  await remind();
  expect(await notices(author)).not.toContain('knowledge.review-date-near');
  app.clock.set(new Date('2026-11-27T08:00:00Z'));
  await remind();
  await remind();
  expect((await notices(author)).filter((type) => type === 'knowledge.review-date-near')).toHaveLength(1);
  app.clock.set(new Date('2026-12-11T08:00:00Z'));
  const due = () => org.run((ctx) => listDocuments(ctx, { reviewDue: 'yes', limit: 5 }));
  expect((await due()).items).toHaveLength(1);
  await org.run((ctx) => recordCheck(ctx, { id, nextReviewOn: null, note: 'Still right' }), author.actor);
  expect(await org.run((ctx) => getDocument(ctx, id))).toMatchObject({
    nextReviewOn: '2027-06-11',
    checks: [{ by: { name: 'Author' }, note: 'Still right' }],
  });
  expect((await due()).items).toEqual([]);
});

test('pictures belong to one document, are shared by its versions, and go with a draft that alone had them', async () => {
  const png = Buffer.concat([
    Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
    Buffer.from('0000000049454e44ae426082', 'hex'),
  ]);
  const upload = async (bytes: Buffer, name: string) => {
    const received = await receiveFile(app.platform, Readable.from([bytes]), { name, mediaType: 'text/plain' });
    return (await org.run((ctx) => keepFile(ctx, received), author.actor)).id;
  };
  const withImage = (fileId: string) =>
    versionText({
      body: { type: 'doc', content: [...richText('see').content, { type: 'image', attrs: { fileId, alt: 'A meter' } }] },
    });
  const attached = async (fileId: string) =>
    (await app.platform.connection.pool.query<{ at: Date | null }>('select attached_at as at from files where id = $1', [fileId]))
      .rows[0]!.at !== null;
  const [first, second, words] = [await upload(png, 'a.png'), await upload(png, 'b.png'), await upload(readFileSync(import.meta.filename), 'a.txt')];
  const { id } = await org.run((ctx) => createDocument(ctx, newDocument()), author.actor);
  await expect(
    org.run((ctx) => fillDraft(ctx, id, { texts: [withImage(words)] }), author.actor),
  ).rejects.toMatchObject({ faults: [{ field: 'texts', code: 'not-an-image' }] });
  await expect(
    org.run((ctx) => fillDraft(ctx, id, { texts: [withImage(newId())] }), author.actor),
  ).rejects.toMatchObject({ code: 'file.not-found' });
  await approveDraft(org, author, id, { texts: [withImage(first)] });
  const { id: other } = await org.run((ctx) => createDocument(ctx, newDocument()), agent.actor);
  await expect(
    org.run((ctx) => fillDraft(ctx, other, { texts: [withImage(first)] }), agent.actor),
  ).rejects.toMatchObject({ code: 'file.not-found' });
  await org.run((ctx) => beginDraft(ctx, id), author.actor);
  await org.run((ctx) => fillDraft(ctx, id, { texts: [withImage(second)] }), author.actor);
  expect([await attached(first), await attached(second)]).toEqual([true, true]);
  await org.run((ctx) => discardDraft(ctx, id), author.actor);
  expect([await attached(first), await attached(second)]).toEqual([true, false]);
});
