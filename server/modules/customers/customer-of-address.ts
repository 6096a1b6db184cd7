// Whose e-mail or phone is it?
import { readOrganisation } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import type { Channel } from './contact-point.ts';
import { normaliseEmail } from './email.ts';
import { parsePhone } from './phone.ts';
import type { CustomerTables } from './tables.ts';

/** Null when nobody has the address, or when it is none. */
export async function customerOfAddress(
  ctx: Context,
  channel: Channel,
  value: string,
): Promise<{ customerId: string; contactPointId: string } | null> {
  const address = await normalised(ctx, channel, value);
  if (address === null) return null;
  const row = await on<CustomerTables>(ctx)
    .selectFrom('contact_points')
    .select(['customer_id as customerId', 'id as contactPointId'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('channel', '=', channel)
    .where('value', '=', address)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

async function normalised(ctx: Context, channel: Channel, value: string): Promise<string | null> {
  try {
    return channel === 'email' ? normaliseEmail(value) : parsePhone(value, (await readOrganisation(ctx)).country);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
