// How long values of each class are kept after the last sign of a customer: set, counted beforehand, and carried out every night.
import { sql } from 'kysely';
import { z } from 'zod';
import { FieldClass, RetentionSettings } from '#contract/customer-record.ts';
import { append, type Context } from '#platform/context.ts';
import { transact } from '#platform/db/transact.ts';
import { defineJob } from '#platform/jobs/job.ts';
import { readSettings, writeSettings, type SettingsDefinition } from '#platform/settings.ts';

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
    if (months !== null) counts[fieldClass] = (await expire(ctx, fieldClass, months, mostCounted, true)).length;
  }
  return counts;
}

/** At most one batch of a class; answers with how many customers lost values. A sign is any event of a customer that no job made. */
export async function expireValues(ctx: Context, fieldClass: FieldClass): Promise<number> {
  const months = (await readRetention(ctx))[fieldClass];
  if (months === null) return 0;
  const ids = await expire(ctx, fieldClass, months, batch, false);
  for (const id of ids)
    append(ctx, {
      type: 'customer.values-expired',
      subjectType: 'customer',
      subjectId: id,
      customerId: id,
      data: { fieldClass },
    });
  return ids.length;
}

async function expire(
  ctx: Context,
  fieldClass: FieldClass,
  months: number,
  most: number,
  counting: boolean,
): Promise<string[]> {
  const now = ctx.clock.now();
  const { rows } = await sql<{ id: string }>`
    select customers_expire(${fieldClass}, ${now}::timestamptz - make_interval(months => ${months}), ${now}::timestamptz, ${most}, ${counting}) as id`.execute(
    ctx.transaction,
  );
  return rows.map((row) => row.id);
}

export const expireValuesJob = defineJob({
  name: 'customer.expire-values',
  data: z.object({}),
  cron: '41 2 * * *',
  async handle(platform) {
    const actor = { kind: 'system', name: 'customer.expire-values' } as const;
    for (const { id } of await platform.directory.organisations())
      for (const fieldClass of FieldClass.options)
        for (let done = batch; done === batch;)
          done = await transact(platform, { organisationId: id, actor }, (ctx) => expireValues(ctx, fieldClass));
  },
});
