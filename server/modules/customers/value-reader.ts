// Reads the values of a record, from a form, a file or the API, into what is stored; every refusal names its field and its rule.
import { Email } from '#contract/common.ts';
import type { CustomerField, CustomerKind, FieldClass } from '#contract/customer-record.ts';
import { isoDateAt } from '#kernel/calendar/calendar-date.ts';
import { nationalIdIsValid, normaliseNationalId } from '#kernel/national-id.ts';
import { toLatinDigits } from '#kernel/digits.ts';
import { cleanText } from '#kernel/text/clean.ts';
import { readOrganisation, type Organisation, type OrganisationViews } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import { AppError, type FieldFault } from '#platform/errors.ts';
import { accessOf } from './access.ts';
import { ageGroupOf } from './age-group.ts';
import { consentReaders, type ReadConsents } from './consent-readers.ts';
import type { CustomerRowValue } from './customer-row.ts';
import { customerLists } from './customer-lists.ts';
import { normaliseEmail } from './email.ts';
import { choiceReader, readDate, readNumber, readText, readYesNo, type Read } from './field-value.ts';
import { parsePhone } from './phone.ts';
import { ownFieldKey, recordFields, type RecordField } from './record-fields.ts';
import { regionReader } from './region-reader.ts';

export type StoredValue = string | number | null;
export type ReadValues = ReadConsents & {
  /** By column of `customers`. */
  columns: Record<string, StoredValue>;
  emails: string[];
  phones: string[];
  own: { field: CustomerField; value: StoredValue }[];
  faults: FieldFault[];
};

type Target = { customerKind: CustomerKind | null; fieldClass: FieldClass | null; required: boolean };
type One = Target & {
  read: (given: unknown, kind: CustomerKind) => Read;
  put: (into: ReadValues, value: StoredValue) => void;
};

export type ValueReader = {
  read(values: Readonly<Record<string, CustomerRowValue>>, kind: CustomerKind): ReadValues;
  /** Fields that a new customer of the kind may not be without. */
  missing(read: ReadValues, kind: CustomerKind): FieldFault[];
};

/**
 * `keys`: the fields that will be read; people and units are looked up only when they are among them. Consents are read only for
 * who says where they come from.
 */
export async function valueReader(
  ctx: Context,
  keys: ReadonlySet<string>,
  { consents = false } = {},
): Promise<ValueReader> {
  const organisation = await readOrganisation(ctx);
  const lists = await customerLists(ctx);
  const access = await accessOf(ctx);
  const today = isoDateAt(ctx.clock.now(), organisation.timeZone);
  const people = keys.has('responsibleId') ? await named(ctx, 'person_briefs') : [];
  const units = keys.has('responsibleUnitId') ? await named(ctx, 'unit_briefs') : [];

  function reading(field: RecordField): One['read'] {
    if (field.key === 'nationalId') return (given, kind) => readNationalId(given, organisation.country, kind);
    if (field.key === 'externalId') return (given) => readText(toLatinDigits(String(given)), field.longest ?? 100);
    if (field.key === 'birthDate')
      return (given) => {
        const read = readDate(given);
        return 'value' in read && String(read.value) > today ? { fault: 'date-in-future' } : read;
      };
    if (field.list) {
      const choices = lists.choices.filter((one) => one.list === field.list && one.active);
      return choiceReader(choices.map(({ id, name }) => ({ key: id, name })));
    }
    if (field.choices) return choiceReader(field.choices);
    if (field.type === 'region') return regionReader(lists.regions, organisation.country);
    if (field.type === 'person') return choiceReader(people);
    if (field.type === 'unit') return choiceReader(units);
    return (given) => readText(given, field.longest ?? 300);
  }

  const readers = new Map<string, One>();
  for (const field of recordFields) {
    const { key, column } = field;
    if (key === 'kind' || column === null) continue;
    readers.set(key, { ...field, read: reading(field), put: (into, value) => void (into.columns[column] = value) });
  }
  for (const field of lists.fields.filter((one) => one.active))
    readers.set(ownFieldKey(field.key), {
      ...field,
      read: readingOwn(field),
      put: (into, value) => void into.own.push({ field, value }),
    });

  if (consents)
    for (const { key, read, put } of consentReaders({ ...organisation, today, now: ctx.clock.now() }))
      readers.set(key, { customerKind: null, fieldClass: 'contact', required: false, read, put });

  return {
    read(values, kind) {
      const into: ReadValues = {
        columns: {},
        emails: [],
        phones: [],
        own: [],
        consents: [],
        consentsOn: null,
        faults: [],
      };
      for (const [key, given] of Object.entries(values)) {
        if (given === undefined || given === '' || key === 'kind') continue;
        if (key === 'email' || key === 'phone') {
          if (!access.write.has('contact')) into.faults.push({ field: key, code: 'not-granted' });
          else if (given !== null) readAddresses(into, key, given, organisation.country);
          continue;
        }
        const one = readers.get(key);
        if (!one) into.faults.push({ field: key, code: 'field-unknown' });
        else if (one.fieldClass !== null && !access.write.has(one.fieldClass))
          into.faults.push({ field: key, code: 'not-granted' });
        else if (one.customerKind !== null && one.customerKind !== kind) {
          if (given !== null) into.faults.push({ field: key, code: `only-${one.customerKind}` });
        } else readOne(into, key, one, given, kind);
      }
      const birthDate = into.columns['birth_date'];
      if (typeof birthDate === 'string') into.columns['age_group_id'] = ageGroupOf(birthDate, today, lists.choices);
      return into;
    },
    missing: (read, kind) =>
      lists.fields
        .filter(
          ({ active, required, customerKind, id, fieldClass }) =>
            active &&
            required &&
            access.write.has(fieldClass) &&
            (customerKind === null || customerKind === kind) &&
            !read.own.some((one) => one.field.id === id && one.value !== null),
        )
        .map(({ key }) => ({ field: ownFieldKey(key), code: 'required' })),
  };
}

