// From draft to retired: what the verbs refuse, what the database refuses whoever goes around them, and answers at the door.
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildOrganisation, signIn, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import type { Actor } from '#platform/actor.ts';
import { createHttp } from '#platform/http/server.ts';
import { newId } from '#platform/ids.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { beginDraft } from './begin-draft.ts';
import { checkFormAnswers, type FormToCheck } from './check-form-answers.ts';
import { createForm } from './create-form.ts';
import { discardDraft } from './discard-draft.ts';
import { buildForm, definitionOf, publishFields } from './factory.ts';
import { formInUse, formVersions } from './form-version.ts';
import { getForm, listForms } from './form.ts';
import { publishForm } from './publish-form.ts';
import { retireForm } from './retire-form.ts';
import { saveDraft } from './save-draft.ts';

let app: TestApp;
let http: FastifyInstance;
let org: BuiltOrganisation;
beforeAll(async () => {
  app = await createTestApp();
  http = await createHttp(app.platform);
});
afterAll(async () => {
  await http?.close();
  await app?.close();
});
beforeEach(async () => {
  org = await buildOrganisation(app.platform, { country: 'IR' });
});

const customer: Actor = { kind: 'customer', customerId: null, grantId: null };
const account = { key: 'account', type: 'line', required: true, pattern: 'digits' } as const;

