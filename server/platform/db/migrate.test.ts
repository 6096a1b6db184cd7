// Migrations: several processes at once, a database of the future, and one that breaks halfway.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { contentsOf, createEmptyDatabase, dropDatabase, query } from '#platform/testing/backup-helpers.ts';
import { StartError } from '../start-error.ts';
import { connect, type Connection } from './connect.ts';
import { executedMigrations, migrate, migrationFiles } from './migrate.ts';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

async function emptyDatabase(): Promise<string> {
  const url = await createEmptyDatabase();
  cleanUps.push(() => dropDatabase(url));
  return url;
}

async function opened(url: string): Promise<Connection> {
  const connection = await connect(url, { max: 2, name: 'migrate-test' });
  cleanUps.push(() => connection.close());
  return connection;
}

/** A process of its own that connects, says so, and migrates when told. */
function migratingProcess(url: string): {
  ready: Promise<unknown>;
  go: () => void;
  ended: Promise<{ code: number; said: string }>;
} {
  const module = (name: string): string => JSON.stringify(pathToFileURL(join(import.meta.dirname, name)).href);
  const program = `const { connect } = await import(${module('connect.ts')}), { migrate } = await import(${module('migrate.ts')})
    const connection = await connect(process.argv[1], { max: 2, name: 'migrate-test' })
    console.log('ready')
    process.stdin.once('data', async () => { const applied = await migrate(connection.db); await connection.close(); console.log(applied.length); process.exit(0) })`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, url], { stdio: 'pipe' });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  return {
    ready: Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => Promise.reject(new Error(said)))]),
    go: () => void child.stdin.end('go\n'),
    ended: once(child, 'close').then(([code]) => ({ code: code as number, said })),
  };
}

/** Everything that the catalogue knows of what we make: tables with their columns, functions, policies. */
async function shapeOf(url: string): Promise<unknown> {
  return query(
    url,
    `select 'column' as kind, table_name || '.' || column_name || ' ' || data_type as what from information_schema.columns where table_schema = 'public'
     union all select 'function', oid::regprocedure::text || md5(prosrc) || xmin from pg_proc where pronamespace = 'public'::regnamespace
     union all select 'policy', tablename || '.' || policyname from pg_policies order by 1, 2`,
  );
}

test('three processes at once make one database; each goes on', async () => {
  const url = await emptyDatabase();
  const processes = [1, 2, 3].map(() => migratingProcess(url));
  await Promise.all(processes.map(({ ready }) => ready));
  for (const { go } of processes) go();
  const ended = await Promise.all(processes.map((one) => one.ended));
  const files = [...(await migrationFiles()).keys()].toSorted();
  // One did it all, the others waited and found nothing to do.
  expect(ended.map(({ code, said }) => [code, said.split('\n').slice(1).join('\n')]).toSorted()).toEqual([
    [0, '0\n'],
    [0, '0\n'],
    [0, `${files.length}\n`],
  ]);
  expect(await executedMigrations((await opened(url)).db)).toEqual(files);
});

test('a second run applies nothing and changes nothing that matters', async () => {
  const url = await emptyDatabase();
  const { db } = await opened(url);
  expect(await migrate(db)).toEqual([...(await migrationFiles()).keys()].toSorted());
  const before = await contentsOf(url);
  expect(await migrate(db)).toEqual([]);
  expect(await contentsOf(url)).toEqual(before);
});

test('a newer database is refused by name and left as it is', async () => {
  const url = await emptyDatabase();
  const { db } = await opened(url);
  await migrate(db);
  await query(url, `insert into migrations values ('29991231-0000-future', '2999-12-31T00:00:00.000Z')`);
  // What this version lacks would be made if it went on.
  await query(url, `drop function rida_organisation cascade`);
  const before = { contents: await contentsOf(url), shape: await shapeOf(url) };
  const refusal = await migrate(db).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StartError);
  expect(refusal).toMatchObject({ code: 'database.newer', message: expect.stringContaining('29991231-0000-future') });
  expect({ contents: await contentsOf(url), shape: await shapeOf(url) }).toEqual(before);
});

test('a migration that fails leaves nothing of itself or of those before it, and the next run does all', async () => {
  const url = await emptyDatabase();
  const { db } = await opened(url);
  // Something of somebody else is in the way of a migration in the middle.
  await query(url, 'create table customers (theirs text)');
  await expect(migrate(db)).rejects.toMatchObject({ code: '42P07', message: expect.stringContaining('customers') });
  expect(await executedMigrations(db)).toEqual([]);
  const tables = await query<{ name: string }>(
    url,
    `select tablename::text as name from pg_tables where schemaname = 'public' order by 1`,
  );
  expect(tables.map(({ name }) => name)).toEqual(['customers', 'migrations', 'migrations_lock']);
  await query(url, 'drop table customers');
  expect(await migrate(db)).toHaveLength((await migrationFiles()).size);
});
