// A publication asked for: the draft is closed to changes at once, and everybody is placed by a job in the name of whoever asked.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { askPublication } from './ask-publication.ts';
import { createDraft } from './create-draft.ts';
import { customerSegment } from './customer-segment.ts';
import { discardDraft } from './discard-draft.ts';
import { addNodes, all, buildMember, when } from './factory.ts';
import { readTree } from './read-tree.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

const people = all(when('kind', 'is', ['person']));

test('until everybody is placed nobody changes the draft; then it stands as published by whoever asked', async () => {
  const { run, buildPerson } = await buildOrganisation(app.platform, { language: 'en' });
  const { actor } = await buildPerson({ roles: ['administrator'] });
  const member = await run((ctx) => buildMember(ctx));
  await run(createDraft);
  await expect(run((ctx) => askPublication(ctx, { note: null }), actor)).rejects.toMatchObject({
    code: 'segment.draft-empty',
  });
  await run((ctx) => addNodes(ctx, [{ name: 'People', rule: people }]));

  expect(await run((ctx) => askPublication(ctx, { note: 'first' }), actor)).toBe(1);
  expect(await run((ctx) => readTree(ctx, undefined))).toMatchObject({
    published: null,
    draft: 1,
    publishingSince: app.clock.now(),
  });
  await expect(run(discardDraft)).rejects.toMatchObject({ code: 'segment.publishing' });
  await expect(run(createDraft)).rejects.toMatchObject({ code: 'segment.draft-there' });
  await expect(run((ctx) => addNodes(ctx, [{ name: 'More', rule: people }]))).rejects.toMatchObject({
    code: 'segment.publishing',
  });
  await expect(run((ctx) => askPublication(ctx, { note: null }), actor)).rejects.toMatchObject({
    code: 'segment.publishing',
  });

  await app.platform.jobs.runDue(app.platform);
  const tree = await run((ctx) => readTree(ctx, undefined));
  expect(tree).toMatchObject({ published: 1, draft: null, publishingSince: null });
  expect(tree.version).toMatchObject({ state: 'published', note: 'first', publishedBy: actor.name });
  expect((await run((ctx) => customerSegment(ctx, member))).now?.name).toEqual({ en: 'People' });
});

test('a publication whose job was lost holds the draft for an hour and no longer', async () => {
  const { run, buildPerson } = await buildOrganisation(app.platform, { language: 'en' });
  const { actor } = await buildPerson({ roles: ['administrator'] });
  await run(createDraft);
  await run((ctx) => addNodes(ctx, [{ name: 'People', rule: people }]));
  await run((ctx) => askPublication(ctx, { note: null }), actor);
  await expect(run(discardDraft)).rejects.toMatchObject({ code: 'segment.publishing' });
  app.clock.advance(3_600_000);
  expect(await run((ctx) => readTree(ctx, undefined))).toMatchObject({ draft: 1, publishingSince: null });
  await run(discardDraft);
  // What comes late finds nothing to publish.
  await app.platform.jobs.runDue(app.platform);
  expect(await run((ctx) => readTree(ctx, undefined))).toMatchObject({ published: null, draft: null });
});
