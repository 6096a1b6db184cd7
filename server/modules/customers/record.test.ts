// The record of a customer: what may be changed, filtered and related, fields of the organisation's own, regions, ages, the timeline.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CustomerFilters } from '#contract/customer-record.ts';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { createChoice, listChoices, updateChoice } from './choices.ts';
import { channelUse, customerTimeline } from './customer-timeline.ts';
import { buildCustomer } from './factory.ts';
import { createField, listFields, orderFields, updateField } from './fields.ts';
import { followBirthdays } from './follow-birthdays.ts';
import { listConsents } from './consents.ts';
import { listCustomers } from './list-customers.ts';
import { readCustomer } from './read-customer.ts';
import { recordConsent } from './record-consent.ts';
import { recordsOf } from './records-of.ts';
import { createRegion, listRegions, updateRegion } from './regions.ts';
import { registerCustomer } from './register-customer.ts';
import { addRelation, endRelation, listRelations } from './relations.ts';
import { updateCustomer } from './update-customer.ts';
import { writeCustomers } from './write-customers.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

type World = Awaited<ReturnType<typeof buildOrganisation>>;

/** A Saudi organisation whose lists are there. */
async function saudi(): Promise<World> {
  const world = await buildOrganisation(app.platform, { country: 'SA', language: 'ar' });
  await world.run((ctx) => writeCustomers(ctx, []));
  return world;
}

async function region({ run }: World, code: string): Promise<string> {
  return (await run(listRegions)).items.find((one) => one.code === code)!.id;
}

/** As the duplicates module does. */
async function merge({ organisationId }: World, id: string, into: string): Promise<void> {
  await app.platform.connection.pool.query(
    'update customers set merged_into_id = $3 where organisation_id = $1 and id = $2',
    [organisationId, id, into],
  );
}

