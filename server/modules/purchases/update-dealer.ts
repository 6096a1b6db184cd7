// Changes a dealer, or ends and begins its work with the organisation.
import type { z } from 'zod';
import type { Dealer, DealerChange } from '#contract/purchases.ts';
import { append, on, type Context } from '#platform/context.ts';
import { cleanDealer } from './clean-dealer.ts';
import { readDealer } from './dealer.ts';
import type { PurchasesTables } from './tables.ts';

/** What is not given stays. Inactive, its people see nothing from their next request on. Throws `dealer.not-found`. */
export async function updateDealer(
  ctx: Context,
  { id, active, ...words }: z.output<typeof DealerChange>,
): Promise<Dealer> {
  const before = await readDealer(ctx, id);
  const change = { ...(await cleanDealer(ctx, words)), ...(active === undefined ? {} : { active }) };
  if (Object.keys(change).length === 0) return before;
  await on<PurchasesTables>(ctx)
    .updateTable('dealers')
    .set(change)
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .execute();
  const after = await readDealer(ctx, id);
  const fields = (Object.keys(after) as (keyof Dealer)[]).filter(
    (field) => field !== 'registeredAt' && after[field] !== before[field],
  );
  if (fields.length === 0) return before;
  const ended = before.active && !after.active;
  append(ctx, {
    type: ended ? 'dealer.deactivated' : 'dealer.changed',
    subjectType: 'dealer',
    subjectId: id,
    data: { fields },
  });
  return after;
}
