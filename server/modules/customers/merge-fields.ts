// The fields of a record of which one value survives a merge, with what stands in them. Addresses, consents and ids of other systems stay with their record.
import { sql } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import type { FieldClass } from '#contract/customer-record.ts';
import { on, type Context } from '#platform/context.ts';
import { customerErrors } from './errors.ts';
import { recordFields } from './record-fields.ts';
import type { CustomerTables } from './tables.ts';

/** Field as the API names it → column. */
export const mergeColumns = {
  name: 'name',
  nationalId: 'national_id',
  birthDate: 'birth_date',
  gender: 'gender',
  stage: 'stage',
  language: 'language',
  preferredChannel: 'preferred_channel',
  ageGroup: 'age_group_id',
  incomeBand: 'income_band_id',
  education: 'education_id',
  socialGroup: 'social_group_id',
  region: 'region_id',
  address: 'address',
  responsible: 'responsible_id',
  responsibleUnit: 'responsible_unit_id',
} as const;
export type MergeField = keyof typeof mergeColumns;

export const ownFieldPrefix = 'field:';

/** `value` compares and is stored; `label` is what a choice or a region is called. `name` is that of a field of the organisation's own. */
export type FieldValue = {
  value: string | null;
  label: LocaleText | null;
  name: LocaleText | null;
  fieldClass: FieldClass | null;
};
export type FieldValues = Record<string, FieldValue>;

/** By record. Own fields stand under `field:<id>`, where the record has them. Throws `customer.not-found` when one is not there. */
export async function mergeFieldsOf(ctx: Context, ids: readonly string[]): Promise<Map<string, FieldValues>> {
  const { rows } = await sql<Record<string, string | null> & { id: string; labels: Record<string, LocaleText | null> }>`
    select c.id, ${sql.join(Object.entries(mergeColumns).map(([field, column]) => sql`c.${sql.ref(column)}::text as ${sql.ref(field)}`))},
           jsonb_build_object('ageGroup', a.name, 'incomeBand', i.name, 'education', e.name, 'socialGroup', s.name, 'region', r.name,
             'responsible', case when p.id is not null then jsonb_build_object('en', p.name) end, 'responsibleUnit', u.name) as labels
      from customers c
      left join customer_choices a on a.organisation_id = c.organisation_id and a.id = c.age_group_id
      left join customer_choices i on i.organisation_id = c.organisation_id and i.id = c.income_band_id
      left join customer_choices e on e.organisation_id = c.organisation_id and e.id = c.education_id
      left join customer_choices s on s.organisation_id = c.organisation_id and s.id = c.social_group_id
      left join regions r on r.organisation_id = c.organisation_id and r.id = c.region_id
      left join person_briefs p on p.organisation_id = c.organisation_id and p.id = c.responsible_id
      left join unit_briefs u on u.organisation_id = c.organisation_id and u.id = c.responsible_unit_id
     where c.organisation_id = ${ctx.organisationId} and c.id = any (${ids}::uuid[])`.execute(ctx.transaction);
  const missing = ids.find((id) => !rows.some((row) => row.id === id));
  if (missing) throw customerErrors.notFound({ id: missing });
  const own = await ownFields(ctx, ids);
  return new Map(
    rows.map((row) => [
      row.id,
      Object.fromEntries([
        ...Object.keys(mergeColumns).map((field): [string, FieldValue] => [
          field,
          { value: row[field] ?? null, label: row.labels[field] ?? null, name: null, fieldClass: classOf(field) },
        ]),
        ...own.filter((one) => one.customerId === row.id).map((one): [string, FieldValue] => [one.field, one.value]),
      ]),
    ]),
  );
}

const classOf = (field: string): FieldClass | null =>
  recordFields.find(({ column }) => column === mergeColumns[field as MergeField])?.fieldClass ?? null;

async function ownFields(
  ctx: Context,
  ids: readonly string[],
): Promise<{ customerId: string; field: string; value: FieldValue }[]> {
  const rows = await on<CustomerTables>(ctx)
    .selectFrom('customer_field_values as v')
    .innerJoin('customer_fields as f', (join) =>
      join.onRef('f.organisation_id', '=', 'v.organisation_id').onRef('f.id', '=', 'v.field_id'),
    )
    .select(['v.customer_id', 'f.id', 'f.name', 'f.choices', 'f.field_class'])
    .select(sql<string>`coalesce(v.text_value, v.number_value::text, v.date_value::text)`.as('value'))
    .where('v.organisation_id', '=', ctx.organisationId)
    .where('v.customer_id', 'in', [...ids])
    .where('f.active', '=', true)
    .orderBy('f.sort_order')
    .execute();
  return rows.map((row) => ({
    customerId: row.customer_id,
    field: `${ownFieldPrefix}${row.id}`,
    value: {
      value: row.value,
      label:
        (row.choices as { key: string; name: LocaleText }[]).find((choice) => choice.key === row.value)?.name ?? null,
      name: row.name as LocaleText,
      fieldClass: row.field_class,
    },
  }));
}
