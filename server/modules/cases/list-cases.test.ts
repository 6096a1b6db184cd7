// The inbox: every filter and every page, search by words with spelling variants, and counts that agree with the lists.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import type { CaseFilter } from '#contract/cases.ts';
import type { StaffActor } from '#platform/actor.ts';
import { transact } from '#platform/db/transact.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { assignCase } from './assign-case.ts';
import { caseTimeline } from './case-timeline.ts';
import { countCases } from './count-cases.ts';
import { addNote } from './add-note.ts';
import { asCustomerOf, buildCase, buildClaimedCase } from './factory.ts';
import { disputeResolution } from './dispute-resolution.ts';
import { listCases } from './list-cases.ts';
import { sendMessage } from './send-message.ts';
import { waitWithCase } from './wait.ts';

let app: TestApp;
let organisationId: string;
let unitId: string;
let agent: StaffActor;
let other: StaffActor;
beforeAll(async () => {
  app = await createTestApp();
  const organisation = await buildOrganisation(app.platform, { country: 'IR', language: 'fa' });
  organisationId = organisation.organisationId;
  unitId = await organisation.buildUnit({});
  agent = (await organisation.buildPerson({ roles: ['agent'], positionIn: unitId })).actor;
  other = (await organisation.buildPerson({ roles: ['agent'], positionIn: unitId, head: true })).actor;
});
afterAll(() => app.close());

const list = (filter: Partial<CaseFilter> & { cursor?: string; limit?: number } = {}) =>
  transact(app.platform, { organisationId, actor: agent, readOnly: true }, (ctx) =>
    listCases(ctx, { order: 'latest', limit: 50, ...filter }),
  );
const as = <T>(work: Parameters<typeof transact<T>>[2]) =>
  transact(app.platform, { organisationId, actor: agent }, work);
const make = async (changes: Parameters<typeof buildCase>[2] = {}) => {
  app.clock.advance(60_000);
  return buildCase(app.platform, organisationId, changes);
};

describe('search', () => {
  test.each([
    ['كهرباء', 'انقطاع الكهرباء عن الحي'],
    ['الكهربا', 'انقطاع الكهرباء عن الحي'],
    ['إنقطاع', 'انقطاع الكهرباء عن الحي'],
    ['انقطاع الكهرباء', 'انقطاع الكهرباء عن الحي'],
    ['مياه', 'وصل المياه للمنزل'],
    ['كنتور', 'کنتور آب خراب است'],
    ['کنتور اب', 'کنتور آب خراب است'],
    ['می روم', 'هر روز می‌روم و پاسخ نمی‌گیرم'],
    ['1405', 'قبض شماره ۱۴۰۵'],
  ])('%s finds “%s”', async (typed, subject) => {
    const made = await make({ subject, description: subject });
    const { items } = await list({ q: typed });
    expect(items.map((item) => item.id)).toContain(made.id);
  });
  test('every word must be there', async () => {
    await make({ subject: 'تسرب في الشارع', description: 'تسرب' });
    expect((await list({ q: 'تسرب غيرموجود' })).items).toEqual([]);
    expect((await list({ q: '!!! ???' })).items).toEqual([]);
  });
  test('number and tracking code are found exactly, in any digits', async () => {
    const made = await make();
    const persian = made.number.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]!);
    for (const q of [made.number, persian, made.trackingCode, made.trackingCode.toLowerCase().replaceAll('-', '')]) {
      expect((await list({ q })).items.map((item) => item.id)).toEqual([made.id]);
    }
  });
  test('words of later messages and the customer’s name count', async () => {
    const made = await make({
      customer: { kind: 'person', name: 'شهرزاد کیانی', email: `kiani-${process.pid}@example.org` },
    });
    await as((ctx) => sendMessage(ctx, { id: made.id, text: 'کارشناس با بیل مکانیکی می‌آید', attachmentIds: [] }));
    for (const q of ['كياني', 'مکانیکی']) expect((await list({ q })).items.map((item) => item.id)).toContain(made.id);
  });
});

