// Promises of cases through the verbs: clocks begin, stand still, end and go on with the case; alarms act; a calendar moves what is open.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CasePromises, RegisterCaseInput } from '#contract/cases.ts';
import type { Goal } from '#contract/service-policies.ts';
import { listNotices } from '#modules/notifications/list-notices.ts';
import { buildOrganisation, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { buildMember, buildTree, when, all } from '#modules/segments/factory.ts';
import { changeCalendar } from '#modules/service-levels/change-calendar.ts';
import { changePolicy } from '#modules/service-levels/change-policy.ts';
import { createPolicy } from '#modules/service-levels/create-policy.ts';
import { closureInput, goalInput, officeWeek, policyInput } from '#modules/service-levels/factory.ts';
import { policyCost } from '#modules/service-levels/policy-cost.ts';
import { listCalendars } from '#modules/service-levels/list-calendars.ts';
import { transact } from '#platform/db/transact.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { acknowledgeCase } from './acknowledge-case.ts';
import { assessCase } from './assess-case.ts';
import { assignCase } from './assign-case.ts';
import { casePromises } from './case-promises.ts';
import { claimResolution } from './claim-resolution.ts';
import { classifyCase } from './classify-case.ts';
import { countCases } from './count-cases.ts';
import { disputeResolution } from './dispute-resolution.ts';
import { asCustomerOf, buildCase, buildClaimedCase } from './factory.ts';
import { getCase } from './get-case.ts';
import { listCases } from './list-cases.ts';
import { portalCase } from './portal-case.ts';
import { recordMessage } from './record-message.ts';
import { sendMessage } from './send-message.ts';
import { submitCase } from './submit-case.ts';
import { endWait, waitWithCase } from './wait.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

const hours = (count: number) => app.clock.advance(count * 3_600_000);
const runDue = () => app.platform.jobs.runDue(app.platform);
/** As every minute: alarms are looked at, and what they ask for is done. */
async function aMinute(): Promise<void> {
  await app.platform.jobs.runOnce(app.platform, 'clock.sound-alarms');
  await runDue();
}

/** The clock stands on Sunday the 22nd of November 2026 at 8:00 UTC, and moves on from test to test: each begins on a Sunday at eight. */
function nextSunday(): void {
  const now = app.clock.now();
  const days = (7 - now.getUTCDay()) % 7 || 7;
  const next = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days, 8);
  app.clock.advance(next - now.getTime());
}

/** Eight to four, Sunday to Thursday, UTC. */
async function organisationWith(goals: readonly Partial<Goal>[], regimeId: string | null = null) {
  nextSunday();
  const made = await buildOrganisation(app.platform, { language: 'en', settings: { timeZone: 'UTC' } });
  const policy = await made.run(async (ctx) => {
    const [standard] = (await listCalendars(ctx)).items;
    await changeCalendar(ctx, { ...standard!, week: officeWeek });
    return createPolicy(ctx, policyInput('Everything', {}, { goals: goals.map(goalInput), regimeId }));
  });
  return { ...made, policy, ...readers(made) };
}

function readers({ run, organisationId }: BuiltOrganisation) {
  const promises = (id: string): Promise<CasePromises> => run((ctx) => casePromises(ctx, id));
  return {
    promises,
    register: (changes: Partial<RegisterCaseInput> = {}) => buildCase(app.platform, organisationId, changes),
    clock: async (id: string, target: Goal['target']) =>
      (await promises(id)).clocks.findLast((one) => one.target === target)!,
    due: async (id: string, target: Goal['target']) =>
      (await promises(id)).clocks
        .findLast((one) => one.target === target)!
        .dueAt?.toISOString()
        .slice(5, 16) ?? null,
  };
}
const daysLater = (date: Date, days: number, hour: number): string =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + days, hour))
    .toISOString()
    .slice(5, 16);

