// The case page: the case and its timeline, of cases from all three years.
import type { BenchDatabase } from './database.ts';
import type { Figure } from './figure.ts';
import type { Load } from './load.ts';
import { measure } from './measure.ts';
import type { Server } from './server.ts';

export async function openCase(database: BenchDatabase, server: Server, load: Load): Promise<Figure[]> {
  const { rows } = await database.client.query<{ id: string }>(
    `select id from cases where organisation_id = $1 order by md5(id::text) limit 20000`,
    [database.organisationId],
  );
  let turn = 0;
  const next = () => {
    const path = `/api/cases/${rows[turn++ % rows.length]!.id}`;
    return [
      { method: 'GET', path },
      { method: 'GET', path: `${path}/timeline` },
    ] as const;
  };
  return [await measure(database, server, load, { bench: 'open-case', next, recordings: 50 })];
}
