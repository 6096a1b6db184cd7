// Who a customer is, in one line: for cases, mails and lists of other modules.
import type { Language } from '#contract/common.ts';
import type { CustomerBrief } from '#contract/customers.ts';
import { on, type Context } from '#platform/context.ts';
import { customerErrors } from './errors.ts';
import type { CustomerViews } from './tables.ts';

/** The id is the record's that was asked for, the rest the survivor's, when it was merged. Throws `customer.not-found`. */
export async function customerBrief(ctx: Context, id: string): Promise<CustomerBrief & { language: Language }> {
  const row = await on<CustomerViews>(ctx)
    .selectFrom('customer_briefs')
    .select(['id', 'kind', 'name', 'language'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw customerErrors.notFound({ id });
  return {
    id: row.id,
    kind: row.kind as CustomerBrief['kind'],
    name: row.name,
    language: row.language as Language,
  };
}
