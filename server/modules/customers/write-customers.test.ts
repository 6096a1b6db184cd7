// Many customers at once: whose each row is, what it changes, why it is refused, and that a second run changes nothing.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildOrganisation } from '#modules/organisation/factory.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { customerFieldList } from './customer-field-list.ts';
import { buildCustomer } from './factory.ts';
import { writeCustomers } from './write-customers.ts';
import type { CustomerRowInput } from './customer-row.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

const saudi = () => buildOrganisation(app.platform, { country: 'SA', language: 'ar' });
const row = (number: number, values: CustomerRowInput['values']): CustomerRowInput => ({ row: number, values });

async function customersOf(organisationId: string): Promise<Record<string, unknown>[]> {
  const { rows } = await app.platform.connection.pool.query(
    `select c.*, r.code as region, a.name ->> 'en' as age_group, e.name ->> 'en' as education,
            array(select p.value from contact_points p where p.customer_id = c.id and p.removed_at is null order by p.value) as addresses
       from customers c left join regions r on r.id = c.region_id
       left join customer_choices a on a.id = c.age_group_id left join customer_choices e on e.id = c.education_id
      where c.organisation_id = $1 order by c.id`,
    [organisationId],
  );
  return rows;
}

async function eventsOf(organisationId: string): Promise<string[]> {
  const { rows } = await app.platform.connection.pool.query(
    `select type || coalesce(' ' || (data ->> 'fields'), '') as line from events where organisation_id = $1 and type like 'customer.%' order by id`,
    [organisationId],
  );
  return rows.map((one) => one.line);
}

const sara = {
  name: 'سارة الحربي',
  externalId: 'A-1',
  nationalId: '١١٠١٧٩٨٢٧٨',
  email: 'Sara@Example.com',
  phone: ['0501234567', '+966 50 765 4321'],
  birthDate: '1990-05-01',
  gender: 'أنثى',
  educationId: 'بكالوريوس',
  regionId: 'الرياض',
  address: 'شارع العليا 12',
  stage: 'prospective',
};

describe('registering', () => {
  test('values as people write them are stored as they are meant', async () => {
    const { run, organisationId } = await saudi();
    const [result] = await run((ctx) => writeCustomers(ctx, [row(1, sara)]));
    expect(result).toMatchObject({ row: 1, outcome: 'registered', faults: [], warnings: [] });
    expect(await customersOf(organisationId)).toMatchObject([
      {
        id: result!.customerId,
        kind: 'person',
        name: 'سارة الحربي',
        language: 'ar',
        external_id: 'A-1',
        national_id: '1101798278',
        birth_date: '1990-05-01',
        gender: 'female',
        stage: 'prospective',
        region: 'SA-01',
        education: 'Bachelor',
        age_group: '35 to 44',
        addresses: ['+966501234567', '+966507654321', 'sara@example.com'],
      },
    ]);
    expect(await eventsOf(organisationId)).toEqual(['customer.registered']);
  });

  test('the same rows again change nothing, and a change names its fields', async () => {
    const { run, organisationId } = await saudi();
    const rows = [row(1, sara), row(2, { name: 'Acme', kind: 'شركة', externalId: 'C-1', nationalId: '1010010030' })];
    const first = await run((ctx) => writeCustomers(ctx, rows));
    const again = await run((ctx) => writeCustomers(ctx, rows));
    expect(again.map((one) => one.outcome)).toEqual(['unchanged', 'unchanged']);
    expect(again.map((one) => one.customerId)).toEqual(first.map((one) => one.customerId));
    const [changed] = await run((ctx) =>
      writeCustomers(ctx, [row(1, { nationalId: '1101798278', name: 'سارة الحربي', stage: 'current', address: null })]),
    );
    expect(changed).toMatchObject({ outcome: 'changed', customerId: first[0]!.customerId });
    expect(await eventsOf(organisationId)).toEqual([
      'customer.registered',
      'customer.registered',
      'customer.changed ["stage", "address"]',
    ]);
    expect((await customersOf(organisationId))[0]).toMatchObject({ stage: 'current', address: null });
  });

  test('a later row of one batch finds the customer of an earlier one', async () => {
    const { run, organisationId } = await saudi();
    const results = await run((ctx) =>
      writeCustomers(ctx, [
        row(1, { name: 'نورة', email: 'noura@example.com' }),
        row(2, { name: 'نورة العتيبي', email: 'NOURA@example.com', phone: '0501112233' }),
      ]),
    );
    expect(results.map((one) => one.outcome)).toEqual(['registered', 'changed']);
    expect(await customersOf(organisationId)).toMatchObject([
      { name: 'نورة العتيبي', addresses: ['+966501112233', 'noura@example.com'] },
    ]);
  });

  test('a dry run says the same and writes nothing', async () => {
    const { run, organisationId } = await saudi();
    const results = await run((ctx) => writeCustomers(ctx, [row(1, sara), row(2, { name: '' })], { dryRun: true }));
    expect(results).toMatchObject([
      { outcome: 'registered', customerId: null },
      { outcome: 'refused', faults: [{ field: 'name', code: 'required' }] },
    ]);
    expect(await customersOf(organisationId)).toEqual([]);
    expect(await eventsOf(organisationId)).toEqual([]);
  });
});

