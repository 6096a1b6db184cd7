// From a segment up to the root of the tree in force: of a customer, also for the customer, and of a segment.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { createDraft } from './create-draft.ts';
import { all, buildMember, buildTree, when } from './factory.ts';
import { publishDraft } from './publish-draft.ts';
import { removeNode } from './remove-node.ts';
import { segmentPath, segmentPathOf, segmentsAbove } from './segment-path.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

const nobody = { kind: 'customer', customerId: null, grantId: null } as const;

test('of a customer, from where they stand up to the root, also for customers themselves', async () => {
  const { run } = await buildOrganisation(app.platform);
  const nowhere = await run((ctx) => buildMember(ctx, { kind: 'company' }));
  expect(await run((ctx) => segmentPathOf(ctx, nowhere))).toEqual([]);
  const ids = await run((ctx) =>
    buildTree(ctx, [
      {
        name: 'People',
        rule: all(when('kind', 'is', ['person'])),
        below: [{ name: 'Women', rule: all(when('gender', 'is', ['female'])) }],
      },
    ]),
  );
  const [woman, man, company] = await run(async (ctx) => [
    await buildMember(ctx, { kind: 'person', gender: 'female' }),
    await buildMember(ctx, { kind: 'person', gender: 'male' }),
    await buildMember(ctx, { kind: 'company' }),
  ]);
  const paths = { woman: [ids['Women'], ids['People']], man: [ids['People']], company: [] };
  expect({
    woman: await run((ctx) => segmentPathOf(ctx, woman!)),
    man: await run((ctx) => segmentPathOf(ctx, man!)),
    company: await run((ctx) => segmentPathOf(ctx, company!)),
  }).toEqual(paths);
  expect(await run((ctx) => segmentPathOf(ctx, woman!), nobody)).toEqual(paths.woman);
  expect(await run((ctx) => segmentPathOf(ctx, woman!), { kind: 'system', name: 'test' })).toEqual(paths.woman);

  const other = await buildOrganisation(app.platform);
  expect(await other.run((ctx) => segmentPathOf(ctx, woman!))).toEqual([]);
});

test('of a segment, by the tree in force and not by a draft', async () => {
  const { run } = await buildOrganisation(app.platform);
  const ids = await run((ctx) =>
    buildTree(ctx, [{ name: 'All', rule: all(), below: [{ name: 'Some', rule: all() }] }]),
  );
  const some = ids['Some']!;
  expect(await run((ctx) => segmentPath(ctx, { segmentId: some }))).toEqual([some, ids['All']]);
  await run(createDraft);
  await run((ctx) => removeNode(ctx, some));
  expect(await run((ctx) => segmentPath(ctx, { segmentId: some }))).toHaveLength(2);
  await run((ctx) => publishDraft(ctx, { note: null }));
  expect(await run((ctx) => segmentPath(ctx, { segmentId: some }))).toEqual([]);
  expect(await run(segmentsAbove)).toEqual(new Map([[ids['All'], null]]));
});
