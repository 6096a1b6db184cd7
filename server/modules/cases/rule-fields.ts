// What rules of the customer tree may ask of cases.
import { sql } from 'kysely';
import type { RuleField } from '#platform/rule-field.ts';

export const caseRuleFields: readonly RuleField[] = [
  {
    key: 'cases',
    type: 'number',
    window: true,
    value: ({ organisationId, customerId, since }) => counted(organisationId, customerId, since, sql`true`),
  },
  {
    key: 'complaints',
    type: 'number',
    window: true,
    value: ({ organisationId, customerId, since }) =>
      counted(organisationId, customerId, since, sql`k.kind = 'complaint'`),
  },
];

type Asked = Parameters<RuleField['value']>[0];

function counted(
  organisationId: Asked['organisationId'],
  customerId: Asked['customerId'],
  since: Date | null,
  which: ReturnType<typeof sql>,
): ReturnType<RuleField['value']> {
  return sql`(select count(*) from cases k where k.organisation_id = ${organisationId} and k.customer_id = ${customerId} and ${which}${
    since ? sql` and k.registered_at >= ${since}::timestamptz` : sql``
  })`;
}
