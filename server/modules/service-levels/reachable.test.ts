// What no case can reach, against trying every case there can be.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseKind } from '#contract/catalogue.ts';
import { CaseChannel, Priority } from '#contract/case-facts.ts';
import { CaseKind as Kinds } from '#contract/catalogue.ts';
import type { CaseTraits, PolicyConditions } from '#contract/service-policies.ts';
import { choosePolicy, failedConditions } from './choose-policy.ts';
import { conditionsInput } from './factory.ts';
import { takenBy } from './reachable.ts';

const kindsOf = new Map<string, readonly CaseKind[]>([
  ['outage', ['complaint', 'request']],
  ['question', ['inquiry']],
  ['anything', []],
]);
/** Shops and workshops are small businesses, kiosks are shops. */
const above = new Map([
  ['people', null],
  ['small', null],
  ['shops', 'small'],
  ['workshops', 'small'],
  ['kiosks', 'shops'],
]);
const pathOf = (id: string | null): string[] => (id === null ? [] : [id, ...pathOf(above.get(id) ?? null)]);
/** Of every list also a value that nobody names. */
const everyCase: CaseTraits[] = Kinds.options.flatMap((kind) =>
  [null, ...kindsOf.keys()]
    .filter((id) => id === null || kindsOf.get(id)!.length === 0 || kindsOf.get(id)!.includes(kind))
    .flatMap((categoryId) =>
      [null, ...above.keys()].flatMap((segment) =>
        CaseChannel.options.flatMap((channel) =>
          Priority.options.flatMap((priority) =>
            [null, 'meter', 'bill'].map((productId) => ({
              kind,
              categoryId,
              productId,
              channel,
              priority,
              segmentPath: pathOf(segment),
            })),
          ),
        ),
      ),
    ),
);

/** Few conditions, so that policies meet; halves of a list, so that two together often take a third. */
const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<T[]>([]) },
    { weight: 2, arbitrary: fc.subarray([...values], { minLength: 1 }) },
  );
const conditions: fc.Arbitrary<PolicyConditions> = fc.record({
  kinds: some(Kinds.options),
  categoryIds: some([...kindsOf.keys()]),
  segmentIds: some([...above.keys()]),
  channels: some(CaseChannel.options),
  priorities: some(Priority.options),
  productIds: some(['meter', 'bill']),
});

test('exactly those that no case there can be is given, and between them those named take all of its cases', () => {
  const seen = { reached: 0, alone: 0, together: 0, nothing: 0 };
  fc.assert(
    fc.property(fc.array(conditions, { minLength: 1, maxLength: 6 }), (list) => {
      const policies = list.map((one, index) => ({ index, conditions: one }));
      const chosen = new Set(everyCase.map((traits) => choosePolicy(policies, traits)?.index));
      for (const [index, takers] of takenBy({ kindsOf, above }, policies).entries()) {
        expect(takers === null, JSON.stringify(list)).toBe(chosen.has(index));
        if (takers === null) {
          seen.reached += 1;
          continue;
        }
        const own = everyCase.filter((traits) => failedConditions(list[index]!, traits).length === 0);
        expect(own.every((traits) => choosePolicy(takers, traits) !== null)).toBe(true);
        expect(takers.every((one) => one.index < index)).toBe(true);
        // One that takes everything is named alone.
        if (takers.length > 1)
          expect(
            policies
              .slice(0, index)
              .some((one) => own.every((traits) => failedConditions(one.conditions, traits).length === 0)),
          ).toBe(false);
        seen[takers.length === 0 ? 'nothing' : takers.length === 1 ? 'alone' : 'together'] += 1;
      }
    }),
    { numRuns: 300 },
  );
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(0);
});

test('a segment stands for those below it, and a category takes only its kinds', () => {
  const of = (...list: Partial<PolicyConditions>[]) =>
    takenBy(
      { kindsOf, above },
      list.map((one, index) => ({ index, conditions: conditionsInput(one) })),
    ).map((takers) => takers?.map(({ index }) => index) ?? null);
  expect(of({ segmentIds: ['small'] }, { segmentIds: ['kiosks', 'workshops'] })).toEqual([null, [0]]);
  expect(of({ segmentIds: ['kiosks', 'workshops'] }, { segmentIds: ['small'] })).toEqual([null, null]);
  expect(of({ kinds: ['complaint', 'request'] }, { categoryIds: ['outage'] })).toEqual([null, [0]]);
  expect(of({ kinds: ['complaint'] }, { kinds: ['request'] }, { categoryIds: ['outage'] })).toEqual([
    null,
    null,
    [0, 1],
  ]);
  expect(of({ kinds: ['complaint'], categoryIds: ['question'] })).toEqual([[]]);
  expect(of({ segmentIds: ['gone'] })).toEqual([[]]);
});

test('two hundred policies of many values are looked through at once', () => {
  const ids = Array.from({ length: 100 }, (_, index) => `category-${index}`);
  const many = Array.from({ length: 200 }, (_, index) => ({
    conditions: conditionsInput({
      categoryIds: ids.filter((_id, at) => (at * 7 + index * 13) % 11 < 3),
      kinds: Kinds.options.filter((_kind, at) => (at + index) % 3 > 0),
      channels: CaseChannel.options.filter((_channel, at) => (at * 5 + index) % 4 > 0),
      priorities: Priority.options.filter((_priority, at) => (at + index) % 4 > 0),
    }),
  }));
  // Comparing every combination would take hours: the time that a test has is the limit.
  const taken = takenBy({ kindsOf: new Map(ids.map((id) => [id, []])), above }, many);
  expect(taken).toHaveLength(200);
  expect(taken[0]).toBeNull();
});
