// The customer's side through HTTP: submit, follow by code, answer by the link of the mail; and that a grant opens one case only.
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toDigits } from '#kernel/digits.ts';
import { getOutgoing } from '#modules/channels/get-outgoing.ts';
import { unseal } from '#modules/channels/seal.ts';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import { transact } from '#platform/db/transact.ts';
import { createHttp } from '#platform/http/server.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { claimResolution } from './claim-resolution.ts';

let app: TestApp;
let http: FastifyInstance;
let organisation: Awaited<ReturnType<typeof buildOrganisation>>;
beforeAll(async () => {
  app = await createTestApp();
  http = await createHttp(app.platform);
  organisation = await buildOrganisation(app.platform);
});
afterAll(async () => {
  await http.close();
  await app.close();
});

type Answer = { status: number; body: Record<string, never> & { [key: string]: unknown } };

async function portal(
  method: 'GET' | 'POST',
  path: string,
  payload?: object,
  grant?: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await http.inject({
    method,
    url: `/api/portal/${organisation.slug}${path}`,
    ...(payload ? { payload } : {}),
    headers: { ...(grant ? { authorization: `Grant ${grant}` } : {}), ...headers },
  });
  return { status: answer.statusCode, body: answer.json() };
}

let submitted = 0;
async function submit(changes: object = {}, headers: Record<string, string> = {}) {
  submitted += 1;
  const answer = await portal(
    'POST',
    '/cases',
    {
      kind: 'complaint',
      text: 'الماء مقطوع منذ يومين. نرجو الإصلاح.',
      name: 'منى',
      email: `mona-${submitted}@example.org`,
      language: 'ar',
      ...changes,
    },
    undefined,
    headers,
  );
  expect(answer.status).toBe(201);
  return answer.body as unknown as { number: string; trackingCode: string; grant: string };
}

/** What the outbox shows an administrator of the newest mail, and what its reader gets. */
async function newestMail(number: string): Promise<{ shown: string; sent: string; secrets: string[] }> {
  const { rows } = await sql<{ id: string; body_text: string; sealed: string }>`
    select id, body_text, sealed from outgoing_mails where organisation_id = ${organisation.organisationId}
       and subject_id = (select id from cases where organisation_id = ${organisation.organisationId} and number = ${number})
     order by created_at desc, id desc limit 1`.execute(app.platform.connection.db);
  const mail = rows[0]!;
  const values = JSON.parse(app.platform.secrets.decrypt(mail.sealed)) as string[];
  const shown = await transact(
    app.platform,
    { organisationId: organisation.organisationId, actor: organisation.administrator.actor, readOnly: true },
    (ctx) => getOutgoing(ctx, { id: mail.id }),
  );
  return { shown: shown.text, sent: unseal(mail.body_text, values), secrets: values };
}

async function claim(number: string): Promise<void> {
  const { rows } = await sql<{
    id: string;
  }>`select id from cases where number = ${number} and organisation_id = ${organisation.organisationId}`.execute(
    app.platform.connection.db,
  );
  const agent = (await organisation.buildPerson({ roles: ['agent'] })).actor;
  await transact(app.platform, { organisationId: organisation.organisationId, actor: agent }, (ctx) =>
    claimResolution(ctx, { id: rows[0]!.id, answer: 'أُصلح الأنبوب.', attachmentIds: [] }),
  );
}

describe('submitting', () => {
  test('gives number, tracking code and a grant that opens the case', async () => {
    const { number, trackingCode, grant } = await submit();
    expect(number).toMatch(/^\d{4}-\d{6}$/);
    expect(trackingCode).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const { body } = await portal('GET', '/case', undefined, grant);
    expect(body).toMatchObject({
      number,
      state: 'open',
      subject: 'الماء مقطوع منذ يومين',
      actions: ['message', 'withdraw'],
      steps: [{ type: 'registered' }],
    });
  });
  test('needs an address to answer to, and says so at the field', async () => {
    const answer = await portal('POST', '/cases', { kind: 'complaint', text: 'نص', name: 'منى', language: 'ar' });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      code: 'request.invalid',
      faults: [{ field: 'email', code: 'contact-required' }],
    });
  });
  test('twice with one idempotency key is one case', async () => {
    const email = 'twice@example.org';
    const headers = { 'idempotency-key': 'one-and-the-same' };
    const [first, second] = await Promise.all([submit({ email }, headers), submit({ email }, headers)]);
    expect(second).toEqual(first);
    // The same key for something else is a mistake of the sender, not a repeat.
    const other = await portal(
      'POST',
      '/cases',
      { kind: 'complaint', text: 'شيء آخر', name: 'منى', email, language: 'ar' },
      undefined,
      headers,
    );
    expect(other).toMatchObject({ status: 422, body: { code: 'request.idempotency-key-reused' } });
  });
  test('numbers follow each other without a gap, whoever comes at the same time', async () => {
    const made = await Promise.all(Array.from({ length: 12 }, () => submit()));
    const counts = made.map((one) => Number(one.number.split('-')[1])).sort((a, b) => a - b);
    expect(counts).toEqual(Array.from({ length: 12 }, (_, index) => counts[0]! + index));
  });
});

