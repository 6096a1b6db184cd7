// Forms of cases: asked of staff and customers by the category, kept with their version, read by those who may, corrected, exported, erased, expired.
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CaseForms } from '#contract/case-forms.ts';
import type { RegisterCaseInput } from '#contract/cases.ts';
import { buildCategory } from '#modules/catalogue/factory.ts';
import { updateCategory } from '#modules/catalogue/update-category.ts';
import { accessSettings } from '#modules/customers/access.ts';
import { eraseCustomer } from '#modules/customers/erase-customer.ts';
import { updateRetention } from '#modules/customers/retention.ts';
import { beginDraft } from '#modules/forms/begin-draft.ts';
import { buildForm, publishFields } from '#modules/forms/factory.ts';
import type { Form } from '#contract/forms.ts';
import { buildOrganisation, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { createHttp } from '#platform/http/server.ts';
import { writeSettings } from '#platform/settings.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { classifyCase } from './classify-case.ts';
import { closeByAuthority } from './close-by-authority.ts';
import { customerData } from './customer-data.ts';
import { asCustomerOf, buildCase } from './factory.ts';
import { fillForm } from './fill-form.ts';
import { caseForms } from './form-answers.ts';
import { listCases } from './list-cases.ts';
import { formOfCustomer } from './portal-form.ts';

let app: TestApp;
let http: FastifyInstance;
let org: BuiltOrganisation;
let form: Form;
let categoryId: string;
beforeAll(async () => {
  app = await createTestApp();
  http = await createHttp(app.platform);
});
afterAll(async () => {
  await http?.close();
  await app?.close();
});
beforeEach(async () => {
  org = await buildOrganisation(app.platform, { country: 'SA', language: 'ar' });
  form = await org.run((ctx) =>
    buildForm(
      ctx,
      { key: 'serial', type: 'line', label: { en: 'Serial' }, required: true },
      {
        key: 'damage',
        type: 'one-of',
        label: { en: 'Damage' },
        choices: [{ key: 'none', label: { en: 'No damage' } }],
      },
      { key: 'iban', type: 'line', personal: { fieldClass: 'identity', purpose: { en: 'To pay' } } },
      { key: 'inside', type: 'line', customer: false },
    ),
  );
  categoryId = (await org.run((ctx) => buildCategory(ctx, { formId: form.id }))).id;
});

const register = (answers: Record<string, string> | null, changes: Partial<RegisterCaseInput> = {}) =>
  buildCase(app.platform, org.organisationId, {
    categoryId,
    channel: 'phone',
    ...(answers ? { form: { answers } } : {}),
    ...changes,
  });
const read = (id: string, actor = org.administrator.actor): Promise<CaseForms> =>
  org.run((ctx) => caseForms(ctx, id), actor);
const search = async (q: string): Promise<number> =>
  (await org.run((ctx) => listCases(ctx, { q, order: 'latest', limit: 10 }))).items.length;

describe('registered by staff', () => {
  test('what the category asks is checked, kept with its version, and its words are found', async () => {
    await expect(register(null)).rejects.toMatchObject({
      faults: [{ field: 'form.answers.serial', code: 'required' }],
    });
    const { id } = await register({ serial: 'XKCD', iban: 'QQQQ', damage: 'none' });
    expect(await read(id)).toMatchObject({
      asked: { id: form.current!.id },
      items: [{ version: { number: 1 }, answers: { serial: 'XKCD', iban: 'QQQQ', damage: 'none' }, hidden: [] }],
    });
    expect(await search('XKCD')).toBe(1);
    // Not everybody may see it, so nobody finds it.
    expect(await search('QQQQ')).toBe(0);
  });

  test('a mail cannot be asked, and a category without a form keeps nothing', async () => {
    const { id } = await register(null, { channel: 'mail' });
    expect((await read(id)).items).toEqual([]);
    const plain = await org.run((ctx) => buildCategory(ctx));
    const other = await register({ serial: 'X' }, { categoryId: plain.id });
    expect(await read(other.id)).toEqual({ asked: null, items: [], files: [] });
  });

  test('personal answers are sent to those who may see that class of the record', async () => {
    const { id } = await register({ serial: 'X', iban: 'QQQQ' });
    const agent = await org.buildPerson({ roles: ['agent'] });
    expect((await read(id, agent.actor)).items[0]).toMatchObject({ answers: { iban: 'QQQQ' }, hidden: [] });
    const observer = await org.buildPerson({ roles: ['observer'] });
    const [item] = (await read(id, observer.actor)).items;
    expect(item).toMatchObject({ answers: { serial: 'X' }, hidden: ['iban'] });
    expect(JSON.stringify(item)).not.toContain('QQQQ');
  });
});

describe('later', () => {
  test('staff correct it: the latest counts, earlier ones stay, and what they may not see is not lost', async () => {
    const { id } = await register({ serial: 'X', iban: 'QQQQ' });
    const rights = { read: ['contact' as const], write: [], rows: 'all' as const };
    await org.run((ctx) =>
      writeSettings(ctx, accessSettings, { agent: rights, 'service-manager': rights, 'api-key': rights }),
    );
    const agent = await org.buildPerson({ roles: ['agent'] });
    app.clock.advance(1000);
    await org.run((ctx) => fillForm(ctx, { id, form: { answers: { serial: 'Y', iban: 'ZZZZ' } } }), agent.actor);
    const { items } = await read(id);
    expect(items.map((item) => item.answers)).toEqual([
      { serial: 'Y', iban: 'QQQQ' },
      { serial: 'X', iban: 'QQQQ' },
    ]);
    expect(items[0]!.by).toMatchObject({ kind: 'staff', id: agent.personId });
    expect(await search('Y')).toBe(1);
  });

  test('another category leaves the answers to the old form on record, and asks its own', async () => {
    const { id } = await register({ serial: 'X' });
    const other = await org.run((ctx) => buildForm(ctx, { key: 'colour', type: 'line', required: true }));
    const moved = await org.run((ctx) => buildCategory(ctx, { formId: other.id }));
    await org.run((ctx) => classifyCase(ctx, { id, categoryId: moved.id }));
    expect(await read(id)).toMatchObject({ asked: { formId: other.id }, items: [{ version: { formId: form.id } }] });
    app.clock.advance(1000);
    await org.run((ctx) => fillForm(ctx, { id, form: { answers: { colour: 'red' } } }));
    expect((await read(id)).items.map((item) => item.answers)).toEqual([{ colour: 'red' }, { serial: 'X' }]);
    await org.run((ctx) => updateCategory(ctx, { id: moved.id, formId: null }));
    await expect(org.run((ctx) => fillForm(ctx, { id, form: { answers: { colour: 'blue' } } }))).rejects.toMatchObject({
      code: 'case.no-form',
    });
  });

  test('answers say what their own version asked, whatever was published since', async () => {
    const { id } = await register({ serial: 'X' });
    const begun = await org.run((ctx) => beginDraft(ctx, form.id));
    await org.run((ctx) =>
      publishFields(ctx, begun, { key: 'serial', type: 'line', label: { en: 'Number on the back' } }),
    );
    const { items, asked } = await read(id);
    expect(items[0]!.version.definition.sections[0]!.fields[0]!.label).toEqual({ en: 'Serial' });
    expect(asked!.number).toBe(2);
  });
});

describe('of customers', () => {
  const portal = async (method: 'GET' | 'POST', path: string, payload?: object, grant?: string) => {
    const answer = await http.inject({
      method,
      url: `/api/portal/${org.slug}${path}`,
      ...(payload ? { payload } : {}),
      headers: grant ? { authorization: `Grant ${grant}` } : {},
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  const submission = (filled?: object) => ({
    kind: 'complaint',
    categoryId,
    text: 'العداد معطل',
    name: 'منى',
    email: 'mona@example.org',
    language: 'ar',
    ...(filled ? { form: filled } : {}),
  });

  test('the portal asks what is for them, checks it, and shows it to them again', async () => {
    const info = await portal('GET', '');
    expect(info.body.categories).toMatchObject([{ id: categoryId, formId: form.id }]);
    const asked = await portal('GET', `/categories/${categoryId}/form`);
    const fields = asked.body.version.definition.sections[0].fields.map((one: { key: string }) => one.key);
    expect(fields).toEqual(['serial', 'damage', 'iban']);
    expect(await portal('POST', '/cases', submission())).toMatchObject({
      status: 422,
      body: { faults: [{ field: 'form.answers.serial', code: 'required' }] },
    });
    const filled = { versionId: asked.body.version.id, answers: { serial: ' ٧٧ ', inside: 'x' } };
    const done = await portal('POST', '/cases', submission(filled));
    expect(done.status).toBe(201);
    const shown = await portal('GET', '/case', undefined, done.body.grant);
    expect(shown.body.form).toMatchObject({ answers: { serial: '٧٧' }, version: { id: form.current!.id } });
    const { items } = await org.run((ctx) => listCases(ctx, { order: 'latest', limit: 10 }));
    expect((await read(items[0]!.id)).items).toMatchObject([{ answers: { serial: '٧٧' }, by: { kind: 'customer' } }]);
  });

  test('what staff filled in besides is not shown to them, and nobody else’s is', async () => {
    const mine = await register({ serial: 'X', inside: 'only staff' });
    const others = await register({ serial: 'Y' });
    const [own, foreign] = await asCustomerOf(app.platform, org.organisationId, mine, (ctx) =>
      Promise.all([formOfCustomer(ctx, mine.id), formOfCustomer(ctx, others.id)]),
    );
    expect(own!.answers).toEqual({ serial: 'X' });
    expect(JSON.stringify(own)).not.toContain('inside');
    expect(foreign).toBeNull();
  });
});

describe('as personal data', () => {
  test('answers are given out in words and erased with the rest', async () => {
    const { id, customerId } = await register(
      { serial: 'XKCD', damage: 'none' },
      { customer: { kind: 'person', name: 'Nora', email: 'nora@example.org', language: 'en' } },
    );
    const sections = await org.run((ctx) => customerData.read(ctx, [customerId]));
    expect(sections.find((section) => section.key === 'caseForms')!.rows).toMatchObject([
      { field: 'Serial', answer: 'XKCD' },
      { field: 'Damage', answer: 'No damage' },
    ]);
    await org.run((ctx) => closeByAuthority(ctx, { id, reason: 'law', explanation: 'x' }));
    await org.run((ctx) => eraseCustomer(ctx, { id: customerId, confirmation: 'Nora' }));
    expect((await read(id)).items).toMatchObject([{ answers: {} }]);
    expect(await search('XKCD')).toBe(0);
  });

  test('a class goes when its time is over, and the others stay', async () => {
    const { id } = await register({ serial: 'X', iban: 'QQQQ' });
    await org.run((ctx) =>
      updateRetention(ctx, { identity: 12, contact: null, demographic: null, place: null, other: null }),
    );
    const night = () => app.platform.jobs.runOnce(app.platform, 'case.expire-answers');
    await night();
    expect((await read(id)).items[0]!.answers).toEqual({ serial: 'X', iban: 'QQQQ' });
    app.clock.advance(400 * 86_400_000);
    await night();
    expect((await read(id)).items[0]!.answers).toEqual({ serial: 'X' });
  });

  test('no role of the application changes what was filled in', async () => {
    const { id } = await register({ serial: 'X' });
    for (const attempt of [
      sql`update case_form_answers set answers = '{}' where case_id = ${id}`,
      sql`delete from case_form_answers where case_id = ${id}`,
    ])
      await expect(org.run((ctx) => attempt.execute(ctx.transaction))).rejects.toMatchObject({ code: '42501' });
  });
});
