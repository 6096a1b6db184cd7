// Registers and changes many customers at once: rows of an import, a day's sales of a dealer, the API of another system.
import type { CustomerKind } from '#contract/customer-record.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import type { Context } from '#platform/context.ts';
import { accessOf, isOpenTo, responsibleForNew } from './access.ts';
import { beginLists } from './begin-lists.ts';
import type { CustomerRowInput, CustomerRowResult, MatchKey, WriteCustomersOptions } from './customer-row.ts';
import { choiceReader } from './field-value.ts';
import { readStates, type CustomerState } from './customer-state.ts';
import { identifiers, layRow, type ReadRow } from './lay-rows.ts';
import { readConsents } from './lay-consents.ts';
import { ownersOf, type Keys } from './match-customers.ts';
import { recordFields } from './record-fields.ts';
import { storeStates } from './store-states.ts';
import { valueReader, type ValueReader } from './value-reader.ts';

const everyKey: readonly MatchKey[] = ['externalId', 'nationalId', 'email', 'phone'];
/** Statements grow with it and memory too; more does not make it faster. */
const batch = 2_000;

/**
 * Each row finds its customer by external id, national id, e-mail or phone, and changes what it says, or registers a new one.
 * A refused row writes nothing and says why; the others are written, in a number of statements that does not grow with theirs.
 * The same rows again change nothing. What the acting person may not write is refused (`not-granted`).
 * Callers keep to some thousand rows a transaction, so that events and locks stay few.
 */
export async function writeCustomers(
  ctx: Context,
  rows: readonly CustomerRowInput[],
  options: WriteCustomersOptions = {},
): Promise<CustomerRowResult[]> {
  await beginLists(ctx);
  const reader = await valueReader(ctx, keysIn(rows), { consents: options.consents !== undefined });
  const results: CustomerRowResult[] = [];
  for (let at = 0; at < rows.length; at += batch)
    results.push(...(await writeBatch(ctx, reader, rows.slice(at, at + batch), options)));
  return results;
}

/**
 * The same in two steps, for whoever has many batches: the values are read while the batch before is being written. What it
 * answers writes them, in that or another transaction, also again after one that was taken back.
 */
export async function prepareCustomers(
  ctx: Context,
  rows: readonly CustomerRowInput[],
  options: WriteCustomersOptions = {},
): Promise<(writing: Context) => Promise<CustomerRowResult[]>> {
  await beginLists(ctx);
  const reader = await valueReader(ctx, keysIn(rows), { consents: options.consents !== undefined });
  let read: ReadRow[] | undefined = rows.map((row) => readRow(reader, row));
  return async (writing) => {
    // Laid over a customer, values change: whoever writes again reads again.
    const first = read;
    read = undefined;
    return writeBatch(writing, reader, rows, options, first);
  };
}

function keysIn(rows: readonly CustomerRowInput[]): Set<string> {
  const keys = new Set<string>();
  for (const row of rows) for (const key in row.values) keys.add(key);
  return keys;
}

function readRow(reader: ValueReader, input: CustomerRowInput): ReadRow {
  const { kind, known } = kindOf(input);
  const read = reader.read(input.values, kind);
  if (!known) read.faults.push({ field: 'kind', code: 'choice-unknown' });
  return { input, kind, read };
}

async function writeBatch(
  ctx: Context,
  reader: ValueReader,
  inputs: readonly CustomerRowInput[],
  { matchBy = everyKey, dryRun = false, consents }: WriteCustomersOptions,
  already?: readonly ReadRow[],
): Promise<CustomerRowResult[]> {
  const access = await accessOf(ctx);
  const { language } = await readOrganisation(ctx);
  // Each further round means that another transaction took an address or an id at the same moment and has committed.
  for (let round = 0; round < 5; round += 1) {
    const rows = round === 0 && already ? already : inputs.map((input) => readRow(reader, input));
    const owners = await ownersOf(ctx, keysOf(rows));
    const ids = new Set([...owners.values()].map((owner) => owner.customerId));
    const states = await readStates(ctx, [...ids], !dryRun);
    if (rows.some((row) => row.read.consents.length > 0)) await readConsents(ctx, states);
    const laying = {
      reader,
      owners,
      states,
      matchBy,
      isOpen: (state: CustomerState) =>
        isOpenTo(access, {
          responsible_id: state.columns.responsible_id as string | null,
          responsible_unit_id: state.columns.responsible_unit_id as string | null,
        }),
      saidAt: consents?.at ?? ctx.clock.now(),
      begin: { language, responsible_id: responsibleForNew(access) },
    };
    const results = rows.map((row) => layRow(laying, row));
    const touched = [...states.values()].filter(
      (state) =>
        state.isNew || state.changed.size > 0 || state.addedPoints.length > 0 || state.addedConsents.length > 0,
    );
    if (dryRun)
      return results.map((result) => (result.outcome === 'registered' ? { ...result, customerId: null } : result));
    if (touched.length === 0 || (await storeStates(ctx, touched, consents?.source ?? ''))) return results;
  }
  throw new Error('the addresses of a batch of customers changed hands five times while they were looked for');
}

const readKind = choiceReader(recordFields.find((field) => field.key === 'kind')?.choices ?? []);

/** A person, unless the row says otherwise. */
function kindOf({ values }: CustomerRowInput): { kind: CustomerKind; known: boolean } {
  const given = values['kind'];
  if (given === undefined || given === null || given === '') return { kind: 'person', known: true };
  const read = readKind(given);
  return 'value' in read ? { kind: read.value as CustomerKind, known: true } : { kind: 'person', known: false };
}

function keysOf(rows: readonly ReadRow[]): Keys {
  const keys = {
    externalId: new Set<string>(),
    nationalId: new Set<string>(),
    email: new Set<string>(),
    phone: new Set<string>(),
  };
  for (const row of rows) {
    const ids = identifiers(row.read);
    for (const key of everyKey) for (const value of ids[key]) keys[key].add(value);
  }
  return {
    externalId: [...keys.externalId],
    nationalId: [...keys.nationalId],
    email: [...keys.email],
    phone: [...keys.phone],
  };
}
