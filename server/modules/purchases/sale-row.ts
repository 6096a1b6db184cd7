// Reads a row of a file of sales into a sale: products, places and age groups by what they are called, consent only where it stands.
import type { LocaleText } from '#contract/common.ts';
import type { SaleOfFile } from '#contract/purchases.ts';
import { isoDateAt } from '#kernel/calendar/calendar-date.ts';
import { toLatinDigits } from '#kernel/digits.ts';
import { saleFileWords } from '#kernel/sale-file-columns.ts';
import { normaliseText } from '#kernel/text/normalise.ts';
import { choiceReader, parsePhone, readYesNo, regionReader } from '#modules/customers/index.ts';
import { readOrganisation } from '#modules/organisation/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError, type FieldFault } from '#platform/errors.ts';
import { firstPurchaseDay } from './purchase-day.ts';
import { saleForm } from './sale-form.ts';

type Values = Readonly<Record<string, string | null>>;
type Read<T> = { value: T } | { fault: string; params?: Record<string, unknown> };
export type SaleRow = { sale: SaleOfFile; faults: [] } | { sale: null; faults: FieldFault[] };

/** Reads what the acting dealer may choose from once. */
export async function saleRowReader(ctx: Context): Promise<(values: Values) => SaleRow> {
  const { country, timeZone } = await readOrganisation(ctx);
  const { products, regions, ageGroups } = await saleForm(ctx);
  const today = isoDateAt(ctx.clock.now(), timeZone);
  const product = productReader(products);
  const region = regionReader(
    regions.map((one) => ({ ...one, active: true })),
    country,
  );
  const ageGroup = choiceReader(ageGroups.map(({ id, name }) => ({ key: id, name })));
  const readers: Record<string, (text: string) => Read<unknown>> = {
    name: (text) => within(text.replace(/\s+/g, ' '), 300),
    phone: (text) => phoneOf(text, country),
    kind: choiceReader(saleFileWords.kind),
    gender: choiceReader(saleFileWords.gender),
    ageGroup,
    region,
    product,
    boughtOn: (day) =>
      day > today ? { fault: 'date-in-future' } : day < firstPurchaseDay ? { fault: 'invalid' } : { value: day },
    place: (text) => within(text, 300),
    receipt: (text) => within(toLatinDigits(text), 100),
    serviceMessages: yesOrNo,
    surveys: yesOrNo,
    marketing: yesOrNo,
  };

  return (given) => {
    const values: Record<string, unknown> = {};
    const faults: FieldFault[] = [];
    for (const [key, reader] of Object.entries(readers)) {
      const text = given[key];
      if (text === undefined || text === null || text === '') {
        if (key === 'name' || key === 'product' || key === 'boughtOn') faults.push({ field: key, code: 'required' });
        continue;
      }
      const read = reader(text);
      if ('value' in read) values[key] = read.value;
      else faults.push({ field: key, code: read.fault, ...(read.params ? { params: read.params } : {}) });
    }
    if (values['kind'] === 'company')
      for (const key of ['gender', 'ageGroup'])
        if (values[key] !== undefined) faults.push({ field: key, code: 'only-person' });
    return faults.length > 0 ? { sale: null, faults } : { sale: saleOf(values), faults: [] };
  };
}

function saleOf(values: Record<string, unknown>): SaleOfFile {
  const { name, phone, kind = 'person', gender, ageGroup, region, product, boughtOn, place, receipt } = values;
  const consents = Object.fromEntries(
    ['serviceMessages', 'surveys', 'marketing'].flatMap((key) => (key in values ? [[key, values[key]]] : [])),
  );
  const given = {
    buyer: {
      kind,
      name,
      ...(phone ? { phone } : {}),
      gender: gender ?? null,
      ageGroupId: ageGroup ?? null,
      regionId: region ?? null,
    },
    productId: product,
    place: place ?? null,
    receipt: receipt ?? null,
    boughtOn,
    consents,
  };
  return given as SaleOfFile;
}

function yesOrNo(text: string): Read<boolean> {
  const read = readYesNo(text);
  return 'value' in read ? { value: read.value === 1 } : read;
}

const within = (text: string, maximum: number): Read<string> =>
  text.length > maximum ? { fault: 'too-long', params: { maximum } } : { value: text };

function phoneOf(text: string, country: Parameters<typeof parsePhone>[1]): Read<string> {
  try {
    return { value: parsePhone(text, country) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { fault: error.faults[0]?.code ?? 'phone-invalid' };
  }
}

/** By code, or by any of its names where no other product has it. */
function productReader(
  products: readonly { id: string; name: LocaleText; code: string | null }[],
): (text: string) => Read<string> {
  const byCode = new Map(products.flatMap(({ id, code }) => (code ? [[codeKey(code), id]] : [])));
  const byName = new Map<string, Set<string>>();
  for (const { id, name } of products)
    for (const text of Object.values(name)) {
      const key = normaliseText(text ?? '');
      if (key !== '') byName.set(key, (byName.get(key) ?? new Set()).add(id));
    }
  return (text) => {
    const coded = byCode.get(codeKey(text));
    if (coded) return { value: coded };
    const [one, other] = byName.get(normaliseText(text)) ?? [];
    if (one === undefined) return { fault: 'product-unknown' };
    return other === undefined ? { value: one } : { fault: 'product-ambiguous' };
  };
}

const codeKey = (code: string): string => toLatinDigits(code).trim().toLowerCase();