describe('changing', () => {
  test('every field is kept, emptied and refused by name', async () => {
    const world = await saudi();
    const { run, administrator, rootUnitId } = world;
    const { customerId: id } = await run((ctx) => buildCustomer(ctx));
    const regionId = await region(world, 'SA-02');
    const changes = {
      stage: 'lapsed' as const,
      gender: 'female' as const,
      birthDate: '2000-11-23',
      nationalId: '1101798278',
      externalId: 'X-1',
      regionId,
      address: 'شارع 1',
      responsibleId: administrator.personId,
      responsibleUnitId: rootUnitId,
    };
    await run((ctx) => updateCustomer(ctx, { id, ...changes }));
    const { responsibleId, ...rest } = changes;
    const read = await run((ctx) => readCustomer(ctx, id));
    expect(read).toMatchObject({ ...rest, responsible: { id: responsibleId, name: 'Administrator' }, hidden: [] });
    const ages = (await run(listChoices)).items;
    // The birthday is tomorrow: still 25.
    expect(ages.find((one) => one.id === read.ageGroupId)).toMatchObject({ fromAge: 25, untilAge: 35 });
    await run((ctx) => updateCustomer(ctx, { id, address: '', regionId: null }));
    expect(await run((ctx) => readCustomer(ctx, id))).toMatchObject({
      address: null,
      regionId: null,
      gender: 'female',
    });
    const other = await run((ctx) => buildCustomer(ctx));
    for (const [change, fault] of [
      [{ nationalId: '1101798279' }, { field: 'nationalId', code: 'national-id-invalid' }],
      [{ nationalId: '1101798278' }, { field: 'nationalId', code: 'taken' }],
      [{ externalId: 'X-1' }, { field: 'externalId', code: 'taken' }],
      [{ regionId: id }, { field: 'regionId', code: 'region-unknown' }],
      [{ birthDate: '2026-11-23' }, { field: 'birthDate', code: 'date-in-future' }],
      [{ fields: { nothing: 1 } }, { field: 'fields.nothing', code: 'field-unknown' }],
    ] as const)
      await expect(run((ctx) => updateCustomer(ctx, { id: other.customerId, ...change }))).rejects.toMatchObject({
        faults: [fault],
      });
  });

  test('a merged record answers with the surviving one, which shows its addresses; lists leave it out', async () => {
    const world = await saudi();
    const { run } = world;
    const one = await run((ctx) => buildCustomer(ctx, { name: 'سارة', email: 'one@example.com' }));
    const two = await run((ctx) => buildCustomer(ctx, { name: 'ساره', email: 'two@example.com' }));
    await merge(world, two.customerId, one.customerId);
    const read = await run((ctx) => readCustomer(ctx, two.customerId));
    expect(read).toMatchObject({ id: one.customerId, mergedIds: [two.customerId] });
    expect(read.contactPoints.map((point) => point.value).toSorted()).toEqual(['one@example.com', 'two@example.com']);
    expect(await run((ctx) => recordsOf(ctx, two.customerId))).toEqual([one.customerId, two.customerId]);
    expect((await run((ctx) => listCustomers(ctx, { limit: 10 }))).items).toHaveLength(1);
    expect((await run((ctx) => listCustomers(ctx, { limit: 10, q: 'two@example.com' }))).items).toMatchObject([
      { id: one.customerId },
    ]);
    const [written] = await run((ctx) =>
      writeCustomers(ctx, [{ row: 1, values: { email: 'two@example.com', stage: 'lapsed' } }]),
    );
    expect(written).toMatchObject({ outcome: 'changed', customerId: one.customerId });
  });

  test('a merge never widens consent', async () => {
    const world = await saudi();
    const { run } = world;
    const one = await run((ctx) => buildCustomer(ctx));
    const two = await run((ctx) => buildCustomer(ctx));
    const consent = { purpose: 'marketing', channel: 'email', source: 'form' } as const;
    await run((ctx) => recordConsent(ctx, { id: one.customerId, ...consent, given: false }));
    app.clock.advance(60_000);
    await run((ctx) => recordConsent(ctx, { id: two.customerId, ...consent, given: true }));
    await run((ctx) => recordConsent(ctx, { id: two.customerId, ...consent, purpose: 'surveys', given: true }));
    await merge(world, two.customerId, one.customerId);
    expect((await run((ctx) => readCustomer(ctx, one.customerId))).consents).toMatchObject([
      { purpose: 'marketing', given: false },
      { purpose: 'surveys', given: true },
    ]);
    expect((await run((ctx) => listConsents(ctx, two.customerId))).items).toHaveLength(3);
  });
});

describe('filters', () => {
  test('each finds its own, with what lies below, page by page', async () => {
    const world = await saudi();
    const { run, administrator, buildUnit } = world;
    const unitId = await buildUnit();
    const riyadh = await region(world, 'SA-01');
    const city = await run((ctx) => createRegion(ctx, { parentId: riyadh, name: { ar: 'الدرعية', en: 'Diriyah' } }));
    const education = (await run(listChoices)).items.find((one) => one.list === 'education')!.id;
    const points = await run((ctx) =>
      createField(ctx, { key: 'points', name: { en: 'Points' }, type: 'number', fieldClass: 'other' }),
    );
    const ids: string[] = [];
    for (const index of [0, 1, 2]) ids.push((await run((ctx) => buildCustomer(ctx, { name: `C${index}` }))).customerId);
    const [first, second] = ids as [string, string, string];
    await run((ctx) =>
      updateCustomer(ctx, {
        id: first,
        stage: 'prospective',
        gender: 'male',
        educationId: education,
        regionId: city.id,
        responsibleId: administrator.personId,
        responsibleUnitId: unitId,
        fields: { [points.key]: 7.5 },
      }),
    );
    await run((ctx) => updateCustomer(ctx, { id: second, fields: { points: 20 } }));
    const find = async (filters: CustomerFilters) =>
      (await run((ctx) => listCustomers(ctx, { limit: 10, ...filters }))).items.map((one) => one.id);
    for (const filters of [
      { stage: 'prospective' as const },
      { gender: 'male' as const },
      { educationId: education },
      { regionId: riyadh },
      { regionId: await region(world, 'SA') },
      { responsibleId: 'me' as const },
      { responsibleUnitId: world.rootUnitId },
      { fields: { points: '5..10' } },
      { fields: { points: '٧٫٥' } },
      { fields: { points: '..10' }, gender: 'male' as const },
    ])
      expect(await find(filters), JSON.stringify(filters)).toEqual([first]);
    expect(await find({ fields: { points: '8..' } })).toEqual([second]);
    expect(await find({ kind: 'company' })).toEqual([]);
    await expect(find({ fields: { points: 'many' } })).rejects.toMatchObject({
      faults: [{ field: 'fields.points', code: 'invalid' }],
    });
    const page = await run((ctx) => listCustomers(ctx, { limit: 2, stage: 'current', kind: 'person' }));
    expect(page.items).toHaveLength(2);
    expect(page.next).toBeNull();
  });
});

