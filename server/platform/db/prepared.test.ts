// Prepared statements: each role keeps its own rules on a shared connection, migrations under them are noticed, names are bounded.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import { on, type Context } from '../context.ts';
import { newId } from '../ids.ts';
import type { Platform } from '../platform.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { connect, type Connection } from './connect.ts';
import { createStatementNames, mostNames } from './statement-names.ts';
import { transact } from './transact.ts';

let app: TestApp;
let connection: Connection;
let platform: Platform;
const notes = () => app.platform.connection.pool;

/** A table whose readers differ by role, and one connection that all of them share. */
beforeAll(async () => {
  app = await createTestApp();
  await notes().query(`
    create table test_notes (organisation_id uuid not null, id uuid not null, note text not null, primary key (organisation_id, id));
    call rida_protect('test_notes', 'select, insert', 'select', '')`);
});
beforeEach(async () => {
  await connection?.close();
  connection = await connect(app.databaseUrl, { max: 1, name: 'rida-one' });
  platform = { ...app.platform, connection };
});
afterAll(async () => {
  await connection?.close();
  await app?.close();
});

const staff: Actor = { kind: 'staff', personId: newId(), name: 'Mona', permissions: new Set() };
const customer: Actor = { kind: 'customer', customerId: newId(), grantId: null };
const system: Actor = { kind: 'system', name: 'test' };

type Tables = { test_notes: { organisation_id: string; id: string; note: string } };
const read = (ctx: Context) => on<Tables>(ctx).selectFrom('test_notes').select('note').orderBy('note').execute();
const write = (ctx: Context, note: string) =>
  on<Tables>(ctx).insertInto('test_notes').values({ organisation_id: ctx.organisationId, id: newId(), note }).execute();
const notesOf = async (organisationId: string, actor: Actor): Promise<string[]> =>
  (await transact(platform, { organisationId, actor }, read)).map(({ note }) => note);

async function prepared(text: string): Promise<string[]> {
  const { rows } = await connection.pool.query<{ name: string }>(
    `select name from pg_prepared_statements where statement ilike $1 order by name`,
    [`%${text}%`],
  );
  return rows.map(({ name }) => name);
}

describe('roles that take turns on one connection', () => {
  test('each sees its own organisation and may do what its own role may', async () => {
    const [one, other] = [newId(), newId()];
    for (const organisationId of [one, other])
      await transact(platform, { organisationId, actor: staff }, (ctx) => write(ctx, `of ${organisationId}`));
    // PostgreSQL makes a plan of its own for the first five times and one for all afterwards: go beyond.
    for (let round = 0; round < 8; round += 1) {
      for (const organisationId of [one, other]) {
        expect(await notesOf(organisationId, staff)).toEqual([`of ${organisationId}`]);
        expect(await notesOf(organisationId, customer)).toEqual([`of ${organisationId}`]);
        await expect(notesOf(organisationId, system)).rejects.toMatchObject({ code: '42501' });
        const byCustomer = transact(platform, { organisationId, actor: customer }, (ctx) => write(ctx, 'never'));
        await expect(byCustomer).rejects.toMatchObject({ code: '42501' });
      }
    }
    expect(await prepared('select "note" from "test_notes"')).toHaveLength(3);
  });

  test('a statement prepared inside one organisation writes nothing into another', async () => {
    const [one, other] = [newId(), newId()];
    const into = (ctx: Context, organisationId: string) =>
      on<Tables>(ctx)
        .insertInto('test_notes')
        .values({ organisation_id: organisationId, id: newId(), note: 'x' })
        .execute();
    for (let round = 0; round < 8; round += 1) {
      await transact(platform, { organisationId: one, actor: staff }, (ctx) => into(ctx, one));
      const stray = transact(platform, { organisationId: other, actor: staff }, (ctx) => into(ctx, one));
      await expect(stray).rejects.toMatchObject({ code: '42501' });
    }
    expect(await notesOf(one, staff)).toHaveLength(8);
  });

  test('reads by filter and page are not prepared: their best plan depends on what is asked for', async () => {
    const scope = { organisationId: newId(), actor: staff, readOnly: true };
    for (let round = 0; round < 4; round += 1) await transact(platform, scope, read);
    expect(await prepared('from "test_notes"')).toEqual([]);
  });

  test('none is prepared where it is switched off', async () => {
    await connection.close();
    connection = await connect(app.databaseUrl, { max: 1, name: 'rida-one', prepare: false });
    platform = { ...app.platform, connection };
    const organisationId = newId();
    for (let round = 0; round < 4; round += 1)
      await transact(platform, { organisationId, actor: staff }, (ctx) => write(ctx, 'x'));
    await connection.query('select $1::text as answer', ['x']);
    await connection.query('select $1::text as answer', ['y']);
    expect(await prepared('%')).toEqual([]);
  });
});

