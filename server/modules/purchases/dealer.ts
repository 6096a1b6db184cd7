// Dealers as the API shows them, and the one that acts.
import type { Dealer } from '#contract/purchases.ts';
import { on, type Context } from '#platform/context.ts';
import { commonErrors } from '#platform/errors.ts';
import { purchaseErrors } from './errors.ts';
import type { PurchasesTables } from './tables.ts';

export const dealerRows = (ctx: Context) =>
  on<PurchasesTables>(ctx)
    .selectFrom('dealers')
    .select([
      'id',
      'name',
      'region_id as regionId',
      'contact_name as contactName',
      'phone',
      'email',
      'active',
      'registered_at as registeredAt',
    ])
    .where('organisation_id', '=', ctx.organisationId);

/** Throws `dealer.not-found`. */
export async function readDealer(ctx: Context, id: string): Promise<Dealer> {
  const row = await dealerRows(ctx).where('id', '=', id).executeTakeFirst();
  if (!row) throw purchaseErrors.dealerNotFound({ id });
  return row;
}

/** For entering something for it. Throws `dealer.not-found` or `dealer.inactive`. */
export async function dealerInUse(ctx: Context, id: string): Promise<Dealer> {
  const dealer = await readDealer(ctx, id);
  if (!dealer.active) throw purchaseErrors.dealerInactive({ id });
  return dealer;
}

/** The dealer whose person acts, and that person. Throws `access.forbidden` for anybody else, `dealer.inactive` after its end. */
export async function actingDealer(ctx: Context): Promise<Dealer & { personId: string }> {
  const { actor } = ctx;
  if (actor.kind !== 'dealer') throw commonErrors.forbidden();
  return { ...(await dealerInUse(ctx, actor.dealerId)), personId: actor.personId };
}
