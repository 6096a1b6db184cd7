// A contact point as others see it, and the order in which a customer's are tried: proved ones first, then the newest.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { ContactPoint } from '#contract/customers.ts';

export type ContactPointView = z.infer<typeof ContactPoint>;
export type Channel = ContactPointView['channel'];

/** For `order by`, where contact_points is called p. */
export const contactPointOrder = sql`p.verified_at desc nulls last, p.added_at desc, p.id desc`;

export function contactPointView(row: {
  id: string;
  channel: string;
  value: string;
  verified_at: Date | string | null;
}): ContactPointView {
  return {
    id: row.id,
    channel: row.channel as Channel,
    value: row.value,
    verifiedAt: row.verified_at === null ? null : new Date(row.verified_at),
  };
}