describe('filters', () => {
  test('each gives what it names, and the counts agree', async () => {
    const fresh = await buildOrganisation(app.platform);
    const before = { organisationId, agent, other };
    organisationId = fresh.organisationId;
    const unit = await fresh.buildUnit({});
    agent = (await fresh.buildPerson({ roles: ['agent'], positionIn: unit })).actor;
    other = (await fresh.buildPerson({ roles: ['service-manager'], positionIn: unit, head: true })).actor;
    const plain = await make({ kind: 'request', channel: 'phone', priority: 'high' });
    const mine = await make({ unitId: unit, assigneeId: agent.personId });
    const claimed = await buildClaimedCase(app.platform, organisationId, agent, { unitId: unit });
    const disputed = await buildClaimedCase(app.platform, organisationId, agent, { unitId: unit });
    await asCustomerOf(app.platform, organisationId, disputed, (ctx, grant) =>
      disputeResolution(ctx, grant, { reason: 'لا' }),
    );
    const ids = async (filter: Partial<CaseFilter>) => (await list(filter)).items.map((item) => item.id).sort();
    expect(await ids({ kind: 'request' })).toEqual([plain.id]);
    expect(await ids({ channel: 'phone' })).toEqual([plain.id]);
    expect(await ids({ priority: 'high' })).toEqual([plain.id]);
    expect(await ids({ assignee: 'me', state: 'open' })).toEqual([mine.id]);
    expect(await ids({ assignee: 'none' })).toEqual([plain.id]);
    expect(await ids({ assignee: other.personId })).toEqual([disputed.id]);
    expect(await ids({ state: 'claimed' })).toEqual([claimed.id]);
    expect(await ids({ disputed: true })).toEqual([disputed.id]);
    expect(await ids({ unitId: unit })).toEqual([mine.id, claimed.id, disputed.id].sort());
    expect(await ids({ customerId: plain.customerId })).toEqual([plain.id]);
    const counts = await transact(app.platform, { organisationId, actor: agent, readOnly: true }, countCases);
    expect(counts).toEqual({ mine: 1, unassigned: 1, open: 3, claimed: 1, disputed: 1, overdue: 0 });
    ({ organisationId, agent, other } = before);
  });
});

describe('pages', () => {
  test.each(['latest', 'oldest'] as const)(
    'by %s hold every case once, also when one changes in between',
    async (order) => {
      const made = [];
      for (let index = 0; index < 7; index += 1) made.push((await make({ unitId })).id);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list({ unitId, order, limit: 3, ...(cursor ? { cursor } : {}) });
        seen.push(...page.items.map((item) => item.id));
        cursor = page.next ?? undefined;
        app.clock.advance(1000);
        // Something already seen becomes active: nothing is skipped or doubled behind the cursor.
        await as((ctx) => assignCase(ctx, { id: seen[0]!, unitId, personId: agent.personId }));
      } while (cursor);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toEqual(expect.arrayContaining(made));
    },
  );
  test('a cursor of our own making is needed', async () => {
    await expect(list({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'request.cursor-unreadable' });
  });
});

test('the timeline has everything in order, with words, and notes stay inside', async () => {
  const made = await make();
  await as((ctx) => addNote(ctx, { id: made.id, text: 'فقط برای همکاران', attachmentIds: [] }));
  await as((ctx) =>
    waitWithCase(ctx, { id: made.id, reason: 'site-visit', until: new Date(app.clock.now().getTime() + 3_600_000) }),
  );
  app.clock.advance(2 * 3_600_000);
  await app.platform.jobs.runOnce(app.platform, 'case.wake');
  await as((ctx) => sendMessage(ctx, { id: made.id, text: 'کارشناس فردا می‌آید', attachmentIds: [] }));
  const { items } = await as((ctx) => caseTimeline(ctx, { id: made.id, limit: 50 }));
  expect(items.map((item) => [item.type, item.actor.kind, item.text])).toEqual([
    ['case.registered', 'system', 'الماء مقطوع منذ يومين عن شارعنا'],
    ['case.note-added', 'staff', 'فقط برای همکاران'],
    ['case.wait-started', 'staff', null],
    ['case.wait-ended', 'system', null],
    ['case.message-sent', 'staff', 'کارشناس فردا می‌آید'],
  ]);
  const { portalCase } = await import('./portal-case.ts');
  const seen = await asCustomerOf(app.platform, organisationId, made, (ctx, grant) => portalCase(ctx, grant));
  expect(JSON.stringify(seen)).not.toContain('همکاران');
  expect(seen.steps.map((step) => step.type)).toEqual(['registered', 'message-to-customer']);
});
