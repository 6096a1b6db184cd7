// Reply templates in a case: filled with what it knows, in its language; what is not known stays empty and is named.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RichText } from '#kernel/rich-text/rich-text.ts';
import { createReplyTemplate } from '#modules/knowledge/reply-templates.ts';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import { createPolicy } from '#modules/service-levels/create-policy.ts';
import { goalInput, policyInput } from '#modules/service-levels/factory.ts';
import { newId } from '#platform/ids.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { buildCase } from './factory.ts';
import { fillReply } from './fill-reply.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

const written = (text: string): RichText =>
  ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }) as RichText;

test('a template speaks of the case, its promise and whoever writes, in the language of the case', async () => {
  const { run, organisationId } = await buildOrganisation(app.platform, {
    language: 'en',
    settings: { timeZone: 'UTC' },
  });
  const templateId = await run(async (ctx) => {
    await createPolicy(ctx, policyInput('Everything', {}, { goals: [goalInput({ amount: 2, unit: 'days' })] }));
    const { id } = await createReplyTemplate(ctx, {
      name: 'We look into it',
      texts: [
        {
          language: 'ar',
          body: written('{{customer.courtesy}}. المعاملة {{case.number}} حتى {{due.resolution}}. {{agent.name}}'),
        },
        { language: 'en', body: written('Dear {{customer.name}}, {{case.product}}') },
      ],
      categoryIds: [],
      caseKinds: [],
    });
    return id;
  });
  const arabic = await buildCase(app.platform, organisationId, { language: 'ar' });
  const filled = await run((ctx) => fillReply(ctx, { id: arabic.id, templateId }));
  expect(filled).toMatchObject({ language: 'ar', missing: [] });
  expect(filled.text).toContain(`المعاملة ${arabic.number} حتى `);
  expect(filled.text).toMatch(/السلام عليكم ورحمة الله وبركاته، أحمد \d+\./);
  expect(filled.text).toMatch(/24 نوفمبر 2026، 11:59 م\. Administrator$/);
  const english = await buildCase(app.platform, organisationId, { language: 'en' });
  expect(await run((ctx) => fillReply(ctx, { id: english.id, templateId }))).toMatchObject({
    language: 'en',
    missing: ['case.product'],
  });
  await expect(run((ctx) => fillReply(ctx, { id: newId(), templateId }))).rejects.toMatchObject({
    code: 'case.not-found',
  });
});
