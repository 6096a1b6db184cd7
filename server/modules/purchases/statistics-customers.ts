// The customers behind a cell of the statistics, for those who may read customers.
import { sql } from 'kysely';
import type { FieldClass } from '#contract/customer-record.ts';
import type { StatisticsDimension, StatisticsInput } from '#contract/purchases.ts';
import { accessOf, openRecords } from '#modules/customers/index.ts';
import type { Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { decodeCursor, page } from '#platform/paging.ts';
import { boughtWithin, soldOf } from './count-buyers.ts';
import { dimensionColumns, placesOf, traitConditions } from './statistics-dimensions.ts';
import { statisticsPeriod } from './statistics-period.ts';
import { unknownKey } from './statistics.ts';

type Asked = StatisticsInput & {
  rowKey?: string | undefined;
  columnKey?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};

/**
 * By the order in which they were registered. Without a key the whole row, column or table. Only those who are open to whoever asks:
 * fewer than the number that is shown. Throws `request.invalid` with the fault `not-granted` where the list would tell of each what
 * may not be read of any.
 */
export async function statisticsCustomers(ctx: Context, input: Asked) {
  await requireReadable(ctx, input);
  const period = await statisticsPeriod(ctx, input);
  const boughtIn = (categoryId: string | null) => sql<boolean>`t.id in (${soldOf(ctx, period, categoryId)})`;
  const is = (dimension: StatisticsInput['rows'] | undefined, key: string | undefined) => {
    if (dimension === undefined || key === undefined || key === 'all') return [];
    const value = key === unknownKey ? null : key;
    return dimension === 'category'
      ? [boughtIn(value)]
      : [sql<boolean>`${dimensionColumns[dimension]}::text is not distinct from ${value}`];
  };
  const conditions = [
    boughtWithin(ctx, period),
    ...traitConditions(input),
    ...(input.categoryId === undefined ? [] : [boughtIn(input.categoryId)]),
    ...is(input.rows, input.rowKey),
    ...is(input.columns, input.columnKey),
    await openRecords(ctx, sql.ref('t.id')),
    ...(input.cursor === undefined ? [] : [sql<boolean>`t.id > ${decodeCursor(input.cursor, 1)[0]}::uuid`]),
  ];
  const { rows } = await sql<{ id: string; name: string; kind: 'person' | 'company' }>`
    select c.id, c.name, c.kind
      from (select t.id from customer_traits t
              left join (${placesOf(ctx.organisationId)}) r on r.id = t.region_id
             where t.organisation_id = ${ctx.organisationId} and ${sql.join(conditions, sql` and `)}
             order by t.id limit ${input.limit + 1}) found
      join customer_briefs c on c.organisation_id = ${ctx.organisationId} and c.id = found.id
     order by c.id`.execute(ctx.transaction);
  return page(
    rows,
    input.limit,
    (row) => row,
    (row) => [row.id],
  );
}

const classes: Partial<Record<StatisticsDimension, FieldClass>> = {
  province: 'place',
  city: 'place',
  gender: 'demographic',
  'age-group': 'demographic',
  'income-band': 'demographic',
  education: 'demographic',
  'social-group': 'demographic',
};

async function requireReadable(ctx: Context, input: Asked): Promise<void> {
  const { read } = await accessOf(ctx);
  const asked: [field: string, FieldClass | undefined][] = [
    ['rows', input.rowKey === undefined ? undefined : classes[input.rows]],
    ['columns', input.columnKey === undefined || !input.columns ? undefined : classes[input.columns]],
    ['provinceId', input.provinceId ? 'place' : undefined],
    ...(['gender', 'ageGroupId', 'incomeBandId', 'educationId', 'socialGroupId'] as const).map(
      (field): [string, FieldClass | undefined] => [field, input[field] ? 'demographic' : undefined],
    ),
  ];
  for (const [field, one] of asked) if (one && !read.has(one)) throw invalidField(field, 'not-granted');
}
