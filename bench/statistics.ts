// The statistics of existing customers over a million purchases: each kind of table a reader may ask for.
import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import type { StatisticsInput } from '#contract/purchases.ts';
import { purchaseStatistics } from '#modules/purchases/index.ts';
import { readConfig } from '#platform/config.ts';
import { transact } from '#platform/db/transact.ts';
import { createLog } from '#platform/log.ts';
import { createApp } from '#server/app.ts';
import type { BenchDatabase } from './database.ts';
import { percentiles, round, type Figure } from './figure.ts';

const size = { customers: 300_000, purchases: 1_000_000 };
const runs = 15;

const asked: Record<string, Partial<StatisticsInput>> = {
  'province × age group, twelve months': { rows: 'province', columns: 'age-group' },
  'province × category, twelve months': { rows: 'province', columns: 'category' },
  'education × gender, two filters': { rows: 'education', columns: 'gender', kind: 'person' },
  'province, three years': { rows: 'province', from: '2023-12-01' },
};

/** In this process, since no API key may read statistics. */
export async function statistics(database: BenchDatabase): Promise<Figure[]> {
  await fillPurchases(database.client, database.organisationId);
  const config = readConfig({ port: '0', data: database.dataDir }, {});
  const app = await createApp(config, { databaseUrl: database.url, log: createLog('silent'), supervise: false });
  const actor = {
    kind: 'staff',
    personId: database.organisationId,
    name: 'bench',
    permissions: new Set<string>(),
  } as const;
  const figures: Figure[] = [];
  try {
    for (const [table, input] of Object.entries(asked)) {
      const ask = () =>
        transact(app.platform, { organisationId: database.organisationId, actor, readOnly: true }, (ctx) =>
          purchaseStatistics(ctx, { rows: 'province', to: '2026-11-30', ...input }),
        );
      for (let run = 0; run < 3; run += 1) await ask();
      const before = { server: process.cpuUsage(), database: database.cpuMs() };
      const times: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        const begun = performance.now();
        await ask();
        times.push(performance.now() - begun);
      }
      const server = process.cpuUsage(before.server);
      const databaseMs = database.cpuMs();
      figures.push({
        bench: 'statistics',
        table,
        cases: database.cases,
        customers: size.customers,
        purchases: size.purchases,
        concurrency: 1,
        per_second: round((runs * 1000) / times.reduce((sum, time) => sum + time, 0)),
        ...percentiles(times),
        server_cpu_ms_per_op: round((server.user + server.system) / 1000 / runs),
        database_cpu_ms_per_op:
          before.database === null || databaseMs === null ? null : round((databaseMs - before.database) / runs),
        peak_rss_mb: Math.round(process.resourceUsage().maxRSS / 1024),
        limit_per_second: null,
        ratio_to_limit: null,
      });
    }
  } finally {
    await app.stop();
  }
  return figures;
}

/** Once: customers in thirteen provinces with demography, and their purchases over three years, in the order of their days. */
async function fillPurchases(client: pg.Client, organisationId: string): Promise<void> {
  const there = await client.query('select from purchases where organisation_id = $1 limit 1', [organisationId]);
  if (there.rows.length > 0) return;
  const org = `'${organisationId}'::uuid`;
  await client.query(`
    create temp table bench_places as select gen_random_uuid() as id, n from generate_series(0, 143) n;
    insert into regions (organisation_id, id, parent_id, level, name) select ${org}, id, null, 'country', '{"en": "Country"}' from bench_places where n = 0;
    insert into regions (organisation_id, id, parent_id, level, name)
      select ${org}, id, (select id from bench_places where n = 0), 'province', jsonb_build_object('en', 'Province ' || n) from bench_places where n between 1 and 13;
    insert into regions (organisation_id, id, parent_id, level, name)
      select ${org}, p.id, (select id from bench_places o where o.n = 1 + p.n % 13), 'city', jsonb_build_object('en', 'City ' || p.n) from bench_places p where n > 13;
    create temp table bench_choices as
      select gen_random_uuid() as id, list, n from unnest(array['age-group', 'income-band', 'education', 'social-group']) list, generate_series(0, 5) n;
    insert into customer_choices (organisation_id, id, list, name, sort_order) select ${org}, id, list, jsonb_build_object('en', list || n), n from bench_choices;
    create temp table bench_categories as select gen_random_uuid() as id, n from generate_series(0, 39) n;
    insert into product_categories (organisation_id, id, parent_id, name)
      select ${org}, id, case when n >= 8 then (select id from bench_categories o where o.n = c.n % 8) end, jsonb_build_object('en', 'Category ' || n) from bench_categories c order by n;
    create temp table bench_products as select gen_random_uuid() as id, n from generate_series(0, 199) n;
    insert into products (organisation_id, id, kind, name, category_id)
      select ${org}, p.id, 'product', jsonb_build_object('en', 'Product ' || p.n), (select id from bench_categories c where c.n = p.n % 40) from bench_products p;
    create temp table bench_customers as select gen_random_uuid() as id, n from generate_series(0, ${size.customers - 1}) n;`);
  await client.query(`
    insert into customers (organisation_id, id, kind, name, language, registered_at, gender, age_group_id, income_band_id, education_id, social_group_id, region_id)
      select ${org}, c.id, case when n % 10 = 0 then 'company' else 'person' end, 'Buyer ' || n, 'ar', '2023-11-01'::timestamptz + n * interval '1 minute',
             case n % 7 when 0 then null when 1 then 'female' when 2 then 'female' when 3 then 'female' else 'male' end,
             (select id from bench_choices where list = 'age-group' and bench_choices.n = c.n % 6),
             (select id from bench_choices where list = 'income-band' and bench_choices.n = (c.n / 6) % 6),
             (select id from bench_choices where list = 'education' and bench_choices.n = (c.n / 36) % 6),
             (select id from bench_choices where list = 'social-group' and bench_choices.n = (c.n / 216) % 6),
             (select id from bench_places where bench_places.n = 14 + (c.n::bigint * 7919) % 130)
        from bench_customers c`);
  await client.query(`
    create unique index on bench_customers (n); create unique index on bench_products (n);
    set session_replication_role = replica;
    insert into purchases (organisation_id, id, customer_id, product_id, bought_on, recorded_by_kind, recorded_at)
      select ${org}, gen_random_uuid(), c.id, p.id, '2023-12-01'::date + (s * 1095::bigint / ${size.purchases})::int, 'system', now()
        from generate_series(0, ${size.purchases - 1}) s
        join bench_customers c on c.n = (s::bigint * 7907 + s / 13) % ${size.customers}
        join bench_products p on p.n = (s * 31 + s / 7) % 200;
    set session_replication_role = origin;
    update customers c set bought = b.days
      from (select customer_id, range_agg(daterange(bought_on, bought_on, '[]')) as days from purchases where organisation_id = ${org} group by 1) b
     where c.organisation_id = ${org} and c.id = b.customer_id;`);
  for (const table of ['regions', 'products', 'product_categories', 'customer_choices', 'customers', 'purchases'])
    await client.query(`vacuum (analyze${table === 'customers' ? ', full' : ''}) ${table}`);
}
