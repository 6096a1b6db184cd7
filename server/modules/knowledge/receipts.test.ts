// Receipts: whom they are asked of, who gives them, what wrong answers do, and how new versions and new people change them.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Concern } from '#contract/knowledge.ts';
import { buildOrganisation, type BuiltOrganisation, type BuiltPerson } from '#modules/organisation/factory.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { on } from '#platform/context.ts';
import type { KnowledgeViews } from './index.ts';
import { createPosition } from '#modules/organisation/create-position.ts';
import { holdPosition } from '#modules/organisation/hold-position.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { askReview } from './ask-review.ts';
import { beginDraft } from './begin-draft.ts';
import { setConcerns } from './concerns.ts';
import { createDocument } from './create-document.ts';
import { approveDraft, buildInForce, controlQuestion, fillDraft, newDocument, type DraftWish } from './factory.ts';
import { giveReceipt } from './give-receipt.ts';
import { listOwnReceipts, listReceiptsOfDocument, listReceiptsOfMyPeople } from './list-receipts.ts';
import { readDocument } from './read-document.ts';
import { remindNow } from './remind-receipts.ts';
import { retireDocument } from './retire-document.ts';

let app: TestApp;
let org: BuiltOrganisation;
let author: BuiltPerson;
let unit: string;
let below: string;
let member: BuiltPerson;
let deeper: BuiltPerson;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app?.close());
beforeEach(async () => {
  org = await buildOrganisation(app.platform, { settings: { timeZone: 'Asia/Riyadh' } });
  author = await org.buildPerson({ roles: ['service-manager'], name: 'Author' });
  unit = await org.buildUnit();
  below = await org.buildUnit({ parentId: unit });
  member = await org.buildPerson({ positionIn: unit, name: 'Member' });
  deeper = await org.buildPerson({ positionIn: below, name: 'Deeper' });
});

const runDue = () => app.platform.jobs.runDue(app.platform);
const days = (count: number) => app.clock.advance(count * 86_400_000);
const build = async (wish: DraftWish & { concerns?: Concern[] } = {}) => {
  const id = await buildInForce(org, author, {
    concerns: [{ kind: 'unit', unitId: unit }],
    demandsReceipt: true,
    receiptDays: 7,
    ...wish,
  });
  await runDue();
  return id;
};
const next = async (id: string, wish: DraftWish) => {
  await org.run((ctx) => beginDraft(ctx, id), author.actor);
  await approveDraft(org, author, id, { demandsReceipt: true, receiptDays: 7, ...wish });
  await runDue();
};
const give = (id: string, version: number, by: BuiltPerson, answers: { questionId: string; choiceId: string }[] = []) =>
  org.run((ctx) => giveReceipt(ctx, { id, version, answers }), by.actor);
const open = async (by: BuiltPerson) =>
  (await org.run((ctx) => listOwnReceipts(ctx, { state: 'open', limit: 10 }), by.actor)).items;
const rowsOf = async (id: string) =>
  (
    await app.platform.connection.pool.query<{ name: string; version: number; read: boolean; released: boolean }>(
      `select p.name, r.version, r.read_at is not null as read, r.released_at is not null as released
         from knowledge_receipts r join people p on p.organisation_id = r.organisation_id and p.id = r.person_id
        where r.document_id = $1 order by r.version, p.name`,
      [id],
    )
  ).rows.map((row) => `${row.name} ${row.version}${row.read ? ' read' : ''}${row.released ? ' released' : ''}`);