describe('following', () => {
  test('by tracking code and one-time code, typed in any digits; the outbox hides the code', async () => {
    const { number, trackingCode } = await submit();
    expect(
      (await portal('POST', '/codes', { trackingCode: trackingCode.toLowerCase().replaceAll('-', ' ') })).status,
    ).toBe(200);
    const { shown, sent, secrets } = await newestMail(number);
    const code = secrets[0]!;
    expect(code).toMatch(/^\d{6}$/);
    expect(sent).toContain(code);
    expect(shown).not.toContain(code);
    const wrong = await portal('POST', '/sessions', { trackingCode, code: code === '000000' ? '000001' : '000000' });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'portal.code-wrong' } });
    const right = await portal('POST', '/sessions', { trackingCode, code: toDigits(code, 'arabext') });
    expect(right.status).toBe(201);
    expect(await portal('GET', '/case', undefined, String(right.body['grant']))).toMatchObject({
      status: 200,
      body: { number },
    });
    expect((await portal('POST', '/sessions', { trackingCode, code })).status).toBe(422);
  });
  test('says the same for a code that does not exist', async () => {
    expect(await portal('POST', '/codes', { trackingCode: '0000-0000-0000' })).toMatchObject({
      status: 200,
      body: { minutes: 15 },
    });
  });
  test('stops guessing after a few tries', async () => {
    const { number, trackingCode } = await submit();
    await portal('POST', '/codes', { trackingCode });
    const answers = [];
    for (let index = 0; index < 7; index += 1)
      answers.push((await portal('POST', '/sessions', { trackingCode, code: String(index).padStart(6, '0') })).status);
    expect(answers).toEqual([422, 422, 422, 422, 422, 422, 422]);
    const code = (await newestMail(number)).secrets[0]!;
    // The right code no longer helps: its tries are used up.
    expect((await portal('POST', '/sessions', { trackingCode, code })).status).toBe(422);
  });
});

describe('a grant', () => {
  test('is needed, opens its own case, and ends', async () => {
    expect(await portal('GET', '/case')).toMatchObject({ status: 401, body: { code: 'portal.grant-needed' } });
    expect(await portal('GET', '/case', undefined, 'x'.repeat(43))).toMatchObject({
      status: 401,
      body: { code: 'portal.grant-needed' },
    });
    const { grant } = await submit();
    app.clock.advance(91 * 86_400_000);
    expect(await portal('GET', '/case', undefined, grant)).toMatchObject({
      status: 401,
      body: { code: 'portal.grant-expired' },
    });
  });
  test('sent to an address that was removed since opens nothing', async () => {
    const { number } = await submit();
    await app.platform.jobs.runDue(app.platform);
    const { sent } = await newestMail(number);
    const secret = /case#([\w-]+)/.exec(sent)![1]!;
    expect((await portal('GET', '/case', undefined, secret)).body).toMatchObject({ number });
    await sql`update contact_points set removed_at = now() where organisation_id = ${organisation.organisationId} and value = ${`mona-${submitted}@example.org`}`.execute(
      app.platform.connection.db,
    );
    expect(await portal('GET', '/case', undefined, secret)).toMatchObject({
      status: 401,
      body: { code: 'portal.grant-expired' },
    });
  });
  test('of one case cannot confirm another, and cannot act as staff', async () => {
    const mine = await submit();
    const other = await submit();
    await claim(other.number);
    expect(await portal('POST', '/case/confirmation', {}, mine.grant)).toMatchObject({
      status: 409,
      body: { code: 'case.wrong-state' },
    });
    const staff = await http.inject({
      method: 'GET',
      url: '/api/cases',
      headers: { authorization: `Grant ${mine.grant}` },
    });
    expect(staff.statusCode).toBe(401);
  });
});

