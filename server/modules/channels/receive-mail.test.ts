// Receiving: what becomes of every mail in testdata, and that no mail can stop the next.
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildOrganisation, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { on } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import { openFile } from '#platform/files/files.ts';
import { newId } from '#platform/ids.ts';
import type { PlatformTables } from '#platform/tables.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { attachMailToThread } from './attach-mail-to-thread.ts';
import { letter, useMailServer } from './factory.ts';
import { importMails } from './import-mails.ts';
import { queueMail } from './queue-mail.ts';
import { receivedMail } from './received-mail.ts';
import { receiveMail } from './receive-mail.ts';
import type { ChannelTables } from './tables.ts';

const testdata = join(import.meta.dirname, 'testdata');
let app: TestApp;
let ours: BuiltOrganisation;
let caseId: string;
let ourMessageId: string;
let ourMailId: string;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

/** An organisation that receives at care@rida.example and has sent one mail about one case. */
beforeEach(async () => {
  ours = await buildOrganisation(app.platform, { language: 'ar', country: 'SA' });
  caseId = newId();
  await ours.run(async (ctx) => {
    await useMailServer(ctx, 2525);
    ourMailId = (await queueMail(ctx, letter({ subjectType: 'case', subjectId: caseId }))).id;
    const row = await on<ChannelTables>(ctx)
      .updateTable('outgoing_mails')
      .set({ state: 'sent' })
      .where('organisation_id', '=', ctx.organisationId)
      .where('id', '=', ourMailId)
      .returning('message_id')
      .executeTakeFirstOrThrow();
    ourMessageId = row.message_id;
  });
});

const system = { kind: 'system', name: 'test' } as const;
const receive = (raw: Buffer | string) =>
  receiveMail(app.platform, { organisationId: ours.organisationId, raw: Buffer.from(raw as string), via: 'import' });
const read = (id: string) => ours.run((ctx) => receivedMail(ctx, id));
const eventsOf = (id: string) =>
  ours.run((ctx) =>
    on<PlatformTables>(ctx)
      .selectFrom('events')
      .select(['type', 'data', 'actor_kind'])
      .where('organisation_id', '=', ctx.organisationId)
      .where('subject_id', '=', id)
      .execute(),
  );
const count = () =>
  ours.run(async (ctx) =>
    Number(
      (
        await on<ChannelTables>(ctx)
          .selectFrom('received_mails')
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .where('organisation_id', '=', ctx.organisationId)
          .executeTakeFirstOrThrow()
      ).n,
    ),
  );

async function sample(name: string): Promise<Buffer> {
  const raw = await readFile(join(testdata, `${name}.eml`));
  return Buffer.from(raw.toString('latin1').replaceAll('<our-message-id@rida.example>', ourMessageId), 'latin1');
}

const accepted = (from: string, subject: string, text: string, more: object = {}) => ({
  state: 'accepted',
  reason: null,
  from,
  subject,
  text,
  thread: null,
  files: [],
  dropped: 0,
  ...more,
});
const put = (state: 'ignored' | 'refused', reason: string, more: object = {}) => ({ state, reason, ...more });
const ahmad = 'ahmad.salem@mail.example';
const sara = 'sara.mohammadi@post.example';
const layla = 'layla@icloud.example';
const omar = 'omar@corp.example';
const inCase = () => ({ thread: { type: 'case', id: caseId } });

