// Writes the customers of a batch: a statement for each table, whatever the number of customers.
import { sql } from 'kysely';
import { append, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { consentRecorded, customerChanged, customerRegistered, contactPointAdded } from './customer-events.ts';
import { columns, columnTypes, type Column, type CustomerState } from './customer-state.ts';

/**
 * False when another transaction took an address or an id meanwhile: then nothing was written, and the rows have to be
 * matched again. Addresses go first and in one order for everybody, so that two writers never wait for each other.
 */
export async function storeStates(
  ctx: Context,
  states: readonly CustomerState[],
  consentSource = '',
): Promise<boolean> {
  const added = states.filter((state) => state.isNew);
  const changed = states.filter((state) => !state.isNew && state.changed.size > 0);
  await sql`savepoint store_customers`.execute(ctx.transaction);
  try {
    if (!(await storePoints(ctx, states)) || !(await storeNew(ctx, added)) || !(await storeChanged(ctx, changed))) {
      await sql`rollback to savepoint store_customers`.execute(ctx.transaction);
      return false;
    }
  } catch (error) {
    // An id that a known customer gets, taken at the same moment.
    if ((error as { code?: string }).code !== '23505') throw error;
    await sql`rollback to savepoint store_customers`.execute(ctx.transaction);
    return false;
  }
  await storeOwn(ctx, states);
  await storeConsents(ctx, states, consentSource);
  await sql`release savepoint store_customers`.execute(ctx.transaction);
  for (const state of states) {
    if (state.isNew)
      append(
        ctx,
        customerRegistered(
          state,
          state.addedPoints.map((point) => ({ ...point, verifiedAt: null })),
        ),
      );
    else {
      if (state.changed.size > 0) append(ctx, customerChanged(state.id, [...state.changed].map(fieldOfColumn)));
      for (const point of state.addedPoints) append(ctx, contactPointAdded(state.id, point));
    }
    for (const consent of state.addedConsents) append(ctx, consentRecorded(state.id, consent));
  }
  return true;
}

async function storePoints(ctx: Context, states: readonly CustomerState[]): Promise<boolean> {
  const points = states
    .flatMap((state) => state.addedPoints.map((point) => ({ ...point, customerId: state.id })))
    .toSorted((a, b) => (a.channel === b.channel ? compare(a.value, b.value) : compare(a.channel, b.channel)));
  if (points.length === 0) return true;
  const { numAffectedRows = 0n } = await sql`
    insert into contact_points (organisation_id, id, customer_id, channel, value, added_at)
    select ${ctx.organisationId}::uuid, p.id, p.customer_id, p.channel, p.value, ${ctx.clock.now()}::timestamptz
      from unnest(${points.map((point) => point.id)}::uuid[], ${points.map((point) => point.customerId)}::uuid[],
                  ${points.map((point) => point.channel)}::text[], ${points.map((point) => point.value)}::text[]) as p (id, customer_id, channel, value)
    on conflict (organisation_id, channel, value) where removed_at is null do nothing`.execute(ctx.transaction);
  return Number(numAffectedRows) === points.length;
}

/** An array for each column that any of them fills, so that a row costs no parsing of JSON. */
function unnested(states: readonly CustomerState[], named: readonly Column[]) {
  return {
    names: sql.join(named.map((column) => sql.ref(column))),
    values: sql.join(named.map((column) => sql.ref(`r.${column}`))),
    arrays: sql.join(
      named.map((column) => sql`${states.map((state) => state.columns[column])}::${sql.raw(columnTypes[column])}[]`),
    ),
  };
}

async function storeNew(ctx: Context, states: readonly CustomerState[]): Promise<boolean> {
  if (states.length === 0) return true;
  const filled = columns.filter((column) => states.some((state) => state.columns[column] !== null));
  const { names, values, arrays } = unnested(states, filled);
  const { numAffectedRows = 0n } = await sql`
    insert into customers (organisation_id, id, kind, registered_at, ${names})
    select ${ctx.organisationId}::uuid, r.id, r.kind, ${ctx.clock.now()}::timestamptz, ${values}
      from unnest(${states.map((state) => state.id)}::uuid[], ${states.map((state) => state.kind)}::text[], ${arrays}) as r (id, kind, ${names})
    on conflict do nothing`.execute(ctx.transaction);
  return Number(numAffectedRows) === states.length;
}

async function storeChanged(ctx: Context, states: readonly CustomerState[]): Promise<boolean> {
  if (states.length === 0) return true;
  const changed = columns.filter((column) => states.some((state) => state.changed.has(column)));
  const { names, arrays } = unnested(states, changed);
  const set = changed.map((column) => sql`, ${sql.ref(column)} = ${sql.ref(`r.${column}`)}`);
  const { numAffectedRows = 0n } = await sql`
    update customers c set changed_at = ${ctx.clock.now()}::timestamptz ${sql.join(set, sql``)}
      from unnest(${sql.join([sql`${states.map((state) => state.id)}::uuid[]`, ...(changed.length > 0 ? [arrays] : [])])})
        as r (${sql.join([sql.ref('id'), ...(changed.length > 0 ? [names] : [])])})
     where c.organisation_id = ${ctx.organisationId} and c.id = r.id`.execute(ctx.transaction);
  return Number(numAffectedRows) === states.length;
}

async function storeOwn(ctx: Context, states: readonly CustomerState[]): Promise<void> {
  const all = states.flatMap((state) =>
    [...state.changedOwn.values()].map((one) => ({ ...one, customerId: state.id })),
  );
  const emptied = all.filter((one) => one.value === null);
  const filled = all.filter((one) => one.value !== null);
  if (emptied.length > 0)
    await sql`
      delete from customer_field_values v using unnest(${emptied.map((one) => one.customerId)}::uuid[], ${emptied.map((one) => one.field.id)}::uuid[]) as r (customer_id, field_id)
       where v.organisation_id = ${ctx.organisationId} and v.customer_id = r.customer_id and v.field_id = r.field_id`.execute(
      ctx.transaction,
    );
  if (filled.length === 0) return;
  const of = (...types: readonly string[]) => filled.map((one) => (types.includes(one.field.type) ? one.value : null));
  await sql`
    insert into customer_field_values (organisation_id, customer_id, field_id, text_value, number_value, date_value)
    select ${ctx.organisationId}::uuid, r.* from unnest(${filled.map((one) => one.customerId)}::uuid[], ${filled.map((one) => one.field.id)}::uuid[],
           ${of('text', 'choice')}::text[], ${of('number', 'yes-no')}::double precision[], ${of('date')}::date[]) as r
    on conflict (organisation_id, customer_id, field_id) do update
       set text_value = excluded.text_value, number_value = excluded.number_value, date_value = excluded.date_value`.execute(
    ctx.transaction,
  );
}

async function storeConsents(ctx: Context, states: readonly CustomerState[], source: string): Promise<void> {
  const all = states.flatMap((state) => state.addedConsents.map((one) => ({ ...one, customerId: state.id })));
  if (all.length === 0) return;
  await sql`
    insert into consents (organisation_id, id, customer_id, purpose, channel, given, source, at)
    select ${ctx.organisationId}::uuid, r.id, r.customer_id, r.purpose, r.channel, r.given, ${source}, r.at
      from unnest(${all.map(() => newId())}::uuid[], ${all.map((one) => one.customerId)}::uuid[], ${all.map((one) => one.purpose)}::text[],
                  ${all.map((one) => one.channel)}::text[], ${all.map((one) => one.given)}::boolean[], ${all.map((one) => one.at)}::timestamptz[])
        as r (id, customer_id, purpose, channel, given, at)`.execute(ctx.transaction);
}

/** Events say "birthDate", as the API does. */
export const fieldOfColumn = (column: string): string =>
  column.includes('.') ? column : column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
