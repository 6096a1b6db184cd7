// Adds a dealer.
import type { z } from 'zod';
import type { Dealer, DealerInput } from '#contract/purchases.ts';
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { cleanDealer } from './clean-dealer.ts';
import { readDealer } from './dealer.ts';
import type { PurchasesTables } from './tables.ts';

/** Throws `request.invalid` for a name without letters, a phone that is none, or a region that is not there. */
export async function createDealer(ctx: Context, input: z.output<typeof DealerInput>): Promise<Dealer> {
  const id = newId();
  const { name, ...fields } = await cleanDealer(ctx, input);
  await on<PurchasesTables>(ctx)
    .insertInto('dealers')
    .values({ organisation_id: ctx.organisationId, id, name: name!, ...fields, registered_at: ctx.clock.now() })
    .execute();
  append(ctx, { type: 'dealer.created', subjectType: 'dealer', subjectId: id });
  return readDealer(ctx, id);
}
