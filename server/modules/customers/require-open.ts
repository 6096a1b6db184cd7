// Asks that a customer is there and open to whoever reads, without holding it.
import { on, type Context } from '#platform/context.ts';
import { accessOf, openTo } from './access.ts';
import { customerErrors } from './errors.ts';
import { survivorOf } from './records-of.ts';
import type { CustomerTables } from './tables.ts';

/** Answers with the surviving record. Throws `customer.not-found`. */
export async function requireOpen(ctx: Context, id: string): Promise<string> {
  const survivor = await survivorOf(ctx, id);
  const row =
    survivor === null
      ? undefined
      : await on<CustomerTables>(ctx)
          .selectFrom('customers as c')
          .select('c.id')
          .where('c.organisation_id', '=', ctx.organisationId)
          .where('c.id', '=', survivor)
          .where(openTo(await accessOf(ctx)))
          .executeTakeFirst();
  if (!row) throw customerErrors.notFound({ id });
  return row.id;
}
