// Working calendars: one is the default from the beginning, changes do not overwrite each other, and each day says why it is as it is.
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorkingCalendar } from '#contract/service-levels.ts';
import { buildOrganisation, signIn } from '#modules/organisation/factory.ts';
import type { Context } from '#platform/context.ts';
import { openTransaction } from '#platform/db/connect.ts';
import { createHttp } from '#platform/http/server.ts';
import { newId } from '#platform/ids.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { calendarDays } from './calendar-days.ts';
import { changeCalendar } from './change-calendar.ts';
import { createCalendar } from './create-calendar.ts';
import { calendarInput, closureInput, exceptionInput, officeWeek } from './factory.ts';
import { getCalendar } from './get-calendar.ts';
import { listCalendars, mostCalendars } from './list-calendars.ts';
import { makeDefault } from './make-default.ts';
import { removeCalendar } from './remove-calendar.ts';

let app: TestApp;
let http: FastifyInstance;
beforeAll(async () => {
  app = await createTestApp();
  http = await createHttp(app.platform);
});
afterAll(async () => {
  await http?.close();
  await app?.close();
});

async function eventsOf(organisationId: string): Promise<{ type: string; subject_id: string; data: object }[]> {
  const { rows } = await app.platform.connection.pool.query(
    `select type, subject_id, data from events where organisation_id = $1 and type like 'working-calendar.%' order by id`,
    [organisationId],
  );
  return rows;
}

async function defaultOf(ctx: Context): Promise<WorkingCalendar> {
  return (await listCalendars(ctx)).items.find((one) => one.isDefault)!;
}

const changeOf = ({ id, version, name, timeZone, week, exceptions, closures }: WorkingCalendar) => ({
  id,
  version,
  name,
  timeZone,
  week,
  exceptions,
  closures,
});

describe('the default calendar', () => {
  test('is there from the beginning, by the zone and the weekend of the organisation', async () => {
    const { run } = await buildOrganisation(app.platform, { country: 'IR', language: 'fa' });
    const { items } = await run(listCalendars);
    const open = [{ from: 480, until: 960 }];
    expect(items).toEqual([
      {
        id: items[0]!.id,
        version: 1,
        name: { ar: 'أوقات العمل', fa: 'ساعت کاری', en: 'Working hours' },
        timeZone: 'Asia/Tehran',
        week: [open, open, open, open, open, [], open],
        exceptions: [],
        closures: [],
        isDefault: true,
        changedAt: app.clock.now(),
        changedBy: null,
      },
    ]);
  });

  test('is given to organisations that were there before', async () => {
    const { run, organisationId } = await buildOrganisation(app.platform, { country: 'SA', language: 'ar' });
    const { pool } = app.platform.connection;
    await pool.query('delete from working_calendars where organisation_id = $1', [organisationId]);
    // What the migration does for them.
    await pool.query('select begin_working_calendar(o) from organisations o where organisation_id = $1', [
      organisationId,
    ]);
    expect(await run(defaultOf)).toMatchObject({ timeZone: 'Asia/Riyadh', week: officeWeek });
  });

  test('becomes another one, and is never removed', async () => {
    const { run, organisationId } = await buildOrganisation(app.platform);
    const first = await run(defaultOf);
    const made = await run((ctx) => createCalendar(ctx, calendarInput()));
    expect(made).toMatchObject({ version: 1, isDefault: false, changedBy: 'Administrator' });
    await expect(run((ctx) => removeCalendar(ctx, first.id))).rejects.toMatchObject({
      code: 'working-calendar.is-default',
    });
    expect(await run((ctx) => makeDefault(ctx, made.id))).toEqual({ ...made, isDefault: true });
    // A second time changes nothing.
    await run((ctx) => makeDefault(ctx, made.id));
    expect((await run(listCalendars)).items).toEqual([
      { ...made, isDefault: true },
      { ...first, isDefault: false },
    ]);
    await run((ctx) => removeCalendar(ctx, first.id));
    await expect(run((ctx) => getCalendar(ctx, first.id))).rejects.toMatchObject({
      code: 'working-calendar.not-found',
      status: 404,
    });
    expect(await eventsOf(organisationId)).toEqual([
      { type: 'working-calendar.created', subject_id: made.id, data: { version: 1, timeZone: 'Asia/Riyadh' } },
      { type: 'working-calendar.made-default', subject_id: made.id, data: { before: first.id } },
      { type: 'working-calendar.removed', subject_id: first.id, data: { version: 1 } },
    ]);
  });

  test('is one, also when two become it at the same moment', async () => {
    const { run } = await buildOrganisation(app.platform);
    const [a, b] = await run(
      async (ctx) => [await createCalendar(ctx, calendarInput()), await createCalendar(ctx, calendarInput())] as const,
    );
    let settled = false;
    const { other } = await run(async (ctx) => {
      await makeDefault(ctx, a.id);
      // Another request, not a part of this transaction: it waits until this one commits.
      const request = openTransaction.exit(() => run((own) => makeDefault(own, b.id))).finally(() => (settled = true));
      while (!settled && !(await someoneWaits(ctx)));
      return { other: request };
    });
    expect(await other).toMatchObject({ id: b.id, isDefault: true });
    expect((await run(listCalendars)).items.filter((one) => one.isDefault).map((one) => one.id)).toEqual([b.id]);
  });
});

