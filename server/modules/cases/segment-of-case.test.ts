// A case keeps the segment of its registration: figures that compare the smallest with the largest stay true after a publication.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import { addNodes, all, buildMember, buildTree, when } from '#modules/segments/factory.ts';
import { createDraft } from '#modules/segments/create-draft.ts';
import { publishDraft } from '#modules/segments/publish-draft.ts';
import { removeNode } from '#modules/segments/remove-node.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { caseFigures } from './case-figures.ts';
import { buildCase, buildClaimedCase, asCustomerOf } from './factory.ts';
import { confirmResolution } from './confirm-resolution.ts';
import { getCase } from './get-case.ts';
import { listCases } from './list-cases.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

const later = () => app.clock.advance(3_600_000);
const kind = (value: string) => all(when('kind', 'is', [value]));

async function withTree() {
  const made = await buildOrganisation(app.platform, { language: 'en', settings: { timeZone: 'UTC' } });
  const ids = await made.run((ctx) =>
    buildTree(ctx, [
      { name: 'Small', rule: kind('person'), sizeRank: 0 },
      { name: 'Large', rule: kind('company'), sizeRank: 1 },
    ]),
  );
  later();
  const segmentOf = async (caseId: string) => (await made.run((ctx) => getCase(ctx, caseId))).customer.segmentName;
  return { ...made, ids, segmentOf };
}

test('a case of a customer with a place keeps it, and lists and figures go by it after the tree changed', async () => {
  const { run, organisationId, administrator, ids, segmentOf } = await withTree();
  const customers = [];
  for (let at = 0; at < 5; at += 1) customers.push(await run((ctx) => buildMember(ctx)));
  const company = await run((ctx) => buildMember(ctx, { kind: 'company' }));
  const cases = [];
  for (const id of customers)
    cases.push(await buildClaimedCase(app.platform, organisationId, administrator.actor, { customer: { id } }));
  await buildClaimedCase(app.platform, organisationId, administrator.actor, { customer: { id: company } });
  for (const one of cases.slice(0, 3))
    await asCustomerOf(app.platform, organisationId, one, (ctx, grant) =>
      confirmResolution(ctx, grant, { certain: false }),
    );
  later();
  const figures = () => run((ctx) => caseFigures(ctx, {}));
  const before = await figures();
  expect(before.bySegment.map(({ segment }) => segment?.en)).toEqual(['Small', 'Large']);

  // Everybody who was small is large from now on.
  await run(createDraft);
  await run((ctx) => removeNode(ctx, ids['Small']!));
  await run((ctx) => removeNode(ctx, ids['Large']!));
  await run((ctx) => addNodes(ctx, [{ name: 'Everybody', rule: all(), sizeRank: 5 }]));
  await run((ctx) => publishDraft(ctx, { note: null }));
  later();
  const fresh = await buildCase(app.platform, organisationId, { customer: { id: customers[0]! } });
  expect((await figures()).bySegment).toEqual(before.bySegment);
  expect(await segmentOf(cases[0]!.id)).toBe('Small');
  expect(await segmentOf(fresh.id)).toBe('Everybody');
  const { items } = await run((ctx) => listCases(ctx, { limit: 50, order: 'latest' }));
  expect(new Map(items.map((one) => [one.id, one.customer.segmentName])).get(cases[1]!.id)).toBe('Small');
});

test('a case of a new customer gets the first place the customer got; one from before the tree gets none', async () => {
  const made = await buildOrganisation(app.platform, { language: 'en', settings: { timeZone: 'UTC' } });
  const old = await buildCase(app.platform, made.organisationId);
  later();
  await made.run((ctx) => buildTree(ctx, [{ name: 'Small', rule: kind('person'), sizeRank: 0 }]));
  later();
  const fresh = await buildCase(app.platform, made.organisationId);
  const segmentOf = async (id: string) => (await made.run((ctx) => getCase(ctx, id))).customer.segmentName;
  expect(await segmentOf(fresh.id)).toBeNull();
  await app.platform.jobs.runDue(app.platform);
  expect(await segmentOf(fresh.id)).toBe('Small');
  expect(await segmentOf(old.id)).toBeNull();
});