describe('a migration under prepared statements', () => {
  // As another process of a newer version does it.
  const migrate = (statement: string) => notes().query(statement);

  test.each([
    [
      'a column more',
      `alter table test_notes add column colour text not null default 'red'`,
      { note: 'x', colour: 'red' },
    ],
    [
      'a column of another type',
      'alter table test_notes alter column note type varchar(50)',
      { note: 'x', colour: 'red' },
    ],
    ['a column less', 'alter table test_notes drop column colour', { note: 'x' }],
  ])('%s: the next call is answered as the table is now, and writes once', async (_what, change, expected) => {
    const organisationId = newId();
    const all = async (ctx: Context) => {
      await write(ctx, 'x');
      const { rows } = await sql<object>`select * from test_notes where organisation_id = ${organisationId}`.execute(
        ctx.transaction,
      );
      return rows;
    };
    const run = () => transact(platform, { organisationId, actor: staff }, all);
    for (let round = 0; round < 3; round += 1) await run();
    await migrate(change);
    const rows = await run();
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(row).toMatchObject(expected);
    expect(Object.keys(rows[0]!)).toHaveLength(2 + Object.keys(expected).length);
    expect(await run()).toHaveLength(5);
  });

  test('a single statement outside of transactions notices it too', async () => {
    const all = () => connection.query<{ answer: unknown }>('select * from test_answers where answer <> $1', ['0']);
    await migrate(`create table test_answers as select '1'::text as answer`);
    for (let round = 0; round < 3; round += 1) expect((await all()).rows).toEqual([{ answer: '1' }]);
    expect(await prepared('test_answers')).toHaveLength(1);
    await migrate('alter table test_answers add column more integer');
    expect((await all()).rows).toEqual([{ answer: '1', more: null }]);
  });

  test('whatever else fails is not tried again', async () => {
    let tries = 0;
    const failing = transact(platform, { organisationId: newId(), actor: staff }, async (ctx) => {
      tries += 1;
      await sql`select 1 / 0`.execute(ctx.transaction);
    });
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    expect(tries).toBe(1);
  });
});

describe('names', () => {
  test('come with the second time, differ by role and by text, and stay', () => {
    const names = createStatementNames();
    expect(names.nameOf('select 1', 'one')).toBeUndefined();
    expect(names.nameOf('select 1', 'other')).toBeUndefined();
    const given = [names.nameOf('select 1', 'one'), names.nameOf('select 1', 'other')];
    names.nameOf('select 2', 'one');
    given.push(names.nameOf('select 2', 'one'));
    expect(new Set(given).size).toBe(3);
    expect(names.nameOf('select 1', 'one')).toBe(given[0]);
    names.forget();
    names.nameOf('select 1', 'one');
    expect(given).not.toContain(names.nameOf('select 1', 'one'));
  });

  test('are bounded, on the connection too, and what gets none is still answered', async () => {
    const ask = (number: number) => connection.query<{ answer: number }>(`select ${number} + $1::int as answer`, [1]);
    for (let number = 0; number < mostNames + 20; number += 1)
      for (let round = 0; round < 2; round += 1) expect((await ask(number)).rows[0]!.answer).toBe(number + 1);
    expect(await prepared('select % + $1::int as answer')).toHaveLength(mostNames);
  });

  test('texts that never come again take nobody’s place', () => {
    const names = createStatementNames();
    for (let number = 0; number < 20_000; number += 1) expect(names.nameOf(`select ${number}`, 'one')).toBeUndefined();
    names.nameOf('select now', 'one');
    expect(names.nameOf('select now', 'one')).toBeDefined();
  });
});