/** Whether a transaction waits for another; the database is this file's own. */
async function someoneWaits(ctx: Context): Promise<boolean> {
  const { rows } = await sql<{
    waits: boolean;
  }>`select exists (select from pg_locks where not granted) as waits`.execute(ctx.transaction);
  return rows[0]!.waits;
}

describe('changes', () => {
  test('replace the whole, and the event says what differs without words', async () => {
    const { run, organisationId } = await buildOrganisation(app.platform);
    const [kept, gone] = [exceptionInput(), exceptionInput()];
    const made = await run((ctx) =>
      createCalendar(ctx, calendarInput({ name: { en: ' Office\u200f ', ar: '' }, exceptions: [kept, gone] })),
    );
    expect(made.name).toEqual({ en: 'Office' });
    const [added, closure] = [exceptionInput(), closureInput('2026-11-29T13:00', '2026-11-29T15:00', 'A secret visit')];
    const renamed = { ...kept, name: { en: 'A secret name' } };
    const changed = await run((ctx) =>
      changeCalendar(ctx, { ...changeOf(made), exceptions: [renamed, added], closures: [closure] }),
    );
    expect(changed).toEqual({ ...made, version: 2, exceptions: [renamed, added], closures: [closure] });
    // What changes nothing is no change.
    expect(await run((ctx) => changeCalendar(ctx, changeOf(changed)))).toEqual(changed);
    expect((await eventsOf(organisationId)).at(-1)).toEqual({
      type: 'working-calendar.changed',
      subject_id: made.id,
      data: {
        version: 2,
        fields: ['exceptions', 'closures'],
        exceptions: { added: [added.id], changed: [kept.id], removed: [gone.id] },
        closures: { added: [closure.id], changed: [], removed: [] },
      },
    });
  });

  test('from a version that somebody else changed are refused, also at the same moment', async () => {
    const { run, buildPerson } = await buildOrganisation(app.platform);
    const { actor } = await buildPerson({ roles: ['service-manager'], name: 'Huda' });
    const before = await run(defaultOf);
    let settled = false;
    const { other } = await run(async (ctx) => {
      await changeCalendar(ctx, { ...changeOf(before), timeZone: 'Asia/Tehran' });
      const request = openTransaction
        .exit(() => run((own) => changeCalendar(own, { ...changeOf(before), timeZone: 'Asia/Dubai' })))
        .then(
          () => null,
          (error: unknown) => error,
        )
        .finally(() => (settled = true));
      while (!settled && !(await someoneWaits(ctx)));
      return { other: request };
    }, actor);
    expect(await other).toMatchObject({
      code: 'working-calendar.changed-meanwhile',
      status: 409,
      params: { version: 2 },
    });
    expect(await run(defaultOf)).toMatchObject({ version: 2, timeZone: 'Asia/Tehran', changedBy: 'Huda' });
  });

  test('that break a rule are refused with the field', async () => {
    const { run } = await buildOrganisation(app.platform);
    const made = await run(defaultOf);
    const exceptions = [exceptionInput({ calendar: 'persian', from: { month: 7, day: 31 } })];
    const refusal = { code: 'request.invalid', faults: [{ field: 'exceptions.0.from', code: 'day-never-there' }] };
    await expect(run((ctx) => changeCalendar(ctx, { ...changeOf(made), exceptions }))).rejects.toMatchObject(refusal);
    await expect(run((ctx) => createCalendar(ctx, calendarInput({ exceptions })))).rejects.toMatchObject(refusal);
    const nameless = calendarInput({ name: { ar: '\u200f' } });
    await expect(run((ctx) => createCalendar(ctx, nameless))).rejects.toMatchObject({
      faults: [{ field: 'name', code: 'required' }],
    });
    expect((await run(listCalendars)).items).toEqual([made]);
  });

  test("meet one's own only, and there is an end to how many", async () => {
    const [mine, theirs] = [await buildOrganisation(app.platform), await buildOrganisation(app.platform)];
    const foreign = await theirs.run(defaultOf);
    const refusal = { code: 'working-calendar.not-found' };
    for (const id of [foreign.id, newId()]) {
      await expect(mine.run((ctx) => changeCalendar(ctx, { ...changeOf(foreign), id }))).rejects.toMatchObject(refusal);
      await expect(mine.run((ctx) => removeCalendar(ctx, id))).rejects.toMatchObject(refusal);
      await expect(mine.run((ctx) => makeDefault(ctx, id))).rejects.toMatchObject(refusal);
      await expect(
        mine.run((ctx) => calendarDays(ctx, { id, from: '2026-11-01', until: '2026-11-02' })),
      ).rejects.toMatchObject(refusal);
    }
    expect(await theirs.run(defaultOf)).toEqual(foreign);
    await mine.run(async (ctx) => {
      for (let count = 1; count < mostCalendars; count += 1) await createCalendar(ctx, calendarInput());
    });
    await expect(mine.run((ctx) => createCalendar(ctx, calendarInput()))).rejects.toMatchObject({
      code: 'working-calendar.too-many',
    });
  });
});