test('codes and links that proved nothing are forgotten, proofs are kept', async () => {
  const mine = await submit();
  await app.platform.jobs.runDue(app.platform);
  await portal('POST', '/codes', { trackingCode: mine.trackingCode });
  await claim(mine.number);
  await portal('POST', '/case/confirmation', {}, mine.grant);
  const left = async () =>
    (
      await sql<{ codes: number; unused: number; used: number }>`
    select (select count(*)::int from case_codes k where k.case_id = c.id) as codes,
           (select count(*)::int from case_grants g where g.case_id = c.id and g.used_at is null) as unused,
           (select count(*)::int from case_grants g where g.case_id = c.id and g.used_at is not null) as used
      from cases c where c.number = ${mine.number} and c.organisation_id = ${organisation.organisationId}`.execute(
        app.platform.connection.db,
      )
    ).rows[0];
  expect(await left()).toEqual({ codes: 1, unused: 2, used: 1 });
  app.clock.advance(121 * 86_400_000);
  await app.platform.jobs.runOnce(app.platform, 'case.forget-secrets');
  expect(await left()).toEqual({ codes: 0, unused: 0, used: 1 });
});

describe('answering', () => {
  test('confirm, with words that contradict asked again', async () => {
    const { number, grant } = await submit();
    await claim(number);
    const contradicting = await portal('POST', '/case/confirmation', { comment: 'لم تُحل المشكلة بعد' }, grant);
    expect(contradicting).toMatchObject({ status: 409, body: { code: 'case.confirmation-contradicts' } });
    expect(await portal('POST', '/case/confirmation', {}, grant)).toMatchObject({
      status: 201,
      body: { state: 'closed', outcome: 'confirmed', actions: ['reopen'] },
    });
  });
  test('dispute with a reason', async () => {
    const { number, grant } = await submit();
    await claim(number);
    expect((await portal('POST', '/case/dispute', { reason: ' ' }, grant)).status).toBe(422);
    expect(await portal('POST', '/case/dispute', { reason: 'لم يعد الماء' }, grant)).toMatchObject({
      status: 201,
      body: { state: 'open', disputeLevel: 1 },
    });
  });
});

describe('files', () => {
  test('go with the case and are seen only through it', async () => {
    const upload = await http.inject({
      method: 'POST',
      url: `/api/portal/${organisation.slug}/files`,
      payload: Buffer.from('%PDF-1.4\n%x'),
      headers: { 'content-type': 'application/pdf', 'x-file-name': encodeURIComponent('فاتورة.pdf') },
    });
    expect(upload.statusCode).toBe(201);
    const file = upload.json<{ id: string; name: string; mediaType: string }>();
    expect(file).toMatchObject({ name: 'فاتورة.pdf', mediaType: 'application/pdf' });
    const { grant } = await submit({ attachmentIds: [file.id] });
    const get = (secret: string) =>
      http.inject({
        method: 'GET',
        url: `/api/portal/${organisation.slug}/files/${file.id}`,
        headers: { authorization: `Grant ${secret}` },
      });
    expect((await get(grant)).body).toContain('%PDF');
    expect((await get((await submit()).grant)).statusCode).toBe(404);
    const again = await portal('POST', '/cases', {
      kind: 'request',
      text: 'نص',
      name: 'س',
      email: 'a@example.org',
      language: 'ar',
      attachmentIds: [file.id],
    });
    expect(again).toMatchObject({ status: 404, body: { code: 'file.not-found' } });
  });
  test('that could run are refused, whatever they are called', async () => {
    const send = (name: string, bytes: Buffer) =>
      http.inject({
        method: 'POST',
        url: `/api/portal/${organisation.slug}/files`,
        payload: bytes,
        headers: { 'content-type': 'image/png', 'x-file-name': name },
      });
    expect((await send('a.exe', Buffer.from('MZ'))).statusCode).toBe(415);
    expect((await send('picture.png', Buffer.from('<html><script>alert(1)</script>'))).statusCode).toBe(415);
  });
});
