// What staff do with customers: change them, add and remove addresses, record consents, and find them again.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { addContactPoint } from './add-contact-point.ts';
import { contactPointFor } from './contact-points.ts';
import { buildCustomer } from './factory.ts';
import { markVerified } from './mark-verified.ts';
import { readCustomer } from './read-customer.ts';
import { recordConsent } from './record-consent.ts';
import { removeContactPoint } from './remove-contact-point.ts';
import { updateCustomer } from './update-customer.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

const saudi = () => buildOrganisation(app.platform, { country: 'SA', language: 'ar' });

async function eventsOf(
  organisationId: string,
): Promise<{ type: string; customer_id: string; data: Record<string, unknown> }[]> {
  const { rows } = await app.platform.connection.pool.query(
    `select type, customer_id, data from events where organisation_id = $1 and type like 'customer.%' order by id`,
    [organisationId],
  );
  return rows;
}

describe('changing', () => {
  test('what is not given stays, and the event names the fields', async () => {
    const { run, organisationId } = await saudi();
    const { customerId } = await run((ctx) => buildCustomer(ctx, { name: 'سارة' }));
    await run((ctx) => updateCustomer(ctx, { id: customerId, name: 'سارة الحربي', preferredChannel: 'phone' }));
    await run((ctx) => updateCustomer(ctx, { id: customerId, name: 'سارة الحربي' }));
    expect(await run((ctx) => readCustomer(ctx, customerId))).toMatchObject({
      name: 'سارة الحربي',
      preferredChannel: 'phone',
      language: 'ar',
    });
    await expect(run((ctx) => updateCustomer(ctx, { id: customerId, name: '\u200f' }))).rejects.toMatchObject({
      faults: [{ field: 'name', code: 'required' }],
    });
    const changes = (await eventsOf(organisationId)).filter((event) => event.type === 'customer.changed');
    expect(changes).toEqual([
      { type: 'customer.changed', customer_id: customerId, data: { fields: ['name', 'preferredChannel'] } },
    ]);
  });

  test("addresses: added once, refused when they are somebody else's, removed without being forgotten", async () => {
    const { run } = await saudi();
    const one = await run((ctx) => buildCustomer(ctx));
    const other = await run((ctx) => buildCustomer(ctx, { phone: '0501234567' }));
    await run((ctx) => addContactPoint(ctx, { id: one.customerId, channel: 'email', value: 'New@Example.com' }));
    await run((ctx) => addContactPoint(ctx, { id: one.customerId, channel: 'email', value: 'new@example.com' }));
    expect((await run((ctx) => readCustomer(ctx, one.customerId))).contactPoints).toHaveLength(2);
    await expect(
      run((ctx) => addContactPoint(ctx, { id: one.customerId, channel: 'phone', value: '٠٥٠١٢٣٤٥٦٧' })),
    ).rejects.toMatchObject({ code: 'customer.address-taken', params: { customerId: other.customerId } });
    await expect(
      run((ctx) => addContactPoint(ctx, { id: one.customerId, channel: 'phone', value: '123' })),
    ).rejects.toMatchObject({ faults: [{ field: 'value', code: 'phone-invalid' }] });
    await expect(
      run((ctx) => addContactPoint(ctx, { id: one.customerId, channel: 'email', value: 'nobody@nowhere' })),
    ).rejects.toMatchObject({ faults: [{ field: 'value', code: 'email-invalid' }] });
    const phone = await run((ctx) => contactPointFor(ctx, other.customerId, 'phone'));
    const removal = { id: other.customerId, contactPointId: phone!.id };
    await expect(run((ctx) => removeContactPoint(ctx, { ...removal, id: one.customerId }))).rejects.toMatchObject({
      code: 'customer.contact-point-not-found',
    });
    await run((ctx) => removeContactPoint(ctx, removal));
    await expect(run((ctx) => removeContactPoint(ctx, removal))).rejects.toMatchObject({
      code: 'customer.contact-point-not-found',
    });
    await run((ctx) => addContactPoint(ctx, { id: one.customerId, channel: 'phone', value: '0501234567' }));
    expect(await run((ctx) => contactPointFor(ctx, one.customerId, 'phone'))).toMatchObject({ value: '+966501234567' });
  });

  test('a proved address is tried before a newer one', async () => {
    const { run } = await saudi();
    const { customerId, contactPoints } = await run((ctx) => buildCustomer(ctx));
    app.clock.advance(1000);
    await run((ctx) => addContactPoint(ctx, { id: customerId, channel: 'email', value: 'newer@example.com' }));
    expect(await run((ctx) => contactPointFor(ctx, customerId, 'email'))).toMatchObject({ value: 'newer@example.com' });
    const provedAt = app.clock.now();
    const prove = async (inHand: string) =>
      run(
        async (ctx) => {
          await sql`select set_config('app.customer', ${inHand}, true)`.execute(ctx.transaction);
          await markVerified(ctx, contactPoints[0]!.id);
        },
        { kind: 'customer', customerId, grantId: null },
      );
    // Somebody else's proof proves nothing.
    await prove((await run((ctx) => buildCustomer(ctx))).customerId);
    expect(await run((ctx) => contactPointFor(ctx, customerId, 'email'))).toMatchObject({ value: 'newer@example.com' });
    await prove(customerId);
    app.clock.advance(1000);
    await run((ctx) => markVerified(ctx, contactPoints[0]!.id));
    expect(await run((ctx) => contactPointFor(ctx, customerId, 'email'))).toEqual({
      ...contactPoints[0],
      verifiedAt: provedAt,
    });
    expect(await run((ctx) => contactPointFor(ctx, customerId, 'phone'))).toBeNull();
  });

  test('the last word about a consent is in force', async () => {
    const { run } = await saudi();
    const { customerId: id } = await run((ctx) => buildCustomer(ctx));
    const given = { id, purpose: 'marketing' as const, channel: 'email' as const, given: true, source: 'form 12' };
    await run((ctx) => recordConsent(ctx, given));
    await run((ctx) => recordConsent(ctx, { ...given, given: false, source: 'call' }));
    await run((ctx) => recordConsent(ctx, { ...given, purpose: 'surveys' }));
    expect((await run((ctx) => readCustomer(ctx, id))).consents).toMatchObject([
      { purpose: 'marketing', given: false, source: 'call' },
      { purpose: 'surveys', given: true },
    ]);
  });

  test('no address and no name is in any event', async () => {
    const { run, organisationId } = await saudi();
    const { customerId } = await run((ctx) =>
      buildCustomer(ctx, { name: 'Secretname', email: 'secret@example.com', phone: '0501234567' }),
    );
    await run((ctx) => addContactPoint(ctx, { id: customerId, channel: 'email', value: 'second-secret@example.com' }));
    await run((ctx) => updateCustomer(ctx, { id: customerId, name: 'Secretname Two' }));
    const events = await eventsOf(organisationId);
    expect(events.map((event) => event.customer_id)).toEqual([customerId, customerId, customerId]);
    expect(JSON.stringify(events)).not.toMatch(/secret|966501234567/i);
  });
});
