// What existing customers are told apart by: the column of each dimension, the filters, and the values that can be chosen.
import { sql, type RawBuilder } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import type { StatisticsChoices, StatisticsDimension, StatisticsInput } from '#contract/purchases.ts';
import type { Context } from '#platform/context.ts';

/** Of a customer's traits `t` and the provinces and cities of its region `r`. */
export const dimensionColumns: Record<Exclude<StatisticsDimension, 'category'>, RawBuilder<string | null>> = {
  province: sql`r.province_id`,
  city: sql`r.city_id`,
  kind: sql`t.kind`,
  gender: sql`t.gender`,
  'age-group': sql`t.age_group_id`,
  'income-band': sql`t.income_band_id`,
  education: sql`t.education_id`,
  'social-group': sql`t.social_group_id`,
};

/** One condition for each filter of traits that is set; that of the category is about purchases. */
export function traitConditions(input: StatisticsInput): RawBuilder<boolean>[] {
  const by: [RawBuilder<unknown>, string | undefined, RawBuilder<unknown>][] = [
    [sql`r.province_id`, input.provinceId, sql`uuid`],
    [sql`t.kind`, input.kind, sql`text`],
    [sql`t.gender`, input.gender, sql`text`],
    [sql`t.age_group_id`, input.ageGroupId, sql`uuid`],
    [sql`t.income_band_id`, input.incomeBandId, sql`uuid`],
    [sql`t.education_id`, input.educationId, sql`uuid`],
    [sql`t.social_group_id`, input.socialGroupId, sql`uuid`],
  ];
  // Never null, so that its opposite holds for whoever did not say.
  return by.flatMap(([column, value, type]) =>
    value === undefined ? [] : [sql<boolean>`coalesce(${column} = ${value}::${type}, false)`],
  );
}

/** Each region with the province and the city that it is or lies in. */
export const placesOf = (organisationId: string) => sql`
  select r.id, case r.level when 'province' then r.id when 'city' then r.parent_id end as province_id,
         case r.level when 'city' then r.id end as city_id
    from region_briefs r where r.organisation_id = ${organisationId}`;

/** Every product with the category at the top of its tree. */
export const topCategories = (organisationId: string) => sql`
  select g.id, c.path[1] as category_id
    from product_briefs g left join product_category_paths c on c.organisation_id = g.organisation_id and c.id = g.category_id
   where g.organisation_id = ${organisationId}`;

type Value = { key: string; name: LocaleText | null };
type Lists = Record<Exclude<StatisticsDimension, 'kind' | 'gender' | 'city'>, Value[]>;

/** The values of each dimension that the organisation named, in its order; those out of use too, since customers may have them. */
export async function statisticsValues(ctx: Context): Promise<Lists> {
  const { rows } = await sql<Value & { list: keyof Lists }>`
    select 'province' as list, id::text as key, name, 0 as place from region_briefs
     where organisation_id = ${ctx.organisationId} and level = 'province'
    union all
    select 'category', id::text, name, 0 from product_category_paths
     where organisation_id = ${ctx.organisationId} and array_length(path, 1) = 1
    union all
    select list, id::text, name, sort_order from customer_choice_briefs where organisation_id = ${ctx.organisationId}
     order by place, key`.execute(ctx.transaction);
  const lists: Lists = {
    province: [],
    'age-group': [],
    'income-band': [],
    education: [],
    'social-group': [],
    category: [],
  };
  for (const { list, key, name } of rows) lists[list].push({ key, name });
  return lists;
}

export async function statisticsChoices(ctx: Context): Promise<StatisticsChoices> {
  const lists = await statisticsValues(ctx);
  return {
    provinces: lists.province,
    ageGroups: lists['age-group'],
    incomeBands: lists['income-band'],
    educations: lists.education,
    socialGroups: lists['social-group'],
    categories: lists.category,
  };
}

/** The names of these cities. */
export async function cityValues(ctx: Context, keys: readonly string[]): Promise<Value[]> {
  const { rows } = await sql<Value>`
    select id::text as key, name from region_briefs
     where organisation_id = ${ctx.organisationId} and id = any(${keys}::uuid[]) order by id`.execute(ctx.transaction);
  return rows;
}
