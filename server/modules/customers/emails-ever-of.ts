// All e-mail addresses that a customer has or had, in lower case: mails of the past went to them.
import { on, type Context } from '#platform/context.ts';
import type { CustomerTables } from './tables.ts';

export async function emailsEverOf(ctx: Context, records: readonly string[]): Promise<string[]> {
  const rows = await on<CustomerTables>(ctx)
    .selectFrom('contact_points')
    .select('value')
    .distinct()
    .where('organisation_id', '=', ctx.organisationId)
    .where('customer_id', 'in', [...records])
    .where('channel', '=', 'email')
    .execute();
  return rows.map((row) => row.value.toLowerCase()).filter((value) => !value.startsWith('erased:'));
}
