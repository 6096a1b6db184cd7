// Changes a customer's record: what is given is read, checked and written, the rest stays.
import type { CustomerChanges } from '#contract/customer-record.ts';
import type { Context } from '#platform/context.ts';
import { commonErrors, invalidField } from '#platform/errors.ts';
import { beginLists } from './begin-lists.ts';
import type { CustomerRowValue } from './customer-row.ts';
import { lay, readStates, type CustomerState } from './customer-state.ts';
import { identifiers } from './lay-rows.ts';
import { ownerKey, ownersOf } from './match-customers.ts';
import { ownFieldKey } from './record-fields.ts';
import { requireCustomer } from './require-customer.ts';
import { storeStates } from './store-states.ts';
import { valueReader, type ReadValues } from './value-reader.ts';

/** Throws `customer.not-found` and `request.invalid`, which names each refused field and its rule. */
export async function updateCustomer(ctx: Context, input: { id: string } & CustomerChanges): Promise<void> {
  const { id, ...changes } = input;
  const customer = await requireCustomer(ctx, id);
  await beginLists(ctx);
  const values = valuesOf(changes);
  const reader = await valueReader(ctx, new Set(Object.keys(values)));
  const read = reader.read(values, customer.kind);
  // An empty text is what a form sends for "nothing".
  for (const key of ['name', 'stage', 'language'])
    if (values[key] === '') read.faults.push({ field: key, code: 'required' });
  const emptied = read.own.filter((one) => one.value === null && one.field.required && one.field.active);
  read.faults.push(...emptied.map((one) => ({ field: ownFieldKey(one.field.key), code: 'required' })));
  if (read.faults.length > 0) throw commonErrors.invalid({}, read.faults);
  const state = (await readStates(ctx, [customer.id], true)).get(customer.id);
  if (!state) throw new Error(`the customer ${customer.id} was there a moment ago`);
  await refuseTaken(ctx, state, read);
  if (!lay(state, read)) return;
  if (!(await storeStates(ctx, [state]))) await refuseTaken(ctx, state, read);
}

/** Text fields of a form are emptied by '' too: here null and '' are the same, unlike in a file. */
export function valuesOf({ fields = {}, ...changes }: CustomerChanges): Record<string, CustomerRowValue> {
  const values: Record<string, CustomerRowValue> = { ...changes };
  for (const key of ['externalId', 'nationalId', 'address'] as const) if (values[key] === '') values[key] = null;
  for (const [key, value] of Object.entries(fields)) values[ownFieldKey(key)] = value === '' ? null : value;
  return values;
}

async function refuseTaken(ctx: Context, state: CustomerState, read: ReadValues): Promise<void> {
  const { externalId, nationalId } = identifiers(read);
  if (externalId.length + nationalId.length === 0) return;
  const owners = await ownersOf(ctx, { externalId, nationalId, email: [], phone: [] });
  for (const [field, list] of [['externalId', externalId] as const, ['nationalId', nationalId] as const])
    for (const value of list) {
      const owner = owners.get(ownerKey(field, value));
      if (owner && owner.customerId !== state.id) throw invalidField(field, 'taken', { customerId: owner.customerId });
    }
}
