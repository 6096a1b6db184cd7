// Lets somebody of a dealer in or out.
import type { DealerDetail } from '#contract/purchases.ts';
import { updatePerson } from '#modules/organisation/index.ts';
import type { Context } from '#platform/context.ts';
import { dealerPeople } from './dealer-people.ts';
import { purchaseErrors } from './errors.ts';

/** Their open sessions end with it. Throws `dealer.person-not-found`. */
export async function updateDealerPerson(
  ctx: Context,
  { id, personId, active }: { id: string; personId: string; active: boolean },
): Promise<DealerDetail['people'][number]> {
  const of = (people: DealerDetail['people']) => people.find((person) => person.id === personId);
  if (!of(await dealerPeople(ctx, id))) throw purchaseErrors.dealerPersonNotFound({ id: personId });
  await updatePerson(ctx, { id: personId, active });
  return of(await dealerPeople(ctx, id))!;
}
