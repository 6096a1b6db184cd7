// Reads records for comparing: those with some ids, or the next of all in the order of their ids.
import { sql, type Selectable } from 'kysely';
import { on, type Context } from '#platform/context.ts';
import type { CustomerViews } from '#modules/customers/index.ts';
import type { MatchRecord } from './match-record.ts';

/** `survivorId` is the customer that the record counts as. */
export type StoredRecord = MatchRecord & { survivorId: string };

const selected = (ctx: Context) =>
  on<CustomerViews>(ctx)
    .selectFrom('customer_match_records')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId);

export async function recordsWith(ctx: Context, ids: readonly string[]): Promise<StoredRecord[]> {
  if (ids.length === 0) return [];
  return (
    await selected(ctx)
      .where(sql<boolean>`id = any (${[...ids]}::uuid[])`)
      .orderBy('id')
      .execute()
  ).map(stored);
}

export async function recordsAfter(ctx: Context, afterId: string | null, limit: number): Promise<StoredRecord[]> {
  const rows = await selected(ctx)
    .$if(afterId !== null, (select) => select.where('id', '>', afterId ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(stored);
}

function stored(row: Selectable<CustomerViews['customer_match_records']>): StoredRecord {
  return {
    id: row.id,
    survivorId: row.survivor_id ?? row.id,
    kind: row.kind as MatchRecord['kind'],
    name: row.name,
    emails: row.emails ?? [],
    phones: row.phones ?? [],
    nationalId: row.national_id,
    externalId: row.external_id,
    birthDate: row.birth_date,
    regionId: row.region_id,
  };
}
