// The wall around an organisation and around a dealer, as plain SQL: whatever is asked of whatever table, only rows of its organisation and its own entries come back.
import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';

const roles = ['rida_dealer', 'rida_staff', 'rida_customer', 'rida_system'] as const;
type Role = (typeof roles)[number];
/** `readers`: the roles that may select it. */
type Column = { name: string; type: string; readers: Role[] };
type Table = { name: string; columns: Column[] };

const id = (last: string) => `00000000-0000-7000-8000-0000000000${last}`;
const mine = id('0a');
const theirs = id('0b');
const me = id('1a');
const rival = id('1b');
/** One row each: mine, a rival's in my organisation, the organisation's own, and those of a foreign organisation under my very id. */
const owners = [
  { organisation: mine, dealer: me },
  { organisation: mine, dealer: rival },
  { organisation: mine, dealer: null },
  { organisation: theirs, dealer: me },
  { organisation: theirs, dealer: rival },
];
/** The tables whose rows belong to a dealer, and the column that says to which. */
const ofDealer: Record<string, string> = {
  dealers: 'id',
  people: 'dealer_id',
  dealer_buyers: 'dealer_id',
  purchases: 'dealer_id',
  purchase_cancellations: 'dealer_id',
};
/** Chosen from at a sale: everything of the organisation, and no customer in it. */
const shared = ['customer_choices', 'organisations', 'product_categories', 'products', 'regions'];

let app: TestApp;
let tables: Table[];

