// Keeps the blocking keys and the counts of words in step with the records: what has not changed is left alone.
import { sql } from 'kysely';
import { on, type Context } from '#platform/context.ts';
import { sha256 } from '#platform/crypto/secrets.ts';
import { blockKeys } from './block-keys.ts';
import type { PreparedRecord } from './match-record.ts';
import type { DuplicatesTables } from './tables.ts';

type Words = { spelled: string[]; codes: string[] };

/** One at a time in an organisation: counts and pairs are written by jobs that would otherwise wait for each other crosswise. */
export async function holdDuplicates(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`duplicates ${ctx.organisationId}`}, 0))`.execute(
    ctx.transaction,
  );
}

/** Needs `holdDuplicates`. `pending`: whoever changed is compared later, and waits for it in the table. */
export async function refreshKeys(
  ctx: Context,
  records: readonly PreparedRecord[],
  { pending = false } = {},
): Promise<void> {
  const before = await marksOf(ctx, records);
  const fresh = records
    .map((record) => ({ record, keys: blockKeys(record), words: wordsOf(record) }))
    .map((one) => ({ ...one, mark: sha256(JSON.stringify([one.keys, one.words])) }))
    .filter(({ record, mark }) => before.get(record.id)?.mark !== mark);
  if (fresh.length === 0) return;
  const known = fresh.filter(({ record }) => before.has(record.id)).map(({ record }) => record.id);
  if (known.length > 0) {
    // The record knows its keys: an index of them by customer would be a second one to keep for each of ten keys.
    await sql`
      with gone as (delete from duplicate_records where organisation_id = ${ctx.organisationId} and customer_id = any (${known}::uuid[])
                    returning customer_id, keys)
      delete from duplicate_keys k using (select customer_id, unnest(keys) as key from gone) g
       where k.organisation_id = ${ctx.organisationId} and k.key = g.key and k.customer_id = g.customer_id`.execute(
      ctx.transaction,
    );
  }
  const organisation_id = ctx.organisationId;
  // A word has no space in it.
  await sql`insert into duplicate_records (organisation_id, customer_id, spelled, codes, mark, keys, pending)
    select ${organisation_id}::uuid, r.customer_id, string_to_array(r.spelled, ' '), string_to_array(r.codes, ' '), r.mark,
           string_to_array(r.keys, ' ')::bigint[], ${pending}
      from unnest(${fresh.map(({ record }) => record.id)}::uuid[], ${fresh.map(({ words }) => words.spelled.join(' '))}::text[],
                  ${fresh.map(({ words }) => words.codes.join(' '))}::text[], ${fresh.map(({ mark }) => mark)}::text[],
                  ${fresh.map(({ keys }) => keys.join(' '))}::text[]) as r (customer_id, spelled, codes, mark, keys)`.execute(
    ctx.transaction,
  );
  // In the order of the index, whose pages are then met one after the other.
  await sql`insert into duplicate_keys (organisation_id, key, customer_id)
    select ${organisation_id}::uuid, r.key, r.customer_id
      from unnest(${fresh.flatMap(({ keys }) => keys)}::bigint[], ${fresh.flatMap(({ record, keys }) => keys.map(() => record.id))}::uuid[]) as r (key, customer_id)
     order by r.key`.execute(ctx.transaction);
  await countWords(
    ctx,
    fresh.map(({ words }) => words),
    known.flatMap((id) => before.get(id) ?? []),
  );
}

async function marksOf(
  ctx: Context,
  records: readonly PreparedRecord[],
): Promise<Map<string, Words & { mark: string }>> {
  if (records.length === 0) return new Map();
  const rows = await on<DuplicatesTables>(ctx)
    .selectFrom('duplicate_records')
    .select(['customer_id', 'spelled', 'codes', 'mark'])
    .where('organisation_id', '=', ctx.organisationId)
    .where(
      'customer_id',
      'in',
      records.map((record) => record.id),
    )
    .execute();
  return new Map(rows.map(({ customer_id, ...row }) => [customer_id, row]));
}

/** Each word once, however often the name has it. */
function wordsOf({ parsed }: PreparedRecord): Words {
  return {
    spelled: [...new Set(parsed.words.map((word) => word.spelled))],
    codes: [...new Set(parsed.words.map((word) => word.code))],
  };
}

async function countWords(ctx: Context, added: readonly Words[], removed: readonly Words[]): Promise<void> {
  const counts = new Map<string, { form: string; word: string; customers: number }>();
  const count = (form: string, word: string, by: number): void => {
    const key = `${form} ${word}`;
    const entry = counts.get(key) ?? { form, word, customers: 0 };
    entry.customers += by;
    counts.set(key, entry);
  };
  for (const [list, by] of [
    [added, 1],
    [removed, -1],
  ] as const) {
    for (const { spelled, codes } of list) {
      count('all', '', by);
      for (const word of spelled) count('spelled', word, by);
      for (const word of codes) count('code', word, by);
    }
  }
  await sql`insert into duplicate_words (organisation_id, form, word, customers)
    select ${ctx.organisationId}::uuid, form, word, customers
      from json_to_recordset(${JSON.stringify([...counts.values()])}::json) as counted(form text, word text, customers integer)
    on conflict (organisation_id, form, word) do update set customers = greatest(0, duplicate_words.customers + excluded.customers)`.execute(
    ctx.transaction,
  );
}
