// What lets us write to a customer: the legal basis of each purpose, and whether it stands at this moment.
import type { z } from 'zod';
import type { ConsentPurpose } from '#contract/customers.ts';
import type { Context } from '#platform/context.ts';
import { consentsInForce } from './consents.ts';
import type { Channel } from './contact-point.ts';
import { recordsOf } from './records-of.ts';

export type Purpose = z.infer<typeof ConsentPurpose>;

/** Who opened a case must be told what becomes of it: that is owed. Everything else is only for those who said yes. */
const legalBases: Readonly<Record<Purpose, 'contract' | 'consent'>> = {
  'service-messages': 'contract',
  surveys: 'consent',
  marketing: 'consent',
};

/** The last word about this purpose and channel counts, of merged records the strictest; silence is no consent. */
export async function mayBeWrittenTo(
  ctx: Context,
  customerId: string | null,
  purpose: Purpose,
  channel: Channel,
): Promise<boolean> {
  if (legalBases[purpose] === 'contract') return true;
  if (customerId === null) return false;
  const inForce = await consentsInForce(ctx, await recordsOf(ctx, customerId));
  return inForce.some((one) => one.purpose === purpose && one.channel === channel && one.given);
}
