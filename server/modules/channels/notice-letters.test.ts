// Letters that tell the staff of notices: one a person, in the reader's language, at the chosen time, and never of what was read.
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildOrganisation, type BuiltOrganisation, type BuiltPerson } from '#modules/organisation/factory.ts';
import { noticeInput } from '#modules/notifications/factory.ts';
import { notify, type Notice } from '#modules/notifications/index.ts';
import { markReadUntil } from '#modules/notifications/mark-read.ts';
import { writePreferences } from '#modules/notifications/preferences.ts';
import { on } from '#platform/context.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { startMailServer, useMailServer, type TestMailServer } from './factory.ts';
import type { ChannelTables } from './tables.ts';

let app: TestApp;
let smtp: TestMailServer;
let org: BuiltOrganisation;
let mona: BuiltPerson;
const evening = new Date('2026-12-01T19:00:00Z'); // ten o'clock in Riyadh
const minutes = (count: number): void => app.clock.advance(count * 60_000);

beforeAll(async () => {
  app = await createTestApp();
  smtp = await startMailServer();
});
afterAll(async () => {
  await app?.close();
  await smtp?.close();
});
beforeEach(async () => {
  smtp.arrived.length = 0;
  app.clock.set(evening);
  org = await buildOrganisation(app.platform, { language: 'ar', country: 'SA' });
  mona = await org.buildPerson({ name: 'منى', language: 'ar', withAccount: true });
  await org.run((ctx) => useMailServer(ctx, smtp.port));
});

const tell = (given: Partial<Notice> = {}, person = mona) =>
  org.run((ctx) => notify(ctx, noticeInput([person.personId], given)));
/** What the clock of the product does every minute. */
async function arrived() {
  await app.platform.jobs.runOnce(app.platform, 'mail.write-notice-letters');
  await app.platform.jobs.runDue(app.platform);
  return Promise.all(smtp.arrived.splice(0).map((raw) => PostalMime.parse(raw)));
}

test('a deadline that passed is told at once, in Arabic from right to left, with a link into the product', async () => {
  await tell({ data: { number: '1448-000123', dueAt: '2026-12-01T18:30:00.000Z' } });
  const [mail, ...others] = await arrived();
  expect(others).toEqual([]);
  expect(mail!.to).toEqual([{ name: '', address: mona.email }]);
  expect(mail!.subject).toBe('المعاملة \u20661448-000123\u2069: فات الموعد، 1 ديسمبر 2026، 9:30 م');
  expect(mail!.html).toContain('<html lang="ar" dir="rtl">');
  expect(mail!.html).toMatch(/<bdi class="ink" dir="ltr"[^>]*>1448-000123<\/bdi>/);
  expect(mail!.html).toContain('href="http://rida.test/notifications"');
  expect(mail!.text).toContain('منى');
  // Once.
  expect(await arrived()).toEqual([]);
});

test('several at once become one letter', async () => {
  const reader = await org.buildPerson({ name: 'Reza', language: 'fa', withAccount: true });
  for (let count = 1; count <= 23; count += 1)
    await tell({ data: { number: `1448-0001${String(count).padStart(2, '0')}` }, type: 'case.escalated' }, reader);
  const [mail, ...others] = await arrived();
  expect(others).toEqual([]);
  expect(mail!.subject).toBe('اعلان‌های تازه: 23');
  expect(mail!.text!.match(/پس از گذشتن موعد به ردهٔ بالاتر سپرده شد/g)).toHaveLength(20);
  // The newest are shown, the oldest counted.
  expect(mail!.text).toContain('1448-000123');
  expect(mail!.text).not.toContain('1448-000103');
  expect(mail!.text).toContain('و اعلان‌های دیگر: 3');
});

test('what need not be known at night comes with the letter of the morning', async () => {
  await tell({ type: 'knowledge.approved', data: { title: { ar: 'قراءة الفاتورة' }, version: 2 } });
  await tell({ type: 'import.ended', data: {} });
  await tell({ notBefore: new Date('2026-12-02T04:30:00Z') });
  expect(await arrived()).toEqual([]);
  app.clock.set(new Date('2026-12-02T04:30:00Z'));
  expect((await arrived()).map((mail) => mail.subject)).toEqual([expect.stringContaining('فات الموعد')]);
  app.clock.set(new Date('2026-12-02T05:00:00Z'));
  const [letter] = await arrived();
  expect(letter!.text).toContain('اعتماد: \u2068قراءة الفاتورة\u2069');
  // A type that nobody put into words is told by its group.
  expect(letter!.text).toContain('إشعار من النظام');
});

test('nobody is told by mail of what was read, of what was not wanted, or long afterwards', async () => {
  await tell({ type: 'knowledge.approved' });
  await org.run((ctx) => markReadUntil(ctx, app.clock.now()), mona.actor);
  minutes(12 * 60);
  expect(await arrived()).toEqual([]);

  await tell();
  await org.run(
    (ctx) => writePreferences(ctx, { deadlines: 'never', knowledge: 'daily', system: 'daily' }),
    mona.actor,
  );
  expect(await arrived()).toEqual([]);

  await org.run(
    (ctx) => writePreferences(ctx, { deadlines: 'at-once', knowledge: 'daily', system: 'daily' }),
    mona.actor,
  );
  await tell();
  minutes(24 * 60);
  expect(await arrived()).toEqual([]);
});

test('without a mail server, or for somebody without a sign-in, no letter is held', async () => {
  const guest = await org.buildPerson({ language: 'en' });
  await tell({}, guest);
  await org.run((ctx) => useMailServer(ctx, smtp.port, { host: null }));
  await tell();
  expect(await arrived()).toEqual([]);
  await org.run((ctx) => useMailServer(ctx, smtp.port));
  const mails = await arrived();
  expect(mails.map((mail) => mail.to?.[0]?.address)).toEqual([mona.email]);
  const rows = await org.run((ctx) =>
    on<ChannelTables>(ctx)
      .selectFrom('outgoing_mails')
      .select('state')
      .where('organisation_id', '=', ctx.organisationId)
      .execute(),
  );
  expect(rows).toEqual([{ state: 'sent' }]);
});
