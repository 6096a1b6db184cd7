// Who sells for a dealer, and whether they can sign in yet.
import type { DealerDetail } from '#contract/purchases.ts';
import { peopleOfDealer } from '#modules/organisation/index.ts';
import type { Context } from '#platform/context.ts';

export async function dealerPeople(ctx: Context, dealerId: string): Promise<DealerDetail['people']> {
  return (await peopleOfDealer(ctx, dealerId)).map(({ id, name, email, active, joined }) => ({
    id,
    name,
    email,
    state: !active ? 'inactive' : joined ? 'joined' : 'invited',
  }));
}
