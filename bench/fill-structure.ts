// The filled organisation itself: units, people, categories and customers, from the words of the sample organisation.
import type pg from 'pg';
import { caseCategories } from '#modules/catalogue/sample/catalogue.ts';
import { customerGroups } from '#modules/customers/sample/groups.ts';
import { familyNamesAr, givenNamesAr } from '#modules/customers/sample/names-ar.ts';
import { familyNamesFa, givenNamesFa } from '#modules/customers/sample/names-fa.ts';
import { units } from '#modules/organisation/sample/structure.ts';
import { newId } from '#platform/ids.ts';
import { shares } from './fill-texts.ts';

const people = 60;
/** Before the first customer. */
const longAgo = new Date('2015-01-01T00:00:00Z');

/** A Gregorian calendar, so that case numbers can be counted in SQL. Mail leaves nowhere: it is sent by workers, and none run. */
export async function fillStructure(client: pg.Client, organisationId: string, customers: number): Promise<void> {
  await client.query(
    `insert into organisations (organisation_id, slug, name, country, language, calendar, digits, week_start, weekend, time_zone, created_at)
     values ($1, 'bench', '{"ar": "مؤسسة القياس", "fa": "سازمان سنجش", "en": "Bench"}', 'AE', 'ar', 'gregory', 'latn', 1, '{6,0}', 'Asia/Dubai', now())`,
    [organisationId],
  );
  await client.query(`insert into settings values ($1, 'mail', $2, now())`, [
    organisationId,
    JSON.stringify({
      host: '127.0.0.1',
      port: 9,
      security: 'none',
      user: null,
      fromAddress: 'bench@example.com',
      fromName: null,
      sealedPassword: null,
    }),
  ]);
  const unitIds = new Map(units.map((unit) => [unit.key as string, newId()]));
  await insertAll(
    client,
    'units',
    'organisation_id, id, parent_id, name',
    units.map((unit) => [
      organisationId,
      unitIds.get(unit.key),
      unitIds.get(unit.parent ?? ''),
      JSON.stringify(unit.name),
    ]),
  );
  await insertAll(
    client,
    'people',
    'organisation_id, id, name, email, roles, created_at',
    Array.from({ length: people }, (_, index) => [
      organisationId,
      newId(),
      `${givenNamesAr[index % givenNamesAr.length]!.name} ${familyNamesAr[index % familyNamesAr.length]!.name}`,
      `person${index}@example.com`,
      '{agent}',
      new Date(),
    ]),
  );
  const categoryIds = new Map(caseCategories.map((category) => [category.key as string, newId()]));
  await insertAll(
    client,
    'categories',
    'organisation_id, id, parent_id, name, unit_id',
    caseCategories.map((category) => [
      organisationId,
      categoryIds.get(category.key),
      categoryIds.get(category.parent ?? ''),
      JSON.stringify(category.name),
      unitIds.get(category.unit ?? ''),
    ]),
  );
  await fillTree(client, organisationId);
  await fillCustomers(client, organisationId, customers);
}

async function insertAll(
  client: pg.Client,
  table: string,
  columns: string,
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  for (const row of rows)
    await client.query(
      `insert into ${table} (${columns}) values (${row.map((_, index) => `$${index + 1}`).join(', ')})`,
      [...row],
    );
}

