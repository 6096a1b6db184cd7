// Sending, against a real mail server on this machine: once, never twice, later when it must wait, and threaded.
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildOrganisation, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { on } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import { newId } from '#platform/ids.ts';
import type { PlatformTables } from '#platform/tables.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { letter, startMailServer, useMailServer, type TestMailServer } from './factory.ts';
import type { Letter } from './letter.ts';
import { queueMail } from './queue-mail.ts';
import { receiveMail } from './receive-mail.ts';
import { sendAgain } from './send-again.ts';
import { sendMail, takeMail } from './send-mail.ts';
import { handOver } from './smtp.ts';
import type { ChannelTables } from './tables.ts';

let app: TestApp;
let smtp: TestMailServer;
let ours: BuiltOrganisation;

beforeAll(async () => {
  app = await createTestApp();
  smtp = await startMailServer();
});
afterAll(async () => {
  await app.close();
  await smtp.close();
});
beforeEach(async () => {
  Object.assign(smtp, { arrived: [], answers: [], recipientCode: 0, onArrival: () => {} });
  ours = await buildOrganisation(app.platform, { language: 'ar', country: 'SA' });
});

const queue = (changes: Partial<Letter> = {}): Promise<string> =>
  ours.run((ctx) => queueMail(ctx, letter(changes))).then(({ id }) => id);