describe('clocks', () => {
  test('begin with the case, stand still while it waits, and end with the claim; who waited why is on record', async () => {
    const { run, register, clock, due, administrator, policy } = await organisationWith([
      { target: 'claim', amount: 480, unit: 'working-minutes', pausedBy: ['outside-party'] },
      { target: 'first-answer', amount: 60, unit: 'working-minutes' },
    ]);
    const start = app.clock.now();
    const { id } = await register();
    expect(await due(id, 'claim')).toBe(daysLater(start, 0, 16));
    expect((await run((ctx) => getCase(ctx, id))).nextDue).toEqual({
      target: 'first-answer',
      at: new Date(start.getTime() + 3_600_000),
    });
    await run((ctx) => sendMessage(ctx, { id, text: 'We look into it.', attachmentIds: [] }));
    expect(await clock(id, 'first-answer')).toMatchObject({ state: 'met', countedMs: 0 });

    hours(1);
    await run((ctx) =>
      waitWithCase(ctx, { id, reason: 'outside-party', until: new Date(app.clock.now().getTime() + 86_400_000) }),
    );
    expect(await clock(id, 'claim')).toMatchObject({ state: 'paused', dueAt: null });
    expect((await run((ctx) => getCase(ctx, id))).nextDue).toBeNull();
    hours(2);
    await run((ctx) => endWait(ctx, { id }));
    expect(await due(id, 'claim')).toBe(daysLater(start, 1, 10));
    await run((ctx) => claimResolution(ctx, { id, answer: 'Done.', attachmentIds: [] }));
    const ended = await clock(id, 'claim');
    expect(ended).toMatchObject({
      state: 'met',
      policy: { id: policy.id, version: 1 },
      countedMs: 3_600_000,
      pausedMs: 7_200_000,
      pauses: [{ reason: 'outside-party', by: { kind: 'staff', name: 'Administrator', id: administrator.personId } }],
    });
    expect(
      ended.derivation.days.map(({ openMs, pausedMs, countedMs }) =>
        [openMs, pausedMs, countedMs].map((ms) => ms / 3_600_000),
      ),
    ).toEqual([
      [8, 2, 6],
      [8, 0, 2],
    ]);
  });

  test('begin for a customer in the portal too, who sees by when an answer is promised', async () => {
    const { organisationId, run } = await organisationWith([{ target: 'claim', amount: 1, unit: 'working-days' }]);
    const start = app.clock.now();
    const submitted = await transact(
      app.platform,
      { organisationId, actor: { kind: 'customer', customerId: null, grantId: null } },
      (ctx) =>
        submitCase(ctx, {
          kind: 'complaint',
          text: 'The water is off',
          name: 'Mona',
          email: 'mona@example.org',
          language: 'en',
          attachmentIds: [],
        }),
    );
    expect(submitted.answerBy?.toISOString().slice(5, 16)).toBe(daysLater(start, 1, 16));
    const { items } = await run((ctx) => listCases(ctx, { limit: 1, order: 'latest' }));
    expect(items[0]!.nextDue).toEqual({ target: 'claim', at: submitted.answerBy });
  });

  test('end with a hand-off that is taken up by whoever has the case', async () => {
    const made = await organisationWith([{ target: 'hand-off', amount: 60, unit: 'working-minutes' }]);
    const { run, register, clock } = made;
    const unit = await made.buildUnit({ name: 'Repairs' });
    const person = await made.buildPerson({ positionIn: unit });
    const { id } = await register();
    await run((ctx) => assignCase(ctx, { id, unitId: unit, personId: null }));
    expect(await clock(id, 'hand-off')).toMatchObject({ state: 'running', ordinal: 1 });
    hours(0.5);
    await run((ctx) => assignCase(ctx, { id, unitId: unit, personId: person.personId }), person.actor);
    expect(await clock(id, 'hand-off')).toMatchObject({ state: 'met', countedMs: 1_800_000 });
  });

  test('go on after a dispute, and the first one is still to be seen', async () => {
    const { organisationId, administrator, clock, promises } = await organisationWith([
      { target: 'claim', amount: 480, unit: 'working-minutes' },
      { target: 'dispute-answer', amount: 120, unit: 'working-minutes' },
      { target: 'lapse', amount: 3, unit: 'working-days' },
    ]);
    const start = app.clock.now();
    const built = await buildClaimedCase(app.platform, organisationId, administrator.actor);
    expect((await clock(built.id, 'lapse')).dueAt?.toISOString().slice(5, 16)).toBe(daysLater(start, 3, 16));
    hours(4);
    await asCustomerOf(app.platform, organisationId, built, (ctx, grant) =>
      disputeResolution(ctx, grant, { reason: 'It is not solved' }),
    );
    const { clocks } = await promises(built.id);
    expect(clocks.map(({ target, ordinal, state }) => [target, ordinal, state])).toEqual([
      ['claim', 1, 'running'],
      ['lapse', 1, 'cancelled'],
      ['dispute-answer', 1, 'running'],
    ]);
    expect(clocks[0]).toMatchObject({ startedAt: start, moves: [{ why: 'disputed' }] });
    expect(clocks[0]!.dueAt?.toISOString().slice(5, 16)).toBe(daysLater(start, 1, 12));
  });

  test('a claim lapses at the moment that the policy promises, and reminders beyond it are none', async () => {
    const { organisationId, administrator, run } = await organisationWith([
      { target: 'lapse', amount: 2, unit: 'days' },
    ]);
    const start = app.clock.now();
    const { id } = await buildClaimedCase(app.platform, organisationId, administrator.actor);
    const { openClaim } = await run((ctx) => getCase(ctx, id));
    expect(openClaim?.lapsesAt.toISOString().slice(5, 16)).toBe(daysLater(start, 3, 0));
    app.clock.advance(openClaim!.lapsesAt.getTime() - app.clock.now().getTime());
    await app.platform.jobs.runOnce(app.platform, 'case.lapse-unanswered');
    expect(await run((ctx) => getCase(ctx, id))).toMatchObject({ state: 'closed', outcome: 'lapsed' });
  });

  test('follow the policy of what a case becomes, by its kind or by the segment that its customer gets later', async () => {
    nextSunday();
    const made = await buildOrganisation(app.platform, { language: 'en', settings: { timeZone: 'UTC' } });
    const { run } = made;
    const { register, promises } = readers(made);
    const ids = await run((ctx) =>
      buildTree(ctx, [{ name: 'Small', rule: all(when('kind', 'is', ['person'])), sizeRank: 0 }]),
    );
    await run(async (ctx) => {
      await createPolicy(ctx, policyInput('Requests', { kinds: ['request'] }));
      await createPolicy(ctx, policyInput('Small', { segmentIds: [ids['Small']!] }));
    });
    hours(1);
    const { id } = await register();
    expect((await promises(id)).policy).toBeNull();
    await runDue();
    expect((await promises(id)).policy?.name).toEqual({ en: 'Small' });
    await run((ctx) => classifyCase(ctx, { id, kind: 'request' }));
    expect((await promises(id)).policy?.name).toEqual({ en: 'Requests' });
    expect((await promises(id)).clocks).toMatchObject([{ target: 'claim', ordinal: 1, state: 'running' }]);
    const member = await run((ctx) => buildMember(ctx));
    const known = await register({ customer: { id: member } });
    expect((await promises(known.id)).policy?.name).toEqual({ en: 'Small' });
  });
});

