// Finding or making a customer: whose address it is, what is added, and one customer however many come at once.
import { sql, type KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import type { Actor } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { openTransaction } from '#platform/db/connect.ts';
import { newId } from '#platform/ids.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { contactPointsOf } from './contact-points.ts';
import { customerOfAddress } from './customer-of-address.ts';
import { buildCustomer } from './factory.ts';
import { findOrCreateCustomer, type WhoAsks } from './find-or-create-customer.ts';
import { markVerified } from './mark-verified.ts';
import { readCustomer } from './read-customer.ts';
import { removeContactPoint } from './remove-contact-point.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

const customerActor: Actor = { kind: 'customer', customerId: null, grantId: null };
const saudi = () => buildOrganisation(app.platform, { country: 'SA', language: 'ar' });
const values = (points: readonly { value: string }[]) => points.map((point) => point.value).toSorted();

async function eventsOf(organisationId: string): Promise<{ type: string; text: string; customer_id: string }[]> {
  const { rows } = await app.platform.connection.pool.query(
    `select type, customer_id, data::text as text from events where organisation_id = $1 and type like 'customer.%' order by id`,
    [organisationId],
  );
  return rows;
}
async function countOf(table: 'customers' | 'contact_points', organisationId: string): Promise<number> {
  const { rows } = await app.platform.connection.pool.query(
    `select count(*) as count from ${table} where organisation_id = $1`,
    [organisationId],
  );
  return rows[0].count;
}

describe('who it is', () => {
  test('nobody fits: a customer in the language of the organisation, with both addresses', async () => {
    const { run } = await saudi();
    const made = await run((ctx) =>
      findOrCreateCustomer(ctx, {
        name: ' \u202bنورة\u202c  العتيبي ',
        email: 'Noura@Example.com',
        phone: '٠٥٠١٢٣٤٥٦٧',
      }),
    );
    expect(made).toMatchObject({ found: false, name: 'نورة العتيبي', language: 'ar' });
    expect(values(made.contactPoints)).toEqual(['+966501234567', 'noura@example.com']);
    expect(await run((ctx) => readCustomer(ctx, made.customerId))).toMatchObject({
      kind: 'person',
      name: 'نورة العتيبي',
      contactPoints: expect.arrayContaining(made.contactPoints),
    });
  });

  test('found by each of the three, and the name stays', async () => {
    const { run } = await saudi();
    const made = await run((ctx) =>
      findOrCreateCustomer(ctx, { name: 'Sara', email: 'sara@example.com', phone: '0501234567', externalId: 'CRM-١٢' }),
    );
    for (const known of [{ externalId: 'CRM-12' }, { email: 'SARA@example.com' }, { phone: '+966501234567' }]) {
      const found = await run((ctx) => findOrCreateCustomer(ctx, { name: 'Someone else', ...known }));
      expect(found).toMatchObject({ found: true, customerId: made.customerId, name: 'Sara' });
      expect(values(found.contactPoints)).toEqual(['+966501234567', 'sara@example.com']);
    }
  });

  test('the external id decides before the e-mail, the e-mail before the phone, and no address changes hands', async () => {
    const { run, organisationId } = await saudi();
    const [byId, byEmail, byPhone] = await run(async (ctx) => [
      await findOrCreateCustomer(ctx, { name: 'A', externalId: 'A' }),
      await findOrCreateCustomer(ctx, { name: 'B', email: 'b@example.com' }),
      await findOrCreateCustomer(ctx, { name: 'C', phone: '0501234567' }),
    ]);
    const all = { name: 'X', externalId: 'A', email: 'b@example.com', phone: '0501234567' };
    expect((await run((ctx) => findOrCreateCustomer(ctx, all))).customerId).toBe(byId?.customerId);
    expect((await run((ctx) => findOrCreateCustomer(ctx, { ...all, externalId: undefined }))).customerId).toBe(
      byEmail?.customerId,
    );
    expect(
      (await run((ctx) => findOrCreateCustomer(ctx, { ...all, externalId: undefined, email: undefined }))).customerId,
    ).toBe(byPhone?.customerId);
    expect(await countOf('customers', organisationId)).toBe(3);
    expect(await run((ctx) => contactPointsOf(ctx, byId!.customerId))).toEqual([]);
  });

  test('what is new is added to the customer who was found', async () => {
    const { run, organisationId } = await saudi();
    const made = await run((ctx) => findOrCreateCustomer(ctx, { name: 'A', phone: '0501234567' }));
    const found = await run((ctx) =>
      findOrCreateCustomer(ctx, { name: 'A', phone: '0501234567', email: 'a@example.com', externalId: 'A-1' }),
    );
    expect(found.customerId).toBe(made.customerId);
    expect(values(found.contactPoints)).toEqual(['+966501234567', 'a@example.com']);
    expect(await run((ctx) => readCustomer(ctx, made.customerId))).toMatchObject({ externalId: 'A-1' });
    expect((await eventsOf(organisationId)).map((event) => event.type)).toEqual([
      'customer.registered',
      'customer.contact-point-added',
      'customer.changed',
    ]);
  });

  test('a removed address finds nobody any more', async () => {
    const { run } = await saudi();
    const made = await run((ctx) => findOrCreateCustomer(ctx, { name: 'A', email: 'a@example.com' }));
    await run((ctx) => removeContactPoint(ctx, { id: made.customerId, contactPointId: made.contactPoints[0]!.id }));
    expect(await run((ctx) => customerOfAddress(ctx, 'email', 'a@example.com'))).toBeNull();
    expect((await run((ctx) => findOrCreateCustomer(ctx, { name: 'B', email: 'a@example.com' }))).customerId).not.toBe(
      made.customerId,
    );
  });

  test("another organisation's customers are never found", async () => {
    const [mine, theirs] = [await saudi(), await saudi()];
    const who = { name: 'A', email: 'a@example.com', phone: '0501234567', externalId: 'A' };
    const made = await theirs.run((ctx) => findOrCreateCustomer(ctx, who));
    expect(await mine.run((ctx) => customerOfAddress(ctx, 'email', who.email))).toBeNull();
    expect(await mine.run((ctx) => contactPointsOf(ctx, made.customerId))).toEqual([]);
    await mine.run((ctx) => markVerified(ctx, made.contactPoints[0]!.id));
    await expect(mine.run((ctx) => readCustomer(ctx, made.customerId))).rejects.toMatchObject({
      code: 'customer.not-found',
    });
    expect(await mine.run((ctx) => findOrCreateCustomer(ctx, who))).toMatchObject({ found: false });
    expect((await theirs.run((ctx) => contactPointsOf(ctx, made.customerId))).map((point) => point.verifiedAt)).toEqual(
      [null, null],
    );
  });

  test('a phone or an e-mail that is none is refused, a name of invisible marks is replaced or refused', async () => {
    const { run } = await saudi();
    await expect(run((ctx) => findOrCreateCustomer(ctx, { name: 'A', phone: '123456' }))).rejects.toMatchObject({
      faults: [{ field: 'phone', code: 'phone-invalid' }],
    });
    await expect(run((ctx) => findOrCreateCustomer(ctx, { name: '\u200f' }))).rejects.toMatchObject({
      faults: [{ field: 'name', code: 'required' }],
    });
    expect(await run((ctx) => findOrCreateCustomer(ctx, { name: '\u200f', email: 'a@example.com' }))).toMatchObject({
      name: 'a@example.com',
    });
    expect(
      await run((ctx) =>
        findOrCreateCustomer(ctx, { name: 'b@example.com', preferName: 'باسم', email: 'b@example.com' }),
      ),
    ).toMatchObject({ name: 'باسم' });
  });
});

describe('customers who ask through the portal', () => {
  test('are registered, and found again by their e-mail', async () => {
    const { run } = await saudi();
    const who = { name: 'A', email: 'a@example.com', phone: '0501234567', language: 'fa' as const };
    const made = await run((ctx) => findOrCreateCustomer(ctx, who), customerActor);
    expect(made).toMatchObject({ found: false, language: 'fa' });
    expect(made.contactPoints).toHaveLength(2);
    expect(await run((ctx) => findOrCreateCustomer(ctx, who), customerActor)).toMatchObject({
      found: true,
      customerId: made.customerId,
    });
    expect(
      await run((ctx) => findOrCreateCustomer(ctx, { name: 'A', phone: '0501234567' }), customerActor),
    ).toMatchObject({ found: true, customerId: made.customerId });
  });

  test('cannot add an address of theirs to somebody whose phone or e-mail they know', async () => {
    const { run } = await saudi();
    const victim = await run((ctx) => findOrCreateCustomer(ctx, { name: 'Victim', phone: '0501234567' }));
    const stranger = await run(
      (ctx) => findOrCreateCustomer(ctx, { name: 'Stranger', phone: '0501234567', email: 'stranger@example.com' }),
      customerActor,
    );
    expect(stranger.customerId).not.toBe(victim.customerId);
    expect(values(stranger.contactPoints)).toEqual(['stranger@example.com']);
    await run(
      (ctx) => findOrCreateCustomer(ctx, { name: 'Victim', email: 'stranger@example.com', phone: '0559999999' }),
      customerActor,
    );
    expect(values(await run((ctx) => contactPointsOf(ctx, victim.customerId)))).toEqual(['+966501234567']);
    expect(values(await run((ctx) => contactPointsOf(ctx, stranger.customerId)))).toEqual(['stranger@example.com']);
  });
});

test('intake by another program is fast: three statements for a new customer, two for a known one', async () => {
  const { run } = await saudi();
  const who = { name: 'A', email: 'a@example.com', phone: '0501234567' };
  const anotherProgram = { kind: 'api-key', keyId: newId(), name: 'shop', permissions: new Set<string>() } as const;
  const statementsFor = (input: WhoAsks) =>
    run(async (ctx) => {
      let count = 0;
      const counter: KyselyPlugin = {
        transformQuery: ({ node }) => ((count += 1), node),
        transformResult: async ({ result }) => result,
      };
      const counted = ctx.transaction.withPlugin(counter) as Context['transaction'];
      await findOrCreateCustomer({ ...ctx, transaction: counted, keyed: counted }, input);
      return count;
    }, anotherProgram);
  expect(await statementsFor(who)).toBe(3);
  expect(await statementsFor(who)).toBe(2);
  expect(await statementsFor({ name: 'A', email: 'a@example.com' })).toBe(1);
  expect(await statementsFor({ name: 'B', email: 'b@example.com', language: 'ar' })).toBe(2);
});

describe('at the same moment', () => {
  test('twenty transactions for one customer give one customer, as staff and through the portal', async () => {
    for (const actor of [undefined, customerActor]) {
      const { run, organisationId } = await saudi();
      const who = { name: 'A', email: 'a@example.com', phone: '0501234567' };
      const results = await Promise.all(
        Array.from({ length: 20 }, () => run((ctx) => findOrCreateCustomer(ctx, who), actor)),
      );
      expect(new Set(results.map((result) => result.customerId)).size).toBe(1);
      expect(results.filter((result) => !result.found)).toHaveLength(1);
      // Whoever comes through the portal and is found there learns nothing of the customer.
      for (const { found, contactPoints } of results)
        expect(values(contactPoints)).toEqual(found && actor ? [] : ['+966501234567', 'a@example.com']);
      expect([await countOf('customers', organisationId), await countOf('contact_points', organisationId)]).toEqual([
        1, 2,
      ]);
      expect((await eventsOf(organisationId)).map((event) => event.type)).toEqual(['customer.registered']);
    }
  });

  // Each pair overlaps in one thing; which of them comes first is left to chance, many times.
  test.each([
    ['the phone', { phone: '0501234567' }],
    ['the e-mail', { email: 'a@example.com' }],
    ['the external id', { externalId: 'A' }],
  ])('those who have only %s in common are one customer with all addresses', async (_, part) => {
    const { run, organisationId } = await saudi();
    for (let round = 0; round < 10; round += 1) {
      const unique = String(round).padStart(2, '0');
      const whole = {
        name: 'A',
        email: `a${unique}@example.com`,
        phone: `05012345${unique}`,
        externalId: `A${unique}`,
      };
      const shared = Object.fromEntries(Object.keys(part).map((key) => [key, whole[key as keyof typeof whole]]));
      const results = await Promise.all(
        Array.from({ length: 8 }, (_none, at) =>
          run((ctx) => findOrCreateCustomer(ctx, at % 2 ? whole : { name: 'A', ...shared })),
        ),
      );
      expect(new Set(results.map((result) => result.customerId)).size).toBe(1);
      expect(values(await run((ctx) => contactPointsOf(ctx, results[0]!.customerId)))).toHaveLength(2);
    }
    expect(await countOf('customers', organisationId)).toBe(10);
  });

  test('one who waits for another that is rolled back is registered', async () => {
    const { run } = await saudi();
    let waiting: ReturnType<typeof buildCustomer> | undefined;
    await expect(
      run(async (ctx) => {
        await buildCustomer(ctx, { email: 'a@example.com' });
        // Another request, not a part of this transaction.
        waiting = openTransaction.exit(() => run((other) => buildCustomer(other, { email: 'a@example.com' })));
        while (!(await someoneWaits(ctx)));
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(await waiting).toMatchObject({ found: false });
  });
});

/** Whether a transaction waits for another; the database is this file's own. */
async function someoneWaits(ctx: Context): Promise<boolean> {
  const { rows } = await sql<{
    waits: boolean;
  }>`select exists (select from pg_locks where not granted) as waits`.execute(ctx.transaction);
  return rows[0]!.waits;
}