/** Every file of testdata and what must become of it. */
const expected: Record<string, () => object> = {
  'arabic-base64': () =>
    accepted(
      ahmad,
      'شكوى بشأن انقطاع المياه في حي النزهة منذ ثلاثة أيام',
      'السلام عليكم ورحمة الله،\n\nالماء مقطوع عن حي النزهة منذ ثلاثة أيام، والرقم الموحد لا يجيب.\nرقم العداد: 45-20931-7\n\nأحمد بن سالم\n+966 50 123 4567',
      { name: 'أحمد بن سالم' },
    ),
  'persian-quoted-printable': () =>
    accepted(
      sara,
      'درخواست پیگیری قبض شمارهٔ ۱۲۳۴',
      'با سلام،\n\nقبض این ماه سه برابر ماه‌های پیش است. کنتور را می‌توانید از نزدیک ببینید.\nلطفاً رسیدگی کنید.\n\nسارا محمدی',
      { name: 'سارا محمدی' },
    ),
  'windows-1256': () =>
    accepted('fatima@old.example', 'استفسار عن فاتورة', 'أرجو توضيح مبلغ الفاتورة الأخيرة.\nفاطمة الزهراني', {
      name: 'فاطمة الزهراني',
    }),
  'windows-1256-raw-headers': () =>
    accepted('m.ali@old.example', 'طلب نقل عداد', 'أرغب في نقل العداد إلى العنوان الجديد.', { name: 'محمد علي' }),
  'utf8-raw-headers': () =>
    accepted('khalid@new.example', 'بلاغ عن تسرب مياه', 'يوجد تسرب أمام المنزل رقم 12.', { name: 'خالد العتيبي' }),
  'outlook-reply-arabic': () =>
    accepted(
      ahmad,
      'رد: جواب بشأن معاملتكم رقم 1448-000123: هل حُلّت؟',
      'شكرًا على الرد، لكن المشكلة ما زالت قائمة.',
      inCase(),
    ),
  'gmail-reply-persian': () =>
    accepted(
      sara,
      'Re: پاسخ پروندهٔ 1405-000123: آیا حل شده است؟',
      'سلام، مشکل هنوز حل نشده است. قبض جدید هم اشتباه است.',
      inCase(),
    ),
  'iphone-reply-english': () =>
    accepted(
      layla,
      'Re: An answer to your case 2026-000044: is it solved?',
      'It is not solved. The technician never came.\n\nSent from my iPhone',
      inCase(),
    ),
  'iphone-reply-arabic': () =>
    accepted(ahmad, 'رد: رسالة بشأن معاملتكم رقم 1448-000123', 'نعم وصلني الفني وانتهى الأمر، شكرًا لكم.', inCase()),
  'gmail-reply-arabic-interleaved': () =>
    accepted(
      ahmad,
      'رد: سؤال بشأن معاملتكم',
      expect.stringMatching(/الأجوبة بين الأسطر[^]*45-20931-7[^]*يوم الخميس مساءً\.$/) as unknown as string,
      inCase(),
    ),
  'reply-by-references-only': () => accepted(ahmad, 'متابعة', 'هل من جديد؟', inCase()),
  forwarded: () =>
    accepted(
      ahmad,
      'Fwd: رد الشركة',
      expect.stringMatching(/^أرجو الاطلاع[^]*لن نبدأ العمل قبل شهر يناير\.$/) as unknown as string,
    ),
  'outlook-forward-english': () =>
    accepted(
      omar,
      'FW: Invoice 778',
      expect.stringMatching(/promised in October\.[^]*The refund will be paid within ten days\.$/) as unknown as string,
    ),
  'forwarded-as-attachment': () => accepted(omar, 'The mail you asked for', 'Attached.', { files: ['original.eml'] }),
  'auto-reply-arabic': () => put('ignored', 'automatic'),
  'auto-reply-persian-precedence': () => put('ignored', 'automatic'),
  'bounce-dsn': () => put('ignored', 'bounce', inCase()),
  'bounce-exim': () => put('ignored', 'bounce'),
  'read-receipt': () => put('ignored', 'automatic'),
  'list-mail': () => put('ignored', 'list'),
  'bulk-mail': () => put('ignored', 'automatic'),
  'own-group': () => accepted(layla, 'Water meter', 'My water meter is broken.'),
  'loop-own-address': () => put('ignored', 'loop'),
  'no-message-id': () => accepted(layla, 'No id here', 'A mail of a program that gives no id.'),
  'duplicate-message-id': () =>
    accepted(
      ahmad,
      'شكوى بشأن انقطاع المياه في حي النزهة منذ ثلاثة أيام',
      expect.stringContaining('نسخة ثانية') as unknown as string,
    ),
  'same-message-id-other-sender': () => accepted(sara, 'شکایت دیگر', 'این نامهٔ کس دیگری است.'),
  'empty-body': () => accepted(sara, 'لطفاً با من تماس بگیرید', ''),
  'html-only-rtl': () =>
    accepted(
      ahmad,
      'طلب إيصال خدمة',
      'السلام عليكم،\n\nأطلب إيصال الخدمة إلى المبنى الجديد رقم 7.\nالحي: النزهة & الروضة\n\n- الطابق الأول\n- الطابق الثاني\n\nشكرًا',
    ),
  'html-only-outlook-reply': () => accepted(ahmad, 'رد: رسالة بشأن معاملتكم', 'الموعد المقترح غير مناسب لي.', inCase()),
  'huge-header': () => accepted(layla, 'Many hops', 'Still readable.'),
  'broken-boundary': () =>
    accepted(sara, 'پیوست ناقص', expect.stringContaining('این نامه پایان درستی ندارد.') as unknown as string),
  'nul-bytes': () => accepted(layla, 'NUL in the subject', 'BeforeAfter, and  more.'),
  'attachment-persian-name': () =>
    accepted(sara, 'تصویر قبض', 'تصویر قبض پیوست است.', { files: ['قبض آب آبان‌ماه.png'] }),
  'winmail-dat': () => accepted(omar, 'Contract', 'The contract is attached.', { files: ['winmail.dat'] }),
  'invalid-date': () => accepted(ahmad, 'موعد', 'ما موعد الزيارة؟', { sentAt: null }),
  'two-from-headers': () => accepted('first@one.example', 'Two senders', 'Who am I?'),
  'no-from': () => put('refused', 'no-sender'),
  'calendar-invite': () =>
    accepted(omar, 'Meeting about the contract', 'Please join the meeting.', { files: ['attachment-1.ics'] }),
  'attachment-exe': () => accepted(layla, 'Invoice', 'See the invoice.', { files: ['meter.png'], dropped: 2 }),
  'not-a-mail': () => put('refused', 'unreadable'),
  'html-script': () => accepted('mallory@evil.example', '<script>alert(1)</script>', 'Helloclick'),
};

