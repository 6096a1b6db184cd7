// The customers of the sample organisation: a tree from the smallest household to the largest zone, in three languages.
import type { Language } from '#contract/common.ts';
import { on, type Context } from '#platform/context.ts';
import { insertRows } from '#platform/db/insert-rows.ts';
import { insertHistory } from '#platform/events/insert-history.ts';
import { newId } from '#platform/ids.ts';
import type { Random } from '#platform/random.ts';
import { contactPointVerified, customerRegistered } from './customer-events.ts';
import { sampleNames, type SampleName } from './sample/invent-name.ts';
import { customerGroups } from './sample/groups.ts';
import { sampleRecords, writeSampleDetails } from './sample/records.ts';
import { emailDomains, phonePatterns } from './sample/places.ts';
import type { CustomerTables } from './tables.ts';

const dayMs = 86_400_000;
/** Key of the field that says which kind of subscriber a customer is. */
export const sampleSizeField = 'subscriber-type';

type Point = { id: string; value: string };
export type SampleCustomer = SampleName & {
  id: string;
  language: Language;
  group: (typeof customerGroups)[number]['key'];
  /** 1 is the smallest, 13 the largest. */
  size: number;
  /** How many cases such a customer has in a year, to weigh customers against each other. */
  cases: number;
  since: Date;
  email: Point | null;
  phone: Point | null;
  externalId: string | null;
};

/** Invents them; nothing is written yet. `begin` is the day on which the customers known until then were taken over. */
export function inventSampleCustomers(
  random: Random,
  span: { count: number; begin: Date; end: Date },
): SampleCustomer[] {
  const names = sampleNames(random);
  const takenEmails = new Set<string>();
  const takenPhones = new Set<string>();
  return Array.from({ length: span.count }, (_, index) => {
    const group = random.weighted(customerGroups, (one) => one.customerShare);
    const language = random.weighted<Language>(['ar', 'fa', 'en'], (one) => ({ ar: 55, fa: 43, en: 2 })[one]);
    const name = names(group.key, group.kind, language);
    const old = random.chance(0.62);
    // Nobody is without a way to be reached.
    const reach = random.weighted(
      ['both', 'email', 'phone'] as const,
      (one) => ({ both: 72, email: 19, phone: group.kind === 'person' ? 9 : 0 })[one],
    );
    return {
      ...name,
      id: newId(),
      language,
      group: group.key,
      size: group.size,
      cases: group.casesPerCustomer,
      since: new Date(
        old ? span.begin.getTime() + index * 400 : random.between(span.begin.getTime() + dayMs, span.end.getTime()),
      ),
      email: reach === 'phone' ? null : { id: newId(), value: inventEmail(random, name.latin, takenEmails) },
      phone: reach === 'email' ? null : { id: newId(), value: inventPhone(random, language, takenPhones) },
      // The number under which the billing system knows them.
      externalId: old ? `4${String(100_000 + index * 37).padStart(7, '0')}` : null,
    };
  });
}

/** Domains that can never belong to anybody (RFC 2606). */
function inventEmail(random: Random, latin: string, taken: Set<string>): string {
  const local = latin.toLowerCase().replace(/[^a-z0-9.]/g, '');
  for (let number = random.chance(0.5) ? 0 : random.whole(60, 99); ; number += 1) {
    const address = `${local}${number || ''}@${random.pick(emailDomains)}`;
    if (taken.has(address)) continue;
    taken.add(address);
    return address;
  }
}

function inventPhone(random: Random, language: Language, taken: Set<string>): string {
  const pattern = phonePatterns[language === 'fa' ? 'fa' : 'ar'];
  for (;;) {
    // Three zeros in the middle: valid, and hardly anybody's.
    const number = `${pattern.country}${random.pick<string>(pattern.mobilePrefixes)}${String(random.whole(0, 9_999)).padStart(pattern.mobileDigitsAfter, '0')}`;
    if (taken.has(number)) continue;
    taken.add(number);
    return number;
  }
}

