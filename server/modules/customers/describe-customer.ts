// Notes what was learnt of a customer at a sale: gender, age group, place, and that the customer is a current one.
import type { CustomerStage } from '#contract/customer-record.ts';
import { append, on, type Context } from '#platform/context.ts';
import { customerChanged } from './customer-events.ts';
import type { CustomerTables } from './tables.ts';

export type Description = {
  gender?: 'female' | 'male' | null | undefined;
  ageGroupId?: string | null | undefined;
  regionId?: string | null | undefined;
  stage?: CustomerStage | undefined;
};

/**
 * Only what is given and differs is changed. What it refers to was checked by the caller. Answers the stage until then, when that
 * was changed.
 */
export async function describeCustomer(ctx: Context, id: string, given: Description): Promise<CustomerStage | null> {
  const wanted = {
    ...(given.gender ? { gender: given.gender } : {}),
    ...(given.ageGroupId ? { age_group_id: given.ageGroupId } : {}),
    ...(given.regionId ? { region_id: given.regionId } : {}),
    ...(given.stage ? { stage: given.stage } : {}),
  };
  const columns = Object.keys(wanted) as (keyof typeof wanted)[];
  if (columns.length === 0) return null;
  const before = await on<CustomerTables>(ctx)
    .selectFrom('customers')
    .select(['gender', 'age_group_id', 'region_id', 'stage'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const changed = columns.filter((column) => before[column] !== wanted[column]);
  if (changed.length === 0) return null;
  await on<CustomerTables>(ctx)
    .updateTable('customers')
    .set({ ...wanted, changed_at: ctx.clock.now() })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
  const words = { gender: 'gender', age_group_id: 'ageGroupId', region_id: 'regionId', stage: 'stage' };
  append(
    ctx,
    customerChanged(
      id,
      changed.map((column) => words[column]),
    ),
  );
  return changed.includes('stage') ? before.stage : null;
}
