// Asks that a customer is there and open to whoever asks, and holds the row against another change until the transaction ends.
import type { Selectable } from 'kysely';
import { on, type Context } from '#platform/context.ts';
import { accessOf, openTo } from './access.ts';
import { customerErrors } from './errors.ts';
import { survivorOf } from './records-of.ts';
import type { CustomerTables } from './tables.ts';

export type CustomerRow = Pick<Selectable<CustomerTables['customers']>, 'id' | 'kind' | 'name'>;

/** Of a merged record the surviving one. Throws `customer.not-found`, also for one that is not open: it is not said which. */
export async function requireCustomer(ctx: Context, id: string): Promise<CustomerRow> {
  const survivor = await survivorOf(ctx, id);
  const row =
    survivor === null
      ? undefined
      : await on<CustomerTables>(ctx)
          .selectFrom('customers as c')
          .select(['c.id', 'c.kind', 'c.name'])
          .where('c.organisation_id', '=', ctx.organisationId)
          .where('c.id', '=', survivor)
          .where(openTo(await accessOf(ctx)))
          .forNoKeyUpdate()
          .executeTakeFirst();
  if (!row) throw customerErrors.notFound({ id });
  return row;
}