/** Seven in ten have an e-mail, the others a phone, and four in ten both. */
async function fillCustomers(client: pg.Client, organisationId: string, customers: number): Promise<void> {
  const names = (list: readonly { name: string }[]): string[] => list.map((one) => one.name);
  await client.query(
    `create unlogged table bench.customers as
       select c, bench.id(at, c, 1) as id, at, language, name, rida_search_vector(name) as vector,
              case when bench.chance(c, 13) < 0.7 then bench.id(at, c, 2) end as email_id,
              case when bench.chance(c, 13) >= 0.7 or bench.chance(c, 14) < 0.4 then bench.id(at, c, 3) end as phone_id
         from (select c, bench.later(now() - interval '4 years', 8760 * bench.chance(c, 10)) as at, language,
                      given[1 + floor(cardinality(given) * bench.chance(c, 11))::int] || ' ' || family[1 + floor(cardinality(family) * bench.chance(c, 12))::int] as name
                 from (select c::bigint, case when c <= $1 * $6::float8 then 'ar' when c <= $1 * $7::float8 then 'fa' else 'en' end as language
                         from generate_series(1, $1::integer) c) numbered
                 cross join lateral (select case language when 'fa' then $4::text[] else $2::text[] end as given, case language when 'fa' then $5::text[] else $3::text[] end as family) lists) named`,
    [
      customers,
      names(givenNamesAr),
      names(familyNamesAr),
      names(givenNamesFa),
      names(familyNamesFa),
      shares.ar,
      shares.ar + shares.fa,
    ],
  );
  await client.query(`create unique index on bench.customers (c); analyze bench.customers`);
  await client.query(
    `with bands as (select array_agg(id order by sort_order) as ids from customer_choices where organisation_id = $1)
     insert into customers (organisation_id, id, kind, name, language, registered_at, stage, gender, birth_date, income_band_id)
     select $1::uuid, c.id, 'person', c.name, c.language, c.at,
            (array['current', 'current', 'current', 'prospective', 'lapsed'])[1 + floor(5 * bench.chance(c.c, 16))::int],
            (array['female', 'male'])[1 + floor(2 * bench.chance(c.c, 17))::int], date '2008-01-01' - floor(25000 * bench.chance(c.c, 18))::int,
            ids[1 + floor(cardinality(ids) * bench.chance(c.c, 15) ^ 2)::int]
       from bench.customers c, bands`,
    [organisationId],
  );
  await client.query(
    `insert into segment_members (organisation_id, customer_id, since, segment_id, tree_version)
     select c.organisation_id, c.id, c.registered_at, n.segment_id, 1 from customers c
       join segment_nodes n on n.organisation_id = c.organisation_id and n.rule->'rules'->0->'values'->>0 = c.income_band_id::text
      where c.organisation_id = $1`,
    [organisationId],
  );
  await client.query(
    `insert into contact_points (organisation_id, id, customer_id, channel, value, added_at)
     select $1::uuid, email_id, id, 'email', 'customer' || c || '@example.com', at from bench.customers where email_id is not null
     union all
     select $1::uuid, phone_id, id, 'phone', '+9715' || lpad(c::text, 8, '0'), at from bench.customers where phone_id is not null`,
    [organisationId],
  );
}

/** A band of income for each size of customer, and a published tree whose rules ask for it. */
async function fillTree(client: pg.Client, organisationId: string): Promise<void> {
  const bands = customerGroups.map((group) => ({ ...group, id: newId(), segmentId: newId() }));
  await insertAll(
    client,
    'customer_choices',
    'organisation_id, id, list, name, sort_order',
    bands.map((band) => [organisationId, band.id, 'income-band', JSON.stringify(band.name), band.size]),
  );
  await insertAll(client, 'tree_versions', 'organisation_id, number, state, drafted_at, published_at', [
    [organisationId, 1, 'draft', longAgo, null],
  ]);
  await insertAll(
    client,
    'segments',
    'organisation_id, id, created_at',
    bands.map((band) => [organisationId, band.segmentId, longAgo]),
  );
  await insertAll(
    client,
    'segment_nodes',
    'organisation_id, tree_version, segment_id, name, rule, service_priority, size_rank, sort_order',
    bands.map((band) => [
      organisationId,
      1,
      band.segmentId,
      JSON.stringify(band.name),
      JSON.stringify({
        type: 'all',
        rules: [{ type: 'condition', field: 'income-band', operator: 'is', values: [band.id], days: null }],
      }),
      'normal',
      band.size - 1,
      band.size,
    ]),
  );
  await client.query(
    `update tree_versions set state = 'published', published_at = drafted_at where organisation_id = $1`,
    [organisationId],
  );
}
