// What rules may ask for: the customer's record, the organisation's own fields, and what other modules registered.
import { sql } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import type { RuleField } from '#contract/segments.ts';
import { isoDateAt } from '#kernel/calendar/calendar-date.ts';
import type { IsoDate } from '#kernel/calendar/settings.ts';
import type { CustomerViews } from '#modules/customers/index.ts';
import { readOrganisation, type OrganisationViews } from '#modules/organisation/index.ts';
import { on, type Context } from '#platform/context.ts';
import type { RuleField as RegisteredField } from '#platform/rule-field.ts';

/** How a field finds its value; `custom` and `registered` are subqueries, the others columns of the record. */
export type FieldSource =
  | { kind: 'column'; column: string; ids: boolean }
  | { kind: 'age' }
  | { kind: 'age-group'; groups: readonly AgeGroup[] }
  | { kind: 'region' }
  | { kind: 'registered-at' }
  | { kind: 'custom'; fieldId: string }
  | { kind: 'registered'; field: RegisteredField };
export type AgeGroup = { id: string; fromAge: number | null; untilAge: number | null };
export type KnownField = RuleField & { source: FieldSource };

/** Everything that turning a rule into SQL needs to know. */
export type RuleWorld = {
  organisationId: string;
  now: Date;
  /** By the organisation's clock. */
  today: IsoDate;
  timeZone: string;
  fields: ReadonlyMap<string, KnownField>;
};

type Choices = NonNullable<RuleField['choices']>;
/** More places than a list can show; a rule names a place and means everything below it. */
const mostRegions = 5_000;

/** `names: false`: for placing, which does not ask what the places and units are called. */
export async function ruleWorld(ctx: Context, { names = true } = {}): Promise<RuleWorld> {
  const now = ctx.clock.now();
  const [{ timeZone }, ofRecord, own] = await Promise.all([
    readOrganisation(ctx),
    recordFields(ctx, names),
    ownFields(ctx),
  ]);
  const fields = [...ofRecord, ...own, ...registeredFields(ctx)];
  return {
    organisationId: ctx.organisationId,
    now,
    today: isoDateAt(now, timeZone),
    timeZone,
    fields: new Map(fields.map((field) => [field.key, field])),
  };
}

/** For the builder: without how they are found. */
export async function listRuleFields(ctx: Context): Promise<{ items: RuleField[] }> {
  const { fields } = await ruleWorld(ctx);
  return {
    items: [...fields.values()].map(({ key, type, window, name, choices }) => ({ key, type, window, name, choices })),
  };
}

async function recordFields(ctx: Context, names: boolean): Promise<KnownField[]> {
  const db = on<CustomerViews & OrganisationViews>(ctx);
  const asked = db
    .selectFrom('customer_choice_briefs')
    .select(['id', 'list', 'name', 'from_age', 'until_age'])
    .where('organisation_id', '=', ctx.organisationId)
    .orderBy('sort_order')
    .execute();
  const askedRegions = db
    .selectFrom('region_briefs')
    .select(['id', 'parent_id', 'name'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('active', '=', true)
    // Countries, provinces, cities: from the wide to the narrow.
    .orderBy(sql`case level when 'country' then 0 when 'province' then 1 else 2 end`)
    .orderBy('id')
    .limit(mostRegions);
  const askedUnits = db
    .selectFrom('unit_briefs')
    .select(['id', 'parent_id', 'name'])
    .where('organisation_id', '=', ctx.organisationId);
  const [choices, regions, units] = await Promise.all([
    asked,
    names ? askedRegions.execute() : [],
    names ? askedUnits.execute() : [],
  ]);
  const ofList = (list: string) => choices.filter((choice) => choice.list === list);
  const named = (rows: readonly { id: string; name: unknown; parent_id?: string | null }[]): Choices =>
    rows.map((row) => ({ value: row.id, name: row.name as LocaleText, parent: row.parent_id ?? null }));
  const words = (...values: string[]): Choices => values.map((value) => ({ value, name: null, parent: null }));
  const choice = (key: string, column: string, list: Choices): KnownField =>
    field(key, 'choice', { kind: 'column', column, ids: column.endsWith('_id') }, list);
  const groups = ofList('age-group').map(({ id, from_age, until_age }) => ({
    id,
    fromAge: from_age,
    untilAge: until_age,
  }));
  return [
    choice('kind', 'kind', words('person', 'company')),
    choice('stage', 'stage', words('prospective', 'current', 'lapsed')),
    choice('gender', 'gender', words('female', 'male')),
    field('age', 'number', { kind: 'age' }),
    field('age-group', 'choice', { kind: 'age-group', groups }, named(ofList('age-group'))),
    choice('income-band', 'income_band_id', named(ofList('income-band'))),
    choice('education', 'education_id', named(ofList('education'))),
    choice('social-group', 'social_group_id', named(ofList('social-group'))),
    field('region', 'region', { kind: 'region' }, named(regions)),
    choice('responsible-unit', 'responsible_unit_id', named(units)),
    field('registered', 'date', { kind: 'registered-at' }),
  ];
}

async function ownFields(ctx: Context): Promise<KnownField[]> {
  const rows = await on<CustomerViews>(ctx)
    .selectFrom('customer_field_briefs')
    .select(['id', 'name', 'type', 'choices'])
    .where('organisation_id', '=', ctx.organisationId)
    .orderBy('sort_order')
    .execute();
  return rows.map((row) => ({
    ...field(
      `field:${row.id}`,
      row.type as RuleField['type'],
      { kind: 'custom', fieldId: row.id },
      row.type === 'choice'
        ? (row.choices as { key: string; name: LocaleText }[]).map(({ key, name }) => ({
            value: key,
            name,
            parent: null,
          }))
        : row.type === 'yes-no'
          ? ['yes', 'no'].map((value) => ({ value, name: null, parent: null }))
          : null,
    ),
    name: row.name as LocaleText,
  }));
}

function registeredFields(ctx: Context): KnownField[] {
  return ctx.platform.modules
    .flatMap((module) => module.ruleFields ?? [])
    .map((one) => ({ ...field(one.key, one.type, { kind: 'registered', field: one }), window: one.window }));
}

function field(key: string, type: RuleField['type'], source: FieldSource, choices: Choices | null = null): KnownField {
  return { key, type, window: false, name: null, choices, source };
}
