// Models by their ids, for whoever names one: what it is called, and whether something may begin it.
import type { LocaleText } from '#contract/common.ts';
import { byKey, type Context } from '#platform/context.ts';
import { requireModel } from './models.ts';
import { startableVersion } from '../instances/start-instance.ts';
import type { ProcessTables } from '../tables.ts';

export type ModelRef = { id: string; key: string; name: LocaleText; retired: boolean };

export async function modelRefs(ctx: Context, ids: readonly string[]): Promise<Map<string, ModelRef>> {
  if (ids.length === 0) return new Map();
  const rows = await byKey<ProcessTables>(ctx)
    .selectFrom('process_models')
    .select(['id', 'key', 'name', 'retired_at'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(
    rows.map(({ id, key, name, retired_at }) => [
      id,
      { id, key, name: name as LocaleText, retired: retired_at !== null },
    ]),
  );
}

/** `version` null: the one in force. Throws what starting it throws. */
export async function requireStartable(ctx: Context, id: string, version: number | null): Promise<ModelRef> {
  const { key, name } = await requireModel(ctx, id);
  await startableVersion(ctx, key, { version: version ?? undefined });
  return { id, key, name: name as LocaleText, retired: false };
}
