// The sounds that the database keeps of names, against those that the kernel asks for.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseName } from '#kernel/names/parse-name.ts';
import { soundQuery } from '#kernel/names/sound-query.ts';
import { searchSound, soundOf } from '#kernel/names/sound.ts';
import { normaliseText } from '#kernel/text/normalise.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { familyNamesAr, givenNamesAr } from './sample/names-ar.ts';
import { familyNamesFa, givenNamesFa } from './sample/names-fa.ts';

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

async function soundsOf(names: readonly string[]): Promise<string[][]> {
  const { rows } = await sql<{ sounds: string[] }>`
    select tsvector_to_array(rida_sounds_of_name(rida_normalise(name))) as sounds
      from unnest(${[...names]}::text[]) with ordinality as given(name, at) order by at`.execute(
    app.platform.connection.db,
  );
  return rows.map((row) => row.sounds);
}

test('a word has the signs that the kernel gives it, in either script', async () => {
  const words = [...givenNamesAr, ...familyNamesAr, ...givenNamesFa, ...familyNamesFa]
    .flatMap(({ name, latin }) => [name, latin])
    .flatMap((name) => normaliseText(name).split(/[ -]/))
    // What the database reads otherwise on purpose: the name of God, and apostrophes.
    .filter((word) => word !== '' && !/لله|['’]/.test(word) && !['ال', 'al', 'el'].includes(word));
  expect(words.length).toBeGreaterThan(900);
  const sounds = await soundsOf(words);
  const other = words.filter((word, at) => !sounds[at]?.includes(searchSound(soundOf(word).consonants)));
  expect(other).toEqual([]);
});

describe('asked by its sound', () => {
  const found = async (typed: string, name: string): Promise<boolean> => {
    const { rows } = await sql<{ found: boolean }>`
      select rida_sounds_of_name(rida_normalise(${name})) @@ ${soundQuery(parseName(typed, 'person'), true)}::tsquery as found`.execute(
      app.platform.connection.db,
    );
    return rows[0]!.found;
  };
  test.each([
    ['Mohammed Harbi', 'محمد الحربي'],
    ['الحربي', 'Al-Harbi'],
    ['abdel aziz', 'عبدالعزيز'],
    ['عبد الرحمن', 'Abdurrahman'],
    ['Abdullah', 'عبد الله'],
    ['محمدرضا', 'Mohammad Reza'],
    ['نورالدين', 'Nour El-Din'],
    ['Shorouk', 'شروق'],
    ['Soraya', 'ثریا'],
    ['Qasem', 'Kassem'],
    ['Moham', 'محمد'],
    ["Sa'id", 'سعيد'],
    ["O'Brien", 'obrien'],
  ])('%j finds %j', async (typed, name) => expect(await found(typed, name)).toBe(true));

  test.each([
    ['Hassan Harbi', 'محمد الحربي'],
    ['Ali', 'Al-Mansour'],
    ['سارة', 'صابر'],
    ['Mo', 'محمد'],
  ])('%j does not find %j', async (typed, name) => expect(await found(typed, name)).toBe(false));
});

test('names without a letter have no sound', async () => {
  expect(await soundsOf(['', '-', '…', '«»'])).toEqual([[], [], [], []]);
  expect(soundQuery(parseName('-', 'person'))).toBeNull();
});
