// Forward-only migrations: every module's .sql files in one global order, safe when two processes start at once.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Migrator, type Migration, type MigrationProvider } from 'kysely/migration';
import { normaliseSql } from '#kernel/text/normalise-sql.ts';
import { StartError } from '../start-error.ts';
import type { Db } from './connect.ts';

/** Any number that nobody else takes in this database. */
const normaliserLock = 7_106_001;

const serverFolder = join(import.meta.dirname, '../..');

/** Every migration file of the platform and the modules, by its dated name, which is the global order. */
export async function migrationFiles(): Promise<Map<string, string>> {
  const folders = [join(serverFolder, 'platform/db/migrations')];
  for (const entry of await readdir(join(serverFolder, 'modules'), { withFileTypes: true })) {
    if (entry.isDirectory()) folders.push(join(serverFolder, 'modules', entry.name, 'migrations'));
  }
  const found = new Map<string, string>();
  for (const folder of folders) {
    for (const file of await readdir(folder).catch(() => [])) {
      if (!file.endsWith('.sql')) continue;
      const name = file.slice(0, -'.sql'.length);
      if (found.has(name)) throw new Error(`two migrations are called ${name}`);
      found.set(name, join(folder, file));
    }
  }
  return found;
}

const provider = (only: ReadonlySet<string> | undefined): MigrationProvider => ({
  async getMigrations() {
    const migrations: Record<string, Migration> = {};
    for (const [name, path] of await migrationFiles()) {
      if (only && !only.has(name)) continue;
      migrations[name] = { up: async (db) => void (await sql.raw(await readFile(path, 'utf8')).execute(db)) };
    }
    return migrations;
  },
});

/**
 * Brings the database to this version; returns the names applied. Throws StartError when the database is newer than us.
 * `only`: stops at these migrations, where an older backup belongs.
 */
export async function migrate(db: Db, options: { only?: ReadonlySet<string> } = {}): Promise<string[]> {
  const migrator = new Migrator({
    db,
    provider: provider(options.only),
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock',
  });
  const known = new Set((await migrationFiles()).keys());
  const strangers = (await executedMigrations(db)).filter((name) => !known.has(name));
  if (strangers.length > 0) {
    throw new StartError(
      'database.newer',
      `The database belongs to a newer version of Rida (it has ${strangers.join(', ')}, which this version does not know). Install that version; nothing was changed.`,
    );
  }
  // The one text normaliser is made from the same rule table as the TypeScript one. Migrations index over it, so it comes first.
  // PostgreSQL lets only one process at a time replace a function; the others would fail ("tuple concurrently updated").
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${normaliserLock})`.execute(trx);
    await sql.raw(normaliseSql()).execute(trx);
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw rolesRefused(error) ?? error;
  return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName);
}

/** Names in their order; none in an empty database. */
export async function executedMigrations(db: Db): Promise<string[]> {
  const there = await sql<{ there: boolean }>`select to_regclass('migrations') is not null as there`.execute(db);
  if (!there.rows[0]?.there) return [];
  const rows = await sql<{ name: string }>`select name from migrations order by name`.execute(db);
  return rows.rows.map((row) => row.name);
}

/** The first migration makes the roles that verbs work under; a user who may not is told what to ask for. */
function rolesRefused(error: unknown): StartError | undefined {
  const { code, message } = error as { code?: string; message?: string };
  if (code !== '42501' || !/role/i.test(message ?? '')) return undefined;
  return new StartError(
    'database.roles',
    'The user of DATABASE_URL may not make or take on the roles rida_staff, rida_customer, rida_dealer and rida_system. As a superuser: ALTER ROLE <user> CREATEROLE; and, where the roles exist already: GRANT rida_staff, rida_customer, rida_dealer, rida_system TO <user>;',
    { exitCode: 78 },
  );
}
