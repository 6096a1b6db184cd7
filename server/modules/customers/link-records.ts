// Makes one record count as another, writing what the survivor takes from it; and takes that back.
import { sql } from 'kysely';
import { append, on, type Context } from '#platform/context.ts';
import { customerChanged } from './customer-events.ts';
import { customerErrors } from './errors.ts';
import { mergeColumns, ownFieldPrefix, type MergeField } from './merge-fields.ts';
import type { CustomerTables } from './tables.ts';

/** Values by field: text for columns, the three value columns for fields of the organisation's own; null is empty. */
export type Written = Record<string, unknown>;
/** An array, because JSON of the database keeps its order and not that of keys: what was written is compared with what stands there. */
type OwnValue = [text: string | null, number: number | null, date: string | null];

/** Both rows, held until the transaction ends, in one order for all: two people who merge the same records wait for each other. */
async function hold(ctx: Context, ids: readonly string[]): Promise<{ id: string; merged_into_id: string | null }[]> {
  return on<CustomerTables>(ctx)
    .selectFrom('customers')
    .select(['id', 'merged_into_id'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}

/**
 * `take` are the fields whose value of the merged record survives. Records that were merged into the merged one before follow it.
 * Answers with what was written and what stood there before. Throws `customer.not-found` and `customer.merged-already`.
 */
export async function linkRecords(
  ctx: Context,
  { survivorId, mergedId, take }: { survivorId: string; mergedId: string; take: readonly string[] },
): Promise<{ written: Written; previous: Written }> {
  if (survivorId === mergedId) throw customerErrors.mergedAlready({ id: mergedId });
  const rows = await hold(ctx, [survivorId, mergedId]);
  for (const id of [survivorId, mergedId]) {
    const row = rows.find((one) => one.id === id);
    if (!row) throw customerErrors.notFound({ id });
    if (row.merged_into_id) throw customerErrors.mergedAlready({ id });
  }
  const [written, previous] = [await valuesOf(ctx, mergedId, take), await valuesOf(ctx, survivorId, take)];
  await point(ctx, [mergedId], survivorId, sql<boolean>`(id = ${mergedId} or merged_into_id = ${mergedId})`);
  await writeValues(ctx, survivorId, written);
  append(ctx, customerChanged(mergedId, ['mergedIntoId'], { survivorId }));
  append(ctx, customerChanged(survivorId, [...take], { mergedId }));
  return { written, previous };
}

/**
 * `returning` counts by itself again, and `following` count as it. A field goes back to what it was unless somebody changed it
 * since. The survivor's fields go first: a national id cannot stand at two records that count by themselves.
 */
export async function unlinkRecords(
  ctx: Context,
  given: {
    survivorId: string;
    returningId: string;
    followingIds: readonly string[];
    written: Written;
    previous: Written;
  },
): Promise<void> {
  const { survivorId, returningId, followingIds } = given;
  await hold(ctx, [survivorId, returningId, ...followingIds]);
  const now = await valuesOf(ctx, survivorId, Object.keys(given.written));
  const back = Object.fromEntries(
    Object.keys(given.written)
      .filter((field) => JSON.stringify(now[field] ?? null) === JSON.stringify(given.written[field] ?? null))
      .map((field) => [field, given.previous[field] ?? null]),
  );
  await writeValues(ctx, survivorId, back);
  await point(ctx, [returningId], null, sql<boolean>`id = ${returningId}`);
  if (followingIds.length > 0)
    await point(ctx, followingIds, returningId, sql<boolean>`id = any (${followingIds}::uuid[])`);
  append(ctx, customerChanged(returningId, ['mergedIntoId'], { survivorId }));
  append(ctx, customerChanged(survivorId, Object.keys(back), { mergedId: returningId }));
}

async function point(
  ctx: Context,
  ids: readonly string[],
  to: string | null,
  which: ReturnType<typeof sql<boolean>>,
): Promise<void> {
  const done = await on<CustomerTables>(ctx)
    .updateTable('customers')
    .set({ merged_into_id: to, changed_at: ctx.clock.now() })
    .where('organisation_id', '=', ctx.organisationId)
    .where(which)
    .executeTakeFirst();
  if (done.numUpdatedRows < ids.length) throw new Error('a record that was held is gone');
}

async function valuesOf(ctx: Context, id: string, fields: readonly string[]): Promise<Written> {
  const columns = fields.filter((field): field is MergeField => field in mergeColumns);
  const own = fields
    .filter((field) => field.startsWith(ownFieldPrefix))
    .map((field) => field.slice(ownFieldPrefix.length));
  const values: Written = Object.fromEntries(own.map((fieldId) => [`${ownFieldPrefix}${fieldId}`, null]));
  if (columns.length > 0) {
    const { rows } = await sql<Written>`
      select ${sql.join(columns.map((field) => sql`${sql.ref(mergeColumns[field])}::text as ${sql.ref(field)}`))} from customers
       where organisation_id = ${ctx.organisationId} and id = ${id}`.execute(ctx.transaction);
    Object.assign(values, rows[0]);
  }
  if (own.length > 0) {
    const rows = await on<CustomerTables>(ctx)
      .selectFrom('customer_field_values')
      .select(['field_id', 'text_value', 'number_value', 'date_value'])
      .where('organisation_id', '=', ctx.organisationId)
      .where('customer_id', '=', id)
      .where('field_id', 'in', own)
      .execute();
    for (const row of rows)
      values[`${ownFieldPrefix}${row.field_id}`] = [
        row.text_value,
        row.number_value,
        row.date_value,
      ] satisfies OwnValue;
  }
  return values;
}

async function writeValues(ctx: Context, id: string, values: Written): Promise<void> {
  const columns = Object.keys(values).filter((field): field is MergeField => field in mergeColumns);
  if (columns.length > 0)
    await on<CustomerTables>(ctx)
      .updateTable('customers')
      .set({
        ...Object.fromEntries(columns.map((field) => [mergeColumns[field], values[field]])),
        changed_at: ctx.clock.now(),
      })
      .where('organisation_id', '=', ctx.organisationId)
      .where('id', '=', id)
      .execute();
  const own = Object.entries(values).filter(([field]) => field.startsWith(ownFieldPrefix));
  if (own.length === 0) return;
  const fieldId = (field: string): string => field.slice(ownFieldPrefix.length);
  await on<CustomerTables>(ctx)
    .deleteFrom('customer_field_values')
    .where('organisation_id', '=', ctx.organisationId)
    .where('customer_id', '=', id)
    .where(
      'field_id',
      'in',
      own.map(([field]) => fieldId(field)),
    )
    .execute();
  const filled = own.flatMap(([field, value]) => {
    if (!value) return [];
    const [text_value, number_value, date_value] = value as OwnValue;
    const organisation_id = ctx.organisationId;
    return [{ organisation_id, customer_id: id, field_id: fieldId(field), text_value, number_value, date_value }];
  });
  if (filled.length > 0) await on<CustomerTables>(ctx).insertInto('customer_field_values').values(filled).execute();
}