describe('relations', () => {
  test('both see it from their side, once, and it ends without being forgotten', async () => {
    const { run } = await saudi();
    const person = await run((ctx) => buildCustomer(ctx, { name: 'سارة' }));
    const company = await run((ctx) => buildCustomer(ctx, { name: 'Acme', kind: 'company' }));
    const relation = await run((ctx) =>
      addRelation(ctx, { id: company.customerId, kind: 'works-at', otherId: person.customerId, direction: 'to' }),
    );
    expect((await run((ctx) => listRelations(ctx, person.customerId))).items).toMatchObject([
      { id: relation.id, direction: 'from', other: { name: 'Acme' }, endedAt: null },
    ]);
    expect((await run((ctx) => listRelations(ctx, company.customerId))).items).toMatchObject([
      { id: relation.id, direction: 'to', other: { name: 'سارة' } },
    ]);
    await expect(
      run((ctx) => addRelation(ctx, { id: person.customerId, kind: 'works-at', otherId: company.customerId })),
    ).rejects.toMatchObject({ faults: [{ field: 'otherId', code: 'relation-there' }] });
    await expect(
      run((ctx) => addRelation(ctx, { id: person.customerId, kind: 'family-of', otherId: company.customerId })),
    ).rejects.toMatchObject({ faults: [{ field: 'kind', code: 'relation-needs-people' }] });
    await expect(
      run((ctx) => addRelation(ctx, { id: person.customerId, kind: 'agent-of', otherId: person.customerId })),
    ).rejects.toMatchObject({ faults: [{ code: 'relation-with-itself' }] });
    await run((ctx) => endRelation(ctx, { id: person.customerId, relationId: relation.id }));
    await expect(
      run((ctx) => endRelation(ctx, { id: person.customerId, relationId: relation.id })),
    ).rejects.toMatchObject({ code: 'customer.relation-not-found' });
    const [ended] = (await run((ctx) => listRelations(ctx, company.customerId))).items;
    expect(ended?.endedAt).toEqual(app.clock.now());
    await run((ctx) => addRelation(ctx, { id: person.customerId, kind: 'works-at', otherId: company.customerId }));
    expect((await run((ctx) => listRelations(ctx, company.customerId))).items).toHaveLength(2);
  });
});

