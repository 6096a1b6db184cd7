// Customers as they are while a batch of rows is laid over them, and what of it has to be written in the end.
import { sql } from 'kysely';
import type { CustomerKind } from '#contract/customer-record.ts';
import type { Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import type { AddedConsent, KnownConsent } from './lay-consents.ts';
import type { ReadValues, StoredValue } from './value-reader.ts';

/** Columns that a row may fill; of new customers all of them are written. */
export const columnTypes = {
  name: 'text',
  language: 'text',
  preferred_channel: 'text',
  external_id: 'text',
  stage: 'text',
  gender: 'text',
  birth_date: 'date',
  national_id: 'text',
  age_group_id: 'uuid',
  income_band_id: 'uuid',
  education_id: 'uuid',
  social_group_id: 'uuid',
  region_id: 'uuid',
  address: 'text',
  responsible_id: 'uuid',
  responsible_unit_id: 'uuid',
} as const;
export type Column = keyof typeof columnTypes;
export const columns = Object.keys(columnTypes) as Column[];

export type CustomerState = {
  id: string;
  isNew: boolean;
  kind: CustomerKind;
  columns: Record<Column, StoredValue>;
  own: Map<string, StoredValue>;
  addedPoints: { id: string; channel: 'email' | 'phone'; value: string }[];
  /** By `consentKey`; read only when rows say consents. */
  consents: Map<string, KnownConsent>;
  addedConsents: AddedConsent[];
  /** Keys of changed columns and own fields; empty of one that stays as it is. */
  changed: Set<string>;
  changedOwn: Map<string, ReadValues['own'][number]>;
};

export function newState(kind: CustomerKind, given: Partial<Record<Column, StoredValue>>): CustomerState {
  const empty = Object.fromEntries(columns.map((column) => [column, null])) as Record<Column, StoredValue>;
  return {
    id: newId(),
    isNew: true,
    kind,
    columns: { ...empty, stage: 'current', ...given },
    own: new Map(),
    addedPoints: [],
    consents: new Map(),
    addedConsents: [],
    changed: new Set(),
    changedOwn: new Map(),
  };
}

/** The customers of these ids with their own fields. With `hold`, nobody else changes them until the transaction ends. */
export async function readStates(
  ctx: Context,
  ids: readonly string[],
  hold: boolean,
): Promise<Map<string, CustomerState>> {
  if (ids.length === 0) return new Map();
  const sorted = ids.toSorted();
  const { rows } = await sql<{ id: string; kind: CustomerKind } & Record<Column, StoredValue>>`
    select c.id, c.kind, ${sql.join(columns.map((column) => sql.ref(`c.${column}`)))}
      from customers c where c.organisation_id = ${ctx.organisationId} and c.id = any(${sorted}::uuid[])
     order by c.id ${hold ? sql`for no key update` : sql``}`.execute(ctx.transaction);
  const values = await sql<{ customer_id: string; field_id: string; value: StoredValue }>`
    select customer_id, field_id, coalesce(to_jsonb(text_value), to_jsonb(number_value), to_jsonb(date_value)) as value
      from customer_field_values where organisation_id = ${ctx.organisationId} and customer_id = any(${sorted}::uuid[])`.execute(
    ctx.transaction,
  );
  const states = new Map(
    rows.map(({ id, kind, ...row }): [string, CustomerState] => [id, { ...newState(kind, row), id, isNew: false }]),
  );
  for (const { customer_id, field_id, value } of values.rows) states.get(customer_id)?.own.set(field_id, value);
  return states;
}

/** Lays read values over a customer; what is there already counts as no change. */
export function lay(state: CustomerState, read: ReadValues): boolean {
  const before = state.changed.size;
  for (const [column, value] of Object.entries(read.columns) as [Column, StoredValue][]) {
    // A birth date decides the age group, whatever a row says of it.
    if (column === 'age_group_id' && state.columns.birth_date !== null && !('birth_date' in read.columns)) continue;
    if (state.columns[column] === value) continue;
    state.columns[column] = value;
    state.changed.add(column);
  }
  for (const one of read.own) {
    if ((state.own.get(one.field.id) ?? null) === one.value) continue;
    state.own.set(one.field.id, one.value);
    state.changedOwn.set(one.field.id, one);
    state.changed.add(`fields.${one.field.key}`);
  }
  return state.changed.size > before;
}