describe('testdata', () => {
  it('has an expectation for every file', async () => {
    expect((await readdir(testdata)).map((name) => name.replace(/\.eml$/, '')).toSorted()).toEqual(
      Object.keys(expected).toSorted(),
    );
  });

  it.each(Object.keys(expected))('%s', async (name) => {
    const raw = await sample(name);
    const result = await receive(raw);
    expect(result.duplicate).toBe(false);
    const mail = await read(result.mailId);
    const files = await ours.run(async (ctx) => {
      const rows = await on<PlatformTables>(ctx)
        .selectFrom('files')
        .select(['id', 'name', 'attached_at'])
        .where('organisation_id', '=', ctx.organisationId)
        .execute();
      return mail.attachmentIds.map((id) => rows.find((row) => row.id === id && row.attached_at === null)?.name);
    });
    expect({
      ...result,
      ...mail,
      from: mail.from.address,
      name: mail.from.name,
      files,
      dropped: mail.droppedAttachments,
    }).toMatchObject(expected[name]!());
    const type = { accepted: 'message.received', ignored: 'message.ignored', refused: 'message.refused' }[result.state];
    expect(await eventsOf(result.mailId)).toEqual([
      {
        type,
        actor_kind: 'system',
        data: {
          threadType: mail.thread?.type ?? null,
          threadId: mail.thread?.id ?? null,
          ...(result.reason ? { reason: result.reason } : {}),
        },
      },
    ]);
    // The raw bytes are kept as they came, once.
    const { raw_file_id } = await ours.run((ctx) =>
      on<ChannelTables>(ctx)
        .selectFrom('received_mails')
        .select('raw_file_id')
        .where('organisation_id', '=', ctx.organisationId)
        .where('id', '=', result.mailId)
        .executeTakeFirstOrThrow(),
    );
    const kept = await ours.run((ctx) => openFile(ctx, raw_file_id!));
    expect(kept).toMatchObject({ mediaType: 'message/rfc822', size: raw.length });
    expect(await readText(kept.bytes)).toBe(raw.toString('utf8'));
    // And the same bytes again change nothing.
    expect(await receive(raw)).toEqual({ ...result, duplicate: true });
    expect(await count()).toBe(1);
  });
});

