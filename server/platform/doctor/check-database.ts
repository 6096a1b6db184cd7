// Checks inside the database: what it must be able to do, whether it is at this version, and how its work goes on.
import type pg from 'pg';
import { systemClock } from '../clock.ts';
import type { Connection } from '../db/connect.ts';
import { executedMigrations, migrationFiles } from '../db/migrate.ts';
import { fault, ok, span, warning, type Finding } from './finding.ts';

const roles = ['rida_staff', 'rida_customer', 'rida_dealer', 'rida_system'];
const lateSeconds = 600;

/** Version, encoding and letters are checked by `connect` itself. */
export async function checkDatabase(connection: Connection): Promise<Finding[]> {
  const { pool } = connection;
  return [
    ok(
      'Database',
      `PostgreSQL ${Math.floor(connection.version / 10_000)}.${connection.version % 10_000}, UTF8, knows Arabic letters`,
    ),
    await checkTrigrams(pool),
    await checkRoles(pool, connection.version),
    await checkMigrations(connection),
    await checkClock(pool),
    ...(await checkJobs(pool)),
  ];
}

async function checkTrigrams(pool: pg.Pool): Promise<Finding> {
  const { rows } = await pool.query<{ installed: string | null }>(
    `select installed_version as installed from pg_available_extensions where name = 'pg_trgm'`,
  );
  if (rows[0]?.installed) return ok('pg_trgm', rows[0].installed);
  return rows[0]
    ? ok('pg_trgm', 'available')
    : fault('pg_trgm', 'not available', 'Install the contrib package of your PostgreSQL.');
}

/** Each kind of actor works under a role of its own that the user of the connection must be able to take on. */
async function checkRoles(pool: pg.Pool, version: number): Promise<Finding> {
  const { rows } = await pool.query<{
    user: string;
    may_create: boolean;
    there: string[] | null;
    usable: string[] | null;
  }>(
    `select current_user::text as user, (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as may_create,
            array_agg(rolname::text) as there, array_agg(rolname::text) filter (where pg_has_role(current_user, oid, $2)) as usable
       from pg_roles where rolname = any($1)`,
    [roles, version >= 160_000 ? 'set' : 'member'],
  );
  const { user, may_create, there, usable } = rows[0]!;
  const missing = roles.filter((name) => !there?.includes(name));
  const refused = roles.filter((name) => there?.includes(name) && !usable?.includes(name));
  if (refused.length > 0)
    return fault(
      'Roles',
      `the user "${user}" may not take on ${refused.join(', ')}`,
      `As a superuser: GRANT ${refused.join(', ')} TO "${user}".`,
    );
  if (missing.length > 0 && !may_create)
    return fault(
      'Roles',
      `${missing.join(', ')} missing, and the user "${user}" may not create roles`,
      `As a superuser: ALTER ROLE "${user}" CREATEROLE.`,
    );
  return ok('Roles', missing.length > 0 ? 'made at the first start' : roles.join(', '));
}

async function checkMigrations(connection: Connection): Promise<Finding> {
  const known = [...(await migrationFiles()).keys()];
  const there = await executedMigrations(connection.db);
  const strangers = there.filter((name) => !known.includes(name));
  const waiting = known.length - there.length;
  if (strangers.length > 0)
    return fault(
      'Migrations',
      `the database is newer than this Rida (${strangers.join(', ')})`,
      'Install that version.',
    );
  if (there.length === 0) return ok('Migrations', 'an empty database; the first start fills it');
  return waiting > 0
    ? warning('Migrations', `${waiting} of ${known.length} wait`, 'They run at the next start; make a backup before.')
    : ok('Migrations', `all ${known.length}`);
}

async function checkClock(pool: pg.Pool): Promise<Finding> {
  const client = await pool.connect();
  try {
    const before = systemClock.now().getTime();
    const { rows } = await client.query<{ at: Date }>('select clock_timestamp() as at');
    const after = systemClock.now().getTime();
    const apart = Math.abs(rows[0]!.at.getTime() - (before + after) / 2) / 1000;
    const todo = 'Let both machines set their clocks by NTP: deadlines and sessions are counted by them.';
    if (apart > 60) return fault('Clocks', `the database is ${span(apart)} away from this machine`, todo);
    return apart > 2
      ? warning('Clocks', `the database is ${span(apart)} away from this machine`, todo)
      : ok('Clocks', 'this machine and the database agree');
  } finally {
    client.release();
  }
}

async function checkJobs(pool: pg.Pool): Promise<Finding[]> {
  const there = await pool.query<{ there: boolean }>(`select to_regclass('pgboss.job') is not null as there`);
  if (!there.rows[0]!.there) return [ok('Jobs', 'none yet')];
  const { rows } = await pool.query<{ dead: number; dead_names: string | null; late: number | null; waiting: number }>(
    `select count(*) filter (where state = 'failed') as dead, string_agg(distinct name, ', ') filter (where state = 'failed') as dead_names,
            count(*) filter (where state in ('created', 'retry')) as waiting,
            extract(epoch from now() - min(greatest(start_after, created_on)) filter (where state in ('created', 'retry') and start_after <= now()))::float8 as late
       from pgboss.job where name not like '\\_\\_%'`,
  );
  const { dead, dead_names, late, waiting } = rows[0]!;
  return [
    dead === 0
      ? ok('Dead jobs', 'none')
      : warning(
          'Dead jobs',
          `${dead} (${dead_names})`,
          'See them in the administration under Operations, and try them again when their cause is gone.',
        ),
    late !== null && late > lateSeconds
      ? warning(
          'Waiting jobs',
          `${waiting}, the oldest due for ${span(late)}`,
          'Is Rida running, and one process of it with --role all or worker?',
        )
      : ok('Waiting jobs', String(waiting)),
  ];
}