const read = (id: string) =>
  ours.run((ctx) =>
    on<ChannelTables>(ctx)
      .selectFrom('outgoing_mails')
      .selectAll()
      .where('organisation_id', '=', ctx.organisationId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  );
const eventsOf = (id: string) =>
  ours.run((ctx) =>
    on<PlatformTables>(ctx)
      .selectFrom('events')
      .select(['type', 'data'])
      .where('organisation_id', '=', ctx.organisationId)
      .where('subject_id', '=', id)
      .orderBy('id')
      .execute(),
  );
const runAll = () => app.platform.jobs.runDue(app.platform, { ignoreStartAfter: true });
const setServer = (changes = {}) => ours.run((ctx) => useMailServer(ctx, smtp.port, changes));

describe('a queued mail', () => {
  it('leaves once, with secrets in place, both languages of a machine and an id of ours', async () => {
    await setServer();
    const caseId = newId();
    const id = await queue({
      to: 'reader@mail.example',
      greetingName: 'أحمد',
      action: { label: 'فتح', url: 'http://rida.test/portal/x/case#opens-it-1234567890' },
      subjectType: 'case',
      subjectId: caseId,
    });
    expect(await read(id)).toMatchObject({ state: 'queued', attempts: 0 });
    await runAll();
    await runAll();
    expect(smtp.arrived).toHaveLength(1);
    const mail = await PostalMime.parse(smtp.arrived[0]!);
    expect(mail.from).toEqual({ name: 'عناية العملاء', address: 'care@rida.example' });
    expect(mail.to).toEqual([{ name: '', address: 'reader@mail.example' }]);
    expect(mail.subject).toBe('رسالة بشأن معاملتكم رقم \u20681448-000123\u2069');
    expect(mail.messageId).toMatch(new RegExp(`^<${id}\\.[0-9a-f]{32}@rida\\.example>$`));
    expect(mail.text).toContain('http://rida.test/portal/x/case#opens-it-1234567890');
    expect(mail.html).toContain('href="http://rida.test/portal/x/case#opens-it-1234567890"');
    expect(mail.text).toContain('الموافق');
    expect(mail.headers.find((header) => header.key === 'auto-submitted')?.value).toBe('auto-generated');
    const row = await read(id);
    expect(row).toMatchObject({ state: 'sent', attempts: 1, fault: null, sent_at: app.clock.now() });
    expect(row.body_text + row.body_html).not.toContain('opens-it');
    expect(await eventsOf(id)).toEqual([{ type: 'mail.sent', data: { ofType: 'case', ofId: caseId } }]);
  });

  it('is written by a customer too, whose role may only insert', async () => {
    await setServer();
    const { id } = await transact(
      app.platform,
      { organisationId: ours.organisationId, actor: { kind: 'customer', customerId: null, grantId: null } },
      (ctx) => queueMail(ctx, letter()),
    );
    await runAll();
    expect(await read(id)).toMatchObject({ state: 'sent' });
  });

  it('is undone with the change that it tells of', async () => {
    await setServer();
    await expect(
      ours.run(async (ctx) => {
        await queueMail(ctx, letter());
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    await runAll();
    expect(smtp.arrived).toHaveLength(0);
  });

  it('with an address that is none fails without undoing anything', async () => {
    await setServer();
    const id = await queue({ to: 'a@b.example, c@d.example' });
    await runAll();
    expect(await read(id)).toMatchObject({ state: 'failed', fault: 'address-invalid' });
    expect(smtp.arrived).toHaveLength(0);
  });
});

describe('what the server says', () => {
  it('4xx: the mail stays queued and goes later', async () => {
    await setServer();
    smtp.answers = [451, 452];
    const id = await queue();
    await sendMail(app.platform, ours.organisationId, id);
    expect(await read(id)).toMatchObject({ state: 'queued', attempts: 1, fault: 'smtp-451' });
    await runAll();
    expect(await read(id)).toMatchObject({ state: 'sent', attempts: 3, fault: null });
    expect(smtp.arrived).toHaveLength(3);
    expect((await eventsOf(id)).map((event) => event.type)).toEqual(['mail.sent']);
  });

  it('5xx: failed at once, and never tried by itself again', async () => {
    await setServer();
    smtp.recipientCode = 550;
    const id = await queue();
    await runAll();
    expect(await read(id)).toMatchObject({ state: 'failed', attempts: 1, fault: 'smtp-550' });
    expect(await eventsOf(id)).toEqual([
      { type: 'mail.failed', data: { ofType: null, ofId: null, fault: 'smtp-550' } },
    ]);
  });

  it('nothing, since nobody is there: later, and given up after two days of tries', async () => {
    const closed = await startMailServer();
    await closed.close();
    await setServer({ port: closed.port });
    const id = await queue();
    await sendMail(app.platform, ours.organisationId, id);
    expect(await read(id)).toMatchObject({ state: 'queued', attempts: 1, fault: 'smtp-unreachable' });
    await runAll();
    expect(await read(id)).toMatchObject({ state: 'failed', attempts: 11, fault: 'smtp-unreachable' });
  });

  it('a wrong password: later, so that a corrected one lets it go', async () => {
    await setServer({ user: 'care', password: 'wrong' });
    const id = await queue();
    await sendMail(app.platform, ours.organisationId, id);
    expect(await read(id)).toMatchObject({ state: 'queued', fault: 'smtp-auth' });
    await setServer({ user: 'care', password: 'right' });
    await runAll();
    expect(await read(id)).toMatchObject({ state: 'sent' });
  });

  it('goodbye after it had the whole mail: uncertain, and not sent again', async () => {
    await setServer();
    smtp.answers = ['hang-up'];
    const id = await queue();
    await runAll();
    await runAll();
    expect(await read(id)).toMatchObject({ state: 'uncertain', fault: 'connection-lost' });
    expect(smtp.arrived).toHaveLength(1);
  });
});

describe('a process that dies between handing over and recording it', () => {
  it('leaves a mail that becomes uncertain, and only a person sends again', async () => {
    await setServer();
    const id = await queue();
    const taken = (await takeMail(app.platform, ours.organisationId, id))!;
    expect(await read(id)).toMatchObject({ state: 'sending', attempts: 1 });
    const handed = await handOver(app.platform, ours.organisationId, taken.server, {
      from: taken.server.fromAddress,
      to: taken.row.to_address,
      text: 'x',
    });
    expect(handed.kind).toBe('sent');
    // Here it dies. The job is delivered again, by another process.
    await runAll();
    expect(smtp.arrived).toHaveLength(1);
    app.clock.advance(9 * 60_000);
    await app.platform.jobs.runOnce(app.platform, 'mail.recover');
    expect(await read(id)).toMatchObject({ state: 'sending' });
    app.clock.advance(2 * 60_000);
    await app.platform.jobs.runOnce(app.platform, 'mail.recover');
    expect(await read(id)).toMatchObject({ state: 'uncertain', fault: 'interrupted' });
    await runAll();
    expect(smtp.arrived).toHaveLength(1);
    expect(await ours.run((ctx) => sendAgain(ctx, { id }))).toMatchObject({ state: 'queued', attempts: 0 });
    await runAll();
    expect(smtp.arrived).toHaveLength(2);
    expect((await eventsOf(id)).map((event) => event.type)).toEqual(['mail.uncertain', 'mail.sent-again', 'mail.sent']);
  });

  it('does not let two workers take one mail', async () => {
    await setServer();
    const id = await queue();
    const both = await Promise.all([
      takeMail(app.platform, ours.organisationId, id),
      takeMail(app.platform, ours.organisationId, id),
    ]);
    expect(both.filter((one) => one !== null)).toHaveLength(1);
  });
});

describe('mails of one subject', () => {
  it('answer each other and the customer, for that customer only', async () => {
    await setServer();
    const about = { to: 'sara@post.example', subjectType: 'case', subjectId: newId() };
    const first = await read(await queue(about));
    await runAll();
    const raw = Buffer.from(
      `From: sara@post.example\r\nTo: care@rida.example\r\nSubject: Re\r\nMessage-ID: <answer-1@post.example>\r\nIn-Reply-To: ${first.message_id}\r\n\r\nhello\r\n`,
    );
    app.clock.advance(1000);
    await receiveMail(app.platform, { organisationId: ours.organisationId, raw, via: 'import' });
    app.clock.advance(1000);
    await queue(about);
    await queue({ ...about, to: 'other@post.example' });
    await sendAll(about.subjectId);
    const [second, toOther] = await Promise.all(smtp.arrived.slice(-2).map((one) => PostalMime.parse(one)));
    expect(second!.inReplyTo).toBe('<answer-1@post.example>');
    expect(second!.references).toBe(`${first.message_id} <answer-1@post.example>`);
    expect(toOther!.references).toBeUndefined();
  });

  async function sendAll(subjectId: string): Promise<void> {
    const rows = await ours.run((ctx) =>
      on<ChannelTables>(ctx)
        .selectFrom('outgoing_mails')
        .select('id')
        .where('organisation_id', '=', ctx.organisationId)
        .where('subject_id', '=', subjectId)
        .where('state', '=', 'queued')
        .orderBy('id')
        .execute(),
    );
    for (const { id } of rows) await sendMail(app.platform, ours.organisationId, id);
  }
});