describe('a mail that is here already', () => {
  it('is known by its Message-ID although its bytes differ', async () => {
    const first = await receive(await sample('arabic-base64'));
    expect(await receive(await sample('duplicate-message-id'))).toEqual({ ...first, duplicate: true });
  });

  it('is not swallowed when somebody else used the same Message-ID', async () => {
    await receive(await sample('arabic-base64'));
    const other = await receive(await sample('same-message-id-other-sender'));
    expect(other).toMatchObject({ state: 'accepted', duplicate: false });
    expect(await receive(await sample('same-message-id-other-sender'))).toEqual({ ...other, duplicate: true });
    expect(await count()).toBe(2);
  });

  it('is written once by two importers at the same moment', async () => {
    const raw = await sample('attachment-persian-name');
    const results = await Promise.all([receive(raw), receive(raw), receive(raw)]);
    expect(results.filter((result) => !result.duplicate)).toHaveLength(1);
    expect(new Set(results.map((result) => result.mailId)).size).toBe(1);
    expect(await count()).toBe(1);
  });
});

describe('threads', () => {
  it('the newest of our mails that it names wins', async () => {
    const later = newId();
    app.clock.advance(1000);
    const newest = await ours.run(async (ctx) => {
      const { id } = await queueMail(ctx, letter({ subjectType: 'case', subjectId: later }));
      return (
        await on<ChannelTables>(ctx)
          .selectFrom('outgoing_mails')
          .select('message_id')
          .where('organisation_id', '=', ctx.organisationId)
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
      ).message_id;
    });
    const { mailId } = await receive(
      `From: a@b.example\r\nSubject: x\r\nIn-Reply-To: ${ourMessageId}\r\nReferences: ${newest} ${ourMessageId}\r\n\r\ny`,
    );
    expect((await read(mailId)).thread).toEqual({ type: 'case', id: later });
  });

  it('knows the id that the mail server put in place of ours', async () => {
    await ours.run((ctx) =>
      on<ChannelTables>(ctx)
        .updateTable('outgoing_mails')
        .set({ server_message_id: '<0100-abc@region.mail.example>' })
        .where('organisation_id', '=', ctx.organisationId)
        .where('id', '=', ourMailId)
        .execute(),
    );
    const { mailId } = await receive(
      'From: a@b.example\r\nSubject: x\r\nIn-Reply-To: <0100-abc@region.mail.example>\r\n\r\ny',
    );
    expect((await read(mailId)).thread).toEqual({ type: 'case', id: caseId });
  });

  it('joins what the same sender wrote before, and nobody else’s', async () => {
    const { mailId } = await receive('From: a@b.example\r\nSubject: x\r\nMessage-ID: <own-1@b.example>\r\n\r\ny');
    await transact(app.platform, { organisationId: ours.organisationId, actor: system }, (ctx) =>
      attachMailToThread(ctx, mailId, 'case', caseId),
    );
    const again = await receive('From: A@B.example\r\nSubject: x\r\nIn-Reply-To: <own-1@b.example>\r\n\r\nand');
    const other = await receive('From: c@d.example\r\nSubject: x\r\nIn-Reply-To: <own-1@b.example>\r\n\r\nand');
    expect((await read(again.mailId)).thread).toEqual({ type: 'case', id: caseId });
    expect((await read(other.mailId)).thread).toBeNull();
  });

  it('never reach into another organisation', async () => {
    const elsewhere = await buildOrganisation(app.platform);
    const { mailId } = await receiveMail(app.platform, {
      organisationId: elsewhere.organisationId,
      raw: Buffer.from(`From: a@b.example\r\nSubject: x\r\nIn-Reply-To: ${ourMessageId}\r\n\r\ny`),
      via: 'import',
    });
    expect((await elsewhere.run((ctx) => receivedMail(ctx, mailId))).thread).toBeNull();
  });
});

it('a bounce that names our mail says in the outbox that it did not arrive', async () => {
  await receive(await sample('bounce-dsn'));
  const row = await ours.run((ctx) =>
    on<ChannelTables>(ctx)
      .selectFrom('outgoing_mails')
      .select(['state', 'fault'])
      .where('organisation_id', '=', ctx.organisationId)
      .where('id', '=', ourMailId)
      .executeTakeFirstOrThrow(),
  );
  expect(row).toEqual({ state: 'failed', fault: 'bounced' });
  expect(await eventsOf(ourMailId)).toEqual(
    [{ type: 'mail.failed', actor_kind: 'staff', data: { ofType: 'case', ofId: caseId, fault: 'bounced' } }].map(
      (event) => ({ ...event, actor_kind: 'system' }),
    ),
  );
});