test('a unit is concerned with those below it; each gives the own receipt, once', async () => {
  const id = await build();
  expect(await rowsOf(id)).toEqual(['Deeper 1', 'Member 1']);
  // Seven days on, until the end of the day in Riyadh.
  const [asked] = await open(member);
  expect(asked).toMatchObject({ documentId: id, version: 1, title: { en: 'How to answer' } });
  expect(asked!.dueAt.toISOString()).toMatch(/T20:59:00.000Z$/);
  expect(Math.floor((asked!.dueAt.getTime() - app.clock.now().getTime()) / 86_400_000)).toBe(7);

  await expect(give(id, 1, author)).rejects.toMatchObject({ code: 'receipt.not-asked' });
  await expect(give(id, 2, member)).rejects.toMatchObject({ code: 'receipt.not-asked', params: { version: 1 } });
  expect(await give(id, 1, member)).toEqual({ read: true, readAt: app.clock.now() });
  await expect(give(id, 1, member)).rejects.toMatchObject({ code: 'receipt.given' });
  expect(await open(member)).toEqual([]);
  expect(await rowsOf(id)).toEqual(['Deeper 1', 'Member 1 read']);
});

test('a wrong answer says what to read again, counts the try, and gives no receipt', async () => {
  const question = controlQuestion();
  const id = await build({ questions: [question] });
  const shown = (await org.run((ctx) => readDocument(ctx, id, 'en'), member.actor)).receipt!;
  expect(JSON.stringify(shown)).not.toContain('right');
  const answer = (at: number) => [{ questionId: question.id, choiceId: question.choices[at]!.id }];
  await expect(give(id, 1, member)).rejects.toMatchObject({ faults: [{ field: 'answers.0', code: 'required' }] });
  expect(await give(id, 1, member, answer(1))).toEqual({
    read: false,
    wrong: [{ questionId: question.id, readAgain: { en: 'Chapter 2' } }],
  });
  expect(await open(member)).toHaveLength(1);
  expect(await give(id, 1, member, answer(0))).toMatchObject({ read: true });
  const { rows } = await app.platform.connection.pool.query(
    'select tries, answers from knowledge_receipts where document_id = $1 and person_id = $2',
    [id, member.personId],
  );
  expect(rows).toEqual([{ tries: 2, answers: { [question.id]: question.choices[0]!.id } }]);
});

test('a new version asks everybody again; an editorial one those alone who had not read the one before, by the same day', async () => {
  const id = await build();
  await give(id, 1, member);
  const [due] = (await open(deeper)).map((one) => one.dueAt);
  days(2);
  await next(id, { editorial: true });
  expect(await rowsOf(id)).toEqual(['Deeper 1 released', 'Member 1 read', 'Deeper 2']);
  expect((await open(deeper))[0]!.dueAt).toEqual(due);
  await next(id, {});
  expect(await rowsOf(id)).toEqual(['Deeper 1 released', 'Member 1 read', 'Deeper 2 released', 'Deeper 3', 'Member 3']);
});

test('who joins a unit later is asked with days of their own, who leaves is released, and comes back asked again', async () => {
  const id = await build();
  days(30);
  const late = await org.buildPerson({ name: 'Late' });
  const position = await org.run((ctx) =>
    createPosition(ctx, { unitId: below, title: { en: 'Clerk' }, isHead: false, personId: late.personId }),
  );
  await runDue();
  const [asked] = await open(late);
  expect(Math.floor((asked!.dueAt.getTime() - app.clock.now().getTime()) / 86_400_000)).toBe(7);
  await org.run((ctx) => holdPosition(ctx, { id: position.id, personId: null }));
  await runDue();
  expect(await rowsOf(id)).toEqual(['Deeper 1', 'Late 1 released', 'Member 1']);
  await expect(give(id, 1, late)).rejects.toMatchObject({ code: 'receipt.not-asked' });
  await org.run((ctx) =>
    createPosition(ctx, { unitId: unit, title: { en: 'Clerk' }, isHead: false, personId: late.personId }),
  );
  await runDue();
  expect(await open(late)).toHaveLength(1);
});