describe('a corrected calendar', () => {
  test('moves the due times of open cases and says why; what has ended and what a customer was told stays', async () => {
    const { run, register, promises, due, organisationId, administrator } = await organisationWith([
      { target: 'claim', amount: 1, unit: 'working-days' },
      { target: 'lapse', amount: 2, unit: 'working-days' },
    ]);
    const start = app.clock.now();
    const open = await register();
    const claimed = await buildClaimedCase(app.platform, organisationId, administrator.actor);
    const lapse = await due(claimed.id, 'lapse');
    const day = daysLater(start, 1, 0).slice(0, 5);
    const year = start.getUTCFullYear();
    await run(async (ctx) => {
      const [standard] = (await listCalendars(ctx)).items;
      await changeCalendar(ctx, {
        ...standard!,
        closures: [closureInput(`${year}-${day}T00:00`, `${year}-${day}T23:59`, 'Eid')],
      });
    });
    await runDue();
    const { clocks } = await promises(open.id);
    expect(clocks[0]!.dueAt?.toISOString().slice(5, 16)).toBe(daysLater(start, 2, 16));
    expect(clocks[0]).toMatchObject({
      moves: [{ why: 'calendar', from: clocks[0]!.firstDueAt, to: clocks[0]!.dueAt }],
    });
    expect(clocks[0]!.derivation.days[1]).toMatchObject({ why: [{ en: 'Eid' }], openMs: 0 });
    expect((await run((ctx) => getCase(ctx, open.id))).nextDue?.at).toEqual(clocks[0]!.dueAt);
    expect(await due(claimed.id, 'lapse')).toBe(lapse);
    expect((await promises(claimed.id)).clocks[0]).toMatchObject({ state: 'met', moves: [] });
  });

  test('a policy published for open cases takes them over; for new ones it does not', async () => {
    const { run, register, clock, policy } = await organisationWith([{ amount: 5, unit: 'working-days' }]);
    const { id } = await register();
    const changed = { ...policy, goals: [goalInput({ amount: 2 })] };
    const second = await run((ctx) => changePolicy(ctx, { ...changed, appliesTo: 'new' }));
    await runDue();
    expect(await clock(id, 'claim')).toMatchObject({ policy: { version: 1 }, goal: { amount: 5 } });
    await run((ctx) => changePolicy(ctx, { ...changed, version: second.version, appliesTo: 'open' }));
    await runDue();
    expect(await clock(id, 'claim')).toMatchObject({
      policy: { version: 2 },
      goal: { amount: 2 },
      moves: [{ why: 'policy', version: 2 }],
    });
  });
});

