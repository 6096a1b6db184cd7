// Lists customers: the newest first, or, when something was typed, those who fit best first; filtered by what whoever asks may see.
import { sql, type SqlBool } from 'kysely';
import type { z } from 'zod';
import { FieldClass, type CustomerFilters } from '#contract/customer-record.ts';
import type { ListedCustomer } from '#contract/customers.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { accessOf, openTo } from './access.ts';
import { contactPointOrder } from './contact-point.ts';
import { customerConditions } from './customer-conditions.ts';
import { findByTerms, granted } from './find-by-terms.ts';
import { searchTerms, type SearchTerms } from './search-terms.ts';
import type { CustomerTables } from './tables.ts';

export type CustomerListItem = z.infer<typeof ListedCustomer>;
type Query = { q?: string | undefined; cursor?: string | undefined; limit: number } & CustomerFilters;
type Page = { items: CustomerListItem[]; next: string | null };

/** Merged records are found and shown as the surviving one. Throws `request.invalid` for a filter that is not granted. */
export async function listCustomers(ctx: Context, query: Query): Promise<Page & { hidden: FieldClass[] }> {
  const access = await accessOf(ctx);
  const terms = query.q === undefined ? null : searchTerms(query.q);
  const shown = terms ? await best(ctx, query, granted(terms, access)) : await newest(ctx, query);
  return { ...shown, hidden: FieldClass.options.filter((one) => !access.read.has(one)) };
}

async function newest(ctx: Context, query: Query): Promise<Page> {
  const { cursor, limit } = query;
  const after = cursor === undefined ? null : decodeCursor(cursor, 2);
  const rows = await (
    await listed(ctx, query)
  )
    .select('c.registered_at')
    .$if(after !== null, (select) =>
      select.where(sql<SqlBool>`(c.registered_at, c.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('c.registered_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(limit + 1)
    .execute();
  return page(rows, limit, itemOf, (row) => [row.registered_at.toISOString(), row.id]);
}

async function best(ctx: Context, query: Query, terms: SearchTerms): Promise<Page> {
  const { cursor, limit } = query;
  const after = cursor === undefined ? null : decodeCursor(cursor, 2);
  const found = await findByTerms(ctx, terms);
  const matches = sql<{ customer_id: string; score: number }>`(
    select * from unnest(${[...found.keys()]}::uuid[], ${[...found.values()]}::integer[]) as scored(customer_id, score))`;
  const rows = await (
    await listed(ctx, query)
  )
    .innerJoin(matches.as('m'), 'm.customer_id', 'c.id')
    .select('m.score')
    .$if(after !== null, (select) =>
      select.where(sql<SqlBool>`(m.score, c.id) < (${after?.[0]}::integer, ${after?.[1]}::uuid)`),
    )
    .orderBy('m.score', 'desc')
    .orderBy('c.id', 'desc')
    .limit(limit + 1)
    .execute();
  return page(rows, limit, itemOf, (row) => [row.score, row.id]);
}

async function listed(ctx: Context, filters: CustomerFilters) {
  const access = await accessOf(ctx);
  const conditions = await customerConditions(ctx, filters);
  let query = on<CustomerTables & OrganisationViews>(ctx)
    .selectFrom('customers as c')
    .leftJoin('person_briefs as r', (join) =>
      join.onRef('r.organisation_id', '=', 'c.organisation_id').onRef('r.id', '=', 'c.responsible_id'),
    )
    .select(['c.id', 'c.kind', 'c.name', 'c.stage', 'r.name as responsible_name'])
    .select([
      (access.read.has('place') ? sql<string | null>`c.region_id` : sql<string | null>`null::uuid`).as('region_id'),
      (access.read.has('contact') ? address('email') : sql<string | null>`null`).as('email'),
      (access.read.has('contact') ? address('phone') : sql<string | null>`null`).as('phone'),
    ])
    .where('c.organisation_id', '=', ctx.organisationId)
    .where('c.merged_into_id', 'is', null)
    .where('c.erased_at', 'is', null)
    .where(openTo(access));
  for (const condition of conditions) query = query.where(condition);
  return query;
}

/** The one that is tried first. */
const address = (channel: 'email' | 'phone') => sql<string | null>`(
  select p.value from contact_points p
   where p.organisation_id = c.organisation_id and p.customer_id = c.id and p.channel = ${channel} and p.removed_at is null
   order by ${contactPointOrder} limit 1)`;

type Row = Omit<CustomerListItem, 'regionId' | 'responsibleName'> & {
  region_id: string | null;
  responsible_name: string | null;
};

function itemOf(row: Row): CustomerListItem {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    email: row.email,
    phone: row.phone,
    stage: row.stage,
    regionId: row.region_id,
    responsibleName: row.responsible_name,
  };
}
