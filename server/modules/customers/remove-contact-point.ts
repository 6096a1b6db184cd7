// Takes an e-mail or a phone from a customer; the row stays, because grants and letters refer to it.
import { append, on, type Context } from '#platform/context.ts';
import { requireWritable } from './access.ts';
import { contactPointRemoved } from './customer-events.ts';
import { customerErrors } from './errors.ts';
import { recordsOf } from './records-of.ts';
import { requireCustomer } from './require-customer.ts';
import type { CustomerTables } from './tables.ts';

/** Throws `customer.contact-point-not-found` when the customer has none of that id, or has it no more. */
export async function removeContactPoint(ctx: Context, input: { id: string; contactPointId: string }): Promise<void> {
  const { id } = await requireCustomer(ctx, input.id);
  await requireWritable(ctx, 'contact', 'contactPointId');
  const removed = await on<CustomerTables>(ctx)
    .updateTable('contact_points')
    .set({ removed_at: ctx.clock.now() })
    .where('organisation_id', '=', ctx.organisationId)
    .where('customer_id', 'in', await recordsOf(ctx, id))
    .where('id', '=', input.contactPointId)
    .where('removed_at', 'is', null)
    .returning(['id', 'channel'])
    .executeTakeFirst();
  if (!removed) throw customerErrors.contactPointNotFound({ id: input.contactPointId });
  append(ctx, contactPointRemoved(id, removed));
}
