// Lends a database of its own beside that of the installation, and removes it afterwards; one at a time, so that the next takes away what a killed one left.
import pg from 'pg';
import { StartError } from '../start-error.ts';

/** Any number; only backups and checks of one database wait for each other. */
const lockKey = 72_342;

/** @throws StartError `scratch.forbidden` when the user may not create databases */
export async function refuseWithoutScratch(url: string, remedy: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string; may: boolean }>(
      'select rolname as name, rolcreatedb or rolsuper as may from pg_roles where rolname = current_user',
    );
    if (rows[0]!.may) return;
    throw new StartError(
      'scratch.forbidden',
      `The database user "${rows[0]!.name}" may not create databases, so the backup cannot be tried out in one. Allow it (ALTER ROLE "${rows[0]!.name}" CREATEDB)${remedy}.`,
      { exitCode: 77 },
    );
  });
}

/** @throws StartError `scratch.busy` */
export async function withScratchDatabase<T>(url: string, work: (url: string) => Promise<T>): Promise<T> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ locked: boolean; oid: string }>(
      `select pg_try_advisory_lock(${lockKey}) as locked, oid::text from pg_database where datname = current_database()`,
    );
    if (!rows[0]!.locked)
      throw new StartError(
        'scratch.busy',
        'Another backup or check of this database is running. Try again when it has ended.',
        { exitCode: 75 },
      );
    const name = `rida_check_${rows[0]!.oid}`;
    await dropScratch(client, name);
    await client.query(`create database ${name} template template0 encoding 'UTF8' ${await locale(client)}`);
    try {
      const scratch = new URL(url);
      scratch.pathname = `/${name}`;
      return await work(scratch.toString());
    } finally {
      await dropScratch(client, name);
    }
  });
}

/**
 * With whoever is still connected. Who is no superuser may not end an autovacuum worker by force, which is refused as a whole;
 * without force PostgreSQL sends such workers away itself.
 */
async function dropScratch(client: pg.Client, name: string): Promise<void> {
  try {
    await client.query(`drop database if exists ${name} with (force)`);
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    await client.query(`drop database if exists ${name}`);
  }
}

/** The locale of the installation's database: letters and order must be judged alike. */
async function locale(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ d: Record<string, string | null>; major: number }>(
    `select to_jsonb(d) as d, current_setting('server_version_num')::int / 10000 as major from pg_database d where datname = current_database()`,
  );
  const { d, major } = rows[0]!;
  const text = (value: string | null | undefined): string => pg.escapeLiteral(value ?? '');
  const libc = `lc_collate ${text(d['datcollate'])} lc_ctype ${text(d['datctype'])}`;
  const own = major >= 17 ? d['datlocale'] : d['daticulocale'];
  if (d['datlocprovider'] === 'i') return `locale_provider icu icu_locale ${text(own)} ${libc}`;
  return d['datlocprovider'] === 'b'
    ? `locale_provider builtin builtin_locale ${text(own)} ${libc}`
    : `locale_provider libc ${libc}`;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'rida-scratch', keepAlive: true });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
