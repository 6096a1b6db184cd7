// Search for a customer as people type it: two hundred labelled searches in Arabic and Persian, how well and how fast they are answered.
import type pg from 'pg';
import { labelledQueries, searchQuality } from '#modules/customers/labelled-queries.ts';
import { newId } from '#platform/ids.ts';
import type { BenchDatabase } from './database.ts';
import { round, type Figure } from './figure.ts';
import type { Load, Operation } from './load.ts';
import { measure } from './measure.ts';
import type { Server } from './server.ts';

const pageOf = (q: string): string => `/api/customers?limit=10&q=${encodeURIComponent(q)}`;

export async function customerSearch(database: BenchDatabase, server: Server, load: Load): Promise<Figure[]> {
  const customers = await addWanted(database.client, database.organisationId);
  const find = async (q: string): Promise<string[]> => {
    const answer = await fetch(`http://127.0.0.1:${server.port}${pageOf(q)}`, {
      headers: { authorization: `Bearer ${database.key}` },
    });
    if (!answer.ok) throw new Error(`a search was answered with ${answer.status}: ${await answer.text()}`);
    return ((await answer.json()) as { items: { name: string }[] }).items.map((item) => item.name);
  };
  const phones = Array.from({ length: 50 }, (_, at) => String(10_000_007 + at * 7919).slice(-7));
  const lists: Record<string, readonly string[]> = {
    ar: labelledQueries.ar.flatMap(({ typed }) => typed),
    fa: labelledQueries.fa.flatMap(({ typed }) => typed),
    'half a name': Object.values(labelledQueries).flatMap((list) => list.map(({ name }) => name.slice(0, 4))),
    'end of a phone': phones,
    'beginning of an e-mail': phones.map((digits) => `customer${digits.slice(0, 4)}`),
  };
  const figures: Figure[] = [];
  for (const [typed, queries] of Object.entries(lists)) {
    let turn = 0;
    const next = (): Operation => [{ method: 'GET', path: pageOf(queries[turn++ % queries.length]!) }];
    const figure = await measure(database, server, load, {
      bench: 'customer-search',
      about: { typed },
      next,
      recordings: 0,
    });
    const quality = typed === 'ar' || typed === 'fa' ? await searchQuality(labelledQueries[typed], find) : null;
    for (const missed of quality?.missed ?? []) console.error(`not among the first ten: ${missed}`);
    figures.push({
      ...figure,
      customers,
      mrr: quality && round(quality.mrr),
      recall: quality && round(quality.recall),
    });
  }
  return figures;
}

/** Those whom the searches mean, once; answers with how many customers there are. */
async function addWanted(client: pg.Client, organisationId: string): Promise<number> {
  const wanted = Object.entries(labelledQueries).flatMap(([language, list]) =>
    list.map(({ name, kind = 'person' }, at) => ({
      name,
      kind,
      language,
      id: newId(),
      external_id: `wanted-${language}-${at}`,
    })),
  );
  await client.query(
    `insert into customers (organisation_id, id, kind, name, language, external_id, registered_at)
     select $1::uuid, id, kind, name, language, external_id, now()
       from json_to_recordset($2::json) as w(id uuid, kind text, name text, language text, external_id text)
      where not exists (select from customers c where c.organisation_id = $1 and c.external_id = w.external_id)`,
    [organisationId, JSON.stringify(wanted)],
  );
  const { rows } = await client.query<{ customers: number }>(
    'select count(*)::int as customers from customers where organisation_id = $1',
    [organisationId],
  );
  return rows[0]!.customers;
}
