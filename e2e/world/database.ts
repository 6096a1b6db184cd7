// What a journey does as the owner of the bundled database: lets time pass, holds a row, tells somebody something.
import pg from 'pg';
import { runningBundledUrl } from '#platform/db/bundled.ts';
import { readWorld } from './world.ts';

export async function moveTime(statement: string, values: readonly unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: runningBundledUrl(readWorld().dataDir) });
  await client.connect();
  try {
    const { rowCount } = await client.query(statement, [...values]);
    if (rowCount !== 1) throw new Error(`moved ${rowCount} rows instead of one`);
  } finally {
    await client.end();
  }
}

/** Registers a customer of this external id in a transaction that stays open; whoever writes the same id waits until `release` takes it back. */
export async function holdCustomer(externalId: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: runningBundledUrl(readWorld().dataDir) });
  await client.connect();
  await client.query('begin');
  await client.query(
    `insert into customers (organisation_id, id, kind, name, language, external_id, registered_at)
     select organisation_id, gen_random_uuid(), 'person', 'somebody', 'ar', $1, now() from organisations where slug = $2`,
    [externalId, readWorld().slug],
  );
  return async () => {
    await client.query('rollback');
    await client.end();
  };
}

/** Holds a running instance: whoever wants to take it further waits until `release`; what only names it does not. */
export async function holdInstance(id: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: runningBundledUrl(readWorld().dataDir) });
  await client.connect();
  await client.query('begin');
  const { rowCount } = await client.query('select from process_instances where id = $1 for no key update', [id]);
  if (rowCount !== 1) throw new Error(`held ${rowCount} rows instead of one`);
  return async () => {
    await client.query('rollback');
    await client.end();
  };
}

/** Tells a person of the staff something, as a module of the server would: the row, and the event that wakes the screens. */
export async function tell(
  email: string,
  notice: { type: string; subjectType: string; subjectId: string; data: object },
): Promise<void> {
  const client = new pg.Client({ connectionString: runningBundledUrl(readWorld().dataDir) });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `with told as (
         insert into notifications (organisation_id, id, person_id, type, kind, subject_type, subject_id, data, at)
         select organisation_id, gen_random_uuid(), id, $2, 'system', $3, $4, $5, date_trunc('milliseconds', now()) from people where email = $1
         returning organisation_id, id, person_id, at
       )
       insert into events (organisation_id, id, type, subject_type, subject_id, actor_kind, at, only_for)
       select organisation_id, gen_random_uuid(), 'notification.written', 'notification', id, 'system', at, array[person_id] from told`,
      [email, notice.type, notice.subjectType, notice.subjectId, JSON.stringify(notice.data)],
    );
    if (rowCount !== 1) throw new Error(`told ${rowCount} people instead of one`);
    await client.query(`select pg_notify('rida_events', '')`);
  } finally {
    await client.end();
  }
}
