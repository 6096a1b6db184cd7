// Settings: the defaults until something is stored, what is stored over them, and values of an older version left out.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Context } from './context.ts';
import { transact } from './db/transact.ts';
import { newId } from './ids.ts';
import { readSettings, writeSettings, type SettingsDefinition } from './settings.ts';
import { createTestApp, type TestApp } from './testing/test-app.ts';

type Test = { days: number; words: string[]; host: string | null };
const definition: SettingsDefinition<Test> = {
  key: 'test',
  schema: z.object({ days: z.int().min(1).max(90), words: z.array(z.string()), host: z.string().nullable() }),
  defaults: { days: 7, words: ['a'], host: null },
};

let app: TestApp;
beforeAll(async () => void (app = await createTestApp()));
afterAll(() => app?.close());

function inOrganisation<T>(organisationId: string, work: (ctx: Context) => Promise<T>): Promise<T> {
  return transact(app.platform, { organisationId, actor: { kind: 'system', name: 'test' } }, work);
}
const read = (organisationId: string): Promise<Test> =>
  inOrganisation(organisationId, (ctx) => readSettings(ctx, definition));

/** As another version of Rida left it. */
async function stored(value: unknown): Promise<string> {
  const organisationId = newId();
  await app.platform.connection.pool.query(`insert into settings values ($1, 'test', $2, now())`, [
    organisationId,
    JSON.stringify(value),
  ]);
  return organisationId;
}

test('the defaults until something is written; then that, for this organisation alone', async () => {
  const [ours, theirs] = [newId(), newId()];
  expect(await read(ours)).toEqual(definition.defaults);
  await inOrganisation(ours, (ctx) => writeSettings(ctx, definition, { days: 14, words: [], host: 'mail.example' }));
  expect(await read(ours)).toEqual({ days: 14, words: [], host: 'mail.example' });
  expect(await read(theirs)).toEqual(definition.defaults);
});

test('writing again replaces, and says when', async () => {
  const organisationId = newId();
  await inOrganisation(organisationId, (ctx) => writeSettings(ctx, definition, { days: 14, words: ['x'], host: null }));
  app.clock.advance(60_000);
  await inOrganisation(organisationId, (ctx) => writeSettings(ctx, definition, { days: 15, words: ['y'], host: null }));
  const { rows } = await app.platform.connection.pool.query(
    'select value, changed_at from settings where organisation_id = $1',
    [organisationId],
  );
  expect(rows).toEqual([{ value: { days: 15, words: ['y'], host: null }, changed_at: app.clock.now() }]);
});

test('what does not fit is not written', async () => {
  const organisationId = newId();
  await expect(
    inOrganisation(organisationId, (ctx) => writeSettings(ctx, definition, { days: 900, words: [], host: null })),
  ).rejects.toThrow();
  expect(await read(organisationId)).toEqual(definition.defaults);
});

test('a setting that an older version did not know has its default', async () => {
  expect(await read(await stored({ days: 14 }))).toEqual({ days: 14, words: ['a'], host: null });
});

test('a value that no longer fits has its default; the others keep what was stored', async () => {
  expect(await read(await stored({ days: 900, words: ['x', 7], host: 'mail.example' }))).toEqual({
    days: 7,
    words: ['a'],
    host: 'mail.example',
  });
});

test.each([[null], ['text'], [[1, 2]], [{ days: 'many', words: 1, host: 2 }]])(
  'stored %j is as good as nothing',
  async (value) => {
    expect(await read(await stored(value))).toEqual(definition.defaults);
  },
);
