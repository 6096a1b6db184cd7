// Words made by the application and words made by the database are the same: imports and samples use the one, intake the other.
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { normalisationCases } from '#kernel/text/cases.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { openings } from './sample/openings.ts';
import { searchableText } from './searchable-words.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app?.close());

async function expectTwins(texts: readonly string[]): Promise<void> {
  const { rows } = await sql<{ text: string; ours: string; theirs: string }>`
    select given.text, to_tsvector('simple', made)::text as ours, rida_search_vector(given.text)::text as theirs
      from unnest(${[...texts]}::text[], ${texts.map(searchableText)}::text[]) as given (text, made)`.execute(
    app.platform.connection.db,
  );
  expect(rows).toHaveLength(texts.length);
  for (const { text, ours, theirs } of rows) expect({ text, words: ours }).toEqual({ text, words: theirs });
}

test('for the shared table of spellings, and for what customers write', async () => {
  await expectTwins(normalisationCases.map(([input]) => input));
  for (const language of ['ar', 'fa', 'en'] as const)
    await expectTwins(openings[language].map(({ subject, body }) => `${subject}\n${body}`));
});

test('for articles and particles wherever they stand', async () => {
  await expectTwins([
    'والكهرباء بالشارع وللمواطنين فالماء كالعادة',
    'ال الا الان للا للنا لللل ووالماء بوالماء',
    'كالا 123المياه المياه123 _المياه a المياه-المياه،المياه(المياه)',
    'الْمِيَاهُ وَالكَهْرَباءُ ﻻﻻﻻ ﷲ الله',
  ]);
});

test('for random texts of letters, marks, digits and joiners', async () => {
  const signs = 'اللوفبكاللاللمنهيىةءآأإپچژگکی abcXYéß_0123٤٥۶۷\u064b\u0651\u0640\u200c\u200d\u00a0\t.,-()ﻼﷲ';
  const text = fc.array(fc.constantFrom(...signs), { maxLength: 40 }).map((letters) => letters.join(''));
  await fc.assert(fc.asyncProperty(fc.array(text, { minLength: 100, maxLength: 100 }), expectTwins), { numRuns: 30 });
});
