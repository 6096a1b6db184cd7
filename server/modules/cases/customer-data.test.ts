// Everything about one customer, exported and erased over all modules: no word stays, no count changes, an open case stands against it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eraseCustomer } from '#modules/customers/erase-customer.ts';
import { customerDataLetter, exportCustomer } from '#modules/customers/export-customer.ts';
import { buildCustomer } from '#modules/customers/factory.ts';
import { readCustomer } from '#modules/customers/read-customer.ts';
import { previewRetention, updateRetention } from '#modules/customers/retention.ts';
import { recordConsent } from '#modules/customers/record-consent.ts';
import { updateCustomer } from '#modules/customers/update-customer.ts';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import { mergeCustomers } from '#modules/duplicates/merge-customers.ts';
import { buildDealer, buildProduct } from '#modules/purchases/factory.ts';
import { recordSale } from '#modules/purchases/record-sale.ts';
import { createPolicy } from '#modules/service-levels/create-policy.ts';
import { policyInput } from '#modules/service-levels/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { addNote } from './add-note.ts';
import { caseFigures } from './case-figures.ts';
import { closeByAuthority } from './close-by-authority.ts';
import { buildCase } from './factory.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

// Keys to recognise a customer by hold names in lower case.
const secret = /secretname|secret-|geheimnis|1101798278|\+96650|966501234567/i;

async function customerWithCase() {
  const world = await buildOrganisation(app.platform, { country: 'SA', language: 'ar' });
  const { run, organisationId } = world;
  const { customerId } = await run((ctx) =>
    buildCustomer(ctx, {
      name: 'Secretname',
      email: 'secret-1@example.com',
      phone: '0501234567',
      externalId: 'secret-id',
    }),
  );
  await run((ctx) =>
    updateCustomer(ctx, {
      id: customerId,
      nationalId: '1101798278',
      birthDate: '1990-01-01',
      address: 'Geheimnis 1',
      gender: 'female',
    }),
  );
  await run((ctx) =>
    recordConsent(ctx, { id: customerId, purpose: 'surveys', channel: 'email', given: true, source: 'Geheimnis' }),
  );
  const registered = await buildCase(app.platform, organisationId, {
    subject: 'Geheimnis',
    description: 'Geheimnis about the street',
    channel: 'phone',
    customer: { id: customerId },
  });
  await run((ctx) => addNote(ctx, { id: registered.id, text: 'Geheimnis of staff', attachmentIds: [] }));
  const dealer = await buildDealer(world);
  const productId = await run((ctx) => buildProduct(ctx));
  const buyer = { kind: 'person', name: 'Secretname', phone: '0501234567' } as const;
  const sale = {
    buyer,
    productId,
    place: 'Geheimnis Street',
    boughtOn: '2026-11-01',
    consents: { serviceMessages: true },
  };
  await run((ctx) => recordSale(ctx, sale), dealer.actor);
  const twin = await run((ctx) => buildCustomer(ctx, { name: 'Secretname Twin', email: 'secret-2@example.com' }));
  await run((ctx) => mergeCustomers(ctx, { survivorId: customerId, mergedId: twin.customerId, take: [] }));
  await app.platform.jobs.runDue(app.platform);
  /** Every text of every table of this organisation, whatever the column. */
  const everything = async (): Promise<string> => {
    const { pool } = app.platform.connection;
    const { rows: tables } = await pool.query<{ name: string }>(
      `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'organisation_id'
          and table_name in (select tablename from pg_tables where schemaname = 'public')`,
    );
    const parts = tables.map(async ({ name }) =>
      (
        await pool.query(`select to_jsonb(t)::text as row from ${name} t where organisation_id = $1`, [organisationId])
      ).rows
        .map((row) => `${name} ${row.row}`)
        .join('\n'),
    );
    return (await Promise.all(parts)).join('\n');
  };
  return { ...world, customerId, caseId: registered.id, everything };
}

test('the export holds what every module knows, for machines and for people', async () => {
  const { run, customerId } = await customerWithCase();
  const data = await run((ctx) => exportCustomer(ctx, customerId));
  expect(data.sections['record']).toContainEqual(expect.objectContaining({ field: 'nationalId', value: '1101798278' }));
  expect(data.sections['contactPoints']).toHaveLength(3);
  expect(data.sections['purchases']).toMatchObject([{ bought_on: '2026-11-01', place: 'Geheimnis Street' }]);
  expect(data.sections['dealerEntries']).toMatchObject([{ name: 'Secretname', phone: '+966501234567' }]);
  expect(data.sections['merges']).toHaveLength(1);
  expect(data.sections['consents']).toMatchObject([{ given: true, source: 'Geheimnis' }]);
  expect(data.sections['cases']).toMatchObject([{ subject: 'Geheimnis', state: 'open' }]);
  expect(data.sections['mailsSent']).toMatchObject([{ address: 'secret-1@example.com' }]);
  // Notes are the organisation's own words.
  expect(JSON.stringify(data)).not.toContain('of staff');
  const letter = await run((ctx) => customerDataLetter(ctx, customerId));
  expect(letter.language).toBe('ar');
  expect(letter.html).toContain('dir="rtl"');
  expect(letter.html).toContain('Geheimnis about the street');
  expect(letter.html).toContain('أنثى');
});