describe('own fields', () => {
  test('each type keeps its values and refuses others, with the field named', async () => {
    const { run } = await saudi();
    for (const type of ['text', 'number', 'date', 'yes-no', 'choice'] as const)
      await run((ctx) =>
        createField(ctx, {
          key: `a-${type}`,
          name: { ar: type },
          type,
          choices: type === 'choice' ? [{ key: 'gold', name: { ar: 'ذهبي', fa: 'طلایی' } }] : [],
        }),
      );
    const { customerId: id } = await run((ctx) => buildCustomer(ctx));
    const fields = { 'a-text': 'نص', 'a-number': -2.5, 'a-date': '2026-01-31', 'a-yes-no': false, 'a-choice': 'gold' };
    await run((ctx) => updateCustomer(ctx, { id, fields }));
    expect((await run((ctx) => readCustomer(ctx, id))).fields).toEqual(fields);
    for (const [key, value, code] of [
      ['a-number', 'seven', 'number-invalid'],
      ['a-date', '2026-02-30', 'date-invalid'],
      ['a-yes-no', 'perhaps', 'yes-no-invalid'],
      ['a-choice', 'silver', 'choice-unknown'],
    ] as const)
      await expect(run((ctx) => updateCustomer(ctx, { id, fields: { [key]: value } }))).rejects.toMatchObject({
        faults: [{ field: `fields.${key}`, code }],
      });
    const [row] = await run((ctx) =>
      writeCustomers(ctx, [
        {
          row: 1,
          values: { name: 'B', 'fields.a-yes-no': 'بله', 'fields.a-choice': 'ذهبى', 'fields.a-number': '١٬٢٠٠٫٥' },
        },
      ]),
    );
    expect((await run((ctx) => readCustomer(ctx, row!.customerId!))).fields).toEqual({
      'a-yes-no': true,
      'a-choice': 'gold',
      'a-number': 1200.5,
    });
    await run((ctx) => updateCustomer(ctx, { id, fields: { 'a-text': null } }));
    expect((await run((ctx) => readCustomer(ctx, id))).fields).not.toHaveProperty('a-text');
  });

  test('required ones are asked for, retired ones are not, a used choice stays', async () => {
    const { run } = await saudi();
    const field = await run((ctx) =>
      createField(ctx, {
        key: 'tier',
        name: { en: 'Tier' },
        type: 'choice',
        choices: [
          { key: 'a', name: { en: 'A' } },
          { key: 'b', name: { en: 'B' } },
        ],
        required: true,
      }),
    );
    await expect(
      run((ctx) => registerCustomer(ctx, { kind: 'person', name: 'X', email: 'x@example.com' })),
    ).rejects.toMatchObject({ faults: [{ field: 'fields.tier', code: 'required' }] });
    const made = await run((ctx) => registerCustomer(ctx, { kind: 'person', name: 'X', fields: { tier: 'b' } }));
    expect(made).toMatchObject({ found: false, fields: { tier: 'b' } });
    await expect(run((ctx) => updateCustomer(ctx, { id: made.id, fields: { tier: null } }))).rejects.toMatchObject({
      faults: [{ field: 'fields.tier', code: 'required' }],
    });
    const onlyA = [{ key: 'a', name: { en: 'A' } }];
    await expect(run((ctx) => updateField(ctx, { id: field.id, choices: onlyA }))).rejects.toMatchObject({
      faults: [{ field: 'choices', code: 'choice-in-use' }],
    });
    await run((ctx) => updateField(ctx, { id: field.id, active: false }));
    await expect(run((ctx) => updateCustomer(ctx, { id: made.id, fields: { tier: 'a' } }))).rejects.toMatchObject({
      faults: [{ code: 'field-unknown' }],
    });
    expect((await run((ctx) => readCustomer(ctx, made.id))).fields).toEqual({ tier: 'b' });
    await expect(
      run((ctx) => createField(ctx, { key: 'tier', name: { en: 'T' }, type: 'text' })),
    ).rejects.toMatchObject({ faults: [{ field: 'key', code: 'taken' }] });
    const second = await run((ctx) => createField(ctx, { key: 'second', name: { en: 'S' }, type: 'text' }));
    await run((ctx) => orderFields(ctx, [second.id]));
    expect((await run(listFields)).items.map((one) => one.key)).toEqual(['second', 'tier']);
  });
});