it('our own mail that comes back is a loop, whoever it now says it is from', async () => {
  expect(
    await receive(`From: someone@else.example\r\nSubject: x\r\nMessage-ID: ${ourMessageId}\r\n\r\ny`),
  ).toMatchObject({ state: 'ignored', reason: 'loop' });
});

it('takes what opens a case out of a quoted link', async () => {
  const { mailId } = await receive(
    'From: a@b.example\r\nSubject: x\r\n\r\nI pressed http://rida.test/portal/x/case#abcdefghijklmnopqrstuvwxyz0123456789_-ABCDE and it failed.',
  );
  expect((await read(mailId)).text).toBe('I pressed http://rida.test/portal/x/case and it failed.');
});

it('a mail beyond the limit is refused, with its sender and subject', async () => {
  const head = 'From: a@b.example\r\nSubject: Large\r\nMessage-ID: <large@b.example>\r\n\r\n';
  const raw = Buffer.concat([Buffer.from(head), Buffer.alloc(app.platform.config.fileLimit * 2, 0x78)]);
  const result = await receive(raw);
  expect(result).toMatchObject({ state: 'refused', reason: 'too-large' });
  expect(await read(result.mailId)).toMatchObject({ from: { address: 'a@b.example' }, subject: 'Large', text: '' });
  expect(await receive(raw)).toEqual({ ...result, duplicate: true });
});

it('headers without end are unreadable', async () => {
  expect(await receive(`From: a@b.example\r\nX-Long: ${'x'.repeat(300_000)}\r\n\r\ny`)).toMatchObject({
    state: 'refused',
    reason: 'unreadable',
  });
});

describe('an import', () => {
  it('goes on after every fault, and brings nothing new the second time', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rida-import-'));
    let cleanUp = (): void => {};
    try {
      for (const name of ['arabic-base64', 'not-a-mail', 'bulk-mail', 'persian-quoted-printable'])
        writeFileSync(join(folder, `${name}.eml`), await sample(name));
      writeFileSync(join(folder, 'notes.txt'), 'not taken from a folder');
      // It is there and no folder, but it cannot be read: nothing that the look before could have told.
      const broken = join(folder, 'broken.eml');
      const socket = createServer().listen(broken);
      await once(socket, 'listening');
      cleanUp = () => void socket.close();
      const input = {
        organisationId: ours.organisationId,
        files: [join(folder, 'missing.eml'), broken, folder, join(testdata, 'html-script.eml')],
      };
      const faults = [
        { file: join(folder, 'missing.eml'), reason: 'not-found' },
        { file: broken, reason: 'failed' },
      ];
      expect(await importMails(app.platform, input)).toEqual({
        accepted: 3,
        ignored: 1,
        refused: 1,
        duplicates: 0,
        faults: [...faults, { file: join(folder, 'not-a-mail.eml'), reason: 'unreadable' }],
      });
      expect(await importMails(app.platform, input)).toEqual({
        accepted: 0,
        ignored: 0,
        refused: 0,
        duplicates: 5,
        faults,
      });
      expect(await count()).toBe(5);
    } finally {
      cleanUp();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('whatever the bytes are', () => {
  const header = fc.constantFrom(
    'From: a@b.example',
    'Subject: =?utf-8?B?4pi6?=',
    'Content-Type: multipart/mixed; boundary="x"',
    'Content-Type: text/html; charset=nonsense',
    'Content-Transfer-Encoding: base64',
    'Message-ID: <\u0000@x>',
    'Date: 99999-99-99',
    'In-Reply-To: <<<>>>',
    'From: =?x?Q?=00?= <\ud800@x>',
    'References: ' + '<a@b>'.repeat(3000),
    '--x',
    '',
  );
  const mailLike = fc
    .tuple(fc.array(header, { maxLength: 8 }), fc.uint8Array({ maxLength: 400 }))
    .map(([lines, body]) => Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body]));
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 600 }).map((array) => Buffer.from(array)),
    mailLike,
  );

  it('they are taken in, and known the second time', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(bytes, async (raw) => {
        const result = await receive(raw);
        expect(['accepted', 'ignored', 'refused']).toContain(result.state);
        expect(await receive(raw)).toMatchObject({ mailId: result.mailId, duplicate: true });
      }),
      { numRuns: 150 },
    );
  });
});