describe('days', () => {
  test('say what is open and why', async () => {
    const { run } = await buildOrganisation(app.platform);
    const shorter = officeWeek.map((spans) => spans.map(() => ({ from: 600, until: 900 })));
    const { id } = await run((ctx) =>
      createCalendar(
        ctx,
        calendarInput({
          exceptions: [
            exceptionInput({
              name: { en: 'Eid al-Fitr' },
              calendar: 'islamic-umalqura',
              from: { month: 10, day: 1 },
              until: { month: 10, day: 1 },
              declared: [{ year: 1447, from: '2026-03-22', until: '2026-03-22' }],
            }),
            exceptionInput({
              name: { en: 'Ramadan' },
              calendar: 'islamic-umalqura',
              from: { month: 9, day: 1 },
              until: { month: 9, day: 30 },
              week: shorter,
            }),
          ],
          closures: [closureInput('2026-03-23T10:00', '2026-03-23T11:30', 'Fire drill')],
        }),
      ),
    );
    const { days } = await run((ctx) => calendarDays(ctx, { id, from: '2026-03-18', until: '2026-03-24' }));
    const open = { spans: [{ from: 480, until: 960 }], why: [], kind: 'ordinary' };
    const ramadan = { spans: [{ from: 600, until: 900 }], why: [{ en: 'Ramadan' }], kind: 'special' };
    expect(days).toEqual([
      { date: '2026-03-18', ...ramadan },
      { date: '2026-03-19', ...ramadan },
      // Friday and Saturday; by computation the feast would be one of them, and a Sunday was declared.
      { date: '2026-03-20', ...open, spans: [] },
      { date: '2026-03-21', ...open, spans: [] },
      { date: '2026-03-22', spans: [], why: [{ en: 'Eid al-Fitr' }], kind: 'holiday' },
      {
        date: '2026-03-23',
        spans: [
          { from: 480, until: 600 },
          { from: 690, until: 960 },
        ],
        why: [{ en: 'Fire drill' }],
        kind: 'ordinary',
      },
      { date: '2026-03-24', ...open },
    ]);
  });

  test('are four hundred at most, in order, in years that can be computed', async () => {
    const { run } = await buildOrganisation(app.platform);
    const { id } = await run(defaultOf);
    const ask = (from: string, until: string) => run((ctx) => calendarDays(ctx, { id, from, until }));
    const { days } = await ask('2026-01-01', '2027-02-04');
    expect(days).toHaveLength(400);
    expect(days.at(-1)).toMatchObject({ date: '2027-02-04' });
    expect((await ask('2026-01-01', '2026-01-01')).days).toHaveLength(1);
    for (const [from, until, fault] of [
      ['2026-01-01', '2027-02-05', { field: 'until', code: 'too-many-days', params: { most: 400 } }],
      ['2026-01-02', '2026-01-01', { field: 'until', code: 'before-from' }],
      ['0622-01-01', '0622-01-02', { field: 'from', code: 'day-out-of-range' }],
      ['9999-12-30', '9999-12-31', { field: 'from', code: 'day-out-of-range' }],
    ] as const)
      await expect(ask(from, until)).rejects.toMatchObject({ code: 'request.invalid', faults: [fault] });
  });
});

