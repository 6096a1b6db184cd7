// Registers a customer for staff: finds the one who is there, or makes a new one, and shows it whole.
import type { Customer, CustomerRegistration } from '#contract/customers.ts';
import type { Context } from '#platform/context.ts';
import { commonErrors } from '#platform/errors.ts';
import { findOrCreateCustomer } from './find-or-create-customer.ts';
import { readCustomer } from './read-customer.ts';
import { updateCustomer, valuesOf } from './update-customer.ts';
import { valueReader } from './value-reader.ts';

/** Throws `request.invalid`; `customer.not-found` when the one who is there is not open to whoever asks. */
export async function registerCustomer(
  ctx: Context,
  input: CustomerRegistration,
): Promise<Customer & { found: boolean }> {
  const { kind, name, language, email, phone, preferredChannel, externalId, ...rest } = input;
  const { customerId, found } = await findOrCreateCustomer(ctx, {
    kind,
    name,
    language,
    email,
    phone,
    preferredChannel,
    externalId,
  });
  if (!found) {
    const reader = await valueReader(ctx, new Set());
    const missing = reader.missing(reader.read(valuesOf({ fields: rest.fields }), kind), kind);
    if (missing.length > 0) throw commonErrors.invalid({}, missing);
    await updateCustomer(ctx, { id: customerId, ...rest });
  }
  return { ...(await readCustomer(ctx, customerId)), found };
}