test('roles, positions, people and everybody; a retired document asks nobody and releases who was asked', async () => {
  const position = await org.run((ctx) =>
    createPosition(ctx, { unitId: org.rootUnitId, title: { en: 'Desk' }, isHead: false, personId: author.personId }),
  );
  const observer = await org.buildPerson({ roles: ['observer'], name: 'Observer' });
  const id = await build({
    concerns: [
      { kind: 'role', role: 'observer' },
      { kind: 'position', positionId: position.id },
      { kind: 'person', personId: deeper.personId },
    ],
  });
  expect(await rowsOf(id)).toEqual(['Author 1', 'Deeper 1', 'Observer 1']);
  await give(id, 1, observer);
  await org.run((ctx) => retireDocument(ctx, { id, reason: 'over' }), author.actor);
  await runDue();
  expect(await rowsOf(id)).toEqual(['Author 1 released', 'Deeper 1 released', 'Observer 1 read']);
  await org.run((ctx) => setConcerns(ctx, { id, concerns: [{ kind: 'everybody' }] }), author.actor);
  await runDue();
  expect(await rowsOf(id)).toHaveLength(3);
  const all = await build({ concerns: [{ kind: 'everybody' }] });
  expect(await rowsOf(all)).toEqual(['Administrator 1', 'Author 1', 'Deeper 1', 'Member 1', 'Observer 1']);
});

test('the owner sees who has not read it, a head the own people, others nobody', async () => {
  const head = await org.buildPerson({ positionIn: below, head: true, name: 'Head' });
  const id = await build();
  await give(id, 1, deeper);
  days(9);
  const of = (by: BuiltPerson, state?: 'open' | 'overdue' | 'read') =>
    org.run((ctx) => listReceiptsOfDocument(ctx, { id, state, limit: 10 }), by.actor);
  expect(await of(author, 'overdue')).toMatchObject({
    concerned: 3,
    read: 1,
    overdue: 2,
    version: 1,
    items: [{ person: { name: 'Head' } }, { person: { name: 'Member' } }],
  });
  const seen = await of(head);
  expect(seen.items.map((one) => one.person.name)).toEqual(['Deeper']);
  expect(seen).toMatchObject({ concerned: 1, read: 1, overdue: 0 });
  await expect(of(member)).rejects.toMatchObject({ code: 'access.forbidden' });
  expect((await org.run((ctx) => listReceiptsOfMyPeople(ctx, { limit: 10 }), head.actor)).items).toEqual([]);
  await next(id, {});
  expect((await org.run((ctx) => listReceiptsOfMyPeople(ctx, { limit: 10 }), head.actor)).items).toMatchObject([
    { person: { name: 'Deeper' }, version: 2 },
  ]);
  await expect(org.run((ctx) => listReceiptsOfMyPeople(ctx, { limit: 10 }), member.actor)).rejects.toMatchObject({
    code: 'access.forbidden',
  });
  const paged = await org.run((ctx) => listReceiptsOfDocument(ctx, { id, limit: 2 }), author.actor);
  const rest = await org.run((ctx) => listReceiptsOfDocument(ctx, { id, limit: 2, cursor: paged.next! }), author.actor);
  expect([...paged.items, ...rest.items].map((one) => one.person.name)).toEqual(['Deeper', 'Head', 'Member']);
});

test('reminders before it is due, when it is, and each week; the owner reminds once a day', async () => {
  const id = await build();
  await give(id, 1, deeper);
  const told = async () =>
    (
      await app.platform.connection.pool.query<{ type: string }>(
        `select type from notifications where organisation_id = $1 and person_id = $2 and type like 'knowledge.receipt%' order by at, id`,
        [org.organisationId, member.personId],
      )
    ).rows.map((row) => row.type.replace('knowledge.receipt-', ''));
  for (let day = 0; day < 16; day += 1) {
    days(1);
    await app.platform.jobs.runOnce(app.platform, 'knowledge.remind');
  }
  expect(await told()).toEqual(['asked', 'due', 'overdue', 'overdue']);
  days(1);
  expect(await org.run((ctx) => remindNow(ctx, id), author.actor)).toEqual({ reminded: 1 });
  await expect(org.run((ctx) => remindNow(ctx, id), author.actor)).rejects.toMatchObject({
    code: 'receipt.reminded-today',
  });
  await expect(org.run((ctx) => remindNow(ctx, id), member.actor)).rejects.toMatchObject({
    code: 'knowledge.not-owner',
  });
  expect(await told()).toHaveLength(5);
});

