// Fields of the organisation's own: defined, renamed, restricted, ordered, retired. A field is never deleted, its values are kept.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { CustomerField, CustomerFieldInput } from '#contract/customer-record.ts';
import { append, on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { cleanLocaleText } from './clean-locale-text.ts';
import { customerLists, forgetLists } from './customer-lists.ts';
import { customerErrors } from './errors.ts';
import type { CustomerTables } from './tables.ts';

export async function listFields(ctx: Context): Promise<{ items: CustomerField[] }> {
  return { items: [...(await customerLists(ctx)).fields] };
}

/** Throws `request.invalid` for a key in use, and for a choice without choices. */
export async function createField(ctx: Context, input: z.input<typeof CustomerFieldInput>): Promise<CustomerField> {
  const { fields } = await customerLists(ctx);
  if (fields.some((field) => field.key === input.key)) throw invalidField('key', 'taken');
  const field: CustomerField = {
    id: newId(),
    key: input.key,
    name: cleanLocaleText('name', input.name),
    type: input.type,
    choices: choicesOf(input.type, input.choices ?? []),
    fieldClass: input.fieldClass ?? 'other',
    customerKind: input.customerKind ?? null,
    required: input.required ?? false,
    active: true,
  };
  await on<CustomerTables>(ctx)
    .insertInto('customer_fields')
    .values({
      organisation_id: ctx.organisationId,
      id: field.id,
      key: field.key,
      name: JSON.stringify(field.name),
      type: field.type,
      choices: JSON.stringify(field.choices),
      field_class: field.fieldClass,
      customer_kind: field.customerKind,
      required: field.required,
      sort_order: fields.length,
    })
    .execute();
  forgetLists(ctx);
  const { key, type, fieldClass } = field;
  append(ctx, {
    type: 'customer-field.created',
    subjectType: 'customer-field',
    subjectId: field.id,
    data: { key, type, fieldClass },
  });
  return field;
}

type FieldChange = { id: string } & {
  [Name in 'name' | 'choices' | 'fieldClass' | 'required' | 'active']?: CustomerField[Name] | undefined;
};

/** Type and key stay: values and imports rely on them. A choice that a customer has may be renamed, not left out. */
export async function updateField(ctx: Context, input: FieldChange): Promise<CustomerField> {
  const before = (await customerLists(ctx)).fields.find((field) => field.id === input.id);
  if (!before) throw customerErrors.fieldNotFound({ id: input.id });
  const after: CustomerField = {
    ...before,
    name: input.name ? cleanLocaleText('name', input.name) : before.name,
    choices: input.choices ? choicesOf(before.type, input.choices) : before.choices,
    fieldClass: input.fieldClass ?? before.fieldClass,
    required: input.required ?? before.required,
    active: input.active ?? before.active,
  };
  const gone = before.choices.map((one) => one.key).filter((key) => !after.choices.some((one) => one.key === key));
  if (gone.length > 0 && (await isUsed(ctx, before.id, gone))) throw invalidField('choices', 'choice-in-use');
  await on<CustomerTables>(ctx)
    .updateTable('customer_fields')
    .set({
      name: JSON.stringify(after.name),
      choices: JSON.stringify(after.choices),
      field_class: after.fieldClass,
      required: after.required,
      active: after.active,
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', input.id)
    .execute();
  forgetLists(ctx);
  const { fieldClass, required, active } = after;
  append(ctx, {
    type: 'customer-field.changed',
    subjectType: 'customer-field',
    subjectId: after.id,
    data: { fieldClass, required, active },
  });
  return after;
}

/** In the order of the ids given; fields that are not named come after them. */
export async function orderFields(ctx: Context, ids: readonly string[]): Promise<{ items: CustomerField[] }> {
  const { fields } = await customerLists(ctx);
  const named = ids.filter((id) => fields.some((field) => field.id === id));
  const order = [...named, ...fields.map((field) => field.id).filter((id) => !named.includes(id))];
  await sql`update customer_fields f set sort_order = o.place - 1
      from unnest(${order}::uuid[]) with ordinality as o (id, place)
     where f.organisation_id = ${ctx.organisationId} and f.id = o.id`.execute(ctx.transaction);
  forgetLists(ctx);
  return listFields(ctx);
}

function choicesOf(type: CustomerField['type'], choices: CustomerField['choices']): CustomerField['choices'] {
  if (type !== 'choice') return [];
  if (choices.length === 0) throw invalidField('choices', 'required');
  if (new Set(choices.map((one) => one.key)).size < choices.length) throw invalidField('choices', 'taken');
  return choices.map(({ key, name }) => ({ key, name: cleanLocaleText('choices', name) }));
}

async function isUsed(ctx: Context, fieldId: string, keys: readonly string[]): Promise<boolean> {
  const row = await on<CustomerTables>(ctx)
    .selectFrom('customer_field_values')
    .select('customer_id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('field_id', '=', fieldId)
    .where('text_value', 'in', [...keys])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
