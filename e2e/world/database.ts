// Lets time pass in a journey: moves a moment in the bundled database, as its owner.
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
