// Settings: what an administrator changes, typed and defaulted by the module that owns them, one row a module.
import type { z } from 'zod';
import { byKey, on, type Context } from './context.ts';
import type { PlatformTables } from './tables.ts';

export type SettingsDefinition<T> = { key: string; schema: z.ZodType<T>; defaults: T };

/** The stored settings over the defaults; values that no longer fit the schema fall back to the default. */
export async function readSettings<T extends object>(ctx: Context, definition: SettingsDefinition<T>): Promise<T> {
  const row = await byKey<PlatformTables>(ctx)
    .selectFrom('settings')
    .select('value')
    .where('organisation_id', '=', ctx.organisationId)
    .where('key', '=', definition.key)
    .executeTakeFirst();
  if (!row) return definition.defaults;
  const stored = { ...(row.value as object) };
  const merged = definition.schema.safeParse({ ...definition.defaults, ...stored });
  if (merged.success) return merged.data;
  const unfit = new Set(merged.error.issues.map((issue) => issue.path[0]));
  ctx.log.warn(
    { settings: definition.key, unfit: [...unfit] },
    'stored settings do not fit; the defaults are used for them',
  );
  const fitting = Object.fromEntries(Object.entries(stored).filter(([key]) => !unfit.has(key)));
  const again = definition.schema.safeParse({ ...definition.defaults, ...fitting });
  return again.success ? again.data : definition.defaults;
}

export async function writeSettings<T extends object>(
  ctx: Context,
  definition: SettingsDefinition<T>,
  value: T,
): Promise<void> {
  const stored = { value: JSON.stringify(definition.schema.parse(value)), changed_at: ctx.clock.now() };
  await on<PlatformTables>(ctx)
    .insertInto('settings')
    .values({ organisation_id: ctx.organisationId, key: definition.key, ...stored })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'key']).doUpdateSet(stored))
    .execute();
}