/** `provedAt`: id of a contact point → when its customer first came by it. */
export async function writeSampleCustomers(
  ctx: Context,
  random: Random,
  customers: readonly SampleCustomer[],
  provedAt: ReadonlyMap<string, Date>,
): Promise<void> {
  const organisation_id = ctx.organisationId;
  const records = await sampleRecords(ctx, customers);
  await insertRows<CustomerTables, 'customers'>(
    ctx,
    'customers',
    customers.map((one, index) => ({
      ...records[index],
      organisation_id,
      id: one.id,
      kind: one.kind,
      name: one.name,
      language: one.language,
      preferred_channel: random.chance(0.2) ? (one.email ? 'email' : 'phone') : null,
      external_id: one.externalId,
      registered_at: one.since,
    })),
  );
  await writeSizes(ctx, customers);
  await writeSampleDetails(ctx, customers);
  const points = customers.flatMap((one) =>
    pointsOf(one).map((point) => ({ ...point, customer: one, verified_at: provedAt.get(point.id) ?? null })),
  );
  await insertRows<CustomerTables, 'contact_points'>(
    ctx,
    'contact_points',
    points.map(({ id, channel, value, customer, verified_at }) => ({
      organisation_id,
      id,
      customer_id: customer.id,
      channel,
      value,
      verified_at,
      removed_at: null,
      added_at: customer.since,
    })),
  );
  const consents = points
    .filter(() => random.chance(0.3))
    .map((point) => ({
      organisation_id,
      id: newId(),
      customer_id: point.customer.id,
      purpose: random.pick(['service-messages', 'service-messages', 'surveys', 'marketing'] as const),
      channel: point.channel,
      given: random.chance(0.85),
      source: random.pick(consentSources[point.customer.language]),
      at: new Date(point.customer.since.getTime() + 60_000),
    }));
  await insertRows<CustomerTables, 'consents'>(ctx, 'consents', consents);
  const history = [
    ...customers.map((one) => ({
      at: one.since,
      actorKind: 'system' as const,
      actorId: null,
      ...customerRegistered(
        one,
        pointsOf(one).map((point) => ({ ...point, verifiedAt: null })),
      ),
    })),
    ...points.flatMap(({ verified_at, customer, ...point }) =>
      verified_at
        ? [
            {
              at: verified_at,
              actorKind: 'customer' as const,
              actorId: customer.id,
              ...contactPointVerified(customer.id, point),
            },
          ]
        : [],
    ),
  ];
  await insertHistory(
    ctx,
    history.map((event) => ({ ...event, customerId: event.customerId ?? null, data: event.data ?? {} })),
  );
}

/** What the authority knows of its customers' size: a field of its own, which the rules of the customer tree ask for. */
async function writeSizes(ctx: Context, customers: readonly SampleCustomer[]): Promise<void> {
  const organisation_id = ctx.organisationId;
  const field_id = newId();
  await on<CustomerTables>(ctx)
    .insertInto('customer_fields')
    .values({
      organisation_id,
      id: field_id,
      key: sampleSizeField,
      name: JSON.stringify({ ar: 'نوع المشترك', fa: 'نوع مشترک', en: 'Type of subscriber' }),
      type: 'choice',
      choices: JSON.stringify(customerGroups.map(({ key, name }) => ({ key, name }))),
      field_class: 'other',
      sort_order: 10,
    })
    .execute();
  await insertRows<CustomerTables, 'customer_field_values'>(
    ctx,
    'customer_field_values',
    customers.map((one) => ({ organisation_id, customer_id: one.id, field_id, text_value: one.group })),
  );
}

const consentSources: Record<Language, readonly string[]> = {
  ar: ['نموذج التسجيل', 'مكالمة هاتفية', 'مركز الخدمة'],
  fa: ['برگهٔ ثبت‌نام', 'تماس تلفنی', 'مرکز خدمات'],
  en: ['Registration form', 'Phone call', 'Service centre'],
};

function pointsOf(customer: SampleCustomer): (Point & { channel: 'email' | 'phone' })[] {
  return [
    ...(customer.email ? [{ ...customer.email, channel: 'email' as const }] : []),
    ...(customer.phone ? [{ ...customer.phone, channel: 'phone' as const }] : []),
  ];
}
