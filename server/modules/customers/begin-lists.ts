// What an organisation's customers begin with: the tree of regions and the lists of choices, written once.
import { sql } from 'kysely';
import { shippedChoices } from '#kernel/demography.ts';
import { shippedRegions } from '#kernel/regions/regions.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import { insertRecords } from '#platform/db/insert-rows.ts';
import { newId } from '#platform/ids.ts';
import type { CustomerTables } from './tables.ts';

const begun = new WeakSet<object>();

/** Changes nothing where they are there already. Called before whatever refers to them is written. */
export async function beginLists(ctx: Context): Promise<void> {
  if (begun.has(ctx.transaction)) return;
  begun.add(ctx.transaction);
  if (await isThere(ctx)) return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`customer-lists ${ctx.organisationId}`}, 0))`.execute(
    ctx.transaction,
  );
  if (await isThere(ctx)) return;
  const { country } = await readOrganisation(ctx);
  const organisation_id = ctx.organisationId;
  const ids = new Map(shippedRegions.map((region) => [region.code, newId()]));
  await insertRecords(
    ctx,
    'regions',
    shippedRegions.map(({ level, code, parentCode, name }) => ({
      organisation_id,
      id: ids.get(code),
      parent_id: parentCode === null ? null : ids.get(parentCode),
      level,
      code,
      name,
      active: true,
    })),
  );
  await insertRecords(
    ctx,
    'customer_choices',
    shippedChoices(country).map(({ list, name, fromAge, untilAge }, index) => ({
      organisation_id,
      id: newId(),
      list,
      name,
      sort_order: index,
      active: true,
      from_age: fromAge ?? null,
      until_age: untilAge ?? null,
    })),
  );
}

async function isThere(ctx: Context): Promise<boolean> {
  const row = await on<CustomerTables>(ctx)
    .selectFrom('customer_choices')
    .select('id')
    .where('organisation_id', '=', ctx.organisationId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
