// One normaliser on both sides: the SQL function gives what the TypeScript one gives, on the shared table and on random texts.
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { normalisationCases } from '#kernel/text/cases.ts';
import { normaliseText } from '#kernel/text/normalise.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

async function inSql(texts: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ normalised: string }>`
    select rida_normalise(t) as normalised from unnest(${[...texts]}::text[]) with ordinality as given(t, n) order by n`.execute(
    app.platform.connection.db,
  );
  return rows.map((row) => row.normalised);
}

test('the shared table', async () => {
  const inputs = normalisationCases.map(([input]) => input);
  expect(await inSql(inputs)).toEqual(normalisationCases.map(([, expected]) => expected));
});

test('random texts of Arabic, Persian and Latin letters, marks, digits and joiners', async () => {
  const letters = 'ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإؤئپچژگکیۀٱ';
  const others =
    'abcXYZÀéßİıσς0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹\u064b\u064c\u064d\u064e\u0651\u0640\u200c\u200d\u200e\u200f\u2066 \u00a0\t.,-_/()ﻼﷲ';
  const text = fc
    .array(fc.constantFrom(...letters, ...letters, ...others), { maxLength: 30 })
    .map((signs) => signs.join(''));
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 100, maxLength: 100 }), async (texts) => {
      expect(await inSql(texts)).toEqual(texts.map(normaliseText));
    }),
    { numRuns: 30 },
  );
});
