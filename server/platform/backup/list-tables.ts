// Lists the tables of a database as a backup sees them, and says how they are read and loaded.
import pg from 'pg';

export type TableShape = {
  name: string;
  /** Without generated ones, and without ids of transactions, which mean nothing in another server. */
  columns: string[];
  /** In the order of the primary key, so that equal contents give equal bytes. */
  order: string[];
};

const quote = pg.escapeIdentifier;

/** Tables of schema public, in the order of their names; tables that came with an extension are the extension's. */
export async function listTables(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<{
    name: string;
    columns: string[];
    keys: { name: string; text: boolean }[] | null;
  }>(`
    select c.relname as name, shape.columns, key.keys
      from pg_class c
     cross join lateral (
       select array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '' and a.atttypid <> 'xid8'::regtype) as columns
         from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) shape
      left join lateral (
       select jsonb_agg(jsonb_build_object('name', a.attname, 'text', a.attcollation <> 0) order by k.at) as keys
         from pg_index i cross join unnest(i.indkey) with ordinality k(attnum, at)
         join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary) key on true
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     order by c.relname::text collate "C"`);
  return rows.map(({ name, columns, keys }) => ({
    name,
    columns,
    // Another server may sort words differently; by code points all agree.
    order: keys
      ? keys.map((key) => quote(key.name) + (key.text ? ' collate "C"' : ''))
      : columns.map((column) => `${quote(column)}::text collate "C"`),
  }));
}

export function copyOut(table: TableShape): string {
  return `copy (select ${table.columns.map(quote).join(', ')} from public.${quote(table.name)} order by ${table.order.join(', ')}) to stdout`;
}

export function copyIn(name: string, columns: readonly string[]): string {
  return `copy public.${quote(name)} (${columns.map(quote).join(', ')}) from stdin`;
}

/** How values are written as text must not depend on the settings of a server, a database or a role. */
export const plainText = `set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set extra_float_digits = 1; set bytea_output = 'hex';
  set client_encoding = 'UTF8'; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0`;
