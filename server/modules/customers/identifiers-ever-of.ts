// What a customer is or was known by, in all records: for modules that keep words in which it may stand.
import { on, type Context } from '#platform/context.ts';
import type { CustomerIdentifiers } from '#platform/customer-data.ts';
import type { CustomerTables } from './tables.ts';

export async function identifiersEverOf(ctx: Context, records: readonly string[]): Promise<CustomerIdentifiers> {
  const db = on<CustomerTables>(ctx);
  const points = await db
    .selectFrom('contact_points')
    .select(['channel', 'value'])
    .distinct()
    .where('organisation_id', '=', ctx.organisationId)
    .where('customer_id', 'in', [...records])
    .where('value', 'not like', 'erased:%')
    .execute();
  const rows = await db
    .selectFrom('customers')
    .select(['external_id', 'national_id'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', 'in', [...records])
    .execute();
  const of = (channel: string) => points.filter((point) => point.channel === channel).map((point) => point.value);
  return {
    emails: of('email').map((value) => value.toLowerCase()),
    phones: of('phone'),
    ids: rows.flatMap(({ external_id, national_id }) => [external_id, national_id].filter((id) => id !== null)),
  };
}
