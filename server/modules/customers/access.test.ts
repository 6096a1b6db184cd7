// Rights: what is not granted is not sent, not searched, not filtered by, not written; whose customers are not one's own are not there.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CustomerRights, FieldClass } from '#contract/customer-record.ts';
import { buildOrganisation, type BuiltOrganisation, type BuiltPerson } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { updateAccessSettings } from './access-settings.ts';
import { addContactPoint } from './add-contact-point.ts';
import { shownContactPoints } from './contact-points.ts';
import { customerFieldList } from './customer-field-list.ts';
import { customerTimeline } from './customer-timeline.ts';
import { buildCustomer } from './factory.ts';
import { listCustomers } from './list-customers.ts';
import { readCustomer } from './read-customer.ts';
import { registerCustomer } from './register-customer.ts';
import { updateCustomer } from './update-customer.ts';
import { writeCustomers } from './write-customers.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

const everyClass: FieldClass[] = ['identity', 'contact', 'demographic', 'place', 'other'];
const all: CustomerRights = { read: everyClass, write: everyClass, rows: 'all' };

async function worldWhereAgents(
  rights: Partial<CustomerRights>,
  person: { positionIn?: 'root' } = {},
): Promise<{ world: BuiltOrganisation; agent: BuiltPerson }> {
  const world = await buildOrganisation(app.platform, { country: 'SA', language: 'ar' });
  await world.run((ctx) => writeCustomers(ctx, []));
  await world.run((ctx) =>
    updateAccessSettings(ctx, { 'service-manager': all, 'api-key': all, agent: { ...all, ...rights } }),
  );
  const agent = await world.buildPerson({
    roles: ['agent'],
    ...(person.positionIn ? { positionIn: world.rootUnitId } : {}),
  });
  return { world, agent };
}

describe('classes of fields', () => {
  test('what may not be read is not sent, and it is said so', async () => {
    const { world, agent } = await worldWhereAgents({ read: ['other'], write: ['other', 'contact'] });
    const { run } = world;
    const { customerId: id } = await run((ctx) =>
      buildCustomer(ctx, { name: 'سارة', email: 'sara@example.com', phone: '0501234567', externalId: 'X-1' }),
    );
    await run((ctx) =>
      updateCustomer(ctx, {
        id,
        nationalId: '1101798278',
        birthDate: '1990-01-01',
        gender: 'female',
        address: 'شارع 1',
      }),
    );
    const read = await run((ctx) => readCustomer(ctx, id), agent.actor);
    expect(read).toMatchObject({ name: 'سارة', hidden: ['identity', 'contact', 'demographic', 'place'] });
    expect(JSON.stringify(read)).not.toMatch(/1101798278|1990|female|شارع|sara@|\+966|X-1/);
    const list = await run((ctx) => listCustomers(ctx, { limit: 10 }), agent.actor);
    expect(list.items).toMatchObject([{ name: 'سارة', email: null, phone: null }]);
    expect(list.hidden).toContain('contact');
    expect(await run((ctx) => shownContactPoints(ctx, id), agent.actor)).toEqual([]);
    const keys = (await run(customerFieldList, agent.actor)).map((field) => field.key);
    expect(keys).not.toContain('nationalId');
    expect(keys).toContain('stage');
  });

  test('nor can it be searched or filtered by', async () => {
    const { world, agent } = await worldWhereAgents({ read: ['other'] });
    const { run } = world;
    await run((ctx) =>
      buildCustomer(ctx, { name: 'سارة', email: 'sara@example.com', phone: '0501234567', externalId: 'X1' }),
    );
    for (const q of ['sara@', '234567', 'X1']) {
      expect((await run((ctx) => listCustomers(ctx, { limit: 10, q }))).items, q).toHaveLength(1);
      expect((await run((ctx) => listCustomers(ctx, { limit: 10, q }), agent.actor)).items, q).toHaveLength(0);
    }
    await expect(run((ctx) => listCustomers(ctx, { limit: 10, gender: 'female' }), agent.actor)).rejects.toMatchObject({
      faults: [{ field: 'gender', code: 'not-granted' }],
    });
  });

  test('what may be read and not written is refused by name', async () => {
    const { world, agent } = await worldWhereAgents({ write: ['other'] });
    const { run } = world;
    const { customerId: id } = await run((ctx) => buildCustomer(ctx));
    await expect(run((ctx) => updateCustomer(ctx, { id, gender: 'male' }), agent.actor)).rejects.toMatchObject({
      faults: [{ field: 'gender', code: 'not-granted' }],
    });
    await expect(
      run((ctx) => addContactPoint(ctx, { id, channel: 'email', value: 'a@example.com' }), agent.actor),
    ).rejects.toMatchObject({ faults: [{ code: 'not-granted' }] });
    const [row] = await run(
      (ctx) => writeCustomers(ctx, [{ row: 1, values: { name: 'A', regionId: 'SA-01' } }]),
      agent.actor,
    );
    expect(row).toMatchObject({ outcome: 'refused', faults: [{ field: 'regionId', code: 'not-granted' }] });
    expect((await run((ctx) => readCustomer(ctx, id), agent.actor)).readOnly).toEqual([
      'identity',
      'contact',
      'demographic',
      'place',
    ]);
  });
});

