// Finds the buyer whom a dealer means among its own, or enters one and finds or makes the customer behind it, unseen by the dealer.
import { sql } from 'kysely';
import type { SaleInput } from '#contract/purchases.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { describeCustomer, findOrCreateCustomer, parsePhone } from '#modules/customers/index.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import { underRole } from '#platform/db/under-role.ts';
import { invalidField } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { buyerRows } from './buyer.ts';
import { requireAgeGroup, requireRegion } from './require-choice.ts';
import type { PurchasesTables } from './tables.ts';

type Given = NonNullable<SaleInput['buyer']>;
export type Seller = { id: string; personId: string };

export type CleanBuyer = Awaited<ReturnType<typeof cleanBuyer>>;

/**
 * A phone that this dealer entered before is the same buyer: what is new about it is noted, its name stays. Whether anybody else
 * knows the phone makes no difference to what the dealer gets to see. `made`: nobody knew the customer, who exists since now.
 */
export async function enterBuyer(
  ctx: Context,
  seller: Seller,
  given: CleanBuyer,
): Promise<{ buyerId: string; made: boolean }> {
  if (given.phone !== null) {
    const known = await buyerRows(ctx, seller.id).where('phone', '=', given.phone).executeTakeFirst();
    if (known) return { buyerId: await noteNews(ctx, known.id, given), made: false };
  }
  const { customerId, found } = await underRole(ctx, 'rida_system', () => customerOf(ctx, given));
  const id = newId();
  const written = await on<PurchasesTables>(ctx)
    .insertInto('dealer_buyers')
    .values({
      organisation_id: ctx.organisationId,
      id,
      dealer_id: seller.id,
      customer_id: customerId,
      made_customer: !found,
      kind: given.kind,
      name: given.name,
      phone: given.phone,
      gender: given.gender,
      age_group_id: given.ageGroupId,
      region_id: given.regionId,
      entered_by: seller.personId,
      entered_at: ctx.clock.now(),
    })
    // Two tills of one dealer entered the same phone at the same moment: the first is the buyer.
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'dealer_id', 'phone']).where('phone', 'is not', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (written) return { buyerId: id, made: !found };
  const { id: first } = await buyerRows(ctx, seller.id).where('phone', '=', given.phone).executeTakeFirstOrThrow();
  return { buyerId: first, made: !found };
}

/** Throws `request.invalid`, by field. */
export async function cleanBuyer(ctx: Context, buyer: Given) {
  const name = cleanText(buyer.name).replace(/\s+/g, ' ');
  if (name === '') throw invalidField('buyer.name', 'required');
  const regionId = buyer.regionId ?? null;
  // A company has neither.
  const gender = buyer.kind === 'company' ? null : (buyer.gender ?? null);
  const ageGroupId = buyer.kind === 'company' ? null : (buyer.ageGroupId ?? null);
  if (regionId !== null) await requireRegion(ctx, regionId, 'buyer.regionId');
  if (ageGroupId !== null) await requireAgeGroup(ctx, ageGroupId, 'buyer.ageGroupId');
  const phone = buyer.phone ? parsePhone(buyer.phone, (await readOrganisation(ctx)).country, 'buyer.phone') : null;
  return { kind: buyer.kind, name, phone, gender, ageGroupId, regionId };
}

/** Nothing is added to a customer who was there before: a dealer proves nothing about whose phone it is. */
async function customerOf(ctx: Context, given: CleanBuyer): Promise<{ customerId: string; found: boolean }> {
  const { kind, name, phone, gender, ageGroupId, regionId } = given;
  const { customerId, found } = await findOrCreateCustomer(ctx, { kind, name, ...(phone ? { phone } : {}) });
  if (!found) await describeCustomer(ctx, customerId, { gender, ageGroupId, regionId });
  return { customerId, found };
}

async function noteNews(ctx: Context, id: string, { gender, ageGroupId, regionId }: CleanBuyer): Promise<string> {
  await on<PurchasesTables>(ctx)
    .updateTable('dealer_buyers')
    .set({
      gender: sql`coalesce(${gender}::text, gender)`,
      age_group_id: sql`coalesce(${ageGroupId}::uuid, age_group_id)`,
      region_id: sql`coalesce(${regionId}::uuid, region_id)`,
    })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
  return id;
}