test('a new policy for open cases takes over those that it fits, with what was promised first in view; the count comes before', async () => {
  const { run, register, clock, promises, policy } = await organisationWith([{ amount: 5, unit: 'working-days' }]);
  const [complaint, inquiry] = [await register(), await register({ kind: 'inquiry' })];
  await run((ctx) => changePolicy(ctx, { ...policy, goals: [goalInput({ amount: 4 })], appliesTo: 'new' }));
  const faster = policyInput('Complaints', { kinds: ['complaint'] }, { goals: [goalInput({ amount: 2 })] });
  expect(await run((ctx) => policyCost(ctx, { ...faster, position: 1 }))).toMatchObject({ takesOver: 1 });
  const first = (await clock(complaint.id, 'claim')).dueAt;
  const made = await run((ctx) => createPolicy(ctx, { ...faster, position: 1, appliesTo: 'open' }));
  await runDue();
  expect((await promises(complaint.id)).policy).toMatchObject({ id: made.id });
  const moved = await clock(complaint.id, 'claim');
  expect(moved).toMatchObject({
    goal: { amount: 2 },
    firstDueAt: first,
    moves: [{ why: 'policy', version: 1, from: first, to: moved.dueAt }],
  });
  // What another policy promised before its last version stays as it was.
  expect(await clock(inquiry.id, 'claim')).toMatchObject({ policy: { id: policy.id, version: 1 }, moves: [] });
  expect(await run((ctx) => policyCost(ctx, { ...faster, id: made.id }))).toMatchObject({ takesOver: 1 });
  expect(
    await run((ctx) =>
      policyCost(ctx, {
        ...faster,
        id: made.id,
        conditions: { ...faster.conditions, kinds: ['complaint', 'inquiry'] },
      }),
    ),
  ).toMatchObject({
    takesOver: 2,
  });
});

