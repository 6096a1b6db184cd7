// Rules: for any rule and any customer the SQL says what a plain reading of the rule says, and nothing else gets through.
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Rule as RuleSchema, type Rule, type RuleCondition } from '#contract/segments.ts';
import { buildOrganisation, type BuiltOrganisation } from '#modules/organisation/factory.ts';
import type { Context } from '#platform/context.ts';
import { insertRecords } from '#platform/db/insert-rows.ts';
import { newId } from '#platform/ids.ts';
import { createTestApp, type TestApp } from '#platform/testing/test-app.ts';
import { checkRule } from './check-rule.ts';
import { compileRule } from './compile-rule.ts';
import { all, any, none, when } from './factory.ts';
import { placementOf } from './placement.ts';
import { ruleWorld, type RuleWorld } from './rule-fields.ts';
import { branchesOf, type Branch } from './tree.ts';

let app: TestApp;
let organisation: BuiltOrganisation;

const country = newId();
const [provinceA, provinceB] = [newId(), newId()];
const [cityA, cityB] = [newId(), newId()];
const regions: Record<string, string | null> = {
  [country]: null,
  [provinceA]: country,
  [provinceB]: country,
  [cityA]: provinceA,
  [cityB]: provinceB,
};
const groups = [
  { id: newId(), fromAge: null, untilAge: 18 },
  { id: newId(), fromAge: 18, untilAge: 60 },
  { id: newId(), fromAge: 60, untilAge: null },
];
const bands = [newId(), newId()];
const own = { tier: newId(), debt: newId(), visit: newId(), note: newId(), member: newId() };
const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`);

/** What a customer of the test is, in plain words. */
type Person = {
  id: string;
  kind: 'person' | 'company';
  stage: string;
  gender: string | null;
  birthDate: string | null;
  ageGroup: string | null;
  band: string | null;
  region: string | null;
  registeredAt: Date;
  tier: string | null;
  debt: number | null;
  visit: string | null;
  note: string | null;
  member: number | null;
  cases: Date[];
};

const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const isoDay = (from: string, to: string) =>
  fc.integer({ min: day(from), max: day(to) }).map((time) => new Date(time).toISOString().slice(0, 10));
/** Days at which ages turn, around the test's today (2026-11-22): where mistakes of a day would show. */
const birthDate = fc.oneof(
  isoDay('1930-01-01', '2026-01-01'),
  fc.constantFrom('2008-11-21', '2008-11-22', '2008-11-23', '1966-11-22', '1966-11-23', '2000-02-29'),
);
const person: fc.Arbitrary<Person> = fc.record({
  id: fc.constant('').map(() => newId()),
  kind: fc.constantFrom('person', 'company'),
  stage: fc.constantFrom('prospective', 'current', 'lapsed'),
  gender: maybe(fc.constantFrom('female', 'male')),
  birthDate: maybe(birthDate),
  ageGroup: maybe(fc.constantFrom(...groups.map(({ id }) => id))),
  band: maybe(fc.constantFrom(...bands)),
  region: maybe(fc.constantFrom(...Object.keys(regions))),
  registeredAt: fc.integer({ min: day('2026-10-01'), max: day('2026-11-22') }).map((time) => new Date(time)),
  tier: maybe(fc.constantFrom('gold', 'silver')),
  debt: maybe(fc.constantFrom(-1.5, 0, 0.1, 100)),
  visit: maybe(isoDay('2026-11-01', '2026-11-22')),
  note: maybe(fc.constantFrom('x', "a'; drop table customers; --", '')),
  member: maybe(fc.constantFrom(0, 1)),
  cases: fc.array(
    fc.integer({ min: 0, max: 40 }).map((days) => new Date(Date.parse('2026-11-22T07:00:00Z') - days * 86_400_000)),
    { maxLength: 3 },
  ),
});

const of = <T extends string>(field: string, ...values: T[]) =>
  fc.subarray(values, { minLength: 1 }).map((chosen) => when(field, 'is', chosen));
const number = (field: string, values: fc.Arbitrary<number>, days: fc.Arbitrary<number | null> = fc.constant(null)) =>
  fc
    .tuple(fc.constantFrom('at-least', 'at-most', 'equals'), values, days)
    .map(([operator, value, window]) => when(field, operator as RuleCondition['operator'], [value], window));
const date = (field: string) =>
  fc.oneof(
    fc
      .tuple(fc.constantFrom('from', 'until'), isoDay('2026-10-01', '2026-11-23'))
      .map(([operator, value]) => when(field, operator as RuleCondition['operator'], [value])),
    fc.integer({ min: 0, max: 60 }).map((days) => when(field, 'in-last', [days])),
  );
const field = (id: string) => `field:${id}`;
const condition: fc.Arbitrary<Rule> = fc.oneof(
  of('kind', 'person', 'company'),
  of('stage', 'prospective', 'current', 'lapsed'),
  of('gender', 'female', 'male'),
  of('age-group', ...groups.map(({ id }) => id)),
  of('income-band', ...bands),
  of('region', ...Object.keys(regions)),
  of(field(own.tier), 'gold', 'silver'),
  of(field(own.member), 'yes', 'no'),
  number('age', fc.constantFrom(0, 17, 18, 26, 59, 60, 150)),
  number(field(own.debt), fc.constantFrom(-1.5, 0, 0.1, 99.9)),
  number('cases', fc.constantFrom(0, 1, 2), maybe(fc.integer({ min: 1, max: 45 }))),
  date('registered'),
  date(field(own.visit)),
  fc.constantFrom('x', "a'; drop table customers; --", 'y').map((text) => when(field(own.note), 'equals', [text])),
  fc
    .constantFrom(
      'gender',
      'age',
      'age-group',
      'income-band',
      'region',
      'registered',
      'cases',
      field(own.tier),
      field(own.note),
    )
    .map((key) => when(key, 'known')),
);
const rule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    condition,
    fc
      .tuple(fc.constantFrom('all', 'any', 'none'), fc.array(tie('rule'), { maxLength: 4 }))
      .map(([type, rules]) => ({ type: type as 'all', rules })),
  ),
})).rule;
const root = fc
  .tuple(fc.constantFrom('all', 'any', 'none'), fc.array(rule, { maxLength: 4 }))
  .map(([type, rules]) => ({ type: type as 'all', rules }));

/** The plain reading: no SQL, no shared code with the compiler. */
function fits(world: RuleWorld, one: Person, asked: Rule): boolean {
  if (asked.type === 'all') return asked.rules.every((rule) => fits(world, one, rule));
  if (asked.type === 'any') return asked.rules.some((rule) => fits(world, one, rule));
  if (asked.type === 'none') return !asked.rules.some((rule) => fits(world, one, rule));
  if (asked.type !== 'condition') return false;
  const { operator, values, days } = asked;
  const age = one.birthDate === null ? null : ageOn('2026-11-22', one.birthDate);
  const choice = (value: string | null) =>
    operator === 'known' ? value !== null : value !== null && values.includes(value);
  const amount = (value: number | null) => {
    const than = Number(values[0]);
    if (value === null) return false;
    if (operator === 'at-least') return value >= than;
    if (operator === 'at-most') return value <= than;
    return operator === 'known' || value === than;
  };
  const moment = (value: string | null) => {
    if (value === null) return false;
    if (operator === 'from') return value >= String(values[0]);
    if (operator === 'until') return value <= String(values[0]);
    const back = new Date(Date.parse('2026-11-22T00:00:00Z') - Number(values[0]) * 86_400_000);
    return operator === 'known' || value >= back.toISOString().slice(0, 10);
  };
  switch (asked.field) {
    case 'kind':
      return choice(one.kind);
    case 'stage':
      return choice(one.stage);
    case 'gender':
      return choice(one.gender);
    case 'income-band':
      return choice(one.band);
    case 'region':
      return operator === 'known' ? one.region !== null : upwards(one.region).some((id) => values.includes(id));
    case 'age':
      return amount(age);
    case 'age-group': {
      const lived = groups.find(
        ({ fromAge, untilAge }) => age !== null && age >= (fromAge ?? 0) && age < (untilAge ?? 999),
      );
      return choice(age === null ? one.ageGroup : (lived?.id ?? null));
    }
    case 'registered':
      return operator === 'in-last'
        ? one.registeredAt.getTime() >= world.now.getTime() - Number(values[0]) * 86_400_000
        : moment(one.registeredAt.toISOString().slice(0, 10));
    case 'cases':
      return amount(
        one.cases.filter((at) => days === null || at.getTime() >= world.now.getTime() - days * 86_400_000).length,
      );
    case field(own.tier):
      return choice(one.tier);
    case field(own.member):
      return choice(one.member === null ? null : one.member === 1 ? 'yes' : 'no');
    case field(own.debt):
      return amount(one.debt);
    case field(own.visit):
      return moment(one.visit);
    case field(own.note):
      return operator === 'known' ? one.note !== null : one.note === values[0];
    default:
      throw new Error(asked.field);
  }
}

function ageOn(today: string, born: string): number {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(5) >= born.slice(5) ? years : years - 1;
}

function upwards(region: string | null): string[] {
  return region === null ? [] : [region, ...upwards(regions[region] ?? null)];
}

async function writePeople(ctx: Context, people: readonly Person[]): Promise<void> {
  const organisation_id = ctx.organisationId;
  await insertRecords(
    ctx,
    'customers',
    people.map((one) => ({
      organisation_id,
      id: one.id,
      kind: one.kind,
      name: 'x',
      language: 'ar',
      stage: one.stage,
      gender: one.gender,
      birth_date: one.birthDate,
      age_group_id: one.ageGroup,
      income_band_id: one.band,
      region_id: one.region,
      registered_at: one.registeredAt,
    })),
  );
  const held = (one: Person, key: keyof typeof own, column: string) =>
    one[key] === null
      ? []
      : [
          {
            organisation_id,
            customer_id: one.id,
            field_id: own[key],
            text_value: null,
            number_value: null,
            date_value: null,
            [column]: one[key],
          },
        ];
  await insertRecords(
    ctx,
    'customer_field_values',
    people.flatMap((one) => [
      ...held(one, 'tier', 'text_value'),
      ...held(one, 'note', 'text_value'),
      ...held(one, 'debt', 'number_value'),
      ...held(one, 'member', 'number_value'),
      ...held(one, 'visit', 'date_value'),
    ]),
  );
  await insertRecords(
    ctx,
    'cases',
    people.flatMap((one) =>
      one.cases.map((at) => {
        const id = newId();
        return {
          organisation_id,
          id,
          number: id,
          tracking_code: id,
          kind: 'request',
          subject: 'x',
          description: 'x',
          state: 'open',
          priority: 'normal',
          channel: 'phone',
          language: 'ar',
          customer_id: one.id,
          dispute_level: 0,
          registered_at: at,
          last_activity_at: at,
          last_message_by: 'customer',
          search: '',
        };
      }),
    ),
  );
}

beforeAll(async () => {
  app = await createTestApp();
  organisation = await buildOrganisation(app.platform, { settings: { timeZone: 'UTC' } });
  await organisation.run(
    async (ctx) => {
      const { organisationId: organisation_id } = ctx;
      const name = JSON.parse('{"en": "x"}') as unknown;
      await insertRecords(ctx, 'regions', [
        { organisation_id, id: country, parent_id: null, level: 'country', name, active: true },
        ...[provinceA, provinceB].map((id) => ({
          organisation_id,
          id,
          parent_id: country,
          level: 'province',
          name,
          active: true,
        })),
        ...[cityA, cityB].map((id) => ({
          organisation_id,
          id,
          parent_id: regions[id],
          level: 'city',
          name,
          active: true,
        })),
      ]);
      const choice = { organisation_id, name, sort_order: 1, active: true, from_age: null, until_age: null };
      await insertRecords(ctx, 'customer_choices', [
        ...groups.map(({ id, fromAge, untilAge }) => ({
          ...choice,
          id,
          list: 'age-group',
          from_age: fromAge,
          until_age: untilAge,
        })),
        ...bands.map((id) => ({ ...choice, id, list: 'income-band' })),
      ]);
      const types = { tier: 'choice', debt: 'number', visit: 'date', note: 'text', member: 'yes-no' };
      await insertRecords(
        ctx,
        'customer_fields',
        (Object.keys(own) as (keyof typeof own)[]).map((key) => ({
          organisation_id,
          id: own[key],
          key,
          name,
          type: types[key],
          choices: key === 'tier' ? ['gold', 'silver'].map((one) => ({ key: one, name })) : [],
          field_class: 'other',
          required: false,
          sort_order: 1,
          active: true,
        })),
      );
    },
    { kind: 'system', name: 'test' },
  );
});
afterAll(() => app?.close());

/** Runs in a transaction that is taken back: each turn has customers of its own. */
async function turn(people: readonly Person[], work: (ctx: Context, world: RuleWorld) => Promise<void>): Promise<void> {
  const done = new Error('taken back');
  await organisation
    .run(
      async (ctx) => {
        await writePeople(ctx, people);
        await work(ctx, await ruleWorld(ctx));
        throw done;
      },
      { kind: 'system', name: 'test' },
    )
    .catch((error: unknown) => {
      if (error !== done) throw error;
    });
}

test('SQL and a plain reading agree for any rule and any customers', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(root, { minLength: 20, maxLength: 20 }),
      fc.array(person, { minLength: 40, maxLength: 40 }),
      (rules, people) =>
        turn(people, async (ctx, world) => {
          for (const asked of rules) {
            expect(RuleSchema.safeParse(asked).success).toBe(true);
            checkRule(world, asked);
            const { rows } = await sql<{ id: string }>`
            select c.id from customer_traits c where c.organisation_id = ${ctx.organisationId} and ${compileRule(world, asked)}`.execute(
              ctx.transaction,
            );
            const expected = people.filter((one) => fits(world, one, asked)).map((one) => one.id);
            expect(rows.map((row) => row.id).sort(), JSON.stringify(asked)).toEqual(expected.sort());
          }
        }),
    ),
    { numRuns: 12 },
  );
});

test('the first sibling that fits decides, those below refine it, and who fits nothing has no segment', async () => {
  const branch = (children: fc.Arbitrary<Branch[]>) =>
    fc.tuple(root, children).map(([asked, below]): Branch => ({
      ...branchesOf([
        {
          id: newId(),
          parentId: null,
          order: 1,
          name: {},
          rule: asked,
          servicePriority: 'normal',
          needs: [],
          sizeRank: null,
        },
      ])[0]!,
      children: below,
    }));
  const leaves = fc.array(branch(fc.constant([])), { maxLength: 3 });
  const walk = (
    world: RuleWorld,
    one: Person,
    branches: readonly Branch[],
    otherwise: string | null,
  ): string | null => {
    const first = branches.find((node) => fits(world, one, node.rule));
    return first ? walk(world, one, first.children, first.id) : otherwise;
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(branch(leaves), { maxLength: 4 }),
      fc.array(person, { minLength: 40, maxLength: 40 }),
      (tree, people) =>
        turn(people, async (ctx, world) => {
          const { rows } = await sql<{ id: string; place: string | null }>`
          select c.id, ${placementOf(world, tree)} as place from customer_traits c where c.organisation_id = ${ctx.organisationId}`.execute(
            ctx.transaction,
          );
          const places = new Map(rows.map((row) => [row.id, row.place]));
          for (const one of people) expect(places.get(one.id)).toBe(walk(world, one, tree, null));
        }),
    ),
    { numRuns: 12 },
  );
});

describe('what a browser may send', () => {
  const refusedBy = (rule: unknown) => !RuleSchema.safeParse(rule).success;
  test('is a group, four groups deep, of no more than a hundred conditions', () => {
    const one = when('kind', 'is', ['person']);
    expect(refusedBy(one)).toBe(true);
    expect(refusedBy(all(any(none(all(one)))))).toBe(false);
    expect(refusedBy(all(any(none(all(all(one))))))).toBe(true);
    const thirty = all(...Array.from({ length: 30 }, () => one));
    expect(refusedBy(all(thirty, thirty, thirty))).toBe(false);
    expect(refusedBy(all(thirty, thirty, thirty, thirty))).toBe(true);
    expect(refusedBy(all(...Array.from({ length: 31 }, () => one)))).toBe(true);
  });

  test('asks for what there is, by operators and values that fit; the fault names the place', async () => {
    const fault = async (asked: RuleCondition) =>
      organisation.run(async (ctx) => {
        try {
          checkRule(await ruleWorld(ctx), all(when('kind', 'is', ['person']), any(asked)));
          return null;
        } catch (error) {
          return (error as { faults: unknown[] }).faults;
        }
      });
    const at = (code: string) => [{ field: 'rule.rules.1.rules.0', code }];
    expect(await fault(when('password', 'is', ['x']))).toEqual(at('rule-field-unknown'));
    expect(await fault(when('c.name) or true --', 'known'))).toEqual(at('rule-field-unknown'));
    expect(await fault(when(field(newId()), 'known'))).toEqual(at('rule-field-unknown'));
    expect(await fault(when('kind', 'at-least', [1]))).toEqual(at('rule-operator'));
    expect(await fault(when('kind', 'is', []))).toEqual(at('rule-value-missing'));
    expect(await fault(when('kind', 'is', ['robot']))).toEqual(at('rule-value'));
    expect(await fault(when('age', 'at-least', [17.5]))).toEqual(at('rule-value'));
    expect(await fault(when('age', 'at-least', ['17']))).toEqual(at('rule-value'));
    expect(await fault(when('registered', 'from', ['2026-02-30']))).toEqual(at('rule-value'));
    expect(await fault(when('age', 'at-least', [17], 30))).toEqual(at('rule-window'));
    expect(await fault(when('cases', 'at-least', [2], 30))).toBeNull();
  });
});