describe('versions', () => {
  test('a draft is saved, published, and what follows it is a version of its own', async () => {
    const made = await org.run((ctx) => createForm(ctx, { key: 'meter', name: { en: ' Meter\u200f ' } }));
    expect(made).toMatchObject({
      name: { en: 'Meter' },
      current: null,
      hasDraft: true,
      draft: { number: 1, revision: 1 },
    });
    const first = await org.run((ctx) => publishFields(ctx, made, account));
    expect(first).toMatchObject({
      draft: null,
      hasDraft: false,
      current: { number: 1 },
      versions: [{ number: 1, fields: 1 }],
    });
    const begun = await org.run((ctx) => beginDraft(ctx, made.id));
    expect(begun.draft).toMatchObject({ number: 2, definition: definitionOf(account) });
    // Until it is published, people fill in the first.
    expect(await org.run((ctx) => formInUse(ctx, { key: 'meter' }))).toMatchObject({ number: 1 });
    await expect(org.run((ctx) => beginDraft(ctx, made.id))).rejects.toMatchObject({ code: 'form.draft-open' });
    const second = await org.run((ctx) => publishFields(ctx, begun, account, { key: 'b', type: 'yes-no' }));
    expect(second.versions.map((one) => [one.number, one.fields])).toEqual([
      [2, 2],
      [1, 1],
    ]);
    const versions = await org.run((ctx) => formVersions(ctx, [first.current!.id]));
    expect(versions.get(first.current!.id)).toMatchObject({ number: 1, definition: definitionOf(account) });
  });

  test('whoever saves over somebody else is told', async () => {
    const { id, name } = await org.run((ctx) => createForm(ctx, { key: 'meter', name: { en: 'Meter' } }));
    const mine = { id, name, revision: 1, definition: definitionOf(account) };
    await org.run((ctx) => saveDraft(ctx, mine));
    await expect(org.run((ctx) => saveDraft(ctx, mine))).rejects.toMatchObject({
      code: 'form.changed-meanwhile',
      params: { revision: 2 },
    });
  });

  test('an unsound draft is saved and not published, with every fault at its field', async () => {
    const { id, name } = await org.run((ctx) => createForm(ctx, { key: 'meter', name: { en: 'Meter' } }));
    const definition = definitionOf(account, { ...account, label: {} });
    await org.run((ctx) => saveDraft(ctx, { id, name, revision: 1, definition }));
    await expect(org.run((ctx) => publishForm(ctx, { id, revision: 2, note: null }))).rejects.toMatchObject({
      code: 'request.invalid',
      faults: [
        { field: 'definition.sections.0.fields.1.key', code: 'two-keys-alike' },
        { field: 'definition.sections.0.fields.1.label', code: 'label-missing' },
      ],
    });
    expect((await org.run((ctx) => getForm(ctx, id))).current).toBeNull();
  });

  test('a key is taken once, and the only draft there is stays', async () => {
    const { id } = await org.run((ctx) => createForm(ctx, { key: 'meter', name: { en: 'Meter' } }));
    await expect(org.run((ctx) => createForm(ctx, { key: 'meter', name: { en: 'Other' } }))).rejects.toMatchObject({
      code: 'form.key-taken',
    });
    await expect(org.run((ctx) => discardDraft(ctx, id))).rejects.toMatchObject({ code: 'form.not-published' });
  });

  test('a draft of a form in use can be thrown away; a retired form is asked of nobody until it comes back', async () => {
    const form = await org.run((ctx) => buildForm(ctx, account));
    await org.run((ctx) => beginDraft(ctx, form.id));
    expect((await org.run((ctx) => discardDraft(ctx, form.id))).hasDraft).toBe(false);
    await org.run((ctx) => retireForm(ctx, { id: form.id, retired: true }));
    expect(await org.run((ctx) => formInUse(ctx, { id: form.id }))).toBeNull();
    await expect(org.run((ctx) => beginDraft(ctx, form.id))).rejects.toMatchObject({ code: 'form.retired' });
    expect((await org.run(listForms)).items).toMatchObject([{ id: form.id, retired: true, current: { number: 1 } }]);
    await org.run((ctx) => retireForm(ctx, { id: form.id, retired: false }));
    expect(await org.run((ctx) => formInUse(ctx, { id: form.id }))).toMatchObject({ number: 1 });
  });

  test('the database refuses to change or remove what was published, whoever asks', async () => {
    const form = await org.run((ctx) => buildForm(ctx, account));
    const { id } = form.current!;
    const tries = [
      sql`update form_versions set definition = '{"sections": []}' where id = ${id}`,
      sql`update form_versions set published_at = null where id = ${id}`,
      sql`update form_versions set note = 'better' where id = ${id}`,
      sql`delete from form_versions where id = ${id}`,
      sql`insert into form_versions (organisation_id, id, form_id, number, definition, created_at, published_at)
          values (${org.organisationId}, ${newId()}, ${form.id}, 9, '{}', now(), now())`,
    ];
    for (const attempt of tries)
      await expect(org.run((ctx) => attempt.execute(ctx.transaction))).rejects.toMatchObject({ code: '23514' });
    // Not even the owner of the tables.
    await expect(
      app.platform.connection.pool.query(`delete from form_versions where id = $1`, [id]),
    ).rejects.toMatchObject({ code: '23514' });
  });

  test('customers see what is published, and no draft', async () => {
    const form = await org.run((ctx) => buildForm(ctx, account));
    await org.run((ctx) => beginDraft(ctx, form.id));
    const seen = await org.run(
      (ctx) => sql<{ number: number }>`select number from form_versions`.execute(ctx.transaction),
      customer,
    );
    expect(seen.rows).toEqual([{ number: 1 }]);
  });
});

