// One customer with everything that whoever asks may see; of a merged record the surviving one.
import type { Customer } from '#contract/customers.ts';
import { FieldClass, type FieldValue } from '#contract/customer-record.ts';
import type { OrganisationViews } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import { accessOf, openTo } from './access.ts';
import { consentsInForce } from './consents.ts';
import { contactPointsOfRecords } from './contact-points.ts';
import { customerLists } from './customer-lists.ts';
import { customerErrors } from './errors.ts';
import { recordsOf } from './records-of.ts';
import type { CustomerTables } from './tables.ts';

/** Throws `customer.not-found`, also for one that is not open to whoever asks. */
export async function readCustomer(ctx: Context, id: string): Promise<Customer> {
  const access = await accessOf(ctx);
  const [survivor, ...mergedIds] = await recordsOf(ctx, id);
  const row = survivor === undefined ? undefined : await rowOf(ctx, survivor);
  if (!row || survivor === undefined) throw customerErrors.notFound({ id });
  const sees = (one: FieldClass): boolean => access.read.has(one);
  const [identity, demographic, place] = [sees('identity'), sees('demographic'), sees('place')];
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    language: row.language,
    preferredChannel: row.preferred_channel,
    stage: row.stage,
    responsible: row.responsible_id ? { id: row.responsible_id, name: row.responsible_name ?? '' } : null,
    responsibleUnitId: row.responsible_unit_id,
    externalId: identity ? row.external_id : null,
    nationalId: identity ? row.national_id : null,
    birthDate: identity ? row.birth_date : null,
    gender: demographic ? row.gender : null,
    ageGroupId: demographic ? row.age_group_id : null,
    incomeBandId: demographic ? row.income_band_id : null,
    educationId: demographic ? row.education_id : null,
    socialGroupId: demographic ? row.social_group_id : null,
    regionId: place ? row.region_id : null,
    address: place ? row.address : null,
    fields: await ownValues(ctx, row.id, access.read),
    contactPoints: sees('contact') ? await contactPointsOfRecords(ctx, [row.id, ...mergedIds]) : [],
    consents: await consentsInForce(ctx, [row.id, ...mergedIds]),
    hidden: FieldClass.options.filter((one) => !sees(one)),
    readOnly: FieldClass.options.filter((one) => sees(one) && !access.write.has(one)),
    mergedIds,
    registeredAt: row.registered_at,
    changedAt: row.changed_at,
    erasedAt: row.erased_at,
  };
}

async function rowOf(ctx: Context, id: string) {
  return on<CustomerTables & OrganisationViews>(ctx)
    .selectFrom('customers as c')
    .leftJoin('person_briefs as p', (join) =>
      join.onRef('p.organisation_id', '=', 'c.organisation_id').onRef('p.id', '=', 'c.responsible_id'),
    )
    .selectAll('c')
    .select(['p.name as responsible_name'])
    .where('c.organisation_id', '=', ctx.organisationId)
    .where('c.id', '=', id)
    .where(openTo(await accessOf(ctx)))
    .executeTakeFirst();
}

/** By key; of retired fields too, as long as a value is kept. */
async function ownValues(
  ctx: Context,
  customerId: string,
  readable: ReadonlySet<FieldClass>,
): Promise<Record<string, FieldValue>> {
  const { fields } = await customerLists(ctx);
  if (fields.length === 0) return {};
  const rows = await on<CustomerTables>(ctx)
    .selectFrom('customer_field_values')
    .select(['field_id', 'text_value', 'number_value', 'date_value'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('customer_id', '=', customerId)
    .execute();
  const values = new Map(rows.map((row) => [row.field_id, row]));
  return Object.fromEntries(
    fields.flatMap((field) => {
      const row = values.get(field.id);
      if (!row || !readable.has(field.fieldClass)) return [];
      const stored = row.text_value ?? row.date_value ?? row.number_value;
      return stored === null ? [] : [[field.key, field.type === 'yes-no' ? stored === 1 : stored]];
    }),
  );
}