test('a receipt that nobody owes is refused before it is asked for', async () => {
  const { id } = await org.run((ctx) => createDocument(ctx, newDocument()), author.actor);
  await org.run((ctx) => fillDraft(ctx, id, { demandsReceipt: true }), author.actor);
  await expect(
    org.run((ctx) => askReview(ctx, { id, reviewerIds: [org.administrator.personId] }), author.actor),
  ).rejects.toMatchObject({ faults: [{ field: 'concerns', code: 'required' }] });
});

test('the database lets nobody read in another’s place, take a receipt back, or make one', async () => {
  const id = await build();
  const tries = (statement: ReturnType<typeof sql>, by: BuiltPerson) =>
    org
      .run(async (ctx) => Number((await statement.execute(ctx.transaction)).numAffectedRows), by.actor)
      .catch((error: { code?: string }) => error.code);
  const read = sql`update knowledge_receipts set read_at = now() where document_id = ${id} and person_id = ${member.personId}`;
  expect(await tries(read, org.administrator)).toBe(0);
  expect(await tries(read, deeper)).toBe(0);
  expect(await tries(read, member)).toBe(1);
  expect(
    await tries(
      sql`update knowledge_receipts set read_at = null where document_id = ${id} and person_id = ${member.personId}`,
      member,
    ),
  ).toBe('23514');
  for (const statement of [
    sql`update knowledge_receipts set due_at = due_at + interval '1 year' where document_id = ${id}`,
    sql`delete from knowledge_receipts where document_id = ${id}`,
    sql`insert into knowledge_receipts (organisation_id, document_id, version, person_id, asked_at, due_at, read_at)
      values (${org.organisationId}, ${id}, 1, ${author.personId}, now(), now(), now())`,
  ])
    expect(await tries(statement, member)).toBe('42501');
});

test('who lacked which receipt when can be answered later', async () => {
  const id = await build();
  const began = app.clock.now();
  days(3);
  await give(id, 1, member);
  days(3);
  await next(id, { editorial: true });
  const lacking = (moment: Date) =>
    org.run(async (ctx) => {
      const rows = await on<KnowledgeViews & OrganisationViews>(ctx)
        .selectFrom('receipt_briefs as r')
        .innerJoin('person_briefs as p', (join) =>
          join.onRef('p.organisation_id', '=', 'r.organisation_id').onRef('p.id', '=', 'r.person_id'),
        )
        .select('p.name')
        .where('r.organisation_id', '=', ctx.organisationId)
        .where('r.document_id', '=', id)
        .where('r.in_force_from', '<=', moment)
        .where('r.asked_at', '<=', moment)
        .where(
          sql<boolean>`coalesce(r.in_force_until, 'infinity') > ${moment} and coalesce(r.released_at, 'infinity') > ${moment}
            and not exists (select from receipt_briefs o where o.organisation_id = r.organisation_id and o.document_id = r.document_id
              and o.person_id = r.person_id and o.version >= r.receipt_since and o.read_at <= ${moment})`,
        )
        .orderBy('p.name')
        .execute();
      return rows.map((row) => row.name);
    });
  expect(await lacking(new Date(began.getTime() + 86_400_000))).toEqual(['Deeper', 'Member']);
  expect(await lacking(new Date(began.getTime() + 4 * 86_400_000))).toEqual(['Deeper']);
  expect(await lacking(app.clock.now())).toEqual(['Deeper']);
});
