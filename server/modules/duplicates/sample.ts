// Duplicates of the sample organisation: some customers who were entered again in Latin letters, so that the queue has something to decide.
import { findOrCreateCustomer, type SampleCustomer } from '#modules/customers/index.ts';
import type { Context } from '#platform/context.ts';
import { checkCustomers } from './check-customers.ts';

const many = 14;
const dayMs = 86_400_000;

/** The sample's customers are there. Each new record has the name and an e-mail as another clerk would have written them. */
export async function writeSampleDuplicates(ctx: Context, customers: readonly SampleCustomer[]): Promise<void> {
  const people = customers.filter((one) => one.kind === 'person' && one.language !== 'en' && one.email);
  const again = people.filter((_, at) => at % Math.max(1, Math.floor(people.length / many)) === 0).slice(0, many);
  const ids = customers.map((one) => one.id);
  for (const [at, one] of again.entries()) {
    // Over the last months, a week or two after one another.
    const moment = new Date(ctx.clock.now().getTime() - (at + 1) * 11 * dayMs);
    const then: Context = { ...ctx, clock: { now: () => moment } };
    const name = one.latin.replace(
      /(^|[. -])([a-z])/g,
      (_, before: string, letter: string) => (before && ' ') + letter.toUpperCase(),
    );
    const email = `${one.email!.value.split('@')[0]}@mail.example`;
    ids.push((await findOrCreateCustomer(then, { name, email, language: one.language })).customerId);
  }
  await checkCustomers(ctx, ids);
}