describe('alarms', () => {
  const deadlines = async (made: BuiltOrganisation, person: { actor: typeof made.administrator.actor }) =>
    (await made.run((ctx) => listNotices(ctx, { state: 'all', limit: 50 }), person.actor)).items;

  test('warn whoever has the case, and at the breach tell the head and raise the priority, each once', async () => {
    const made = await organisationWith([
      {
        amount: 480,
        unit: 'working-minutes',
        warnAt: 50,
        onWarn: ['notify-assignee'],
        onBreach: ['notify-head', 'raise-priority'],
      },
    ]);
    const { run, register, clock, administrator, rootUnitId } = made;
    const agent = await made.buildPerson();
    const built = await register({ unitId: rootUnitId, assigneeId: agent.personId });
    hours(4);
    await aMinute();
    await aMinute();
    const [warned, ...others] = await deadlines(made, agent);
    expect(others).toEqual([]);
    expect(warned).toMatchObject({
      type: 'clock.warned',
      subjectId: built.id,
      data: { number: built.number, target: 'claim' },
    });
    expect(await deadlines(made, administrator)).toEqual([]);
    hours(5);
    await aMinute();
    expect(await deadlines(made, administrator)).toMatchObject([{ type: 'clock.breached', subjectId: built.id }]);
    expect(await clock(built.id, 'claim')).toMatchObject({
      state: 'running',
      breachedAt: new Date(app.clock.now().getTime() - 3_600_000),
    });
    expect((await run((ctx) => getCase(ctx, built.id))).priority).toBe('high');
  });

  test('open the door upward, and wake nobody at night (zammad#4432)', async () => {
    const made = await organisationWith([
      { amount: 1, unit: 'days', onBreach: ['open-door-upward', 'notify-assignee'] },
    ]);
    const { run, register, administrator } = made;
    const unit = await made.buildUnit({ name: 'Repairs' });
    const agent = await made.buildPerson({ positionIn: unit, head: true });
    const built = await register({ unitId: unit, assigneeId: agent.personId });
    // Monday at midnight, and an hour after it.
    hours(41);
    await aMinute();
    expect(await run((ctx) => getCase(ctx, built.id))).toMatchObject({ assigneeId: administrator.personId });
    const { rows } = await app.platform.connection.pool.query(
      `select mail_at from notifications where organisation_id = $1 and subject_id = $2`,
      [made.organisationId, built.id],
    );
    expect(rows.map((row) => row.mail_at.getUTCHours())).toEqual([8, 8]);
  });
});

describe('what a regime asks', () => {
  test('is read from the case: the number and the time at once, the record, the answer, the recourse', async () => {
    const { run, register, promises } = await organisationWith(
      [
        { target: 'acknowledge', amount: 60, unit: 'minutes' },
        { target: 'claim', amount: 5, unit: 'working-days' },
      ],
      'sa-sama',
    );
    const { id } = await register();
    const stateOf = async () =>
      Object.fromEntries((await promises(id)).regime!.demands.map(({ rule, state }) => [rule.id, state]));
    expect((await promises(id)).regime).toMatchObject({ id: 'sa-sama' });
    expect(await stateOf()).toMatchObject({
      'number-and-time': 'open',
      'five-working-days': 'open',
      'accept-or-escalate': 'open',
    });
    await runDue();
    expect(await stateOf()).toMatchObject({ 'number-and-time': 'met', 'five-working-days': 'open' });
    await run((ctx) => claimResolution(ctx, { id, answer: 'Done.', attachmentIds: [] }));
    expect(await stateOf()).toMatchObject({ 'five-working-days': 'met', 'accept-or-escalate': 'met' });
  });

  test('letters and the portal name its recourse, where it names a body', async () => {
    const { run, register, organisationId } = await organisationWith([{ amount: 5, unit: 'working-days' }], 'sa-sama');
    const lastLetter = async () => {
      const { rows } = await app.platform.connection.pool.query<{ text: string }>(
        `select body_text as text from outgoing_mails where organisation_id = $1 order by id desc limit 1`,
        [organisationId],
      );
      return rows[0]!.text;
    };
    const named = await register({ language: 'en' });
    await run((ctx) => claimResolution(ctx, { id: named.id, answer: 'Done.', attachmentIds: [] }));
    expect(await lastLetter()).toMatch(/five working days after you registered.*Saudi Central Bank/);
    expect(await lastLetter()).toContain('\nhttps://www.samacares.sa\n');
    expect(
      await asCustomerOf(app.platform, organisationId, named, (ctx, grant) => portalCase(ctx, grant)),
    ).toMatchObject({
      recourse: { contact: 'https://www.samacares.sa', body: { en: expect.stringContaining('SAMA') } },
    });

    const other = await organisationWith([{ amount: 5, unit: 'working-days' }], 'iso-10002');
    const unnamed = await other.register({ language: 'en' });
    const about = await asCustomerOf(app.platform, other.organisationId, unnamed, (ctx, grant) =>
      portalCase(ctx, grant),
    );
    expect(about.recourse).toBeNull();
  });

  test('staff acknowledge who was told on the phone once, and assess; a program assesses nothing', async () => {
    const { run, promises, clock, organisationId } = await organisationWith(
      [
        { target: 'acknowledge', amount: 60, unit: 'minutes' },
        { target: 'assess', amount: 1, unit: 'working-days' },
      ],
      'iso-10002',
    );
    const { id } = await buildCase(app.platform, organisationId, {
      channel: 'phone',
      customer: { kind: 'person', name: 'Ali', phone: '+966501234567', language: 'ar' },
    });
    await runDue();
    expect((await clock(id, 'acknowledge')).state).toBe('running');
    expect((await run((ctx) => getCase(ctx, id))).actions).toContain('acknowledge');
    await run((ctx) => acknowledgeCase(ctx, { id, channel: 'phone' }));
    expect((await clock(id, 'acknowledge')).state).toBe('met');
    expect((await run((ctx) => getCase(ctx, id))).actions).not.toContain('acknowledge');
    await expect(run((ctx) => acknowledgeCase(ctx, { id, channel: 'phone' }))).rejects.toMatchObject({
      code: 'case.acknowledged-before',
    });
    const input = {
      id,
      severity: 3,
      complexity: 2,
      impact: 2,
      safety: false,
      immediateAction: true,
      remedySought: ' Money back ',
      incidentDate: '2026-11-20',
      incidentPlace: null,
    };
    await run((ctx) => assessCase(ctx, input));
    expect((await promises(id)).assessment).toMatchObject({
      severity: 3,
      remedySought: 'Money back',
      incidentDate: '2026-11-20',
      by: { name: 'Administrator' },
    });
    expect((await clock(id, 'assess')).state).toBe('met');
    await expect(run((ctx) => assessCase(ctx, { ...input, incidentDate: '2031-01-01' }))).rejects.toMatchObject({
      code: 'request.invalid',
    });
    await expect(
      run((ctx) => assessCase(ctx, input), {
        kind: 'api-key',
        keyId: id,
        name: 'Key',
        permissions: new Set(['case.classify']),
      }),
    ).rejects.toMatchObject({ code: 'case.only-people' });
  });
});

