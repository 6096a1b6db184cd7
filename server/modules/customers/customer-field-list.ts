// All fields of a customer that the acting person may see, those of the organisation's own among them: for imports, segments and exports.
import type { LocaleText } from '#contract/common.ts';
import type { CustomerKind, FieldClass } from '#contract/customer-record.ts';
import type { Context } from '#platform/context.ts';
import { accessOf } from './access.ts';
import { customerLists } from './customer-lists.ts';
import { ownFieldKey, recordFields, type FieldType } from './record-fields.ts';

export type CustomerFieldInfo = {
  /** Key in `CustomerRowInput.values`; own fields as `fields.<key>`. */
  key: string;
  type: FieldType;
  /** Null: no class, always readable and writable. */
  fieldClass: FieldClass | null;
  name: LocaleText;
  /** Of `choice`: what a value may be, by key or by any of its names. */
  choices: readonly { key: string; name: LocaleText }[];
  /** Null: of people and companies. */
  customerKind: CustomerKind | null;
  required: boolean;
  /** Several values, as a list. */
  several: boolean;
  /** Column of `customers`; null for addresses and own fields. */
  column: string | null;
  /** Id of the organisation's own field. */
  fieldId: string | null;
  writable: boolean;
};

export async function customerFieldList(ctx: Context): Promise<CustomerFieldInfo[]> {
  const access = await accessOf(ctx);
  const { choices, fields } = await customerLists(ctx);
  const all: Omit<CustomerFieldInfo, 'writable'>[] = [
    ...recordFields.map(({ key, type, fieldClass, name, customerKind, required, column, ...field }) => ({
      key,
      type,
      fieldClass,
      name,
      choices: field.list
        ? choices.filter((one) => one.list === field.list && one.active).map((one) => ({ key: one.id, name: one.name }))
        : (field.choices ?? []),
      customerKind,
      required,
      several: type === 'email' || type === 'phone',
      column,
      fieldId: null,
    })),
    ...fields
      .filter((field) => field.active)
      .map(({ id, key, type, fieldClass, name, choices: own, customerKind, required }) => ({
        key: ownFieldKey(key),
        type,
        fieldClass,
        name,
        choices: own,
        customerKind,
        required,
        several: false,
        column: null,
        fieldId: id,
      })),
  ];
  return all
    .filter(({ fieldClass }) => fieldClass === null || access.read.has(fieldClass))
    .map((field) => ({ ...field, writable: field.fieldClass === null || access.write.has(field.fieldClass) }));
}
