// Adds an e-mail or a phone to a customer.
import { Email } from '#contract/common.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import { append, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { requireWritable } from './access.ts';
import type { Channel } from './contact-point.ts';
import { contactPointAdded } from './customer-events.ts';
import { customerOfAddress } from './customer-of-address.ts';
import { normaliseEmail } from './email.ts';
import { customerErrors } from './errors.ts';
import { insertContactPoints } from './insert-customer.ts';
import { parsePhone } from './phone.ts';
import { requireCustomer } from './require-customer.ts';

/** Adding what the customer has already changes nothing. Throws `customer.address-taken` when it belongs to another. */
export async function addContactPoint(
  ctx: Context,
  input: { id: string; channel: Channel; value: string },
): Promise<void> {
  const { id } = await requireCustomer(ctx, input.id);
  await requireWritable(ctx, 'contact', 'value');
  const value =
    input.channel === 'email'
      ? typedEmail(input.value)
      : parsePhone(input.value, (await readOrganisation(ctx)).country, 'value');
  const [added] = await insertContactPoints(ctx, id, { [input.channel]: value });
  if (added) return void append(ctx, contactPointAdded(id, added));
  const owner = await customerOfAddress(ctx, input.channel, value);
  if (owner?.customerId !== id) throw customerErrors.addressTaken({ customerId: owner?.customerId ?? null });
}

function typedEmail(text: string): string {
  const address = normaliseEmail(text, 'value');
  if (!Email.safeParse(address).success) throw invalidField('value', 'email-invalid');
  return address;
}