test('the inbox shows what is due first, what is overdue and what is due soon', async () => {
  const { run, register } = await organisationWith([{ amount: 480, unit: 'working-minutes' }]);
  const first = await register({ subject: 'First' });
  hours(7);
  const second = await register({ subject: 'Second' });
  hours(2);
  const list = async (of: Partial<Parameters<typeof listCases>[1]>) =>
    (await run((ctx) => listCases(ctx, { limit: 1, order: 'due', ...of }))).items.map(({ id }) => id);
  expect(await list({})).toEqual([first.id]);
  const page = await run((ctx) => listCases(ctx, { limit: 1, order: 'due' }));
  expect(await list({ cursor: page.next! })).toEqual([second.id]);
  expect(await list({ due: 'overdue', order: 'latest', limit: 5 })).toEqual([first.id]);
  expect(await run(countCases)).toMatchObject({ open: 2, overdue: 1 });
  expect(await list({ due: 'soon', limit: 5 })).toEqual([second.id]);
  expect(await list({ q: 'Second', limit: 5 })).toEqual([second.id]);
});

test('a customer who spoke on the phone has been answered; one who wrote a letter has not', async () => {
  const { run, register, promises } = await organisationWith([
    { target: 'next-answer', amount: 60, unit: 'working-minutes' },
  ]);
  const { id } = await register();
  await run((ctx) => sendMessage(ctx, { id, text: 'We look into it.', attachmentIds: [] }));
  await run((ctx) => recordMessage(ctx, { id, text: 'And?', channel: 'phone' }));
  expect((await promises(id)).clocks).toEqual([]);
  await run((ctx) => recordMessage(ctx, { id, text: 'And?', channel: 'letter' }));
  expect((await promises(id)).clocks).toMatchObject([{ target: 'next-answer', state: 'running' }]);
});
