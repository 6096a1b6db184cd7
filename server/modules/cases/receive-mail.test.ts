// Mail becomes cases: each once, answers join theirs, a folder imported twice changes nothing.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { importMails } from '#modules/channels/index.ts';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import type { StaffActor } from '#platform/actor.ts';
import { transact } from '#platform/db/transact.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { claimResolution } from './claim-resolution.ts';

let app: TestApp;
let organisationId: string;
let agent: StaffActor;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  const organisation = await buildOrganisation(app.platform);
  organisationId = organisation.organisationId;
  agent = (await organisation.buildPerson({ roles: ['agent'] })).actor;
});

type CaseFacts = {
  id: string;
  number: string;
  state: string;
  outcome: string | null;
  subject: string;
  description: string;
  language: string;
  dispute_level: number;
  messages: number;
};

async function cases(): Promise<CaseFacts[]> {
  const { rows } = await sql<CaseFacts>`
    select c.id, c.number, c.state, c.outcome, c.subject, c.description, c.language, c.dispute_level,
           (select count(*)::int from case_messages m where m.case_id = c.id and m.direction = 'in') as messages
      from cases c where c.organisation_id = ${organisationId} order by c.number`.execute(app.platform.connection.db);
  return rows;
}

let count = 0;
function mail(fields: { from?: string; subject: string; text: string; inReplyTo?: string; id?: string }): string {
  count += 1;
  return [
    `From: ${fields.from ?? 'Mona <mona@example.org>'}`,
    'To: service@example.org',
    `Subject: =?utf-8?B?${Buffer.from(fields.subject).toString('base64')}?=`,
    `Message-ID: ${fields.id ?? `<${count}.${process.pid}@example.org>`}`,
    ...(fields.inReplyTo ? [`In-Reply-To: ${fields.inReplyTo}`, `References: ${fields.inReplyTo}`] : []),
    'Date: Sun, 22 Nov 2026 10:00:00 +0300',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(fields.text).toString('base64'),
    '',
  ].join('\r\n');
}

async function take(...mails: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'rida-mail-'));
  mails.forEach((raw, index) => writeFileSync(join(folder, `${index}.eml`), raw));
  const summary = await importMails(app.platform, { organisationId, files: [folder] });
  await app.platform.jobs.runDue(app.platform);
  return { folder, summary };
}

async function newestMessageId(): Promise<string> {
  const { rows } = await sql<{
    message_id: string;
  }>`select message_id from outgoing_mails where organisation_id = ${organisationId} order by created_at desc, id desc limit 1`.execute(
    app.platform.connection.db,
  );
  return rows[0]!.message_id;
}

const claim = (id: string) =>
  transact(app.platform, { organisationId, actor: agent }, (ctx) =>
    claimResolution(ctx, { id, answer: 'أُصلح الأنبوب.', attachmentIds: [] }),
  );

describe('a folder of mails', () => {
  test('gives each case once, however often it is imported', async () => {
    const { folder, summary } = await take(
      mail({ subject: 'انقطاع الماء', text: 'الماء مقطوع منذ يومين' }),
      mail({ from: 'reza@example.org', subject: 'قطعی آب', text: 'آب کوچهٔ ما دو روز است قطع است' }),
      'this is not a mail at all \u0000\u0001',
      mail({ from: 'John <john@example.org>', subject: 'No water', text: 'The water has been off for two days' }),
    );
    expect(summary.accepted).toBe(3);
    const made = (await cases()).map(({ subject, description, language }) => ({ subject, description, language }));
    expect(made).toHaveLength(3);
    expect(made).toEqual(
      expect.arrayContaining([
        { subject: 'انقطاع الماء', description: 'الماء مقطوع منذ يومين', language: 'ar' },
        { subject: 'قطعی آب', description: 'آب کوچهٔ ما دو روز است قطع است', language: 'fa' },
        { subject: 'No water', description: 'The water has been off for two days', language: 'en' },
      ]),
    );
    const again = await importMails(app.platform, { organisationId, files: [folder] });
    await app.platform.jobs.runDue(app.platform);
    expect(again.accepted).toBe(0);
    expect(await cases()).toHaveLength(3);
  });
});

describe('an answer by mail', () => {
  test('to our mail joins the case, whatever its subject says', async () => {
    await take(mail({ subject: 'انقطاع الماء', text: 'الماء مقطوع' }));
    await take(mail({ subject: 'شيء آخر', text: 'والكهرباء كذلك مقطوعة', inReplyTo: await newestMessageId() }));
    expect(await cases()).toMatchObject([{ state: 'open', messages: 1 }]);
  });
  test('with the number in its subject joins the case only when the case is the sender’s', async () => {
    await take(mail({ subject: 'انقطاع الماء', text: 'الماء مقطوع' }));
    const [first] = await cases();
    await take(
      mail({ subject: `بشأن ${first!.number}`, text: 'متى الإصلاح؟' }),
      mail({ from: 'other@example.org', subject: `بشأن ${first!.number}`, text: 'وأنا كذلك' }),
    );
    expect(await cases()).toMatchObject([{ messages: 1 }, { messages: 0 }]);
  });
  test('that says thank you confirms nothing', async () => {
    await take(mail({ subject: 'انقطاع الماء', text: 'الماء مقطوع' }));
    await claim((await cases())[0]!.id);
    await take(mail({ subject: 'رد', text: 'شكرا جزيلا لكم', inReplyTo: await newestMessageId() }));
    expect(await cases()).toMatchObject([{ state: 'claimed', outcome: null }]);
  });
  test('that only names the number decides nothing: anybody can write a From line', async () => {
    await take(mail({ subject: 'انقطاع الماء', text: 'الماء مقطوع' }));
    const [first] = await cases();
    await claim(first!.id);
    await take(mail({ subject: `بشأن ${first!.number}`, text: 'المشكلة لم تُحل والماء ما زال مقطوعًا' }));
    expect(await cases()).toMatchObject([{ state: 'claimed', dispute_level: 0, messages: 1 }]);
  });
  test('that says it is not solved is a dispute', async () => {
    await take(mail({ subject: 'انقطاع الماء', text: 'الماء مقطوع' }));
    await claim((await cases())[0]!.id);
    await take(
      mail({ subject: 'رد', text: 'المشكلة لم تُحل والماء ما زال مقطوعًا', inReplyTo: await newestMessageId() }),
    );
    expect(await cases()).toMatchObject([{ state: 'open', dispute_level: 1 }]);
  });
  test('from somebody else than the customer decides nothing', async () => {
    await take(mail({ subject: 'انقطاع الماء', text: 'الماء مقطوع' }));
    await claim((await cases())[0]!.id);
    await take(
      mail({
        from: 'neighbour@example.org',
        subject: 'رد',
        text: 'المشكلة لم تُحل',
        inReplyTo: await newestMessageId(),
      }),
    );
    expect(await cases()).toMatchObject([{ state: 'claimed', dispute_level: 0, messages: 1 }]);
  });
  test('after the time to reopen becomes a new case', async () => {
    await take(mail({ subject: 'انقطاع الماء', text: 'الماء مقطوع' }));
    await claim((await cases())[0]!.id);
    app.clock.advance(11 * 86_400_000);
    await app.platform.jobs.runOnce(app.platform, 'case.lapse-unanswered');
    const id = await newestMessageId();
    app.clock.advance(31 * 86_400_000);
    await take(mail({ subject: 'رد', text: 'انقطع الماء مرة أخرى', inReplyTo: id }));
    expect(await cases()).toMatchObject([{ state: 'closed', outcome: 'lapsed' }, { state: 'open' }]);
  });
});
