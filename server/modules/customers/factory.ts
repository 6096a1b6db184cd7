// Builds customers for tests.
import type { Context } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { findOrCreateCustomer, type FoundOrCreated, type WhoAsks } from './find-or-create-customer.ts';

/** A new customer with an e-mail of their own, unless told otherwise; `email: undefined` means none. */
export function buildCustomer(ctx: Context, given: Partial<WhoAsks> = {}): Promise<FoundOrCreated> {
  return findOrCreateCustomer(ctx, { name: 'سارة الحربي', email: `customer-${newId()}@example.com`, ...given });
}
