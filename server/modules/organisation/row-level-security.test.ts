// The wall between organisations: whatever a verb asks for, the database shows and changes rows of its own organisation only.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type pg from 'pg';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';

type Table = { name: string; secured: boolean; key: string[]; columns: { name: string; type: string }[] };

const mine = '00000000-0000-7000-8000-00000000000a';
const theirs = '00000000-0000-7000-8000-00000000000b';
const roles = ['rida_staff', 'rida_customer', 'rida_system'] as const;

let app: TestApp;
let tables: Table[];

/** A value that fits the type; what it means does not matter behind a wall. */
const values: Record<string, string> = {
  uuid: `gen_random_uuid()`,
  text: `gen_random_uuid()::text`,
  jsonb: `'{}'`,
  timestamptz: 'now()',
  bool: 'false',
  int2: '1',
  int4: '(random() * 1e9)::int',
  int8: '1 + (random() * 1e12)::bigint',
  float8: '1',
  numeric: '1',
  date: 'current_date',
  datemultirange: `'{}'`,
  tsvector: `''`,
  xid8: 'pg_current_xact_id()',
  bytea: `''`,
  _text: `'{}'`,
  _uuid: `'{}'`,
  _int2: `'{}'`,
  _int8: `'{}'`,
};

/** All rows are those of one case, one customer and one person, who are in hand: within an organisation that is another wall. */
const inHand = '00000000-0000-7000-8000-0000000000c0';
const ofInHand: Record<string, string> = {
  case_id: inHand,
  customer_id: inHand,
  person_id: inHand,
  file_id: inHand,
  subject_type: 'case',
  subject_id: inHand,
  uploaded_by_kind: 'customer',
  direction: 'in',
  audience: 'public',
};

/** `first`: the case, the customer, the file that others refer to. */
function insertRow(table: Table, organisation: string, { first = false } = {}): string {
  const value = ({ name, type }: { name: string; type: string }): string => {
    if (name === 'organisation_id') return `'${organisation}'`;
    if (first && name === 'id' && ['cases', 'customers', 'files'].includes(table.name)) return `'${inHand}'`;
    if (table.name === 'files' && name === 'attached_at') return 'null';
    // A second row needs a key of its own.
    const isKey = table.key.length === 2 && table.key[1] === name;
    if (ofInHand[name] && (first || !(isKey || (table.name === 'case_attachments' && name === 'file_id'))))
      return `'${ofInHand[name]}'`;
    const found = values[type];
    if (!found) throw new Error(`no value is known for ${type} of ${table.name}.${name}`);
    return found;
  };
  return `insert into "${table.name}" (${table.columns.map((column) => `"${column.name}"`).join(', ')}) values (${table.columns.map(value).join(', ')})`;
}

