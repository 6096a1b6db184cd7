// Fills a database with an organisation of many cases, once: the next run finds its mark and uses it again.
import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import { newId } from '#platform/ids.ts';
import { fillCases } from './fill-cases.ts';
import { fillClocks } from './fill-clocks.ts';
import { fillStructure } from './fill-structure.ts';
import { fillTexts } from './fill-texts.ts';

export type Fill = { organisationId: string; cases: number };

type Size = { cases: number; customers: number };
type Say = (line: string) => void;

const filled = [
  'customers',
  'contact_points',
  'segment_members',
  'cases',
  'case_messages',
  'case_grants',
  'case_claims',
  'case_disputes',
  'case_outcomes',
  'events',
  'clocked_cases',
  'clocks',
];
/** Below this every trigger and foreign key stays on: a small fill proves that the rows are ones the product could have written. */
const trustedFrom = 20_000;

/** Needs a migrated database and a client that owns it. Refuses a database that somebody works in. */
export async function ensureFill(client: pg.Client, { cases, customers }: Size, say: Say): Promise<Fill> {
  const there = await existingFill(client);
  if (there) {
    if (there.cases !== cases)
      throw new Error(
        `This database was filled with ${there.cases} cases. Say --cases ${there.cases}, or name another database.`,
      );
    return there;
  }
  const { rows } = await client.query('select from organisations limit 1');
  if (rows.length > 0)
    throw new Error(
      'This database has an organisation that is not ours. The benchmarks fill only a database of their own.',
    );
  say(`Filling ${cases} cases …`);
  const begun = performance.now();
  const organisationId = newId();
  await client.query('begin');
  try {
    await fill(client, { organisationId, cases, customers }, say);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  for (const table of filled) await client.query(`vacuum (analyze) ${table}`);
  await client.query('checkpoint').catch(() => {}); // not everybody may
  say(`Filled in ${Math.round((performance.now() - begun) / 1000)} s`);
  return { organisationId, cases };
}

async function existingFill(client: pg.Client): Promise<Fill | undefined> {
  const there = await client.query<{ there: boolean }>(`select to_regclass('bench.fills') is not null as there`);
  if (!there.rows[0]?.there) return undefined;
  const { rows } = await client.query<Fill>('select organisation_id as "organisationId", cases from bench.fills');
  return rows[0];
}

/** All in one transaction: a fill that is cut short leaves nothing, not even a dropped index. */
async function fill(client: pg.Client, { organisationId, cases, customers }: Fill & Size, say: Say): Promise<void> {
  await client.query(
    `set local synchronous_commit = off; set local work_mem = '256MB'; set local maintenance_work_mem = '512MB'; set constraints all immediate`,
  );
  const { rows } = await client.query<{ superuser: boolean }>(
    `select current_setting('is_superuser') = 'on' as superuser`,
  );
  if (Math.max(cases, customers) >= trustedFrom && rows[0]?.superuser)
    await client.query('set local session_replication_role = replica');
  await client.query(`
    create schema bench;
    create table bench.fills (organisation_id uuid not null, cases integer not null, filled_at timestamptz not null default now());
    ${functions}`);
  const timed = async (what: string, work: () => Promise<void>): Promise<void> => {
    const begun = performance.now();
    await work();
    say(`  ${what}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  };
  const indexes = await dropIndexes(client);
  await timed('texts', () => fillTexts(client, cases));
  await timed('organisation and customers', () => fillStructure(client, organisationId, customers));
  await fillCases(client, organisationId, cases, timed);
  await fillClocks(client, organisationId, timed);
  for (const { name, definition } of indexes) await timed(name, async () => void (await client.query(definition)));
  await client.query('drop table bench.passages, bench.customers, bench.drafts');
  await client.query('insert into bench.fills (organisation_id, cases) values ($1, $2)', [organisationId, cases]);
}

/** Those that no constraint needs; they are built again over the full tables, which is many times faster. */
async function dropIndexes(client: pg.Client): Promise<{ name: string; definition: string }[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
       from pg_index i join pg_class c on c.oid = i.indexrelid
      where i.indrelid = any ($1::text[]::regclass[]) and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
      order by c.relname`,
    [filled],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows;
}

/** Chance without a state, so that a fill is the same every time and may run in parallel. */
const functions = `
  create function bench.chance(i bigint, salt bigint) returns double precision language sql immutable parallel safe
    return (hashint8extended(i, salt) & 4503599627370495) / 4503599627370496.0::double precision;
  create function bench.id(at timestamptz, i bigint, salt bigint) returns uuid language sql immutable parallel safe
    return overlay(overlay(lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || left(md5(salt || ':' || i), 20)
      placing '7' from 13 for 1) placing '8' from 17 for 1)::uuid;
  create function bench.later(at timestamptz, hours double precision) returns timestamptz language sql immutable parallel safe
    return date_trunc('milliseconds', at + hours * interval '1 hour', 'UTC');
  create function bench.secret(i bigint, salt bigint) returns text language sql immutable parallel safe
    return left(md5(salt || 'a' || i) || md5(salt || 'b' || i), 43);
`;
