// A backup comes back as it was, at one moment, or not at all.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asCustomerOf, buildCase, buildClaimedCase } from '#modules/cases/factory.ts';
import { buildOrganisation, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import { readConfig, type Config } from '#platform/config.ts';
import { connect } from '#platform/db/connect.ts';
import { migrate, migrationFiles } from '#platform/db/migrate.ts';
import { keepFile, receiveFile } from '#platform/files/files.ts';
import { createFileStore } from '#platform/files/store.ts';
import {
  contentsOf,
  createEmptyDatabase,
  dropDatabase,
  query,
  repack,
  unpack,
  type Entry,
} from '#platform/testing/backup-helpers.ts';
import { createTestApp, createTestDatabase, type TestApp } from '#platform/testing/test-app.ts';
import { cutLines } from './cut-lines.ts';
import { listTables } from './list-tables.ts';
import { checkBackup, restoreBackup, type RestoreTarget } from './restore-backup.ts';
import { refuseWithoutScratch } from './scratch-database.ts';
import { writeBackup, type BackupSource } from './write-backup.ts';

let app: TestApp;
let organisation: BuiltOrganisation;
let source: BackupSource;
let folder: string;
/** Made once of the organisation below; tests change copies. */
let good: string;
const databases: string[] = [];
let names = 0;

beforeAll(async () => {
  app = await createTestApp();
  folder = mkdtempSync(join(tmpdir(), 'rida-backup-'));
  chmodSync(folder, 0o755);
  organisation = await buildOrganisation(app.platform, { language: 'ar', withAccount: true });
  // With a mail server every letter is a waiting job.
  await query(
    app.databaseUrl,
    `insert into settings values ($1, 'mail', '{"host": "mail.invalid", "fromAddress": "us@example.org"}', now())`,
    [organisation.organisationId],
  );
  const parent = await organisation.buildUnit();
  await organisation.buildUnit({ parentId: parent });
  await buildCase(app.platform, organisation.organisationId, { subject: 'tab\there', description: 'a \\ and\nlines' });
  const claimed = await buildClaimedCase(app.platform, organisation.organisationId, organisation.administrator.actor);
  await asCustomerOf(app.platform, organisation.organisationId, claimed, async () => {});
  for (const text of ['فاتورة', 'x'.repeat(100_000)]) {
    const file = await receiveFile(app.platform, Readable.from([Buffer.from(text)]), {
      name: 'file.txt',
      mediaType: 'text/plain',
    });
    await organisation.run((ctx) => keepFile(ctx, file));
  }
  source = {
    url: app.databaseUrl,
    files: app.platform.files,
    secret: readFileSync(join(app.platform.config.dataDir, 'secret'), 'utf8'),
    clock: app.clock,
  };
  good = newPath();
  await writeBackup(source, good);
}, 180_000);

afterAll(async () => {
  await app.close();
  for (const url of databases) await dropDatabase(url);
  rmSync(folder, { recursive: true, force: true });
});

const newPath = (): string => join(folder, `backup-${(names += 1)}.tar.gz`);

/** A place to restore into: empty, or at this version's migrations. */
async function newTarget(
  database: () => Promise<string> = createTestDatabase,
): Promise<RestoreTarget & { config: Config }> {
  const url = await database();
  databases.push(url);
  const config = readConfig({ data: join(folder, `data-${(names += 1)}`) }, {});
  return { url, config, files: createFileStore(config), clock: app.clock };
}

async function changed(change: (entries: Entry[]) => Entry[]): Promise<string> {
  const path = newPath();
  await repack(path, change(await unpack(good)));
  return path;
}

const jobsOf = (url: string) =>
  query(
    url,
    `select name, id, data, retry_count, retry_limit, state::text from pgboss.job where name not like '\\_\\_%' order by id`,
  );

test('everything comes back: tables, files, jobs and the secret', async () => {
  const target = await newTarget(createEmptyDatabase);
  await query(
    app.databaseUrl,
    `update pgboss.job set state = 'failed', retry_count = 5, completed_on = now(), output = '{"message": "no"}' where id = (select id from pgboss.job where name not like '\\_\\_%' order by id limit 1)`,
  );
  await query(
    app.databaseUrl,
    `update pgboss.job set state = 'active', started_on = now() where id = (select id from pgboss.job where name not like '\\_\\_%' order by id desc limit 1)`,
  );
  const path = newPath();
  const { manifest, lost } = await writeBackup(source, path);
  expect(lost).toEqual([]);
  expect(manifest.jobs.count).toBeGreaterThan(1);

  await restoreBackup(path, target);

  const [before, after] = [await contentsOf(app.databaseUrl), await contentsOf(target.url)];
  expect(after).toEqual(before);
  expect(before['case_claims']?.rows).toBe('1');
  const jobs = await jobsOf(app.databaseUrl);
  // What ran when the backup was made runs again.
  expect(await jobsOf(target.url)).toEqual(
    jobs.map((job) => ({ ...job, state: job['state'] === 'active' ? 'created' : job['state'] })),
  );
  for (const { storage_key: key } of await query<{ storage_key: string }>(
    target.url,
    'select storage_key from files',
  )) {
    expect((await buffer(await target.files.read(key))).equals(await buffer(await source.files.read(key)))).toBe(true);
  }
  expect(readFileSync(join(target.config.dataDir, 'secret'), 'utf8')).toBe(source.secret);
  expect(statSync(join(target.config.dataDir, 'secret')).mode & 0o777).toBe(0o600);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('restored rules hold: references, triggers and the live position', async () => {
  const target = await newTarget();
  await restoreBackup(good, target);
  const constraints = `select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`;
  expect(await query(target.url, constraints)).toEqual(await query(app.databaseUrl, constraints));
  expect(await query(target.url, `select tgname from pg_trigger where tgenabled <> 'O'`)).toEqual([]);
  expect(await query(target.url, 'select distinct transaction_id::text from events')).toEqual([
    { transaction_id: '3' },
  ]);
  const ofEvents = `select pg_get_expr(adbin, adrelid) as value from pg_attrdef where adrelid = 'events'::regclass order by 1`;
  expect(await query(target.url, ofEvents)).toEqual(await query(app.databaseUrl, ofEvents));
});

test('a backup while writes go on is of one moment', async () => {
  const count = `select (select count(*)::int from cases) as cases, (select count(*)::int from events where type = 'case.registered') as events`;
  const target = await newTarget();
  const path = newPath();
  let writing = true;
  const writer = (async () => {
    while (writing) await buildCase(app.platform, organisation.organisationId);
  })();
  // Written to the end while the writer goes on; `verify` is its last step.
  const [begun] = await query<{ cases: number }>(app.databaseUrl, count);
  await writeBackup(source, path, async (partial) => {
    await checkBackup(partial, app.databaseUrl, app.clock);
  });
  writing = false;
  await writer;
  const [ended] = await query<{ cases: number }>(app.databaseUrl, count);
  expect(ended!.cases).toBeGreaterThan(begun!.cases);
  await restoreBackup(path, target);
  const [restored] = await query<{ cases: number; events: number }>(target.url, count);
  expect(restored!.events).toBe(restored!.cases);
  expect(restored!.cases).toBeLessThan(ended!.cases);
});

test('an older backup is restored at its migrations and brought forward; into later tables it is refused', async () => {
  const all = [...(await migrationFiles()).keys()].toSorted();
  const old = await newTarget(createEmptyDatabase);
  const connection = await connect(old.url, { max: 2, name: 'test' });
  await migrate(connection.db, { only: new Set(all.slice(0, -1)) });
  await connection.close();
  const path = newPath();
  await writeBackup({ ...source, url: old.url, files: old.files }, path);

  const { migrated } = await restoreBackup(path, await newTarget(createEmptyDatabase));
  expect(migrated).toEqual(all.slice(-1));
  expect((await checkBackup(path, app.databaseUrl, app.clock)).migrated).toEqual(all.slice(-1));
  await expect(restoreBackup(path, await newTarget())).rejects.toMatchObject({ code: 'restore.migrated-further' });
});

test('a backup of a newer version is refused', async () => {
  const newer = await changed((entries) =>
    entries.map((entry) =>
      entry.name === 'header.json'
        ? {
            ...entry,
            bytes: Buffer.from(
              entry.bytes.toString().replace('"migrations":[', '"migrations":["29991231-0000-future",'),
            ),
          }
        : entry,
    ),
  );
  await expect(restoreBackup(newer, await newTarget())).rejects.toMatchObject({ code: 'backup.newer' });
  const format = await changed((entries) =>
    entries.map((entry) => (entry.name === 'header.json' ? { ...entry, bytes: Buffer.from('{"format":2}') } : entry)),
  );
  await expect(restoreBackup(format, await newTarget())).rejects.toMatchObject({ code: 'backup.newer' });
});

test('a restore never overwrites: not an organisation, not another secret, not a file', async () => {
  const before = await contentsOf(app.databaseUrl);
  const config = app.platform.config;
  await expect(
    restoreBackup(good, { url: app.databaseUrl, config, files: app.platform.files, clock: app.clock }),
  ).rejects.toMatchObject({ code: 'restore.not-empty' });
  expect(await contentsOf(app.databaseUrl)).toEqual(before);

  const target = await newTarget();
  await expect(
    restoreBackup(good, { ...target, config: { ...target.config, secret: 'another secret of thirty-two characters' } }),
  ).rejects.toMatchObject({ code: 'restore.other-secret' });

  const [{ storage_key: key }] = (await query<{ storage_key: string }>(
    app.databaseUrl,
    'select storage_key from files',
  )) as [{ storage_key: string }];
  writeFileSync(join(folder, 'other'), 'other');
  await target.files.put(key, join(folder, 'other'), 'text/plain');
  await expect(restoreBackup(good, target)).rejects.toMatchObject({ code: 'restore.file-conflict' });
  expect((await buffer(await target.files.read(key))).toString()).toBe('other');
  await expect(writeBackup(source, good)).rejects.toMatchObject({ code: 'backup.exists' });
});

test('a damaged backup is refused and leaves nothing', async () => {
  const bytes = readFileSync(good);
  const cut = newPath();
  writeFileSync(cut, bytes.subarray(0, bytes.length - 2000));
  const flipped = newPath();
  writeFileSync(flipped, bytes.with(Math.floor(bytes.length / 2), bytes[Math.floor(bytes.length / 2)]! ^ 255));
  const isRow = ({ name }: Entry): boolean => name.startsWith('tables/customers/');
  const variants = {
    cut,
    flipped,
    text: await changed((entries) =>
      entries.map((entry) =>
        isRow(entry) ? { ...entry, bytes: Buffer.from(entry.bytes.toString().replace('person', 'company')) } : entry,
      ),
    ),
    rowsLost: await changed((entries) => entries.filter((entry) => !isRow(entry))),
    endLost: await changed((entries) => entries.slice(0, -1)),
    fileChanged: await changed((entries) =>
      entries.map((entry) =>
        /^files\/[^/]+\/0+$/.test(entry.name) ? { ...entry, bytes: Buffer.from('forged') } : entry,
      ),
    ),
    fileLost: await changed((entries) => entries.filter(({ name }) => !name.startsWith('files/'))),
    jobsLost: await changed((entries) => entries.filter(({ name }) => !name.startsWith('jobs/'))),
  };
  const target = await newTarget();
  const empty = await contentsOf(target.url);
  for (const [what, path] of Object.entries(variants)) {
    await expect(restoreBackup(path, target), what).rejects.toMatchObject({ code: 'backup.damaged' });
  }
  await expect(checkBackup(variants.text, app.databaseUrl, app.clock)).rejects.toMatchObject({
    code: 'backup.damaged',
  });
  expect(await contentsOf(target.url)).toEqual(empty);
  expect(await jobsOf(target.url)).toEqual([]);
  expect(existsSync(join(target.config.dataDir, 'secret'))).toBe(false);
  for (const { storage_key: key } of await query<{ storage_key: string }>(
    app.databaseUrl,
    'select storage_key from files',
  )) {
    await expect(target.files.read(key)).rejects.toThrow();
  }
  await restoreBackup(good, target); // and is not in the way of a good one
}, 180_000);

test('a restore whose connection breaks leaves nothing', async () => {
  const target = await newTarget();
  const empty = await contentsOf(target.url);
  const files = {
    ...target.files,
    put: async () =>
      void (await query(
        target.url,
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'rida-restore' and state like 'idle in%'`,
      )),
  };
  await expect(restoreBackup(good, { ...target, files })).rejects.toThrow();
  expect(await contentsOf(target.url)).toEqual(empty);
});

test('the owner of a database needs to be no superuser; one who may not create databases is told', async () => {
  const target = await newTarget(createEmptyDatabase);
  const name = new URL(target.url).pathname.slice(1);
  await query(target.url, `create role ${name} login createrole createdb password 'plain'`);
  await query(target.url, `grant rida_staff, rida_customer, rida_dealer, rida_system to ${name}`);
  await query(target.url, `alter database ${name} owner to ${name}`);
  const url = new URL(target.url);
  url.username = name;
  url.password = 'plain';

  await restoreBackup(good, { ...target, url: url.toString() });
  await writeBackup(
    { ...source, url: url.toString(), files: target.files },
    newPath(),
    async (partial) => void (await checkBackup(partial, url.toString(), app.clock)),
  );

  await refuseWithoutScratch(url.toString(), '');
  await query(target.url, `alter role ${name} nocreatedb`);
  await expect(refuseWithoutScratch(url.toString(), '')).rejects.toMatchObject({ code: 'scratch.forbidden' });
  // Somebody who does not own the tables would see only what row-level security shows.
  await query(
    target.url,
    `alter database ${name} owner to current_user; reassign owned by ${name} to current_user; grant select on all tables in schema public to ${name}`,
  );
  await expect(writeBackup({ ...source, url: url.toString() }, newPath())).rejects.toMatchObject({
    code: 'backup.not-owner',
  });
  await query(target.url, `drop owned by ${name}; drop role ${name}`);
});

test('files that the store lost are told and do not cost the backup', async () => {
  const [{ id, storage_key: key }] = (await query<{ id: string; storage_key: string }>(
    app.databaseUrl,
    'select id, storage_key from files order by size desc',
  )) as [{ id: string; storage_key: string }];
  await query(app.databaseUrl, 'update files set attached_at = now() where id = $1', [id]);
  const files = {
    ...source.files,
    read: (wanted: string) => (wanted === key ? Promise.reject(new Error('gone')) : source.files.read(wanted)),
  };
  const path = newPath();
  const { lost } = await writeBackup({ ...source, files }, path);
  expect(lost).toEqual([{ key, state: 'missing' }]);
  await restoreBackup(path, await newTarget());
});

test('a failed check leaves no file and no database', async () => {
  const path = newPath();
  await expect(writeBackup(source, path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect([existsSync(path), existsSync(`${path}.partial`)]).toEqual([false, false]);
  expect(
    await query(
      app.databaseUrl,
      `select from pg_database where datname = 'rida_check_' || (select oid from pg_database where datname = current_database())`,
    ),
  ).toEqual([]);
});

test('the schema has only what a backup carries', async () => {
  // Sequences would have to be carried too; tables without a key would be read in no order.
  expect(
    await query(
      app.databaseUrl,
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('S', 'm', 'p')`,
    ),
  ).toEqual([]);
  const connection = await connect(app.databaseUrl, { max: 1, name: 'test' });
  const client = await connection.pool.connect();
  const tables = await listTables(client);
  client.release();
  await connection.close();
  expect(tables.filter(({ order }) => order.some((column) => column.includes('::text')))).toEqual([]);
});

test('parts end where rows end, however the chunks came', async () => {
  const text = 'one\ntwo\na longer third row\n4\n';
  const chunks = Readable.from([...text].map((letter) => Buffer.from(letter)));
  const parts: string[] = [];
  for await (const part of cutLines(chunks, 5)) parts.push(part.toString());
  expect(parts.join('')).toBe(text);
  expect(parts.every((part) => part.endsWith('\n'))).toBe(true);
  expect(parts.length).toBeGreaterThan(2);
});