describe('ages', () => {
  test('a birthday moves into the next group, and a change of the groups moves everybody it concerns', async () => {
    const { run, organisationId } = await saudi();
    const system = { kind: 'system', name: 'test' } as const;
    const { customerId: id } = await run((ctx) => buildCustomer(ctx));
    await run((ctx) => updateCustomer(ctx, { id, birthDate: '2001-11-25' }));
    const group = async () => {
      const { ageGroupId } = await run((ctx) => readCustomer(ctx, id));
      return (await run(listChoices)).items.find((one) => one.id === ageGroupId)?.fromAge;
    };
    expect(await group()).toBe(25 - 7);
    expect(await run(followBirthdays, system)).toBe(0);
    app.clock.advance(5 * 86_400_000);
    expect(await run(followBirthdays, system)).toBe(1);
    expect(await group()).toBe(25);
    const choice = (await run(listChoices)).items.find((one) => one.fromAge === 25)!;
    await run((ctx) => updateChoice(ctx, { id: choice.id, fromAge: 26 }));
    await app.platform.jobs.runDue(app.platform);
    expect(await group()).toBeUndefined();
    await expect(
      run((ctx) => createChoice(ctx, { list: 'age-group', name: { en: 'X' }, fromAge: 30, untilAge: 40 })),
    ).rejects.toMatchObject({ faults: [{ field: 'fromAge', code: 'age-span-taken' }] });
    expect(organisationId).toBeTruthy();
  });
});

describe('regions', () => {
  test('cities by whoever changes customers, provinces by the administrator only, names once', async () => {
    const world = await saudi();
    const { run, buildPerson } = world;
    const agent = await buildPerson({ roles: ['agent'] });
    const riyadh = await region(world, 'SA-01');
    const saudiArabia = await region(world, 'SA');
    const city = { parentId: riyadh, name: { ar: 'الخرج', en: 'Al Kharj' } };
    const made = await run((ctx) => createRegion(ctx, city), agent.actor);
    expect(made).toMatchObject({ level: 'city' });
    await expect(run((ctx) => createRegion(ctx, city), agent.actor)).rejects.toMatchObject({
      faults: [{ field: 'name', code: 'taken' }],
    });
    await expect(
      run((ctx) => createRegion(ctx, { parentId: saudiArabia, name: { en: 'New' } }), agent.actor),
    ).rejects.toMatchObject({ code: 'access.forbidden' });
    await expect(run((ctx) => createRegion(ctx, { parentId: made.id, name: { en: 'Below' } }))).rejects.toMatchObject({
      faults: [{ code: 'region-below-city' }],
    });
    await run((ctx) => updateRegion(ctx, { id: made.id, active: false }));
    const [row] = await run((ctx) => writeCustomers(ctx, [{ row: 1, values: { name: 'A', regionId: 'الخرج' } }]));
    expect(row).toMatchObject({ faults: [{ field: 'regionId', code: 'region-unknown' }] });
  });
});

describe('timeline', () => {
  test('of all merged records, newest first, by kind, page by page', async () => {
    const world = await saudi();
    const { run } = world;
    const one = await run((ctx) => buildCustomer(ctx, { name: 'A' }));
    app.clock.advance(1000);
    const two = await run((ctx) => buildCustomer(ctx, { name: 'B' }));
    app.clock.advance(1000);
    await run((ctx) =>
      recordConsent(ctx, { id: two.customerId, purpose: 'surveys', channel: 'email', given: true, source: 'call' }),
    );
    await merge(world, two.customerId, one.customerId);
    const items = async (more: object = {}) =>
      run((ctx) => customerTimeline(ctx, { id: one.customerId, limit: 10, ...more }));
    expect((await items()).items.map((item) => [item.type, item.kind])).toEqual([
      ['customer.consent-recorded', 'consent'],
      ['customer.registered', 'record'],
      ['customer.registered', 'record'],
    ]);
    expect((await items()).items[0]?.actor).toMatchObject({ kind: 'staff', name: 'Administrator' });
    expect((await items({ kind: 'consent' })).items).toHaveLength(1);
    expect((await items({ kind: 'case' })).items).toEqual([]);
    expect((await items({ kind: 'other' })).items).toEqual([]);
    const first = await items({ limit: 2 });
    const rest = await items({ limit: 2, cursor: first.next! });
    expect([...first.items, ...rest.items].map((item) => item.id)).toEqual(
      (await items()).items.map((item) => item.id),
    );
    expect(await run((ctx) => channelUse(ctx, one.customerId))).toEqual({ items: [], total: 0 });
  });
});
