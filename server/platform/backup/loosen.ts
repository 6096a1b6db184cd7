// Takes away, inside a transaction, what would stop rows from arriving in any order, and puts it back: the checks then run over everything.
import type pg from 'pg';

/**
 * References between tables (cases and claims point at each other, units at themselves) and the triggers of the product: what
 * they demanded was demanded when the rows were written. Needs the owner of the tables, no superuser.
 * Ids of transactions are loaded as 3, older than any of this server, so that no live stream takes restored events for new ones.
 */
export async function loosen(client: pg.Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ away: string; back: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as away,
           format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as back
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0
    union all
    select distinct format('alter table %s disable trigger user', tgrelid::regclass), format('alter table %s enable trigger user', tgrelid::regclass)
      from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace = 'public'::regnamespace and not tgisinternal
    union all
    select format('alter table %s alter column %I set default ''3''', a.attrelid::regclass, attname),
           format('alter table %s alter column %I set default %s', a.attrelid::regclass, attname, pg_get_expr(d.adbin, d.adrelid))
      from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
      join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where c.relnamespace = 'public'::regnamespace and a.atttypid = 'xid8'::regtype and not a.attisdropped`);
  for (const { away } of rows) await client.query(away);
  return async () => {
    for (const { back } of rows) await client.query(back);
  };
}
