// Finding customers again: by name in any spelling, phone, e-mail or external id, page by page.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { buildCustomer } from './factory.ts';
import { findOrCreateCustomer } from './find-or-create-customer.ts';
import { listCustomers } from './list-customers.ts';
import { removeContactPoint } from './remove-contact-point.ts';
import { writeCustomers } from './write-customers.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

type Built = Awaited<ReturnType<typeof buildOrganisation>>;
const saudi = () => buildOrganisation(app.platform, { country: 'SA', language: 'ar' });
const namesFor = async ({ run }: Built, q?: string) =>
  (await run((ctx) => listCustomers(ctx, { q, limit: 50 }))).items.map((item) => item.name);

describe('searching', () => {
  let built: Built;
  beforeAll(async () => {
    built = await saudi();
    await built.run(async (ctx) => {
      await findOrCreateCustomer(ctx, {
        name: 'أحمد الحربي',
        email: 'ahmad.harbi@example.com',
        phone: '0501234567',
        externalId: 'CRM-1042',
      });
      await writeCustomers(ctx, [{ row: 1, values: { externalId: 'CRM-1042', nationalId: '1101798278' } }]);
      await findOrCreateCustomer(ctx, { name: 'علی کریمی', email: 'karimi@example.ir', phone: '+989121234567' });
      await findOrCreateCustomer(ctx, { name: 'Catherine Whitfield', email: 'cat@example.com', phone: '0557654321' });
      await findOrCreateCustomer(ctx, { name: '100% Cotton_Shop', kind: 'company', email: 'shop@example.com' });
    });
  });

  test.each([
    ['الحربي', 'أحمد الحربي'],
    ['احمد', 'أحمد الحربي'],
    ['الحربي أحمد', 'أحمد الحربي'],
    ['أح', 'أحمد الحربي'],
    ['حرب', 'أحمد الحربي'],
    ['علي كريمي', 'علی کریمی'],
    ['محمود', undefined],
    ['کریمی علیرضا', 'علی کریمی'],
    ['whitfeild', 'Catherine Whitfield'],
    ['wh', 'Catherine Whitfield'],
    ['CATHERINE', 'Catherine Whitfield'],
    ['100%', '100% Cotton_Shop'],
    ['n_s', '100% Cotton_Shop'],
    ['0501234567', 'أحمد الحربي'],
    ['٠٥٠١٢٣٤٥٦٧', 'أحمد الحربي'],
    ['+966 50 123 4567', 'أحمد الحربي'],
    ['۴۳۲۱', 'Catherine Whitfield'],
    ['ahmad.h', 'أحمد الحربي'],
    ['Karimi@Example', 'علی کریمی'],
    ['CRM-1042', 'أحمد الحربي'],
    ['crm-١٠٤٢', undefined],
    ['CRM-١٠٤٢', 'أحمد الحربي'],
    ['1101798278', 'أحمد الحربي'],
    ['١١٠١٧٩٨٢٧٨', 'أحمد الحربي'],
    ['Ahmed Harbi', 'أحمد الحربي'],
    ['Ali Karimi', 'علی کریمی'],
    ['کاترین', 'Catherine Whitfield'],
  ])('%j finds %j first', async (q, expected) => expect((await namesFor(built, q))[0]).toBe(expected));

  test.each(['zzz', '99999', 'nobody@example.com', '%%', '_____', '\\\\', 'CRM-104'])('%j finds nobody', async (q) =>
    expect(await namesFor(built, q)).toEqual([]),
  );

  test('the end of a phone finds everybody who has it, nothing typed finds all', async () => {
    expect((await namesFor(built, '1234567')).toSorted()).toEqual(['أحمد الحربي', 'علی کریمی'].toSorted());
    for (const nothing of [undefined, '', '  ', '\u200f']) expect(await namesFor(built, nothing)).toHaveLength(4);
  });

  test("another organisation's customers are never found", async () => {
    const other = await saudi();
    for (const q of ['الحربي', '0501234567', 'ahmad', 'CRM-1042', undefined])
      expect(await namesFor(other, q)).toEqual([]);
  });

  test('a removed address finds nobody and is not shown', async () => {
    const other = await saudi();
    const { customerId, contactPoints } = await other.run((ctx) =>
      buildCustomer(ctx, { name: 'A', email: 'gone@example.com' }),
    );
    expect((await other.run((ctx) => listCustomers(ctx, { q: 'gone', limit: 5 }))).items).toMatchObject([
      { email: 'gone@example.com', phone: null },
    ]);
    await other.run((ctx) => removeContactPoint(ctx, { id: customerId, contactPointId: contactPoints[0]!.id }));
    expect(await namesFor(other, 'gone')).toEqual([]);
    expect((await other.run((ctx) => listCustomers(ctx, { limit: 5 }))).items).toMatchObject([
      { id: customerId, email: null },
    ]);
  });

  test('the search is not for the role of customers', async () => {
    await expect(
      built.run((ctx) => listCustomers(ctx, { q: 'الحربي', limit: 5 }), {
        kind: 'customer',
        customerId: null,
        grantId: null,
      }),
    ).rejects.toThrow(/permission denied/);
  });
});

describe('pages', () => {
  test.each([undefined, 'customer', 'customer-'])('each customer once, in one order (q = %j)', async (q) => {
    const { run } = await saudi();
    for (let count = 0; count < 7; count += 1) {
      // Some of one moment, some later.
      if (count % 3 === 0) app.clock.advance(1000);
      await run((ctx) => buildCustomer(ctx, { name: `Customer ${count}` }));
    }
    const whole = (await run((ctx) => listCustomers(ctx, { q, limit: 100 }))).items.map((item) => item.name);
    expect(whole).toHaveLength(7);
    if (q === undefined) expect(whole).toEqual(whole.toSorted().toReversed());
    const walked: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, next } = await run((ctx) => listCustomers(ctx, { q, limit: 2, cursor }));
      walked.push(...items.map((item) => item.name));
      cursor = next ?? undefined;
    } while (cursor);
    expect(walked).toEqual(whole);
    await expect(run((ctx) => listCustomers(ctx, { q, limit: 2, cursor: 'nonsense' }))).rejects.toMatchObject({
      code: 'request.cursor-unreadable',
    });
  });
});