describe('over HTTP', () => {
  test('everybody reads, service managers and administrators change', async () => {
    const { buildPerson } = await buildOrganisation(app.platform);
    const manager = await signIn(http, await buildPerson({ roles: ['service-manager'], withAccount: true }));
    const agent = await signIn(http, await buildPerson({ roles: ['agent'], withAccount: true }));
    const call = async (
      headers: Record<string, string>,
      method: 'GET' | 'POST' | 'PUT' | 'DELETE',
      path: string,
      payload?: object,
    ) => {
      const answer = await http.inject({
        method,
        url: `/api/working-calendars${path}`,
        headers,
        ...(payload ? { payload } : {}),
      });
      return { status: answer.statusCode, body: answer.json() };
    };
    const input = calendarInput({ exceptions: [exceptionInput()] });
    const made = await call(manager, 'POST', '', input);
    expect(made).toMatchObject({ status: 201, body: { ...input, version: 1, isDefault: false } });
    const { id } = made.body as WorkingCalendar;
    expect(await call(manager, 'PUT', `/${id}`, { ...input, version: 1, timeZone: 'Asia/Dubai' })).toMatchObject({
      status: 200,
      body: { version: 2, timeZone: 'Asia/Dubai' },
    });
    expect(await call(manager, 'PUT', `/${id}`, { ...input, version: 1 })).toMatchObject({
      status: 409,
      body: { code: 'working-calendar.changed-meanwhile' },
    });
    const overlapping = officeWeek.with(1, [
      { from: 480, until: 720 },
      { from: 700, until: 960 },
    ]);
    expect(await call(manager, 'PUT', `/${id}`, { ...input, version: 2, week: overlapping })).toMatchObject({
      status: 422,
      body: { code: 'request.invalid', faults: [{ field: 'week.1.1', code: 'span-overlaps' }] },
    });
    expect(await call(manager, 'PUT', `/${id}/default`)).toMatchObject({ status: 200, body: { isDefault: true } });
    expect(await call(manager, 'DELETE', `/${id}`)).toMatchObject({
      status: 409,
      body: { code: 'working-calendar.is-default' },
    });
    const list = await call(agent, 'GET', '');
    expect(list).toMatchObject({ status: 200, body: { items: [{ id }, { isDefault: false }] } });
    expect(await call(agent, 'GET', `/${id}`)).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await call(agent, 'GET', `/${id}/days?from=2026-12-31&until=2027-01-01`)).toMatchObject({
      status: 200,
      body: {
        days: [
          { date: '2026-12-31', kind: 'ordinary', why: [] },
          { date: '2027-01-01', kind: 'holiday', why: [{ en: 'Holiday' }] },
        ],
      },
    });
    const other = (list.body as { items: WorkingCalendar[] }).items[1]!.id;
    expect(await call(agent, 'POST', '', input)).toMatchObject({ status: 403 });
    expect(await call(agent, 'PUT', `/${id}`, { ...input, version: 2 })).toMatchObject({ status: 403 });
    expect(await call(agent, 'PUT', `/${other}/default`)).toMatchObject({ status: 403 });
    expect(await call(agent, 'DELETE', `/${other}`)).toMatchObject({ status: 403 });
    expect(await call(manager, 'DELETE', `/${other}`)).toMatchObject({ status: 200, body: {} });
  });
});
