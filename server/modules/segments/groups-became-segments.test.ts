// An installation of before the customer tree, with groups, customers and a case, is brought to this version: nothing of it is lost.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '#platform/db/connect.ts';
import { migrate, migrationFiles } from '#platform/db/migrate.ts';
import { newId } from '#platform/ids.ts';
import { createEmptyDatabase, dropDatabase, query } from '#platform/testing/backup-helpers.ts';

/** The first migration that came after groups. */
const treeMigrations = '20261127';
const [organisationId, small, large, inSmall, inLarge, inNone] = Array.from({ length: 6 }, newId);

let url: string;
beforeAll(async () => {
  url = await createEmptyDatabase();
  const before = [...(await migrationFiles()).keys()].filter((name) => name < treeMigrations);
  await bringTo(new Set(before));
  await query(
    url,
    `insert into organisations (organisation_id, slug, name, country, language, calendar, digits, week_start, weekend, time_zone, created_at)
     values ($1, 'before', '{"ar": "مؤسسة"}', 'SA', 'ar', 'islamic-umalqura', 'latn', 0, '{5,6}', 'Asia/Riyadh', '2026-01-01')`,
    [organisationId],
  );
  await query(
    url,
    `insert into customer_groups (organisation_id, id, name, size_rank) values ($1, $2, '{"ar": "صغار"}', 0), ($1, $3, '{"ar": "كبار"}', 1)`,
    [organisationId, small, large],
  );
  await query(
    url,
    `insert into customers (organisation_id, id, kind, name, language, group_id, registered_at)
     values ($1, $2, 'person', 'سارة', 'ar', $5, '2026-02-01'), ($1, $3, 'company', 'Gulf Co', 'en', $6, '2026-02-02'), ($1, $4, 'person', 'مینا', 'fa', null, '2026-02-03')`,
    [organisationId, inSmall, inLarge, inNone, small, large],
  );
  await query(
    url,
    `insert into cases (organisation_id, id, number, tracking_code, kind, subject, description, channel, language, customer_id, registered_at, last_activity_at)
     select $1::uuid, gen_random_uuid(), '1447-00000' || n, 'code-' || n, 'complaint', 's', 'd', 'phone', 'ar', customer, '2026-03-01', '2026-03-01'
       from unnest($2::uuid[]) with ordinality as given(customer, n)`,
    [organisationId, [inSmall, inLarge, inNone]],
  );
  await bringTo();
}, 300_000);
afterAll(() => dropDatabase(url));

async function bringTo(only?: ReadonlySet<string>): Promise<void> {
  const connection = await connect(url, { max: 2, name: 'test' });
  await migrate(connection.db, only ? { only } : {}).finally(() => connection.close());
}

test('each group is a segment of the first published version, in the order of size', async () => {
  const nodes = await query(
    url,
    `select n.segment_id, n.name->>'ar' as name, n.size_rank, v.state from segment_nodes n
       join tree_versions v on v.organisation_id = n.organisation_id and v.number = n.tree_version order by n.sort_order`,
  );
  expect(nodes).toEqual([
    { segment_id: small, name: 'صغار', size_rank: 0, state: 'published' },
    { segment_id: large, name: 'كبار', size_rank: 1, state: 'published' },
  ]);
});

test('each customer is pinned where they were, and who was in no group is outside', async () => {
  const members = await query(
    url,
    `select customer_id, segment_id, pinned_at is not null as pinned from segment_members order by since`,
  );
  expect(members).toEqual([
    { customer_id: inSmall, segment_id: small, pinned: true },
    { customer_id: inLarge, segment_id: large, pinned: true },
    { customer_id: inNone, segment_id: null, pinned: false },
  ]);
});

test('cases keep the segment of their customer, and names are found in either script', async () => {
  const cases = await query(url, `select customer_id, segment_id, tree_version from cases order by number`);
  expect(cases).toEqual([
    { customer_id: inSmall, segment_id: small, tree_version: 1 },
    { customer_id: inLarge, segment_id: large, tree_version: 1 },
    { customer_id: inNone, segment_id: null, tree_version: 1 },
  ]);
  expect(await query(url, `select id from customers where rida_sounds_of_name(search_name) @@ 'sr'`)).toEqual([
    { id: inSmall },
  ]);
});