describe('refusing', () => {
  test.each([
    [{ nationalId: '1101798279' }, 'nationalId', 'national-id-invalid'],
    [{ phone: '12345' }, 'phone', 'phone-invalid'],
    [{ email: 'sara@nowhere' }, 'email', 'email-invalid'],
    [{ birthDate: '1990-02-30' }, 'birthDate', 'date-invalid'],
    [{ birthDate: '2027-01-01' }, 'birthDate', 'date-in-future'],
    [{ gender: 'x' }, 'gender', 'choice-unknown'],
    [{ regionId: 'Atlantis' }, 'regionId', 'region-unknown'],
    [{ shoeSize: 42 }, 'shoeSize', 'field-unknown'],
    [{ kind: 'robot' }, 'kind', 'choice-unknown'],
    [{ kind: 'company', gender: 'male' }, 'gender', 'only-person'],
    [{ stage: null }, 'stage', 'required'],
    [{ address: 'x'.repeat(501) }, 'address', 'too-long'],
    [{ responsibleId: 'Nobody' }, 'responsibleId', 'choice-unknown'],
  ] as const)('%j names the field and the rule', async (values, field, code) => {
    const { run, organisationId } = await saudi();
    const results = await run((ctx) => writeCustomers(ctx, [row(7, { name: 'A', ...values }), row(8, { name: 'B' })]));
    expect(results).toMatchObject([
      { row: 7, outcome: 'refused', customerId: null, faults: [{ field, code }] },
      { row: 8, outcome: 'registered' },
    ]);
    expect(await customersOf(organisationId)).toHaveLength(1);
  });

  test('an id of somebody else refuses the row, an address of somebody else is left out and said', async () => {
    const { run, organisationId } = await saudi();
    const father = await run((ctx) => buildCustomer(ctx, { name: 'فهد', externalId: 'F', phone: '0501234567' }));
    const results = await run((ctx) =>
      writeCustomers(
        ctx,
        [
          row(1, { name: 'ابن فهد', externalId: 'S', phone: '0501234567' }),
          row(2, { name: 'غيره', nationalId: '1101798278', externalId: 'F' }),
          row(3, { name: 'ثالث', externalId: 'T', nationalId: '1101798278' }),
          row(4, { name: 'رابع', externalId: 'S', nationalId: '1101798278' }),
        ],
        { matchBy: ['externalId'] },
      ),
    );
    expect(results).toMatchObject([
      {
        outcome: 'registered',
        warnings: [{ field: 'phone', code: 'address-taken', params: { customerId: father.customerId } }],
      },
      { outcome: 'changed', customerId: father.customerId },
      {
        outcome: 'refused',
        faults: [{ field: 'nationalId', code: 'taken', params: { customerId: father.customerId } }],
      },
      { outcome: 'refused', faults: [{ field: 'nationalId', code: 'taken' }] },
    ]);
    expect((await customersOf(organisationId)).map((one) => one['name'])).toEqual(['غيره', 'ابن فهد']);
  });
});

test('two batches with the same new customers at the same moment give each of them once', async () => {
  const { run, organisationId } = await saudi();
  const rows = Array.from({ length: 40 }, (_, index) =>
    row(index, { name: `Customer ${index}`, email: `c${index}@example.com`, externalId: `E${index}` }),
  );
  const both = await Promise.all([
    run((ctx) => writeCustomers(ctx, rows)),
    run((ctx) => writeCustomers(ctx, rows.toReversed())),
  ]);
  expect(both.flat().filter((one) => one.outcome === 'registered')).toHaveLength(40);
  expect(await customersOf(organisationId)).toHaveLength(40);
});

test('the list of fields says what a row may hold', async () => {
  const { run } = await saudi();
  const fields = await run(async (ctx) => {
    await writeCustomers(ctx, []);
    return customerFieldList(ctx);
  });
  expect(fields.find((field) => field.key === 'ageGroupId')).toMatchObject({
    type: 'choice',
    fieldClass: 'demographic',
    customerKind: 'person',
    writable: true,
  });
  expect(fields.find((field) => field.key === 'ageGroupId')?.choices).toHaveLength(7);
  expect(fields.find((field) => field.key === 'phone')).toMatchObject({ several: true, fieldClass: 'contact' });
});