describe('answers at the door', () => {
  const check = (input: Partial<FormToCheck> & Pick<FormToCheck, 'form'>, actor?: Actor) =>
    org.run(
      (ctx) => checkFormAnswers(ctx, { filled: undefined, audience: 'staff', under: 'form.answers', ...input }),
      actor,
    );

  test('come back clean with the version, its files and the words that may be searched', async () => {
    const form = await org.run((ctx) =>
      buildForm(
        ctx,
        account,
        { key: 'photo', type: 'file' },
        { key: 'iban', type: 'line', personal: { fieldClass: 'identity', purpose: { en: 'To pay' } } },
        { key: 'serial', type: 'line' },
      ),
    );
    const photo = newId();
    const answers = { account: '۰۱۲۳', photo, iban: 'secret', serial: 'XK-9', unknown: 'x' };
    expect(await check({ form: { key: form.key }, filled: { answers } })).toEqual({
      versionId: form.current!.id,
      answers: { account: '0123', photo, iban: 'secret', serial: 'XK-9' },
      fileIds: [photo],
      words: '0123\nXK-9',
    });
  });

  test('are refused at their fields', async () => {
    const form = await org.run((ctx) =>
      buildForm(ctx, account, { key: 'team', type: 'unit' }, { key: 'who', type: 'person' }),
    );
    const filled = { answers: { account: 'abc', team: newId(), who: newId() } };
    await expect(check({ form, filled })).rejects.toMatchObject({
      code: 'request.invalid',
      faults: [
        { field: 'form.answers.account', code: 'not-digits' },
        { field: 'form.answers.team', code: 'invalid' },
        { field: 'form.answers.who', code: 'invalid' },
      ],
    });
    const good = { account: '1', team: org.rootUnitId, who: org.administrator.personId };
    expect(await check({ form, filled: { answers: good } })).toMatchObject({ answers: good });
  });

  test('are checked by the version that was on the screen, if it is one of the form', async () => {
    const old = await org.run((ctx) => buildForm(ctx, account));
    const other = await org.run((ctx) => buildForm(ctx, account));
    const begun = await org.run((ctx) => beginDraft(ctx, old.id));
    await org.run((ctx) => publishFields(ctx, begun, { key: 'more', type: 'line', required: true }));
    const filled = { versionId: old.current!.id, answers: { account: '1' } };
    expect(await check({ form: old, filled })).toMatchObject({ versionId: old.current!.id, answers: { account: '1' } });
    await expect(check({ form: other, filled })).rejects.toMatchObject({ code: 'form.version-not-found' });
    await expect(check({ form: old })).rejects.toMatchObject({ faults: [{ field: 'form.answers.more' }] });
  });

  test('of customers are those to fields that are for them', async () => {
    const form = await org.run((ctx) =>
      buildForm(ctx, account, { key: 'inside', type: 'line', required: true, customer: false }),
    );
    const filled = { answers: { account: '1', inside: 'x' } };
    expect(await check({ form, filled, audience: 'customer' }, customer)).toMatchObject({ answers: { account: '1' } });
  });
});

test('over HTTP: managers design, agents read, and a form goes from nothing to published', async () => {
  const own = await buildOrganisation(app.platform, { withAccount: true });
  const agent = await own.buildPerson({ roles: ['agent'], withAccount: true });
  const call = async (
    who: { email: string; password: string },
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    payload?: object,
  ) => {
    const answer = await http.inject({
      method,
      url,
      headers: await signIn(http, who),
      ...(payload ? { payload } : {}),
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  const begin = { key: 'meter', name: { ar: 'العداد' } };
  expect(await call(agent, 'POST', '/api/forms', begin)).toMatchObject({ status: 403 });
  const made = await call(own.administrator, 'POST', '/api/forms', begin);
  expect(made.status).toBe(201);
  const path = `/api/forms/${made.body.id}`;
  const definition = definitionOf({ ...account, label: { ar: 'رقم الاشتراك' } });
  await call(own.administrator, 'PUT', `${path}/draft`, { revision: 1, name: begin.name, definition });
  const published = await call(own.administrator, 'POST', `${path}/publication`, { revision: 2, note: 'first' });
  expect(published).toMatchObject({ status: 201, body: { current: { number: 1 }, versions: [{ note: 'first' }] } });
  const version = await call(agent, 'GET', `/api/form-versions/${published.body.current.id}`);
  expect(version).toMatchObject({ status: 200, body: { number: 1, formName: begin.name, definition } });
  expect(await call(agent, 'GET', '/api/forms')).toMatchObject({
    body: { items: [{ key: 'meter', hasDraft: false }] },
  });
});
