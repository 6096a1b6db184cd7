// What the score asks about all customers: how many there are, and how many have each word of these names.
import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { PreparedRecord } from './match-record.ts';
import type { Population } from './score-pair.ts';

export async function readPopulation(ctx: Context, records: readonly PreparedRecord[]): Promise<Population> {
  const words = records.flatMap((record) => record.parsed.words);
  const { rows } = await sql<{ form: string; word: string; customers: number }>`
    select form, word, customers from duplicate_words where organisation_id = ${ctx.organisationId} and form = 'all' and word = ''
    union all
    select form, word, customers from duplicate_words
     where organisation_id = ${ctx.organisationId} and form = 'code' and word = any (${[...new Set(words.map((word) => word.code))]}::text[])
    union all
    select form, word, customers from duplicate_words
     where organisation_id = ${ctx.organisationId} and form = 'spelled' and word = any (${[...new Set(words.map((word) => word.spelled))]}::text[])`.execute(
    ctx.transaction,
  );
  const counts = new Map(rows.map(({ form, word, customers }) => [`${form} ${word}`, customers]));
  return {
    customers: counts.get('all ') ?? 0,
    withCode: (code) => counts.get(`code ${code}`) ?? 0,
    withSpelling: (spelled) => counts.get(`spelled ${spelled}`) ?? 0,
  };
}
