// Filters of the list of customers as conditions of SQL, with customers called c.
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { CustomerField, CustomerFilters, FieldClass } from '#contract/customer-record.ts';
import type { Context } from '#platform/context.ts';
import { commonErrors, type FieldFault } from '#platform/errors.ts';
import { accessOf } from './access.ts';
import { customerLists } from './customer-lists.ts';
import { choiceReader, readDate, readNumber, readText, readYesNo, type Read } from './field-value.ts';
import { ownFieldKey, recordFields } from './record-fields.ts';

type Condition = RawBuilder<SqlBool>;

const columns = new Map(recordFields.map((field) => [field.key, field]));
const equal = ['kind', 'stage', 'gender', 'ageGroupId', 'incomeBandId', 'educationId', 'socialGroupId'] as const;

/** Throws `request.invalid`, naming each filter of a class that is not granted, and each value that is none. */
export async function customerConditions(ctx: Context, filters: CustomerFilters): Promise<Condition[]> {
  const { read } = await accessOf(ctx);
  const faults: FieldFault[] = [];
  const conditions: Condition[] = [];
  const add = (field: string, fieldClass: FieldClass | null, condition: Condition): void => {
    if (fieldClass === null || read.has(fieldClass)) conditions.push(condition);
    else faults.push({ field, code: 'not-granted' });
  };
  for (const key of equal) {
    const field = columns.get(key);
    if (filters[key] === undefined || !field?.column) continue;
    add(key, field.fieldClass, sql<SqlBool>`${sql.ref(`c.${field.column}`)} = ${filters[key]}`);
  }
  if (filters.regionId !== undefined) add('regionId', 'place', inRegion(ctx, filters.regionId));
  if (filters.responsibleUnitId !== undefined) add('responsibleUnitId', null, inUnit(ctx, filters.responsibleUnitId));
  if (filters.responsibleId !== undefined) {
    const me = ctx.actor.kind === 'staff' ? ctx.actor.personId : null;
    const person = filters.responsibleId === 'me' ? me : filters.responsibleId;
    add('responsibleId', null, sql<SqlBool>`c.responsible_id = ${person}`);
  }
  if (filters.fields !== undefined) {
    const { fields } = await customerLists(ctx);
    for (const [key, text] of Object.entries(filters.fields)) {
      const field = fields.find((one) => one.key === key);
      const condition = field && ownCondition(ctx, field, text);
      if (!field || !condition) faults.push({ field: ownFieldKey(key), code: field ? 'invalid' : 'field-unknown' });
      else add(ownFieldKey(key), field.fieldClass, condition);
    }
  }
  if (faults.length > 0) throw commonErrors.invalid({}, faults);
  return conditions;
}

const inRegion = (ctx: Context, id: string): Condition => sql<SqlBool>`c.region_id = any(array(
  with recursive below as (
    select id from regions where organisation_id = ${ctx.organisationId} and id = ${id}
    union all
    select r.id from below b join regions r on r.organisation_id = ${ctx.organisationId} and r.parent_id = b.id
  ) select id from below))`;

const inUnit = (ctx: Context, id: string): Condition => sql<SqlBool>`c.responsible_unit_id = any(array(
  with recursive below as (
    select id from unit_briefs where organisation_id = ${ctx.organisationId} and id = ${id}
    union all
    select u.id from below b join unit_briefs u on u.organisation_id = ${ctx.organisationId} and u.parent_id = b.id
  ) select id from below))`;

const valueColumn = {
  text: 'text_value',
  choice: 'text_value',
  number: 'number_value',
  'yes-no': 'number_value',
  date: 'date_value',
} as const;

/** Null when the text is no value of the field. */
function ownCondition(ctx: Context, field: CustomerField, text: string): Condition | null {
  const column = sql.ref(`v.${valueColumn[field.type]}`);
  const span = /^(.*)\.\.(.*)$/.exec(text);
  const read = (given: string): Read => reading(field)(given);
  const compared: Condition[] = [];
  if (span && (field.type === 'number' || field.type === 'date')) {
    for (const [given, operator] of [[span[1] ?? '', '>='] as const, [span[2] ?? '', '<='] as const]) {
      if (given === '') continue;
      const end = read(given);
      if (!('value' in end)) return null;
      compared.push(sql<SqlBool>`${column} ${sql.raw(operator)} ${end.value}`);
    }
  } else {
    const value = read(text);
    if (!('value' in value) || value.value === null) return null;
    compared.push(sql<SqlBool>`${column} = ${value.value}`);
  }
  return sql<SqlBool>`exists (
    select from customer_field_values v
     where v.organisation_id = ${ctx.organisationId} and v.customer_id = c.id and v.field_id = ${field.id}
       and ${sql.join(compared.length > 0 ? compared : [sql`true`], sql` and `)})`;
}

function reading(field: CustomerField): (given: unknown) => Read {
  if (field.type === 'number') return readNumber;
  if (field.type === 'date') return readDate;
  if (field.type === 'yes-no') return readYesNo;
  if (field.type === 'choice') return choiceReader(field.choices);
  return (given) => readText(given, 2_000);
}
