// Decides for each row of a batch whose it is and what it changes, in memory: later rows see what earlier ones said.
import type { CustomerKind } from '#contract/customer-record.ts';
import type { FieldFault } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import type { CustomerRowInput, CustomerRowResult, MatchKey } from './customer-row.ts';
import { layConsents } from './lay-consents.ts';
import { lay, newState, type Column, type CustomerState } from './customer-state.ts';
import { ownerKey, type Owners } from './match-customers.ts';
import type { ReadValues, StoredValue, ValueReader } from './value-reader.ts';

export type ReadRow = { input: CustomerRowInput; kind: CustomerKind; read: ReadValues };

export type Batch = {
  reader: ValueReader;
  owners: Owners;
  states: Map<string, CustomerState>;
  matchBy: readonly MatchKey[];
  isOpen(state: CustomerState): boolean;
  /** The moment that consents without a day count from. */
  saidAt: Date;
  /** What a new customer has when its row says nothing. */
  begin: Partial<Record<Column, StoredValue>>;
};

export function layRow(batch: Batch, row: ReadRow): CustomerRowResult {
  const { input } = row;
  const refuse = (faults: FieldFault[]): CustomerRowResult => ({
    row: input.row,
    outcome: 'refused',
    customerId: null,
    faults,
    warnings: [],
  });
  const known = whose(batch, row.read);
  const otherKind = known !== undefined && known.kind !== row.kind;
  if (otherKind && input.values['kind']) return refuse([{ field: 'kind', code: 'kind-differs' }]);
  const read = otherKind ? batch.reader.read(input.values, known.kind) : row.read;
  const ids = identifiers(read);
  const faults = [...read.faults, ...taken(batch, read, known)];
  if (known && !batch.isOpen(known)) faults.push({ field: '', code: 'customer-not-open' });
  if (!known) {
    if (!read.columns['name']) faults.push({ field: 'name', code: 'required' });
    faults.push(...batch.reader.missing(read, row.kind));
  }
  if (faults.length > 0) return refuse(faults);
  const state = known ?? newState(row.kind, batch.begin);
  batch.states.set(state.id, state);
  // Found under the id of a record that was merged into it: the survivor keeps its own ids.
  for (const key of ['externalId', 'nationalId'] as const)
    for (const value of ids[key])
      if (batch.owners.get(ownerKey(key, value))?.mergedRecord) delete read.columns[columnOf[key]];
  const changed = lay(state, read);
  const addresses = addAddresses(batch, state, read);
  const consents = layConsents(state, read, batch.saidAt);
  for (const key of ['externalId', 'nationalId'] as const)
    for (const value of ids[key])
      if (!batch.owners.has(ownerKey(key, value)))
        batch.owners.set(ownerKey(key, value), { customerId: state.id, mergedRecord: false });
  const outcome = !known ? 'registered' : changed || addresses.added || consents.added ? 'changed' : 'unchanged';
  return { row: input.row, outcome, customerId: state.id, faults: [], warnings: [...addresses.left, ...consents.left] };
}

function whose(batch: Batch, read: ReadValues): CustomerState | undefined {
  const ids = identifiers(read);
  const found = batch.matchBy.flatMap((key) => ids[key].map((value) => batch.owners.get(ownerKey(key, value))));
  return batch.states.get(found.find((owner) => owner !== undefined)?.customerId ?? '');
}

const columnOf = { externalId: 'external_id', nationalId: 'national_id' } as const;

export function identifiers(read: ReadValues): Record<MatchKey, string[]> {
  const one = (value: StoredValue | undefined): string[] => (typeof value === 'string' ? [value] : []);
  return {
    externalId: one(read.columns['external_id']),
    nationalId: one(read.columns['national_id']),
    email: read.emails,
    phone: read.phones,
  };
}

/** An id belongs to one customer only: a row that gives it to a second is wrong about one of the two. */
function taken(batch: Batch, read: ReadValues, known: CustomerState | undefined): FieldFault[] {
  return (['externalId', 'nationalId'] as const).flatMap((key) =>
    identifiers(read)[key].flatMap((value) => {
      const owner = batch.owners.get(ownerKey(key, value));
      return owner && owner.customerId !== known?.id
        ? [{ field: key, code: 'taken', params: { customerId: owner.customerId } }]
        : [];
    }),
  );
}

/** An address stays with whoever has it: a family's phone is no reason to refuse the second child. */
function addAddresses(batch: Batch, state: CustomerState, read: ReadValues): { added: boolean; left: FieldFault[] } {
  const left: FieldFault[] = [];
  let added = false;
  for (const [channel, list] of [['email', read.emails] as const, ['phone', read.phones] as const]) {
    for (const value of list) {
      const owner = batch.owners.get(ownerKey(channel, value));
      if (owner && owner.customerId !== state.id)
        left.push({ field: channel, code: 'address-taken', params: { customerId: owner.customerId } });
      if (owner) continue;
      batch.owners.set(ownerKey(channel, value), { customerId: state.id, mergedRecord: false });
      state.addedPoints.push({ id: newId(), channel, value });
      added = true;
    }
  }
  return { added, left };
}
