// Erases what is personal of one customer, in every module; rows, codes and times stay, so that figures stay true.
import { normaliseText } from '#kernel/text/normalise.ts';
import { append, type Context } from '#platform/context.ts';
import { invalidField } from '#platform/errors.ts';
import { customerErrors } from './errors.ts';
import { identifiersEverOf } from './identifiers-ever-of.ts';
import { readCustomer } from './read-customer.ts';
import { recordsOf } from './records-of.ts';
import { requireCustomer } from './require-customer.ts';

/**
 * `confirmation` is the customer's name or external id as typed by whoever erases. Throws `request.invalid` when it is another,
 * and `customer.erasure-blocked` while something is not finished, such as a case, or has to be kept.
 */
export async function eraseCustomer(ctx: Context, input: { id: string; confirmation: string }): Promise<void> {
  const { id } = await requireCustomer(ctx, input.id);
  const customer = await readCustomer(ctx, id);
  const typed = normaliseText(input.confirmation);
  if (typed === '' || ![customer.name, customer.externalId ?? ''].some((one) => normaliseText(one) === typed))
    throw invalidField('confirmation', 'confirmation-differs');
  const records = await recordsOf(ctx, id);
  const modules = ctx.platform.modules.flatMap((module) => module.customerData ?? []);
  for (const module of modules) {
    const block = await module.blocks?.(ctx, records);
    if (block) throw customerErrors.erasureBlocked({ ...block });
  }
  const known = await identifiersEverOf(ctx, records);
  // The highest first: it may still ask the lower ones for addresses.
  for (const module of modules.toReversed()) await module.erase(ctx, records, known);
  append(ctx, { type: 'customer.erased', subjectType: 'customer', subjectId: id, customerId: id });
}
