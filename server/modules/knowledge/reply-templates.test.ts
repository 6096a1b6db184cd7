// Reply templates: variables from the closed list, every earlier text kept, and only one change at a time.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildCategory } from '#modules/catalogue/factory.ts';
import { buildOrganisation, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { newId } from '#platform/ids.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { richText } from './factory.ts';
import { fillTemplate, replyTemplateText } from './index.ts';
import {
  createReplyTemplate,
  listReplyTemplates,
  listTemplateVersions,
  setTemplateActive,
  updateReplyTemplate,
} from './reply-templates.ts';
import { suggestFor } from './search.ts';

let app: TestApp;
let org: BuiltOrganisation;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app?.close());
beforeEach(async () => {
  org = await buildOrganisation(app.platform);
});

const wish = (given: object = {}) => ({
  name: 'Meter was read wrongly',
  texts: [
    { language: 'en' as const, body: richText('Dear {{customer.name}},', 'your meter was read again.') },
    { language: 'fa' as const, body: richText('{{customer.name}} گرامی، کنتور دوباره خوانده شد.') },
  ],
  categoryIds: [],
  caseKinds: [],
  ...given,
});

test('made, changed, and each earlier text kept', async () => {
  const made = await org.run((ctx) => createReplyTemplate(ctx, wish()));
  expect(made).toMatchObject({ version: 1, active: true, changedBy: { name: 'Administrator' } });
  const changed = await org.run((ctx) =>
    updateReplyTemplate(ctx, {
      id: made.id,
      version: 1,
      ...wish({ texts: [{ language: 'en', body: richText('Shorter for {{customer.name}}.') }] }),
    }),
  );
  expect(changed).toMatchObject({ version: 2, texts: [{ language: 'en' }] });
  await expect(
    org.run((ctx) => updateReplyTemplate(ctx, { id: made.id, version: 1, ...wish() })),
  ).rejects.toMatchObject({ code: 'knowledge.changed-meanwhile' });
  const first = await org.run((ctx) => listTemplateVersions(ctx, { id: made.id, limit: 1 }));
  const second = await org.run((ctx) => listTemplateVersions(ctx, { id: made.id, limit: 1, cursor: first.next! }));
  expect([first.items[0]!.version, second.items[0]!.version, second.items[0]!.texts.length]).toEqual([2, 1, 2]);
  // Of a language that it no longer has: another, and it says which.
  const text = await org.run((ctx) => replyTemplateText(ctx, made.id, 'fa'));
  expect(text).toMatchObject({ language: 'en', version: 2 });
  expect(fillTemplate(text.body, { 'customer.name': 'Mona' }).text).toBe('Shorter for Mona.');
});

test('unknown variables, pictures, empty texts and unknown categories are refused with their place', async () => {
  const image = { type: 'image' as const, attrs: { fileId: newId(), alt: 'A meter' } };
  await expect(
    org.run((ctx) =>
      createReplyTemplate(
        ctx,
        wish({
          texts: [
            { language: 'en', body: richText('fine', 'Dear {{customer.nmae}}') },
            { language: 'ar', body: { type: 'doc', content: [image] } },
            { language: 'fa', body: richText('') },
          ],
        }),
      ),
    ),
  ).rejects.toMatchObject({
    faults: [
      {
        field: 'texts.0.body.content.1.content.0',
        code: 'unknown-variable',
        params: { name: 'customer.nmae', language: 'en', paragraph: 2 },
      },
      { field: 'texts.1.body', code: 'no-images' },
      { field: 'texts.2.body', code: 'required' },
    ],
  });
  await expect(org.run((ctx) => createReplyTemplate(ctx, wish({ categoryIds: [newId()] })))).rejects.toMatchObject({
    faults: [{ field: 'categoryIds.0', code: 'not-found' }],
  });
});

test('listed by language, kind and category; a name is used once; out of use it is neither listed nor suggested', async () => {
  const category = await org.run((ctx) => buildCategory(ctx));
  const general = await org.run((ctx) => createReplyTemplate(ctx, wish()));
  await org.run((ctx) => createReplyTemplate(ctx, wish({ name: 'For outages', categoryIds: [category.id] })));
  await org.run((ctx) => createReplyTemplate(ctx, wish({ name: 'For complaints', caseKinds: ['complaint'] })));
  const names = async (filter: object) =>
    (await org.run((ctx) => listReplyTemplates(ctx, { limit: 10, ...filter }))).items.map((one) => one.name);
  expect(await names({ categoryId: category.id, caseKind: 'request' })).toEqual(['For outages', general.name]);
  expect(await names({ categoryId: newId(), caseKind: 'complaint' })).toEqual(['For complaints', general.name]);
  expect(await names({ language: 'ar' })).toEqual([]);
  expect(await names({ q: 'كنتور' })).toHaveLength(3);
  await expect(
    org.run((ctx) => createReplyTemplate(ctx, wish({ name: 'METER was read wrongly' }))),
  ).rejects.toMatchObject({ code: 'reply-template.name-taken' });
  const suggested = async () =>
    (
      await org.run((ctx) =>
        suggestFor(ctx, { text: 'the meter was read wrongly', language: 'en', kinds: ['reply-template'] }),
      )
    ).map((one) => one.id);
  expect((await suggested())[0]).toBe(general.id);
  await org.run((ctx) => setTemplateActive(ctx, { id: general.id, active: false }));
  expect(await names({})).not.toContain(general.name);
  expect(await names({ all: 'yes' })).toContain(general.name);
  expect(await suggested()).not.toContain(general.id);
});
