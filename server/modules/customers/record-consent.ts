// Records a consent of a customer, or its withdrawal: a row each, and the last one is in force.
import type { z } from 'zod';
import type { Consent } from '#contract/customers.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { append, on, type Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { consentRecorded } from './customer-events.ts';
import { requireCustomer } from './require-customer.ts';
import type { CustomerTables } from './tables.ts';

/** `source` says where the customer said it: a form, a call, a letter. */
export async function recordConsent(
  ctx: Context,
  input: { id: string } & Omit<z.infer<typeof Consent>, 'at'>,
): Promise<void> {
  const { id } = await requireCustomer(ctx, input.id);
  await on<CustomerTables>(ctx)
    .insertInto('consents')
    .values({
      organisation_id: ctx.organisationId,
      id: newId(),
      customer_id: id,
      purpose: input.purpose,
      channel: input.channel,
      given: input.given,
      source: cleanText(input.source),
      at: ctx.clock.now(),
    })
    .execute();
  append(ctx, consentRecorded(id, input));
}
