// Consents in a file: taken with their day and the file as source, never assumed, never against a later refusal; and in the list that leaves.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { customerExporter } from '#modules/customers/exporter.ts';
import { buildCustomer } from '#modules/customers/factory.ts';
import { recordConsent } from '#modules/customers/record-consent.ts';
import { linkRecords } from '#modules/customers/link-records.ts';
import { mayBeWrittenTo } from '#modules/customers/legal-basis.ts';
import { buildOrganisation, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import type { Import } from '#contract/imports.ts';
import { buildImport } from './factory.ts';
import { readImport, requireImport } from './import-record.ts';
import { runImportJob } from './run-import.ts';
import { checkImport, startImport } from './start-import.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

const saudi = () => buildOrganisation(app.platform, { country: 'SA', language: 'ar' });
const day = (back: number): string => {
  const at = new Date(app.clock.now().getTime() - back * 86_400_000);
  return at.toISOString().slice(0, 10);
};
const email = 'Consent to marketing by e-mail';

async function work(org: BuiltOrganisation, id: string): Promise<Import> {
  const { run } = await org.run((ctx) => requireImport(ctx, id));
  await runImportJob.handle(app.platform, { organisationId: org.organisationId, importId: id, run });
  return org.run((ctx) => readImport(ctx, id));
}

async function imported(org: BuiltOrganisation, csv: string): Promise<{ trial: Import; done: Import }> {
  const { id } = await buildImport({ platform: app.platform, run: org.run }, csv, { name: 'crm 2026.csv' });
  await org.run((ctx) => checkImport(ctx, { id }));
  const trial = await work(org, id);
  await org.run((ctx) => startImport(ctx, { id }));
  return { trial, done: await work(org, id) };
}

async function words(org: BuiltOrganisation): Promise<Record<string, unknown>[]> {
  const { rows } = await app.platform.connection.pool.query(
    `select c.name, s.purpose, s.channel, s.given, s.source, to_char(s.at at time zone 'Asia/Riyadh', 'YYYY-MM-DD') as day
       from consents s join customers c on c.organisation_id = s.organisation_id and c.id = s.customer_id
      where s.organisation_id = $1 order by c.name, s.purpose, s.channel, s.at`,
    [org.organisationId],
  );
  return rows;
}

test('each purpose and channel by itself, with its day and the file; silence and an empty cell say nothing', async () => {
  const org = await saudi();
  const csv = [
    `name,id,${email},الموافقة على الاستبيانات بالهاتف,Date of consent`,
    `A,1,yes,لا,${day(40)}`,
    `B,2,,,${day(40)}`,
    'C,3,نعم,,',
    `D,4,perhaps,,${day(40)}`,
    `E,5,yes,,${day(-3)}`,
  ].join('\n');
  const { trial, done } = await imported(org, csv);
  expect(trial.columns.map((column) => column.field)).toEqual([
    'name',
    'externalId',
    'consents.marketing.email',
    'consents.surveys.phone',
    'consentsAt',
  ]);
  expect(trial.firstFaults.map(({ row, faults }) => [row, faults[0]?.field, faults[0]?.code])).toEqual([
    [5, 'consents.marketing.email', 'yes-no-invalid'],
    [6, 'consentsAt', 'date-in-future'],
  ]);
  expect(done.counts).toMatchObject({ created: 3, refused: 2 });
  expect(await words(org)).toEqual([
    { name: 'A', purpose: 'marketing', channel: 'email', given: true, source: 'crm 2026.csv', day: day(40) },
    // A refusal holds from the end of its day.
    { name: 'A', purpose: 'surveys', channel: 'phone', given: false, source: 'crm 2026.csv', day: day(39) },
    { name: 'C', purpose: 'marketing', channel: 'email', given: true, source: 'crm 2026.csv', day: day(0) },
  ]);
  const { rows } = await app.platform.connection.pool.query(
    `select data from events where organisation_id = $1 and type = 'customer.consent-recorded' order by id`,
    [org.organisationId],
  );
  expect(rows).toHaveLength(3);
  // The same file again: nothing was said that is not known.
  expect((await imported(org, csv)).done.counts).toMatchObject({ created: 0, changed: 0, unchanged: 3 });
  expect(await words(org)).toHaveLength(3);
});

test('never wider than the last word: a later refusal stands, and one before a yes without a day', async () => {
  const org = await saudi();
  const { customerId } = await org.run((ctx) => buildCustomer(ctx, { name: 'A', email: 'a@example.com' }));
  const marketing = { id: customerId, purpose: 'marketing', channel: 'email', source: 'call' } as const;
  await org.run((ctx) => recordConsent(ctx, { ...marketing, given: false }));
  app.clock.advance(86_400_000 * 5);
  const file = (said: string, on: string) => `email,${email},Date of consent\na@example.com,${said},${on}`;
  const may = () => org.run((ctx) => mayBeWrittenTo(ctx, customerId, 'marketing', 'email'));

  const earlier = await imported(org, file('yes', day(9)));
  expect(earlier.trial.firstFaults).toMatchObject([
    { row: 2, refused: false, faults: [{ field: 'consents.marketing.email', code: 'consent-withdrawn-later' }] },
  ]);
  expect(earlier.done.counts).toMatchObject({ unchanged: 1, warned: 1 });
  // Of the day of the refusal itself nobody can say which was later.
  expect((await imported(org, file('yes', day(5)))).done.counts).toMatchObject({ unchanged: 1, warned: 1 });
  expect((await imported(org, file('yes', ''))).done.firstFaults[0]!.faults[0]!.code).toBe('consent-without-date');
  expect(await may()).toBe(false);

  expect((await imported(org, file('yes', day(2)))).done.counts).toMatchObject({ changed: 1, warned: 0 });
  expect(await may()).toBe(true);
  // A refusal from before does not undo what was said since; one without a day is of today.
  expect((await imported(org, file('no', day(4)))).done.firstFaults[0]!.faults[0]!.code).toBe('consent-given-later');
  expect(await may()).toBe(true);
  expect((await imported(org, file('no', ''))).done.counts).toMatchObject({ changed: 1 });
  expect(await may()).toBe(false);
});

test('a refusal of a merged record stands against a yes of its survivor', async () => {
  const org = await saudi();
  const one = await org.run((ctx) => buildCustomer(ctx, { name: 'A', email: 'one@example.com' }));
  const other = await org.run((ctx) => buildCustomer(ctx, { name: 'A', email: 'two@example.com' }));
  await org.run((ctx) =>
    recordConsent(ctx, { id: other.customerId, purpose: 'marketing', channel: 'email', given: false, source: 'call' }),
  );
  await org.run((ctx) => linkRecords(ctx, { survivorId: one.customerId, mergedId: other.customerId, take: [] }));
  const { done } = await imported(org, `email,${email},Date of consent\none@example.com,yes,${day(3)}`);
  expect(done.counts).toMatchObject({ unchanged: 1, warned: 1 });
  expect(await org.run((ctx) => mayBeWrittenTo(ctx, one.customerId, 'marketing', 'email'))).toBe(false);
});

test('the list that leaves says them in columns that an import reads, with the earliest day', async () => {
  const org = await saudi();
  await imported(org, `name,id,${email},الموافقة على الاستبيانات بالهاتف,Date of consent\nA,1,yes,no,${day(7)}\nB,2,,,`);
  const { columns } = await org.run((ctx) => customerExporter.columns(ctx));
  const page = await org.run((ctx) => customerExporter.rows(ctx, {}, null, 'en'));
  const at = (key: string): number => columns.findIndex((column) => column.key === key);
  const shown = page.rows.map((row) =>
    ['name', 'consents.marketing.email', 'consents.surveys.phone', 'consents.marketing.phone', 'consentsAt'].map(
      (key) => row[at(key)],
    ),
  );
  expect(shown.toSorted()).toEqual([
    ['A', 'yes', 'no', null, day(7)],
    ['B', null, null, null, null],
  ]);
});
