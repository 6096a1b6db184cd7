// Turns a checked rule into SQL over `customer_traits as c`: fragments of our own, every value a parameter, never a word of the browser.
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Rule, RuleCondition } from '#contract/segments.ts';
import { startOfDay } from '#kernel/calendar/periods.ts';
import type { IsoDate } from '#kernel/calendar/settings.ts';
import { addIsoDays, yearsBefore } from './days.ts';
import type { AgeGroup, KnownField, RuleWorld } from './rule-fields.ts';

type Condition = RawBuilder<SqlBool>;

const dayMs = 86_400_000;
const never: Condition = sql<SqlBool>`false`;
const always: Condition = sql<SqlBool>`true`;

/**
 * True or false, never null: what cannot be answered because nothing is known does not fit, and so NOT of it does. An empty
 * `all` or `none` fits everybody, an empty `any` nobody.
 */
export function compileRule(world: RuleWorld, rule: Rule): Condition {
  if (rule.type === 'condition') {
    const field = world.fields.get(rule.field);
    // A field that is gone from the record: nothing is known.
    return field ? compileCondition(world, field, rule) : never;
  }
  const parts = rule.rules.map((one) => compileRule(world, one));
  if (rule.type === 'all') return parts.length === 0 ? always : sql<SqlBool>`(${sql.join(parts, sql` and `)})`;
  const anyOf = parts.length === 0 ? never : sql<SqlBool>`(${sql.join(parts, sql` or `)})`;
  return rule.type === 'any' ? anyOf : sql<SqlBool>`(not ${anyOf})`;
}

function compileCondition(world: RuleWorld, field: KnownField, condition: RuleCondition): Condition {
  const { source } = field;
  switch (source.kind) {
    case 'column':
      return onColumn(source, condition);
    case 'region':
      return onRegion(world, condition);
    case 'age':
      return onAge(world.today, condition);
    case 'age-group':
      return onAgeGroup(world.today, source.groups, condition);
    case 'registered-at':
      return onMoment(world, condition);
    case 'custom':
      return onOwnField(world, field, source.fieldId, condition);
    case 'registered':
      return onValue(
        source.field.value({
          organisationId: sql`c.organisation_id`,
          customerId: sql`c.id`,
          since: condition.days === null ? null : new Date(world.now.getTime() - condition.days * dayMs),
        }),
        condition,
      );
  }
}

/** Ids are compared as ids: turning a million of them into text takes longer than all the rest. */
function onColumn({ column, ids }: { column: string; ids: boolean }, condition: RuleCondition): Condition {
  const value = sql`c.${sql.ref(column)}`;
  if (!ids || condition.operator !== 'is') return onValue(value, condition);
  return sql`coalesce(${value} = any(${condition.values.map(String)}::uuid[]), false)`;
}

/** A value compared with what the condition names. */
function onValue(value: RawBuilder<unknown>, { operator, values }: RuleCondition): Condition {
  const [first] = values;
  switch (operator) {
    case 'known':
      return sql`(${value} is not null)`;
    case 'is':
      return sql`coalesce(${value} = any(${values.map(String)}::text[]), false)`;
    case 'at-least':
      return sql`coalesce(${value} >= ${first}::float8, false)`;
    case 'at-most':
      return sql`coalesce(${value} <= ${first}::float8, false)`;
    case 'equals':
      return typeof first === 'number'
        ? sql`coalesce(${value} = ${first}::float8, false)`
        : sql`coalesce(${value} = ${first}::text, false)`;
    default:
      return never;
  }
}

/** The place itself and everything below it; the tree is walked once for a statement, not for each customer. */
function onRegion({ organisationId }: RuleWorld, { operator, values }: RuleCondition): Condition {
  if (operator === 'known') return sql`(c.region_id is not null)`;
  return sql`coalesce(c.region_id = any(array(
    with recursive below as (
      select id from region_briefs where organisation_id = ${organisationId} and id::text = any(${values.map(String)}::text[])
      union
      select r.id from region_briefs r join below b on r.parent_id = b.id where r.organisation_id = ${organisationId}
    ) select id from below)), false)`;
}

/** Whole years lived, by the organisation's day. */
function onAge(today: IsoDate, { operator, values }: RuleCondition): Condition {
  const years = Number(values[0]);
  const atLeast = sql<SqlBool>`coalesce(c.birth_date <= ${yearsBefore(today, years)}::date, false)`;
  const atMost = sql<SqlBool>`coalesce(c.birth_date > ${yearsBefore(today, years + 1)}::date, false)`;
  if (operator === 'known') return sql`(c.birth_date is not null)`;
  if (operator === 'at-least') return atLeast;
  return operator === 'at-most' ? atMost : sql`(${atLeast} and ${atMost})`;
}

/** By the birth date where that is known; only otherwise by what was written down. */
function onAgeGroup(today: IsoDate, groups: readonly AgeGroup[], { operator, values }: RuleCondition): Condition {
  if (operator === 'known') return sql`(c.birth_date is not null or c.age_group_id is not null)`;
  const asked = groups.filter(({ id }) => values.includes(id));
  const written = sql<SqlBool>`(c.birth_date is null and coalesce(c.age_group_id::text = any(${values.map(String)}::text[]), false))`;
  const lived = asked.map(({ fromAge, untilAge }) => {
    const from = fromAge === null ? always : sql<SqlBool>`c.birth_date <= ${yearsBefore(today, fromAge)}::date`;
    const until = untilAge === null ? always : sql<SqlBool>`c.birth_date > ${yearsBefore(today, untilAge)}::date`;
    return sql<SqlBool>`(c.birth_date is not null and ${from} and ${until})`;
  });
  return sql`(${sql.join([written, ...lived], sql` or `)})`;
}

/** Days of the organisation's own clock, both ends included. */
function onMoment({ now, timeZone }: RuleWorld, { operator, values }: RuleCondition): Condition {
  const [first] = values;
  if (operator === 'from') return sql`(c.registered_at >= ${startOfDay(String(first), timeZone)}::timestamptz)`;
  if (operator === 'until')
    return sql`(c.registered_at < ${startOfDay(addIsoDays(String(first), 1), timeZone)}::timestamptz)`;
  if (operator === 'in-last')
    return sql`(c.registered_at >= ${new Date(now.getTime() - Number(first) * dayMs)}::timestamptz)`;
  return always;
}

function onOwnField(
  { organisationId, today }: RuleWorld,
  field: KnownField,
  fieldId: string,
  condition: RuleCondition,
): Condition {
  const held = (fits: RawBuilder<unknown>): Condition =>
    sql`exists (select from customer_field_traits v where v.organisation_id = ${organisationId} and v.customer_id = c.id and v.field_id = ${fieldId} and ${fits})`;
  const { operator, values } = condition;
  if (operator === 'known') return held(always);
  if (field.type === 'yes-no')
    return held(sql`v.number_value = any(${values.map((value) => (value === 'yes' ? 1 : 0))}::float8[])`);
  if (field.type === 'date') {
    if (operator === 'until') return held(sql`v.date_value <= ${values[0]}::date`);
    const from = operator === 'from' ? String(values[0]) : addIsoDays(today, -Number(values[0]));
    return held(sql`v.date_value >= ${from}::date`);
  }
  return held(onValue(sql.ref(field.type === 'number' ? 'v.number_value' : 'v.text_value'), condition));
}
