// Finds buyers whom the acting dealer entered, by a part of the name or of the phone.
import { sql } from 'kysely';
import type { Buyer } from '#contract/purchases.ts';
import { toLatinDigits } from '#kernel/digits.ts';
import { normaliseText } from '#kernel/text/normalise.ts';
import type { Context } from '#platform/context.ts';
import { buyerRows } from './buyer.ts';
import { actingDealer } from './dealer.ts';

const most = 6;

/** The newest first; at most six, since a phone shows no more. Nothing for fewer than two characters. */
export async function findBuyers(ctx: Context, { q }: { q: string }): Promise<{ items: Buyer[] }> {
  const dealer = await actingDealer(ctx);
  const name = normaliseText(q);
  // Without the zero of the trunk: numbers are stored with their country.
  const digits = toLatinDigits(q).replace(/\D/g, '').replace(/^0+/, '');
  if (name.length < 2) return { items: [] };
  const words = `%${name.replace(/[\\%_]/g, '\\$&')}%`;
  const items = await buyerRows(ctx, dealer.id)
    .where(
      digits.length >= 3
        ? sql<boolean>`(search_name like ${words} or phone like ${`%${digits}%`})`
        : sql<boolean>`search_name like ${words}`,
    )
    .orderBy('entered_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return { items };
}
