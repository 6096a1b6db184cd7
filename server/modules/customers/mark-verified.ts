// Notes that a customer proved a contact point, by a code or a link that was sent to it.
import { append, on, type Context } from '#platform/context.ts';
import { contactPointVerified } from './customer-events.ts';
import type { CustomerTables } from './tables.ts';

/** The first proof counts; for one that is proved or removed already nothing changes. */
export async function markVerified(ctx: Context, contactPointId: string): Promise<void> {
  const proved = await on<CustomerTables>(ctx)
    .updateTable('contact_points')
    .set({ verified_at: ctx.clock.now() })
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', contactPointId)
    .where('verified_at', 'is', null)
    .where('removed_at', 'is', null)
    .returning(['id', 'customer_id', 'channel'])
    .executeTakeFirst();
  if (proved) append(ctx, contactPointVerified(proved.customer_id, proved));
}
