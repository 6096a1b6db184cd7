// A dealer enters rows of a file of sales: each as the form would enter it, in one transaction, and what cannot be is refused alone.
import { sql } from 'kysely';
import type { SaleOfFile, SalesEntered, SalesOfFile } from '#contract/purchases.ts';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { actingDealer } from './dealer.ts';
import { enterSale } from './enter-sale.ts';
import { saleFaults } from './sale-faults.ts';

type Entered = SalesEntered['rows'][number];

/** The same rows again, or one of them twice, enter nothing more. */
export async function recordSales(ctx: Context, { rows }: SalesOfFile): Promise<SalesEntered> {
  const dealer = await actingDealer(ctx);
  const entered: Entered[] = [];
  // At most fifty: each is a sale with a customer behind it, found or made by the same rules as at the till.
  for (const { row, sale } of rows) entered.push({ row, ...(await tryEntering(ctx, dealer, sale)) });
  return { rows: entered };
}

async function tryEntering(
  ctx: Context,
  dealer: Awaited<ReturnType<typeof actingDealer>>,
  sale: SaleOfFile,
): Promise<Omit<Entered, 'row'>> {
  const [events, jobs] = [ctx.events.length, ctx.jobs.length];
  await sql`savepoint sale_of_file`.execute(ctx.transaction);
  try {
    await enterSale(ctx, dealer, sale, { fromFile: true });
    await sql`release savepoint sale_of_file`.execute(ctx.transaction);
    return { state: 'entered', faults: [] };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // What was written of this row, and the role it was written under, is as before.
    await sql`rollback to savepoint sale_of_file`.execute(ctx.transaction);
    ctx.events.length = events;
    ctx.jobs.length = jobs;
    const there = error.code === 'purchase.duplicate';
    return { state: there ? 'there' : 'refused', faults: saleFaults(error) };
  }
}
