// Counts customers who bought in a period, by one or two dimensions, in one statement; for each filter also those it alone leaves out.
import { sql, type RawBuilder } from 'kysely';
import type { StatisticsInput } from '#contract/purchases.ts';
import type { Context } from '#platform/context.ts';
import { dimensionColumns, placesOf, topCategories, traitConditions } from './statistics-dimensions.ts';

export type Period = { from: string; to: string };
/** `row` and `column` are null where they are not known. `leftOut[i]`: those whom filter i alone keeps out. */
export type CountedGroup = { row: string | null; column: string | null; customers: number; leftOut: number[] };
/** `outer`: with each customer once, whatever it bought; without a dimension of categories the same as `inner`. */
export type Counted = { inner: CountedGroup[]; outer: CountedGroup[] };

/**
 * The records `t` that bought in the period, `true` of them or of one merged into them. The days stand beside the traits and are
 * kept in step by triggers, so that only customers are read.
 */
export const boughtWithin = (ctx: Context, { from, to }: Period): RawBuilder<boolean> => {
  const period = sql`daterange(${from}::date, ${to}::date, '[]')`;
  return sql<boolean>`(t.bought && ${period} or t.id in (
    select m.merged_into_id from merged_customers m where m.organisation_id = ${ctx.organisationId} and m.bought && ${period}))`;
};

/** Purchases `p` of the period that count, with what is to be known of each product `g` and the record `m` that the customer was merged into. */
const soldWithin = (ctx: Context, { from, to }: Period, products: RawBuilder<unknown>) => sql`
    from counted_purchases p
    join (${products}) g on g.id = p.product_id
    left join merged_customers m on m.organisation_id = p.organisation_id and m.id = p.customer_id
   where p.organisation_id = ${ctx.organisationId} and p.bought_on between ${from}::date and ${to}::date`;

/** Who, counted as the surviving record, bought something of the category in the period; null: something of no category. */
export const soldOf = (ctx: Context, period: Period, categoryId: string | null): RawBuilder<unknown> => sql`
  select coalesce(m.merged_into_id, p.customer_id) as customer_id ${soldWithin(ctx, period, topCategories(ctx.organisationId))}
     and g.category_id is not distinct from ${categoryId}::uuid`;

/**
 * Hashing in memory, where a connection would by default go to the disk; and in one process: to start two more costs more than half
 * of what reading three hundred thousand customers does, and takes it from others.
 */
const settings = sql`select set_config('work_mem', '32MB', true), set_config('max_parallel_workers_per_gather', '0', true)`;

export async function countBuyers(ctx: Context, input: StatisticsInput, period: Period): Promise<Counted> {
  await settings.execute(ctx.transaction);
  const { rows: row, columns: column, categoryId } = input;
  if (row === 'category' || column === 'category') return countByCategory(ctx, input, period);
  const conditions = traitConditions(input);
  if (categoryId !== undefined) conditions.push(sql<boolean>`s.customer_id is not null`);
  const inCategory =
    categoryId === undefined
      ? sql``
      : sql`left join (select distinct customer_id from (${soldOf(ctx, period, categoryId)}) of_category) s on s.customer_id = t.id`;
  const { rows } = await sql<CountedGroup>`
    select ${dimensionColumns[row]}::text as row, ${column ? sql`${dimensionColumns[column]}::text` : sql`null::text`} as column,
           ${countsOf(conditions)}
      from customer_traits t
      left join (${placesOf(ctx.organisationId)}) r on r.id = t.region_id
      ${inCategory}
     where t.organisation_id = ${ctx.organisationId} and ${boughtWithin(ctx, period)}
     group by ${dimensionColumns[row]}${column ? sql`, ${dimensionColumns[column]}` : sql``}`.execute(ctx.transaction);
  return { inner: rows, outer: rows };
}

/** One filter off and the others on: what a reader gets by leaving that filter out, minus what is shown here. */
function countsOf(conditions: readonly RawBuilder<boolean>[]): RawBuilder<unknown> {
  const all = conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
  const leftOut = conditions.map(
    (one, index) =>
      sql`count(*) filter (where ${sql.join([sql`not (${one})`, ...conditions.filter((_, other) => other !== index)], sql` and `)})::int`,
  );
  return sql`count(*) filter (where ${all})::int as customers,
    ${leftOut.length === 0 ? sql`'{}'::int[]` : sql`array[${sql.join(leftOut)}]`} as "leftOut"`;
}

/** `mask` is a number whose bits are the categories that the customers of the group bought in. */
type MaskedGroup = { other: string | null; mask: string; customers: number; leftOut: number[] };

/**
 * Each customer is reduced to the set of its categories first, one bit each: cells and totals come from one look at the purchases.
 * A filter of the category does not go with a dimension of categories.
 */
async function countByCategory(ctx: Context, input: StatisticsInput, period: Period): Promise<Counted> {
  const asRows = input.rows === 'category';
  const dimension = asRows ? input.columns : input.rows;
  const other = dimension && dimension !== 'category' ? dimensionColumns[dimension] : null;
  const categories = await soldCategories(ctx);
  // A number is counted twice as fast as a string of bits, which holds any number of categories.
  const few = categories.length <= mostInNumber;
  const bit = few
    ? sql`1::bigint << (n.place::int - 1)`
    : sql`set_bit(repeat('0', ${categories.length}::int)::bit varying, ${categories.length}::int - n.place::int, 1)`;
  const products = sql`
    select o.id, ${bit} as bit
      from (${topCategories(ctx.organisationId)}) o
      join unnest(${categories}::uuid[]) with ordinality n (category_id, place) on n.category_id is not distinct from o.category_id`;
  const { rows } = await sql<MaskedGroup>`
    select ${other ? sql`${other}::text` : sql`null::text`} as other, b.mask::text as mask, ${countsOf(traitConditions(input))}
      from (select coalesce(m.merged_into_id, p.customer_id) as customer_id, bit_or(g.bit) as mask
              ${soldWithin(ctx, period, products)} group by 1) b
      join customer_traits t on t.organisation_id = ${ctx.organisationId} and t.id = b.customer_id
      left join (${placesOf(ctx.organisationId)}) r on r.id = t.region_id
     group by ${other ? sql`${other}, ` : sql``}b.mask`.execute(ctx.transaction);
  const groupOf = (group: MaskedGroup, category: string | null): CountedGroup => ({
    row: asRows ? category : group.other,
    column: asRows ? group.other : category,
    customers: group.customers,
    leftOut: group.leftOut,
  });
  return {
    inner: rows.flatMap((group) => {
      const mask = BigInt(few ? group.mask : `0b${group.mask}`);
      const within = categories.filter((_, place) => (mask >> BigInt(place)) & 1n);
      return within.map((category) => groupOf(group, category));
    }),
    outer: rows.map((group) => groupOf(group, null)),
  };
}

/** Bits of a bigint without its sign. */
const mostInNumber = 63;

/** The top categories that products stand in, and null when some stand in none. */
async function soldCategories(ctx: Context): Promise<(string | null)[]> {
  const { rows } = await sql<{ id: string | null }>`
    select distinct category_id as id from (${topCategories(ctx.organisationId)}) g`.execute(ctx.transaction);
  return rows.map(({ id }) => id);
}
