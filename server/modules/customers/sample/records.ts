// Fills in the records of the sample's customers: demography, places, fields of the organisation's own, and who works where.
import { on, type Context } from '#platform/context.ts';
import { insertRows } from '#platform/db/insert-rows.ts';
import { newId } from '#platform/ids.ts';
import { seededRandom } from '#platform/random.ts';
import { isoDateAt } from '#kernel/calendar/calendar-date.ts';
import { ageGroupOf } from '../age-group.ts';
import { beginLists } from '../begin-lists.ts';
import { customerLists } from '../customer-lists.ts';
import { createField } from '../fields.ts';
import type { CustomerTables } from '../tables.ts';
import type { SampleCustomer } from '../sample.ts';

export type SampleRecord = Pick<
  CustomerTables['customers'],
  'gender' | 'birth_date' | 'age_group_id' | 'income_band_id' | 'education_id' | 'social_group_id' | 'region_id'
> & { stage: 'prospective' | 'current' | 'lapsed' };

/** A stream of its own, so that what is invented elsewhere stays the same. */
const seed = 1448;

export async function sampleRecords(ctx: Context, customers: readonly SampleCustomer[]): Promise<SampleRecord[]> {
  await beginLists(ctx);
  const random = seededRandom(seed);
  const { choices, regions } = await customerLists(ctx);
  const of = (list: string) => choices.filter((choice) => choice.list === list).map((choice) => choice.id);
  const [incomes, educations, groups] = [of('income-band'), of('education'), of('social-group')];
  const provinces = (country: string) =>
    regions.filter((region) => region.level === 'province' && region.code?.startsWith(country)).map((one) => one.id);
  const [saudi, iranian] = [provinces('SA-'), provinces('IR-')];
  const today = isoDateAt(ctx.clock.now(), 'UTC');
  return customers.map((customer) => {
    const person = customer.kind === 'person';
    const year = Number(today.slice(0, 4)) - Math.min(88, Math.max(18, Math.round(random.logNormal(37, 0.38))));
    const born = `${year}-${String(random.whole(1, 12)).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`;
    const birthDate = person && random.chance(0.7) ? born : null;
    const said = (chance: number, ids: readonly string[]) =>
      person && random.chance(chance) ? random.pick(ids) : null;
    return {
      stage: random.weighted(['current', 'lapsed', 'prospective'] as const, (one) =>
        one === 'current' ? 86 : one === 'lapsed' ? 8 : 6,
      ),
      gender: person ? customer.sex : null,
      birth_date: birthDate,
      age_group_id: birthDate ? ageGroupOf(birthDate, today, choices) : null,
      income_band_id: said(0.4, incomes),
      education_id: said(0.5, educations),
      social_group_id: said(0.5, groups),
      region_id: random.chance(0.9) ? random.pick(customer.language === 'fa' ? iranian : saudi) : null,
    };
  });
}

/** Two fields that a service authority would define, filled for many, and some people who work at companies. */
export async function writeSampleDetails(ctx: Context, customers: readonly SampleCustomer[]): Promise<void> {
  const random = seededRandom(seed + 1);
  const { organisationId: organisation_id } = ctx;
  const contract = await createField(ctx, {
    key: 'contract-kind',
    name: { ar: 'نوع الاشتراك', fa: 'نوع اشتراک', en: 'Kind of contract' },
    type: 'choice',
    choices: [
      { key: 'owner', name: { ar: 'مالك', fa: 'مالک', en: 'Owner' } },
      { key: 'tenant', name: { ar: 'مستأجر', fa: 'مستأجر', en: 'Tenant' } },
    ],
  });
  const meters = await createField(ctx, {
    key: 'meters',
    name: { ar: 'عدد العدادات', fa: 'شمار کنتورها', en: 'Number of meters' },
    type: 'number',
  });
  const empty = { organisation_id, text_value: null, number_value: null, date_value: null };
  await insertRows<CustomerTables, 'customer_field_values'>(
    ctx,
    'customer_field_values',
    customers.flatMap((customer) => {
      if (random.chance(0.3)) return [];
      const kind = random.chance(0.6) ? 'owner' : 'tenant';
      return [
        { ...empty, customer_id: customer.id, field_id: contract.id, text_value: kind },
        { ...empty, customer_id: customer.id, field_id: meters.id, number_value: random.whole(1, customer.size + 1) },
      ];
    }),
  );
  const companies = customers.filter((one) => one.kind === 'company');
  const people = customers.filter((one) => one.kind === 'person').slice(0, 60);
  if (companies.length === 0 || people.length === 0) return;
  await on<CustomerTables>(ctx)
    .insertInto('customer_relations')
    .values(
      people.map((person) => ({
        organisation_id,
        id: newId(),
        kind: 'works-at' as const,
        from_customer_id: person.id,
        to_customer_id: random.pick(companies).id,
        recorded_at: ctx.clock.now(),
      })),
    )
    .execute();
}
