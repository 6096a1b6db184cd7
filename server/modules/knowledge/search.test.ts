// Search and suggestions: what is in force and nothing else, by words and by resemblance, in one organisation, quickly.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCategory } from '#modules/catalogue/factory.ts';
import { buildOrganisation, type BuiltOrganisation, type BuiltPerson } from '#modules/organisation/factory.ts';
import type { CustomerActor } from '#platform/actor.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { beginDraft } from './begin-draft.ts';
import { approveDraft, buildInForce, richText, versionText } from './factory.ts';
import { fileDocument } from './file-document.ts';
import { retireDocument } from './retire-document.ts';
import { stepSheetsFor, suggestFor } from './index.ts';
import { searchKnowledge } from './search.ts';
import { newId } from '#platform/ids.ts';

let app: TestApp;
let org: BuiltOrganisation;
let author: BuiltPerson;
const customer: CustomerActor = { kind: 'customer', customerId: null, grantId: null };
beforeAll(async () => {
  app = await createTestApp();
  org = await buildOrganisation(app.platform);
  author = await org.buildPerson({ roles: ['service-manager'] });
});
afterAll(() => app?.close());

const article = (title: string, text: string, wish: object = {}) =>
  buildInForce(org, author, {
    document: { kind: 'article', audience: 'public' },
    texts: [versionText({ title, text, ...wish })],
  });
const find = async (q: string, of = org, actor: Parameters<BuiltOrganisation['run']>[1] = of.administrator.actor) =>
  (await of.run((ctx) => searchKnowledge(ctx, { q, limit: 10 }), actor)).map((one) => one.id);
const filing = (given: object) => ({
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

test('titles weigh most, Arabic and Persian are found however they are written, beginnings suffice', async () => {
  const inText = await article('Bills', 'How a deposit is paid back.');
  const inTitle = await article('The deposit', 'When it is due.');
  expect(await find('deposit')).toEqual([inTitle, inText]);
  const arabic = await article('استرداد التأمين', 'يُعاد مبلغُ التأمين خلال ثلاثين يومًا', { language: 'ar' });
  const persian = await article('بازپرداخت ودیعه', 'ودیعه ظرف سی روز برمی‌گردد', { language: 'fa' });
  expect(await find('مبلغ تامين')).toEqual([arabic]);
  expect(await find('وديعه برمي‌گر')).toEqual([persian]);
  expect(await find('deposit unicorn')).toEqual([]);
  expect(await find('؟؟ !!')).toEqual([]);
});

test('only what is in force is found, customers find what is public, and nobody finds what another organisation has', async () => {
  const instruction = await buildInForce(org, author, { texts: [versionText({ text: 'zebra crossing' })] });
  const open = await article('Stripes', 'zebra for everybody');
  expect((await find('zebra')).toSorted()).toEqual([instruction, open].toSorted());
  expect(await find('zebra', org, customer)).toEqual([open]);
  expect(
    (await org.run((ctx) => suggestFor(ctx, { text: 'a zebra', language: 'en' }), customer)).map((one) => one.id),
  ).toEqual([open]);
  const { rows } = await org.run(
    (ctx) =>
      sql<{ n: number }>`select count(*)::int as n from knowledge_entries where audience = 'staff'`.execute(
        ctx.transaction,
      ),
    customer,
  );
  expect(rows).toEqual([{ n: 0 }]);
  const elsewhere = await buildOrganisation(app.platform);
  expect(await find('zebra', elsewhere)).toEqual([]);

  await org.run((ctx) => beginDraft(ctx, open), author.actor);
  await approveDraft(org, author, open, { audience: 'public', texts: [versionText({ text: 'giraffe' })] });
  expect([await find('zebra', org, customer), await find('giraffe', org, customer)]).toEqual([[], [open]]);
  await org.run((ctx) => retireDocument(ctx, { id: open, reason: 'over' }), author.actor);
  expect(await find('giraffe')).toEqual([]);
});

test('rare words decide, common ones do not; what is filed under the category comes first', async () => {
  const category = await org.run((ctx) => buildCategory(ctx));
  for (let at = 0; at < 12; at += 1)
    await article(`Notice ${at}`, 'please send the form with the bill please please the form');
  const rare = await article('Calling', 'please call when the voltage flickers');
  const also = await article('Lamps', 'a lamp flickers when the voltage drops, and it comes back after a minute');
  const suggest = async (given: object = {}) =>
    (
      await org.run((ctx) =>
        suggestFor(ctx, { text: 'please help, the voltage flickers, please', language: 'en', ...given }),
      )
    ).map((one) => one.id);
  expect((await suggest()).slice(0, 2)).toEqual([rare, also]);
  await org.run((ctx) => fileDocument(ctx, { id: also, ...filing({ categoryIds: [category.id] }) }), author.actor);
  expect((await suggest({ categoryId: category.id }))[0]).toBe(also);
  expect(await suggest({ kinds: ['step-sheet'] })).toEqual([]);
  expect(await org.run((ctx) => suggestFor(ctx, { text: ' ', language: 'en' }))).toEqual([]);
});

test('step sheets of a case: by category, by kind, in the language that is there', async () => {
  const category = await org.run((ctx) => buildCategory(ctx));
  const steps = [{ id: newId(), title: 'Ask for the number', body: null, check: null }];
  const sheet = async (title: string, given: object) => {
    const id = await buildInForce(org, author, {
      document: { kind: 'step-sheet' },
      texts: [versionText({ title, body: richText(''), steps })],
    });
    await org.run((ctx) => fileDocument(ctx, { id, ...filing(given) }), author.actor);
    return id;
  };
  const ofCategory = await sheet('A', { categoryIds: [category.id] });
  const ofKind = await sheet('B', { caseKinds: ['complaint'] });
  const ofBoth = await sheet('C', { categoryIds: [category.id], caseKinds: ['request'] });
  await sheet('D', {});
  const sheets = async (of: object) =>
    (await org.run((ctx) => stepSheetsFor(ctx, { language: 'fa', ...of }))).map((one) => one.id);
  expect(await sheets({ categoryId: category.id, caseKind: 'complaint' })).toEqual([ofCategory, ofKind]);
  expect(await sheets({ categoryId: category.id, caseKind: 'request' })).toEqual([ofCategory, ofBoth]);
  expect(await sheets({ caseKind: 'complaint' })).toEqual([ofKind]);
  expect(await sheets({})).toEqual([]);
});

test('words are counted as entries come and go', async () => {
  const of = await buildOrganisation(app.platform);
  const writer = await of.buildPerson({ roles: ['service-manager'] });
  const id = await buildInForce(of, writer, { texts: [versionText({ title: 'One', text: 'alpha beta' })] });
  await buildInForce(of, writer, { texts: [versionText({ title: 'Two', text: 'alpha' })] });
  const counts = async () =>
    Object.fromEntries(
      (
        await app.platform.connection.pool.query<{ word: string; entries: number }>(
          'select word, entries from knowledge_words where organisation_id = $1',
          [of.organisationId],
        )
      ).rows.map((row) => [row.word, row.entries]),
    );
  expect(await counts()).toEqual({ '': 2, alpha: 2, beta: 1, one: 1, two: 1 });
  await of.run((ctx) => retireDocument(ctx, { id, reason: 'over' }), writer.actor);
  expect(await counts()).toEqual({ '': 1, alpha: 1, two: 1 });
});
