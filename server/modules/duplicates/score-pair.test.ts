// The score: what is enough, what is not, and that it is fair (symmetric) and sensible (more agreement is never less).
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposeFrom } from './check-customers.ts';
import { prepare, type MatchRecord } from './match-record.ts';
import { scorePair, type Population } from './score-pair.ts';
import { duplicateRate } from './weights.ts';

const common: Record<string, number> = { mhmd: 9_000, Aly: 6_000, Ahmd: 5_000, hsn: 4_000 };
const population: Population = {
  customers: 100_000,
  withCode: (code) => common[code] ?? 200,
  withSpelling: (spelled) => (/^(?:حسن|حسين|محمد|علي|احمد)$/.test(spelled) ? 3_000 : 50),
};

function record(given: Partial<MatchRecord>): MatchRecord {
  return {
    id: 'x',
    kind: 'person',
    name: 'سارة الحربي',
    emails: [],
    phones: [],
    nationalId: null,
    externalId: null,
    birthDate: null,
    regionId: null,
    ...given,
  };
}
const score = (one: Partial<MatchRecord>, other: Partial<MatchRecord>) =>
  scorePair(prepare(record(one)), prepare(record(other)), population);
const phones = ['+966501234567'];

describe('enough', () => {
  test.each<[string, Partial<MatchRecord>, Partial<MatchRecord>]>([
    [
      'the same name, spelled otherwise, and the same phone',
      { name: 'عبدالله القحطاني', phones },
      { name: 'عبد الله القحطانى', phones },
    ],
    [
      'the name in the other script and the same phone',
      { name: 'محمد الحربي', phones },
      { name: 'Mohammed Al-Harbi', phones },
    ],
    ['the same name and birth date', { birthDate: '1985-03-12' }, { birthDate: '1985-03-12' }],
    [
      'the same national id, whatever the name',
      { nationalId: '1012345678', name: 'سارة علي' },
      { nationalId: '1012345678', name: 'سارة الحربي' },
    ],
    [
      'a slip in the family name and the same e-mail',
      { emails: ['sara.h@example.com'], name: 'سارة الحربي' },
      { emails: ['sara.h@example.com'], name: 'سارة الحريي' },
    ],
  ])('%s', (_, one, other) => expect(score(one, other).probability).toBeGreaterThan(0.9));
});

describe('not enough', () => {
  test.each<[string, Partial<MatchRecord>, Partial<MatchRecord>]>([
    [
      'a shared family phone with the family name',
      { name: 'سارة محمد الحربي', phones },
      { name: 'فهد محمد الحربي', phones },
    ],
    ['that, and a child named like the father', { name: 'محمد الحربي', phones }, { name: 'سارة محمد الحربي', phones }],
    [
      'twins at one phone',
      { name: 'حسن الحربي', phones, birthDate: '1990-05-05' },
      { name: 'حسين الحربي', phones, birthDate: '1990-05-05' },
    ],
    ['a common name alone', { name: 'محمد علي' }, { name: 'محمد علي' }],
    [
      'the same name with two national ids and birth dates',
      { nationalId: '1012345678', birthDate: '1985-03-12' },
      { nationalId: '1098765432', birthDate: '1961-11-02' },
    ],
    ['a role mailbox', { emails: ['info@example.com'], name: 'سارة' }, { emails: ['info@example.org'], name: 'فهد' }],
    [
      'another company of the same trade',
      { kind: 'company', name: 'شركة النور للتجارة' },
      { kind: 'company', name: 'شركة الأمل للتجارة' },
    ],
  ])('%s', (_, one, other) => expect(score(one, other).probability).toBeLessThan(proposeFrom));
});

test('the evidence says which fields spoke', () => {
  const { evidence, bits } = score(
    { name: 'محمد الحربي', phones, regionId: 'a' },
    { name: 'Mohammed Al-Harbi', phones, regionId: 'b' },
  );
  expect(evidence.map(({ field, level }) => `${field} ${level}`)).toEqual([
    'given-name same',
    'other-names variant',
    'phone same',
    'region different',
  ]);
  expect(bits).toBeCloseTo(evidence.reduce((sum, part) => sum + part.bits, Math.log2(duplicateRate / 100_000)));
});

const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((list) => list.join(''));
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const anyRecord: fc.Arbitrary<MatchRecord> = fc.record({
  id: fc.constant('x'),
  kind: fc.constantFrom('person' as const, 'company' as const),
  name: fc
    .array(
      fc.constantFrom(
        'محمد',
        'علي',
        'حسن',
        'حسين',
        'سارة',
        'الحربي',
        'Mohammed',
        'Ali',
        'Harbi',
        'القحطاني',
        'Sara',
        'شركة',
        'النور',
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((words) => words.join(' ')),
  emails: fc.array(fc.constantFrom('sara.h@example.com', 'sara.h@example.org', 'ali99@example.com'), { maxLength: 2 }),
  phones: fc.array(fc.constantFrom('+966501234567', '+966501234568', '+966559876543'), { maxLength: 2 }),
  nationalId: some(digits(3)),
  externalId: some(digits(2)),
  birthDate: some(fc.constantFrom('1985-03-12', '1985-12-03', '1990-01-01', '1961-11-02')),
  regionId: some(fc.constantFrom('a', 'b')),
});

test('symmetric', () => {
  fc.assert(
    fc.property(anyRecord, anyRecord, (one, other) => {
      const [there, back] = [score(one, other), score(other, one)];
      expect(back.bits).toBeCloseTo(there.bits);
      expect(back.evidence.map(({ level }) => level)).toEqual(there.evidence.map(({ level }) => level));
    }),
    { numRuns: 1000 },
  );
});

test('agreeing in one field more never lowers it', () => {
  const fields = ['emails', 'phones', 'nationalId', 'externalId', 'birthDate', 'regionId', 'kind'] as const;
  fc.assert(
    fc.property(anyRecord, anyRecord, fc.constantFrom(...fields), (one, other, field) => {
      const has = Array.isArray(one[field]) ? one[field].length > 0 : one[field] !== null;
      fc.pre(has && (field === 'kind' || one.kind === other.kind));
      // Names of a person and of a company are read differently: there is no telling what a change of the kind should do to them.
      fc.pre(field !== 'kind');
      const agreeing = { ...other, [field]: one[field] };
      expect(score(one, agreeing).bits).toBeGreaterThanOrEqual(score(one, other).bits - 1e-9);
    }),
    { numRuns: 2000 },
  );
});

test('the same name as one’s own is never less than another', () => {
  fc.assert(
    fc.property(anyRecord, anyRecord, (one, other) => {
      fc.pre(one.kind === 'person' && other.kind === 'person');
      expect(score(one, { ...other, name: one.name }).bits).toBeGreaterThanOrEqual(score(one, other).bits - 1e-9);
    }),
    { numRuns: 2000 },
  );
});
