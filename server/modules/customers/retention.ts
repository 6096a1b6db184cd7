// How long values of each class are kept after the last sign of a customer: set, counted beforehand, and carried out every night.
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { FieldClass, RetentionSettings } from '#contract/customer-record.ts';
import { append, on, type Context } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import { defineJob } from '#platform/jobs/job.ts';
import { readSettings, writeSettings, type SettingsDefinition } from '#platform/settings.ts';
import type { CustomerTables } from './tables.ts';

const definition: SettingsDefinition<RetentionSettings> = {
  key: 'customer-retention',
  schema: RetentionSettings,
  defaults: { identity: null, contact: null, demographic: null, place: null, other: null },
};
const batch = 500;
const mostCounted = 10_000;

export function readRetention(ctx: Context): Promise<RetentionSettings> {
  return readSettings(ctx, definition);
}

/**
 * For what other modules keep of a class: `expire` takes at most `limit` things that were last heard of before a moment, and answers
 * with how many it took. Answers with `limit` when there may be more, else with 0.
 */
export async function expireByClass(
  ctx: Context,
  limit: number,
  expire: (fieldClass: FieldClass, heardBefore: RawBuilder<Date>) => Promise<number>,
): Promise<number> {
  const retention = await readRetention(ctx);
  for (const fieldClass of FieldClass.options) {
    const months = retention[fieldClass];
    if (months === null) continue;
    const heardBefore = sql<Date>`${ctx.clock.now()}::timestamptz - make_interval(months => ${months})`;
    if ((await expire(fieldClass, heardBefore)) === limit) return limit;
  }
  return 0;
}

/** Carried out by the next night. */
export async function updateRetention(ctx: Context, settings: RetentionSettings): Promise<RetentionSettings> {
  await writeSettings(ctx, definition, settings);
  append(ctx, {
    type: 'customer.retention-changed',
    subjectType: 'organisation',
    subjectId: ctx.organisationId,
    data: settings,
  });
  return settings;
}

/** Of each class with a time, how many customers would lose values now. Nothing is changed. */
export async function previewRetention(ctx: Context, settings: RetentionSettings): Promise<Record<FieldClass, number>> {
  const counts = { identity: 0, contact: 0, demographic: 0, place: 0, other: 0 };
  for (const fieldClass of FieldClass.options) {
    const months = settings[fieldClass];
    if (months === null) continue;
    const { ids } = await expirable(ctx, { fieldClass, months, beyond: null, most: mostCounted });
    counts[fieldClass] = ids.length;
  }
  return counts;
}

/**
 * At most one batch of a class, of customers beyond the last one that was looked at. A sign is any event of a customer that no job made;
 * whoever some rule keeps loses nothing.
 */
export async function expireValues(
  ctx: Context,
  { fieldClass, beyond = null }: { fieldClass: FieldClass; beyond?: string | null },
): Promise<{ expired: number; last: string | null }> {
  const months = (await readRetention(ctx))[fieldClass];
  if (months === null) return { expired: 0, last: null };
  const { ids, last } = await expirable(ctx, { fieldClass, months, beyond, most: batch });
  if (ids.length > 0)
    await sql`select customers_expire(${fieldClass}, ${ids}::uuid[], ${ctx.clock.now()}::timestamptz)`.execute(
      ctx.transaction,
    );
  for (const id of ids)
    append(ctx, {
      type: 'customer.values-expired',
      subjectType: 'customer',
      subjectId: id,
      customerId: id,
      data: { fieldClass },
    });
  return { expired: ids.length, last };
}

/** Those whose time has come, without those who are kept; and the last that was looked at, null when there are no more. */
async function expirable(
  ctx: Context,
  of: { fieldClass: FieldClass; months: number; beyond: string | null; most: number },
): Promise<{ ids: string[]; last: string | null }> {
  const { rows } = await sql<{ id: string; survivor_id: string }>`
    select id, survivor_id from customers_expirable(${of.fieldClass},
      ${ctx.clock.now()}::timestamptz - make_interval(months => ${of.months}), ${of.beyond ?? zero}::uuid, ${of.most})`.execute(
    ctx.transaction,
  );
  const kept = await keptSurvivors(
    ctx,
    rows.map((row) => row.survivor_id),
  );
  return {
    ids: rows.filter((row) => !kept.has(row.survivor_id)).map((row) => row.id),
    last: rows.length < of.most ? null : rows.at(-1)!.id,
  };
}

/** Before every id. */
const zero = '00000000-0000-0000-0000-000000000000';

/** A case of any of its records keeps a customer whole. */
async function keptSurvivors(ctx: Context, survivors: readonly string[]): Promise<Set<string>> {
  const modules = ctx.platform.modules.flatMap(({ customerData }) => (customerData?.keeps ? [customerData.keeps] : []));
  if (survivors.length === 0 || modules.length === 0) return new Set();
  const records = await on<CustomerTables>(ctx)
    .selectFrom('customers')
    .select((row) => ['id', row.fn.coalesce('merged_into_id', 'id').as('survivor_id')])
    .where('organisation_id', '=', ctx.organisationId)
    .where(sql<boolean>`(id = any(${survivors}::uuid[]) or merged_into_id = any(${survivors}::uuid[]))`)
    .execute();
  const ids = records.map(({ id }) => id);
  const kept = new Set((await Promise.all(modules.map((keeps) => keeps(ctx, ids)))).flat());
  return new Set(records.filter(({ id }) => kept.has(id)).map((record) => record.survivor_id));
}

export const expireValuesJob = defineJob({
  name: 'customer.expire-values',
  data: z.object({}),
  cron: '41 2 * * *',
  async handle(platform) {
    const actor = { kind: 'system', name: 'customer.expire-values' } as const;
    for (const { id } of await platform.directory.organisations())
      for (const fieldClass of FieldClass.options)
        for (let beyond: string | null = null; ;) {
          const done: Awaited<ReturnType<typeof expireValues>> = await transact(
            platform,
            { organisationId: id, actor },
            (ctx) => expireValues(ctx, { fieldClass, beyond }),
          );
          if (done.last === null) break;
          beyond = done.last;
        }
  },
});
