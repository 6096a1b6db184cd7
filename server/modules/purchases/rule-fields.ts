// What rules of the customer tree may ask of purchases.
import { sql } from 'kysely';
import type { RuleField } from '#platform/rule-field.ts';

export const purchaseRuleFields: readonly RuleField[] = [
  {
    key: 'purchases',
    type: 'number',
    window: true,
    value: ({ organisationId, customerId, since }) =>
      sql`(select count(*) from counted_purchases b where b.organisation_id = ${organisationId} and b.customer_id = ${customerId}${
        since ? sql` and b.bought_on >= ${since}::timestamptz::date` : sql``
      })`,
  },
];