describe('whose customers', () => {
  test('own: the others are not there, in no list, by no id, for no change', async () => {
    const { world, agent } = await worldWhereAgents({ rows: 'own' });
    const { run } = world;
    const mine = await run((ctx) => buildCustomer(ctx, { name: 'Mine' }));
    const other = await run((ctx) => buildCustomer(ctx, { name: 'Other', email: 'other@example.com' }));
    await run((ctx) => updateCustomer(ctx, { id: mine.customerId, responsibleId: agent.personId }));
    const as = <T>(work: Parameters<typeof run<T>>[0]) => run(work, agent.actor);
    expect((await as((ctx) => listCustomers(ctx, { limit: 10 }))).items.map((one) => one.name)).toEqual(['Mine']);
    expect((await as((ctx) => listCustomers(ctx, { limit: 10, q: 'Other' }))).items).toEqual([]);
    for (const attempt of [
      () => as((ctx) => readCustomer(ctx, other.customerId)),
      () => as((ctx) => updateCustomer(ctx, { id: other.customerId, name: 'X' })),
      () => as((ctx) => customerTimeline(ctx, { id: other.customerId, limit: 10 })),
      () => as((ctx) => registerCustomer(ctx, { kind: 'person', name: 'X', email: 'other@example.com' })),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'customer.not-found' });
    expect(await as((ctx) => shownContactPoints(ctx, other.customerId))).toEqual([]);
    const [row] = await as((ctx) =>
      writeCustomers(ctx, [{ row: 1, values: { email: 'other@example.com', name: 'X' } }]),
    );
    expect(row).toMatchObject({ outcome: 'refused', faults: [{ code: 'customer-not-open' }] });
    const made = await as((ctx) => registerCustomer(ctx, { kind: 'person', name: 'New' }));
    expect(made.responsible).toMatchObject({ id: agent.personId });
  });

  test('unit: those of the units one holds a position in, and below', async () => {
    const { world, agent } = await worldWhereAgents({ rows: 'unit' }, { positionIn: 'root' });
    const { run } = world;
    const below = await world.buildUnit();
    const outside = await world.buildPerson({ roles: ['agent'] });
    const { customerId: id } = await run((ctx) => buildCustomer(ctx, { name: 'Ours' }));
    await run((ctx) => buildCustomer(ctx, { name: 'Nobody’s' }));
    await run((ctx) => updateCustomer(ctx, { id, responsibleUnitId: below }));
    expect((await run((ctx) => listCustomers(ctx, { limit: 10 }), agent.actor)).items).toMatchObject([
      { name: 'Ours' },
    ]);
    expect((await run((ctx) => listCustomers(ctx, { limit: 10 }), outside.actor)).items).toEqual([]);
  });
});
