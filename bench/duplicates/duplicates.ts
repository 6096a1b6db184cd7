// Duplicates: writes the labelled set into a database of its own, compares all, and counts what was found, missed and found wrongly.
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createApp } from '#server/app.ts';
import { createOrganisation } from '#modules/organisation/create-organisation.ts';
import { startRun } from '#modules/duplicates/runs.ts';
import { startBundled } from '#platform/db/bundled.ts';
import { insertRecords } from '#platform/db/insert-rows.ts';
import { transact } from '#platform/db/transact.ts';
import { readConfig } from '#platform/config.ts';
import { createLog } from '#platform/log.ts';
import { newId } from '#platform/ids.ts';
import type { Platform } from '#platform/platform.ts';
import { round, type Figure } from '../figure.ts';
import { labelledSet, type Labelled } from './labelled-set.ts';

export async function duplicates(options: {
  databaseUrl: string | undefined;
  records: number;
  say: (line: string) => void;
}): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rida-bench-duplicates-'));
  chmodSync(dataDir, 0o711);
  const bundled = options.databaseUrl ? undefined : await startBundled({ dataDir, log: options.say });
  const app = await createApp(
    { ...readConfig({ port: '0', data: dataDir }, {}), databasePool: 4 },
    { databaseUrl: options.databaseUrl ?? bundled!.url, log: createLog('silent'), supervise: false },
  );
  try {
    return [await measured(app.platform, options)];
  } finally {
    await app.stop();
    await bundled?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measured(
  platform: Platform,
  { records, say }: { records: number; say: (line: string) => void },
): Promise<Figure> {
  const made = await createOrganisation(platform, {
    name: { en: 'Bench' },
    slug: `bench-${newId().slice(-12)}`,
    country: 'SA',
    language: 'ar',
    administrator: { name: 'Bench', email: 'bench@example.org', accountId: null },
  });
  const scope = { organisationId: made.organisationId, actor: { kind: 'system' as const, name: 'bench' } };
  const set = labelledSet(records).map((record) => ({ ...record, id: newId() }));
  await transact(platform, scope, (ctx) => write(ctx, set, made.organisationId));
  await platform.connection.pool.query('analyze customers; analyze contact_points');
  say(`${set.length} records of ${new Set(set.map((one) => one.label)).size} customers written`);
  const begun = performance.now();
  const staff = {
    kind: 'staff' as const,
    personId: made.administratorId,
    name: 'Bench',
    permissions: new Set<string>(),
  };
  await transact(platform, { ...scope, actor: staff }, startRun);
  await platform.jobs.runDue(platform);
  const seconds = (performance.now() - begun) / 1000;
  const { rows } = await platform.connection.pool.query<{ one_id: string; other_id: string; bits: number }>(
    `select one_id, other_id, bits from duplicate_pairs where organisation_id = $1`,
    [made.organisationId],
  );
  const labels = new Map(set.map((one) => [one.id, one.label]));
  const right = rows.filter((row) => labels.get(row.one_id) === labels.get(row.other_id)).length;
  const sizes = new Map<number, number>();
  for (const { label } of set) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const wanted = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const [{ compared }] = (
    await platform.connection.pool.query<{ compared: number }>(comparedPairs, [made.organisationId])
  ).rows as [{ compared: number }];
  return {
    bench: 'duplicates',
    records: set.length,
    true_pairs: wanted,
    found_pairs: rows.length,
    precision: round4(right / rows.length),
    recall: round4(right / wanted),
    compared_pairs: compared,
    pairs_per_second: Math.round(compared / seconds),
    seconds: round(seconds),
    cases: 0,
    concurrency: 1,
    per_second: round(set.length / seconds),
    p50_ms: Number.NaN,
    p95_ms: Number.NaN,
    p99_ms: Number.NaN,
    server_cpu_ms_per_op: null,
    peak_rss_mb: Math.round(process.resourceUsage().maxRSS / 1024),
    limit_per_second: null,
    ratio_to_limit: null,
  };
}

const round4 = (value: number): number => Math.round(value * 10_000) / 10_000;

/** What blocking left to score. */
const comparedPairs = `
  with blocks as (select key from duplicate_keys where organisation_id = $1 group by key having count(*) between 2 and 40)
  select count(*)::int as compared from (
    select distinct a.customer_id, b.customer_id as other from blocks
      join duplicate_keys a on a.organisation_id = $1 and a.key = blocks.key join duplicate_keys b on b.organisation_id = $1 and b.key = blocks.key
     where a.customer_id < b.customer_id) pairs`;

/** An address belongs to one record: the first that came with it keeps it, the others had it. */
async function write(
  ctx: Parameters<Parameters<typeof transact>[2]>[0],
  set: readonly (Labelled & { id: string })[],
  organisation_id: string,
): Promise<void> {
  const now = ctx.clock.now().toISOString();
  await insertRecords(
    ctx,
    'customers',
    set.map((one) => ({
      organisation_id,
      id: one.id,
      kind: one.kind,
      name: one.name,
      language: one.language,
      birth_date: one.birthDate,
      national_id: one.nationalId,
      registered_at: now,
    })),
    { besides: [], computed: {} },
  );
  const taken = new Set<string>();
  const points = set.flatMap((one) =>
    (['phone', 'email'] as const).flatMap((channel) => {
      const value = one[channel];
      if (!value) return [];
      const removed_at = taken.has(value) ? now : null;
      taken.add(value);
      return [{ organisation_id, id: newId(), customer_id: one.id, channel, value, added_at: now, removed_at }];
    }),
  );
  await insertRecords(ctx, 'contact_points', points);
}