const values: Record<string, string> = {
  uuid: 'gen_random_uuid()',
  text: 'gen_random_uuid()::text',
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

/** Somebody of the staff. */
const person = id('2e');
/** One row for the whole organisation. */
const onceAnOrganisation = ['organisations', 'service_level_revisions'];

beforeAll(async () => {
  app = await createTestApp();
  const { pool } = app.platform.connection;
  const { rows } = await pool.query<Table>(
    `select c.relname as name, json_agg(json_build_object('name', a.attname, 'type', t.typname,
              'readers', (select coalesce(json_agg(role), '[]') from unnest($1::text[]) as role where has_column_privilege(role, c.oid, a.attnum, 'select'))) order by a.attnum) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      group by c.relname order by 1`,
    [roles],
  );
  tables = rows.filter((table) => table.columns.some((column) => column.name === 'organisation_id'));
  // Rows that only have to be there: checks, references and unique keys would ask for meaning.
  const rules = await pool.query<{ name: string; table: string }>(
    `select conname as name, conrelid::regclass::text as table from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace and conrelid <> 0`,
  );
  for (const rule of rules.rows) await pool.query(`alter table ${rule.table} drop constraint "${rule.name}"`);
  const client = await pool.connect();
  await client.query('begin; set local session_replication_role = replica');
  for (const table of tables)
    for (const owner of owners) {
      if (onceAnOrganisation.includes(table.name) && owner.dealer !== me) continue;
      await client.query(insertRow(table, owner));
    }
  await client.query('commit');
  client.release();
});
afterAll(() => app?.close());

/** The organisation's own rows name no dealer where that is possible, and a third one elsewhere. */
function insertRow(table: Table, owner: (typeof owners)[number]): string {
  const dealer =
    owner.dealer ?? (['people', 'purchases', 'purchase_cancellations'].includes(table.name) ? null : id('1c'));
  const value = ({ name, type }: Column): string => {
    if (name === 'organisation_id') return `'${owner.organisation}'`;
    if (name === ofDealer[table.name]) return dealer === null ? 'null' : `'${dealer}'`;
    // Of these staff see their own.
    if (table.name.startsWith('notification') && name === 'person_id') return `'${person}'`;
    if (table.name === 'idempotency_keys' && name === 'key') return `'dealer:${dealer}:' || gen_random_uuid()`;
    return values[type]!;
  };
  const columns = table.columns.map((column) => `"${column.name}"`).join(', ');
  return `insert into "${table.name}" (${columns}) values (${table.columns.map(value).join(', ')})`;
}

/** Runs one statement, as my dealer unless told otherwise, and takes it back; 'refused' where there is no grant or the policy says no. */
async function asking<Row extends pg.QueryResultRow>(
  statement: string,
  setting: { organisation: string; dealer: string } = { organisation: mine, dealer: me },
  role: Role = 'rida_dealer',
): Promise<Row[] | 'refused'> {
  const client = await app.platform.connection.pool.connect();
  try {
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    await client.query(
      `select set_config('role', $1, true), set_config('app.organisation', $2, true), set_config('app.dealer', $3, true), set_config('app.person', $4, true)`,
      [role, setting.organisation, setting.dealer, role === 'rida_staff' ? person : ''],
    );
    return (await client.query<Row>(statement)).rows;
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    return 'refused';
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('a dealer may look at what it chooses from and at its own, and at nothing else', async () => {
  const open: string[] = [];
  for (const { name } of tables) if ((await asking(`select count(*) from "${name}"`)) !== 'refused') open.push(name);
  expect(open).toEqual([...shared, ...Object.keys(ofDealer), 'idempotency_keys'].toSorted());
});

test('who the customer behind a buyer is, and whether others knew it, has no column for a dealer', () => {
  const readable = (table: string) =>
    tables
      .find(({ name }) => name === table)!
      .columns.flatMap(({ name, readers }) => (readers.includes('rida_dealer') ? [name] : []));
  expect(readable('dealer_buyers')).not.toContain('customer_id');
  expect(readable('dealer_buyers')).not.toContain('made_customer');
  expect(readable('purchases')).not.toContain('customer_id');
  // Nor what the customer was before, or why the organisation took a sale back.
  expect(readable('purchases')).not.toContain('stage_before');
  expect(readable('purchase_cancellations')).not.toContain('reason');
  expect(readable('purchase_cancellations')).not.toContain('cancelled_by');
  expect(readable('people')).not.toContain('account_id');
});

test.each(roles)('no query of %s sees a row of another organisation, nor one of another dealer', async (role) => {
  const open = tables.filter(({ columns }) => columns.some(({ readers }) => readers.includes(role)));
  const predicate = (columns: readonly string[]) =>
    fc.oneof(
      fc.constantFrom(
        'true',
        'true or false',
        `x.organisation_id = '${theirs}' or true`,
        `x.organisation_id <> '${mine}' or 1 = 1`,
      ),
      fc.constantFrom(...columns).map((column) => `x."${column}" is not null or x."${column}" is null`),
      fc.constantFrom(...columns).map((column) => `x."${column}"::text like '%' or true`),
      fc
        .constantFrom(...open)
        .map(({ name }) => `exists (select from "${name}" o where o.organisation_id = '${theirs}') or true`),
    );
  const query = fc.constantFrom(...open).chain((table) => {
    const columns = table.columns.flatMap(({ name, readers }) => (readers.includes(role) ? [name] : []));
    return fc.record({
      table: fc.constant(table),
      where: predicate(columns),
      shape: fc.constantFrom('plain', 'join', 'lateral', 'union', 'cte'),
      join: fc.constantFrom(...open),
    });
  });
  await fc.assert(
    fc.asyncProperty(query, async ({ table, where, shape, join }) => {
      const owner = ofDealer[table.name];
      const wanted = [
        `x.organisation_id`,
        ...(owner ? [`x."${owner}" as owner`] : []),
        ...(table.name === 'idempotency_keys' ? ['x.key'] : []),
      ].join(', ');
      const plain = `select ${wanted} from "${table.name}" x where ${where}`;
      const statement = {
        plain,
        join: `select ${wanted} from "${table.name}" x left join "${join.name}" y on true`,
        lateral: `select ${wanted} from "${table.name}" x, lateral (select count(*) from "${join.name}" z where z.organisation_id = x.organisation_id) y`,
        union: `${plain} union all ${plain}`,
        cte: `with all_rows as materialized (select * from (${plain}) q) select * from all_rows`,
      }[shape];
      const own = { organisation: mine, dealer: me };
      const rows = await asking<{ organisation_id: string; owner?: string; key?: string }>(statement, own, role);
      if (rows === 'refused') return;
      // Of customers the second wall shows only the one in hand, and here is none.
      if (role !== 'rida_customer') expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        expect([table.name, row.organisation_id]).toEqual([table.name, mine]);
        if (role !== 'rida_dealer') continue;
        if (owner) expect([table.name, row.owner]).toEqual([table.name, me]);
        if (row.key !== undefined) expect(row.key.startsWith(`dealer:${me}:`)).toBe(true);
      }
    }),
    { numRuns: role === 'rida_dealer' ? 300 : 100 },
  );
});

test('no statement of a dealer writes, changes or removes a row that is not its own', async () => {
  for (const table of tables) {
    for (const owner of owners.filter(({ organisation, dealer }) => organisation !== mine || dealer !== me)) {
      if (shared.includes(table.name) && owner.organisation === mine) continue;
      expect([table.name, await asking(insertRow(table, owner))]).toEqual([table.name, 'refused']);
    }
    for (const change of [
      `update "${table.name}" set organisation_id = '${theirs}'`,
      `update "${table.name}" set organisation_id = organisation_id where organisation_id = '${theirs}'`,
      `delete from "${table.name}"`,
    ])
      expect([table.name, await asking(change)]).toEqual([table.name, 'refused']);
  }
  // A cancellation of a purchase that is not its own, under its own name.
  const [rivals] = await asking<{ id: string }>(`select id from purchases where dealer_id = '${rival}'`, {
    organisation: mine,
    dealer: rival,
  });
  const cancelling = (purchaseId: string) =>
    `insert into purchase_cancellations (organisation_id, purchase_id, dealer_id, cancelled_by_kind, cancelled_by, cancelled_at)
     values ('${mine}', '${purchaseId}', '${me}', 'dealer', '${id('2a')}', now())`;
  expect(await asking(cancelling((rivals as { id: string }).id))).toBe('refused');
  const [ours] = await asking<{ id: string }>('select id from purchases');
  expect(await asking(cancelling((ours as { id: string }).id))).toEqual([]);
  // The wall lets its own through; without that the refusals above would prove nothing.
  const own = { organisation: mine, dealer: me };
  for (const name of ['dealer_buyers', 'purchases'])
    expect([
      name,
      await asking(
        insertRow(
          tables.find((table) => table.name === name)!,
          own,
        ),
      ),
    ]).toEqual([name, []]);
});

test('without a dealer, or as one of another organisation, nothing is seen', async () => {
  for (const table of tables) {
    const none = await asking(`select 1 from "${table.name}"`, { organisation: mine, dealer: '' });
    expect([table.name, none === 'refused' ? 0 : none.length]).toEqual([table.name, 0]);
  }
  const purchases = await asking<{ dealer_id: string }>('select dealer_id from purchases', {
    organisation: theirs,
    dealer: me,
  });
  expect(purchases).toEqual([{ dealer_id: me }]);
});