test('an open case stands against erasure, and the name must be typed', async () => {
  const { run, customerId } = await customerWithCase();
  await expect(run((ctx) => eraseCustomer(ctx, { id: customerId, confirmation: 'other' }))).rejects.toMatchObject({
    faults: [{ field: 'confirmation', code: 'confirmation-differs' }],
  });
  await expect(run((ctx) => eraseCustomer(ctx, { id: customerId, confirmation: 'secretname' }))).rejects.toMatchObject({
    code: 'customer.erasure-blocked',
    params: { reason: 'case-open', count: 1 },
  });
});

test('erasure leaves no word in any table, and the figures as they were', async () => {
  const { run, customerId, caseId, everything } = await customerWithCase();
  await run((ctx) => closeByAuthority(ctx, { id: caseId, reason: 'out-of-scope', explanation: 'Geheimnis elsewhere' }));
  await app.platform.jobs.runDue(app.platform);
  const figures = () => run((ctx) => caseFigures(ctx, {}));
  const before = await figures();
  expect((await everything()).match(new RegExp(secret, 'gi'))!.length).toBeGreaterThan(8);
  await run((ctx) => eraseCustomer(ctx, { id: customerId, confirmation: 'SECRET-ID' }));
  const left = (await everything()).split('\n').filter((line) => secret.test(line));
  expect(left).toEqual([]);
  expect(await figures()).toEqual(before);
  expect(await run((ctx) => readCustomer(ctx, customerId))).toMatchObject({
    name: '—',
    gender: 'female',
    contactPoints: [],
    erasedAt: app.clock.now(),
  });
});

test('what a regime keeps is neither erased nor runs out, until its years are over; the longest demand counts', async () => {
  const { run, organisationId } = await buildOrganisation(app.platform, { country: 'other', language: 'en' });
  const regime = { kinds: ['complaint' as const] };
  await run((ctx) => createPolicy(ctx, policyInput('Eight weeks', regime, { regimeId: 'uk-eight-weeks' })));
  const { customerId } = await run((ctx) => buildCustomer(ctx, { name: 'Jane', externalId: 'J-1' }));
  const twin = await run((ctx) => buildCustomer(ctx, { name: 'Jane', externalId: 'J-2' }));
  const free = await run((ctx) => buildCustomer(ctx, { name: 'Joan', externalId: 'J-3' }));
  const caseOf = async (id: string, kind: 'complaint' | 'inquiry') => {
    const made = await buildCase(app.platform, organisationId, { kind, customer: { id } });
    await run((ctx) => closeByAuthority(ctx, { id: made.id, reason: 'out-of-scope', explanation: 'Elsewhere' }));
    return made;
  };
  await caseOf(customerId, 'complaint');
  await caseOf(free.customerId, 'inquiry');
  const year = 365.25 * 86_400_000;
  app.clock.advance(year);
  const until = app.clock.now();
  await caseOf(twin.customerId, 'complaint');
  await run((ctx) => mergeCustomers(ctx, { survivorId: customerId, mergedId: twin.customerId, take: [] }));
  until.setUTCFullYear(until.getUTCFullYear() + 3);
  const erase = (id: string, confirmation: string) => run((ctx) => eraseCustomer(ctx, { id, confirmation }));
  await expect(erase(customerId, 'Jane')).rejects.toMatchObject({
    code: 'customer.erasure-blocked',
    params: { reason: 'case-kept', count: 2, until, rule: { en: expect.stringContaining('three years') } },
  });
  await erase(free.customerId, 'Joan');

  // Two years of silence, and values are kept for one.
  app.clock.advance(2 * year - 86_400_000);
  const settings = { identity: 12, contact: null, demographic: null, place: null, other: null };
  expect(await run((ctx) => previewRetention(ctx, settings))).toMatchObject({ identity: 0 });
  await run((ctx) => updateRetention(ctx, settings));
  await app.platform.jobs.runOnce(app.platform, 'customer.expire-values');
  expect(await run((ctx) => readCustomer(ctx, customerId))).toMatchObject({ externalId: 'J-1' });

  app.clock.advance(year + 2 * 86_400_000);
  expect(await run((ctx) => previewRetention(ctx, settings))).toMatchObject({ identity: 2 });
  await app.platform.jobs.runOnce(app.platform, 'customer.expire-values');
  expect(await run((ctx) => readCustomer(ctx, customerId))).toMatchObject({ externalId: null });
  await erase(customerId, 'Jane');
});
