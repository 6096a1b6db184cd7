// Asks that a place or an age group that somebody chose is there and in use.
import { on, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import type { CustomerViews } from '#modules/customers/index.ts';

/** Throws `request.invalid` with the fault of `field`. */
export async function requireRegion(ctx: Context, id: string, field: string): Promise<void> {
  const row = await on<CustomerViews>(ctx)
    .selectFrom('region_briefs')
    .select('id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .where('active', '=', true)
    .executeTakeFirst();
  if (!row) throw invalidField(field, 'not-found');
}

/** Throws `request.invalid` with the fault of `field`. */
export async function requireAgeGroup(ctx: Context, id: string, field: string): Promise<void> {
  const row = await on<CustomerViews>(ctx)
    .selectFrom('customer_choice_briefs')
    .select('id')
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .where('list', '=', 'age-group')
    .where('active', '=', true)
    .executeTakeFirst();
  if (!row) throw invalidField(field, 'not-found');
}