function readOne(into: ReadValues, key: string, one: One, given: CustomerRowValue, kind: CustomerKind): void {
  const read: Read = given === null ? { value: null } : one.read(given, kind);
  if ('fault' in read)
    into.faults.push({ field: key, code: read.fault, ...(read.params ? { params: read.params } : {}) });
  else if (read.value === null && one.required) into.faults.push({ field: key, code: 'required' });
  else one.put(into, read.value);
}

function readingOwn(field: CustomerField): One['read'] {
  if (field.type === 'number') return readNumber;
  if (field.type === 'date') return readDate;
  if (field.type === 'yes-no') return readYesNo;
  if (field.type === 'choice') return choiceReader(field.choices);
  return (given) => readText(given, 2_000);
}

function readNationalId(given: unknown, country: Organisation['country'], kind: CustomerKind): Read {
  const id = normaliseNationalId(String(given), country, kind);
  if (id === '') return { value: null };
  return nationalIdIsValid(id, country, kind) ? { value: id } : { fault: 'national-id-invalid' };
}

function readAddresses(
  into: ReadValues,
  key: 'email' | 'phone',
  given: CustomerRowValue,
  country: Organisation['country'],
): void {
  const several = (Array.isArray(given) ? given : [given]).map((one) => cleanText(String(one)));
  const list = key === 'email' ? into.emails : into.phones;
  for (const text of several.filter((one) => one !== '')) {
    try {
      const value = key === 'email' ? normaliseEmail(text) : parsePhone(text, country);
      if (key === 'email' && !Email.safeParse(value).success) into.faults.push({ field: key, code: 'email-invalid' });
      else if (!list.includes(value)) list.push(value);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      into.faults.push({ field: key, code: error.faults[0]?.code ?? `${key}-invalid` });
    }
  }
}

/** For `choiceReader`: what has an id and a name of its own. Two of one name are known by id only. */
async function named(
  ctx: Context,
  view: 'person_briefs' | 'unit_briefs',
): Promise<{ key: string; name: Record<string, string> }[]> {
  const rows = await on<OrganisationViews>(ctx)
    .selectFrom(view)
    .select(['id', 'name'])
    .where('organisation_id', '=', ctx.organisationId)
    .execute();
  const entries = rows.map(({ id, name }) => ({
    key: id,
    name: typeof name === 'string' ? { en: name } : (name as Record<string, string>),
  }));
  const uses = new Map<string, number>();
  for (const { name } of entries)
    for (const text of new Set(Object.values(name))) uses.set(text, (uses.get(text) ?? 0) + 1);
  return entries.map(({ key, name }) => ({
    key,
    name: Object.fromEntries(Object.entries(name).filter(([, text]) => uses.get(text) === 1)),
  }));
}
