// The database under load: yours by --database-url, otherwise the bundled one in a folder of its own; migrated, filled, with an API key.
import { chmodSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import pg from 'pg';
import { loadSecrets } from '#platform/crypto/secrets.ts';
import { startBundled } from '#platform/db/bundled.ts';
import { connect } from '#platform/db/connect.ts';
import { migrate } from '#platform/db/migrate.ts';
import { newId, newSecret } from '#platform/ids.ts';
import { ensureFill } from './fill.ts';
import { processorMsOfFamily } from './processor-time.ts';

export type BenchDatabase = {
  url: string;
  dataDir: string;
  organisationId: string;
  cases: number;
  key: string;
  client: pg.Client;
  /** Of the bundled server with all its processes; null for yours. */
  cpuMs(): number | null;
  close(): Promise<void>;
};

export async function openBenchDatabase(options: {
  databaseUrl: string | undefined;
  dataDir: string;
  cases: number;
  customers: number;
  say: (line: string) => void;
}): Promise<BenchDatabase> {
  const { dataDir, cases, customers, say } = options;
  await mkdir(dataDir, { recursive: true });
  chmodSync(dataDir, 0o711); // the user that the bundled server runs as passes through
  const bundled = options.databaseUrl ? undefined : await startBundled({ dataDir, log: say });
  const url = options.databaseUrl ?? bundled!.url;
  try {
    const connection = await connect(url, { max: 2, name: 'rida-bench' });
    await migrate(connection.db).finally(() => connection.close());
    const client = new pg.Client({ connectionString: url, application_name: 'rida-bench' });
    await client.connect();
    const { organisationId } = await ensureFill(client, { cases, customers }, say);
    const key = await makeKey(client, organisationId, dataDir);
    say(await conditions(client));
    return {
      url,
      dataDir,
      organisationId,
      cases,
      key,
      client,
      cpuMs: () => (bundled ? processorMsOfFamily(bundled.pid) : null),
      async close() {
        // What was enqueued must not be sent by a worker that somebody starts on this database later.
        const { rows } = await client.query<{ there: boolean }>(
          `select to_regclass('pgboss.job') is not null as there`,
        );
        if (rows[0]?.there)
          await client.query(`delete from pgboss.job where state = 'created' and data->>'organisationId' = $1`, [
            organisationId,
          ]);
        await client.end();
        await bundled?.stop();
      },
    };
  } catch (error) {
    await bundled?.stop();
    throw error;
  }
}

async function makeKey(client: pg.Client, organisationId: string, dataDir: string): Promise<string> {
  const key = `rida_${newSecret()}`;
  const secrets = await loadSecrets(undefined, dataDir);
  await client.query(`delete from api_keys where organisation_id = $1`, [organisationId]);
  await client.query(
    `insert into api_keys (organisation_id, id, name, prefix, secret_hash, scopes, created_by, created_at)
     select $1, $2, 'bench', $3, $4, '{cases:read,cases:write,customers:read}', id, now() from people where organisation_id = $1 limit 1`,
    [organisationId, newId(), key.slice(0, 9), secrets.hash(key)],
  );
  return key;
}

async function conditions(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ said: string }>(
    `select 'PostgreSQL ' || current_setting('server_version') || ', shared_buffers ' || current_setting('shared_buffers') || ', fsync ' || current_setting('fsync')
         || ', synchronous_commit ' || current_setting('synchronous_commit') || ', database ' || pg_size_pretty(pg_database_size(current_database())) as said`,
  );
  return rows[0]?.said ?? '';
}