beforeAll(async () => {
  app = await createTestApp();
  const { pool } = app.platform.connection;
  const { rows } = await pool.query<Table>(
    `select c.relname as name, c.relrowsecurity as secured,
            coalesce((select array_agg(a.attname::text order by k.place) from pg_index i, unnest(i.indkey::int[]) with ordinality as k (number, place), pg_attribute a
                       where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.number), '{}') as key,
            (select json_agg(json_build_object('name', a.attname, 'type', t.typname)) from pg_attribute a join pg_type t on t.oid = a.atttypid
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
  );
  tables = rows.filter((table) => table.columns.some((column) => column.name === 'organisation_id'));
  // Rows that only have to be there: this database's checks and references would ask for meaning.
  const checks = await pool.query<{ name: string; table: string }>(
    `select conname as name, conrelid::regclass::text as table from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace and conrelid <> 0`,
  );
  for (const check of checks.rows) await pool.query(`alter table ${check.table} drop constraint "${check.name}"`);
  await asOwner(async (client) => {
    for (const table of tables)
      for (const organisation of [mine, theirs]) await client.query(insertRow(table, organisation, { first: true }));
  });
});
afterAll(() => app?.close());

async function asOwner(work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await app.platform.connection.pool.connect();
  try {
    await client.query('begin; set local session_replication_role = replica');
    await work(client);
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** Runs one statement as a role within my organisation and takes it back; answers the rows it met, or 'refused'. */
async function attempt(role: string, organisation: string | null, statement: string): Promise<number | 'refused'> {
  const client = await app.platform.connection.pool.connect();
  try {
    await client.query('begin');
    // Triggers and references ask about meaning, not about the wall: leave only the wall.
    await client.query('set local session_replication_role = replica');
    await client.query(
      `select set_config('role', $1, true), set_config('app.organisation', $2, true), set_config('app.case', $3, true), set_config('app.customer', $3, true), set_config('app.person', $3, true)`,
      [role, organisation ?? '', inHand],
    );
    return (await client.query(statement)).rowCount ?? 0;
  } catch (error) {
    // 42501: no grant, or the row-level policy said no.
    if ((error as { code?: string }).code !== '42501') throw error;
    return 'refused';
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('every table of an organisation is behind row-level security and begins its key with the organisation', () => {
  expect(tables.length).toBeGreaterThan(25);
  expect(tables.filter((table) => !table.secured).map((table) => table.name)).toEqual([]);
  expect(tables.filter((table) => table.key[0] !== 'organisation_id').map((table) => table.name)).toEqual([]);
});

test('tables of no organisation are closed to the roles that verbs run under', async () => {
  const { rows } = await app.platform.connection.pool.query<{ name: string }>(
    `select c.relname as name from pg_class c, unnest($1::text[]) as role
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_table_privilege(role, c.oid, 'select, insert, update, delete')
        and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id')`,
    [roles],
  );
  expect(rows).toEqual([]);
});

test.each(roles)('%s sees its own rows and none of another organisation', async (role) => {
  const readable: string[] = [];
  for (const { name } of tables) {
    const seen = await attempt(role, mine, `select 1 from "${name}"`);
    if (seen === 'refused') continue;
    readable.push(name);
    expect([name, seen]).toEqual([name, 1]);
    expect([name, await attempt(role, mine, `select 1 from "${name}" where organisation_id = '${theirs}'`)]).toEqual([
      name,
      0,
    ]);
    expect([name, await attempt(role, null, `select 1 from "${name}"`)]).toEqual([name, 0]);
  }
  expect(readable).toContain('cases');
});

test.each(roles)('%s writes nothing of another organisation', async (role) => {
  const writable: string[] = [];
  for (const table of tables) {
    const { name } = table;
    // An organisation's own row is there already; everywhere else a second one fits, which shows that the wall lets ours through.
    if (name !== 'organisations' && (await attempt(role, mine, insertRow(table, mine))) === 1) writable.push(name);
    const attempts = {
      insert: await attempt(role, mine, insertRow(table, theirs)),
      update: await attempt(
        role,
        mine,
        `update "${name}" set organisation_id = organisation_id where organisation_id = '${theirs}'`,
      ),
      move: await attempt(role, mine, `update "${name}" set organisation_id = '${theirs}'`),
      delete: await attempt(role, mine, `delete from "${name}" where organisation_id = '${theirs}'`),
    };
    expect([name, attempts.insert, attempts.move]).toEqual([name, 'refused', 'refused']);
    expect([name, [0, 'refused'].includes(attempts.update), [0, 'refused'].includes(attempts.delete)]).toEqual([
      name,
      true,
      true,
    ]);
  }
  expect(writable).toContain('events');
});

test.each(roles)('views show %s nothing of another organisation', async (role) => {
  const { rows } = await app.platform.connection.pool.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'v' order by 1`,
  );
  expect(rows.map((row) => row.name)).toContain('person_briefs');
  for (const { name } of rows) {
    const seen = await attempt(role, mine, `select 1 from "${name}" where organisation_id = '${theirs}'`);
    expect([name, [0, 'refused'].includes(seen)]).toEqual([name, true]);
  }
});
