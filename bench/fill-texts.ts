// The stock of texts that cases and messages are made of: each once, with its search vector, drawn many times.
import type pg from 'pg';
import { languages, passage, randomFrom, vocabulary } from './words.ts';

/** Share of the texts, and so of the customers, by language. */
export const shares = { ar: 0.5, fa: 0.35, en: 0.15 } as const;

export async function fillTexts(client: pg.Client, cases: number): Promise<void> {
  await client.query(
    `create unlogged table bench.passages (language text not null, position integer not null, text text not null, vector tsvector)`,
  );
  const random = randomFrom(20_261_122);
  const all = Math.min(200_000, Math.max(2_000, Math.round(cases / 5)));
  for (const language of languages) {
    const words = vocabulary(language);
    const texts = Array.from({ length: Math.round(all * shares[language]) }, () =>
      passage(words, 14 + Math.floor(random() * 24), random),
    );
    for (let from = 0; from < texts.length; from += 10_000) {
      await client.query(
        `insert into bench.passages select $1, $2::integer + place - 1, text, null from unnest($3::text[]) with ordinality as given (text, place)`,
        [language, from, texts.slice(from, from + 10_000)],
      );
    }
  }
  // Written anew as a whole, because that may run in parallel and an update may not.
  await client.query(`
    create unlogged table bench.ready as select language, position, text, rida_search_vector(text) as vector from bench.passages;
    drop table bench.passages;
    alter table bench.ready rename to passages;
    create unique index on bench.passages (language, position);
    analyze bench.passages`);
}
