// What the fields of a record refer to: choices, regions and the organisation's own fields, read once a transaction.
import type { LocaleText } from '#contract/common.ts';
import type { CustomerChoice, CustomerField, Region } from '#contract/customer-record.ts';
import { on, type Context } from '#platform/context.ts';
import type { CustomerTables } from './tables.ts';

export type CustomerLists = {
  choices: readonly CustomerChoice[];
  regions: readonly Region[];
  /** In the order in which they are shown, retired ones too. */
  fields: readonly CustomerField[];
};

const remembered = new WeakMap<object, Promise<CustomerLists>>();

export function customerLists(ctx: Context): Promise<CustomerLists> {
  const known = remembered.get(ctx.transaction) ?? read(ctx);
  remembered.set(ctx.transaction, known);
  return known;
}

/** After a change in this transaction: whoever asks next reads anew. */
export function forgetLists(ctx: Context): void {
  remembered.delete(ctx.transaction);
}

async function read(ctx: Context): Promise<CustomerLists> {
  const db = on<CustomerTables>(ctx);
  const choices = await db
    .selectFrom('customer_choices')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .orderBy('list')
    .orderBy('sort_order')
    .orderBy('id')
    .execute();
  const regions = await db
    .selectFrom('regions')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .orderBy('id')
    .execute();
  const fields = await db
    .selectFrom('customer_fields')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .orderBy('sort_order')
    .orderBy('id')
    .execute();
  return {
    choices: choices.map(({ id, list, name, active, from_age, until_age }) => ({
      id,
      list,
      name: name as LocaleText,
      active,
      fromAge: from_age,
      untilAge: until_age,
    })),
    regions: regions.map(({ id, parent_id, level, code, name, active }) => ({
      id,
      parentId: parent_id,
      level,
      code,
      name: name as LocaleText,
      active,
    })),
    fields: fields.map((row) => ({
      id: row.id,
      key: row.key,
      name: row.name as LocaleText,
      type: row.type,
      choices: row.choices as CustomerField['choices'],
      fieldClass: row.field_class,
      customerKind: row.customer_kind,
      required: row.required,
      active: row.active,
    })),
  };
}
