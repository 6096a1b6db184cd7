// The tree of regions: listed, cities added by staff and imports, countries and provinces by the administrator, retired, never deleted.
import type { LocaleText } from '#contract/common.ts';
import type { Region } from '#contract/customer-record.ts';
import { append, authorize, on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { normaliseText } from '#kernel/text/normalise.ts';
import { beginLists } from './begin-lists.ts';
import { cleanLocaleText } from './clean-locale-text.ts';
import { customerLists, forgetLists } from './customer-lists.ts';
import { customerErrors } from './errors.ts';
import type { CustomerTables } from './tables.ts';

export async function listRegions(ctx: Context): Promise<{ items: Region[] }> {
  return { items: [...(await customerLists(ctx)).regions] };
}

/** Below a province a city, below a country a province; whoever changes customers may add cities. */
export async function createRegion(
  ctx: Context,
  input: { parentId: string | null; code?: string | null; name: LocaleText },
): Promise<Region> {
  await beginLists(ctx);
  const { regions } = await customerLists(ctx);
  const parent = regions.find((region) => region.id === input.parentId);
  if (input.parentId !== null && !parent) throw customerErrors.regionNotFound({ id: input.parentId });
  if (parent?.level === 'city') throw invalidField('parentId', 'region-below-city');
  const level = !parent ? 'country' : parent.level === 'country' ? 'province' : 'city';
  if (level !== 'city') authorize(ctx, 'customer-settings.manage');
  const region: Region = {
    id: newId(),
    parentId: parent?.id ?? null,
    level,
    code: input.code || null,
    name: cleanLocaleText('name', input.name),
    active: true,
  };
  const siblings = regions.filter((one) => one.parentId === region.parentId && one.active);
  if (siblings.some((one) => shareName(one.name, region.name))) throw invalidField('name', 'taken');
  if (region.code !== null && regions.some((one) => one.level === level && one.code === region.code))
    throw invalidField('code', 'taken');
  await on<CustomerTables>(ctx)
    .insertInto('regions')
    .values({
      organisation_id: ctx.organisationId,
      id: region.id,
      parent_id: region.parentId,
      level,
      code: region.code,
      name: JSON.stringify(region.name),
    })
    .execute();
  forgetLists(ctx);
  append(ctx, {
    type: 'region.created',
    subjectType: 'region',
    subjectId: region.id,
    data: { level, parentId: region.parentId },
  });
  return region;
}

export async function updateRegion(
  ctx: Context,
  input: { id: string; name?: LocaleText | undefined; active?: boolean | undefined },
): Promise<Region> {
  const before = (await customerLists(ctx)).regions.find((region) => region.id === input.id);
  if (!before) throw customerErrors.regionNotFound({ id: input.id });
  const after: Region = {
    ...before,
    name: input.name ? cleanLocaleText('name', input.name) : before.name,
    active: input.active ?? before.active,
  };
  await on<CustomerTables>(ctx)
    .updateTable('regions')
    .set({ name: JSON.stringify(after.name), active: after.active })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', input.id)
    .execute();
  forgetLists(ctx);
  append(ctx, { type: 'region.changed', subjectType: 'region', subjectId: after.id, data: { active: after.active } });
  return after;
}

function shareName(one: LocaleText, other: LocaleText): boolean {
  const names = new Set(Object.values(one).map((text) => normaliseText(text ?? '')));
  return Object.values(other).some((text) => names.has(normaliseText(text ?? '')));
}
