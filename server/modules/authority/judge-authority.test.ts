// The rule book: what is within, what is not and why; never within above every limit, and a delegation never gives more than its giver has.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Money } from '#contract/authority.ts';
import {
  type Delegation,
  judgeAuthority,
  lesser,
  type Position,
  type Rule,
  whoMay,
  type World,
} from './judge-authority.ts';

const sar = (minor: number): Money => ({ minor, currency: 'SAR' });
const rule = (given: Partial<Rule> = {}): Rule => ({
  id: 'rule',
  positionId: 'head',
  limit: sar(100),
  scope: 'own-unit-and-below',
  unitId: null,
  from: '2026-01-01',
  until: null,
  endedAt: null,
  ...given,
});
const positions: Position[] = [
  { id: 'head', unitId: 'water', isHead: true, personId: 'mona' },
  { id: 'desk', unitId: 'water', isHead: false, personId: 'omar' },
];
const delegation = (given: Partial<Delegation> = {}): Delegation => ({
  id: 'delegation',
  giverId: 'mona',
  positionId: 'head',
  delegateId: 'omar',
  limit: null,
  unitId: null,
  from: '2026-06-01',
  until: '2026-06-30',
  revokedAt: null,
  ...given,
});
const world = (given: Partial<World> = {}): World => ({
  day: '2026-06-15',
  now: new Date('2026-06-15T08:00:00Z'),
  unitPath: ['water', 'operations', 'root'],
  rules: [rule()],
  positions,
  delegations: [],
  earlier: [],
  ...given,
});
const judge = (
  given: Partial<World>,
  amount: Money | null = sar(100),
  personId = 'mona',
  requestedBy: string | null = null,
) => judgeAuthority(world(given), { personId, amount, requestedBy });

describe('one question', () => {
  test.each<[string, Partial<World>, Money | null, string[]]>([
    ['up to the limit', {}, sar(100), []],
    ['one above it', {}, sar(101), ['over-limit']],
    ['without a limit', { rules: [rule({ limit: null })] }, sar(10 ** 12), []],
    ['in another currency', {}, { minor: 1, currency: 'AED' }, ['over-limit']],
    ['without an amount', {}, null, []],
    ['in a unit below', { unitPath: ['pumps', 'water', 'root'] }, null, []],
    ['in the unit above', { unitPath: ['root'] }, null, ['outside-unit']],
    [
      'in a unit below, of the own alone',
      { unitPath: ['pumps', 'water'], rules: [rule({ scope: 'own-unit' })] },
      null,
      ['outside-unit'],
    ],
    ['by name', { unitPath: ['pumps', 'roads'], rules: [rule({ scope: 'named-unit', unitId: 'roads' })] }, null, []],
    ['of no unit', { unitPath: [] }, null, ['outside-unit']],
    ['of no unit, everywhere', { unitPath: [], rules: [rule({ scope: 'everywhere' })] }, null, []],
    ['on the first day', { day: '2026-01-01' }, null, []],
    ['the day before', { day: '2025-12-31' }, null, ['expired']],
    ['on the last day', { day: '2026-06-20', rules: [rule({ until: '2026-06-20' })] }, null, []],
    ['the day after', { day: '2026-06-21', rules: [rule({ until: '2026-06-20' })] }, null, ['expired']],
    ['once it was ended', { rules: [rule({ endedAt: new Date('2026-06-15T08:00:00Z') })] }, null, ['expired']],
    ['a moment before it is ended', { rules: [rule({ endedAt: new Date('2026-06-15T08:00:01Z') })] }, null, []],
    ['as a head', { rules: [rule({ positionId: null })] }, null, []],
    ['without a rule', { rules: [rule({ positionId: 'desk' })] }, null, ['no-authority']],
  ])('%s', (_name, given, amount, faults) => {
    expect(judge(given, amount)).toMatchObject({ within: faults.length === 0, faults });
  });

  test('whoever heads no unit has nothing by a rule for heads', () => {
    expect(judge({ rules: [rule({ positionId: null })] }, null, 'omar').faults).toEqual(['no-authority']);
  });

  test('the authority that lacks least is the one that counts', () => {
    const rules = [
      rule({ id: 'old', endedAt: new Date(0), limit: null }),
      rule({ id: 'small', limit: sar(10) }),
      rule({ id: 'large', limit: sar(80) }),
    ];
    expect(judge({ rules }, sar(80))).toMatchObject({ within: true, basis: { ruleId: 'large' } });
    expect(judge({ rules }, sar(90))).toMatchObject({ faults: ['over-limit'] });
  });
});

describe('a request', () => {
  test('is not approved by whoever made it', () => {
    expect(judge({}, null, 'mona', 'mona')).toMatchObject({ within: false, faults: ['self-approval'] });
    expect(judge({}, null, 'mona', 'omar').within).toBe(true);
  });

  test('nor by the delegate of whoever made it', () => {
    expect(judge({ delegations: [delegation()] }, null, 'omar', 'mona').faults).toEqual(['self-approval']);
    // With authority of their own they may.
    const rules = [rule(), rule({ id: 'own', positionId: 'desk' })];
    expect(judge({ delegations: [delegation()], rules }, null, 'omar', 'mona')).toMatchObject({
      within: true,
      basis: { ruleId: 'own' },
    });
  });
});

describe('a delegation', () => {
  test.each<[string, Partial<Delegation>, Partial<World>, string[]]>([
    ['gives what the giver has', {}, {}, []],
    ['ends with its last day', { until: '2026-06-14' }, {}, ['expired']],
    ['begins with its first', { from: '2026-06-16' }, {}, ['expired']],
    ['ends when it is revoked', { revokedAt: new Date('2026-06-15T07:00:00Z') }, {}, ['expired']],
    ['gives less than the giver has', { limit: sar(99) }, {}, ['over-limit']],
    ['never more', { limit: sar(1000) }, { rules: [rule({ limit: sar(50) })] }, ['over-limit']],
    ['of another currency gives none', { limit: { minor: 1000, currency: 'AED' } }, {}, ['over-limit']],
    ['for one unit does not reach another', { unitId: 'pumps' }, {}, ['outside-unit']],
    ['ends with the rule of the giver', {}, { rules: [rule({ endedAt: new Date(0) })] }, ['expired']],
    [
      'ends when the giver leaves the position',
      {},
      { positions: [{ ...positions[0]!, personId: 'zaid' }, positions[1]!] },
      ['expired'],
    ],
  ])('%s', (_name, given, around, faults) => {
    expect(judge({ ...around, delegations: [delegation(given)] }, sar(100), 'omar').faults).toEqual(faults);
  });

  test('is not passed on', () => {
    const passedOn = delegation({ id: 'second', giverId: 'omar', positionId: 'desk', delegateId: 'zaid' });
    expect(judge({ delegations: [delegation(), passedOn] }, null, 'zaid').faults).toEqual(['no-authority']);
  });
});

describe('a split', () => {
  test.each<[string, number[], number, string[]]>([
    ['together over the limit', [60], 60, ['split']],
    ['together up to it', [60], 40, []],
    ['what was over it alone is no part of it', [500], 60, []],
    ['nothing before', [], 100, []],
    ['over the limit by itself', [60], 101, ['over-limit']],
  ])('%s', (_name, earlier, minor, faults) => {
    expect(judge({ earlier: earlier.map(sar) }, sar(minor)).faults).toEqual(faults);
  });

  test('is none for somebody with a limit that covers all of it', () => {
    expect(
      judge({ earlier: [sar(60)], rules: [rule(), rule({ id: 'higher', limit: sar(1000) })] }, sar(60)).within,
    ).toBe(true);
  });
});

describe('whatever the matrix', () => {
  const money = fc.record({ minor: fc.nat(1000), currency: fc.constantFrom('SAR' as const, 'AED' as const) });
  const day = fc.integer({ min: 1, max: 28 }).map((one) => `2026-06-${String(one).padStart(2, '0')}`);
  const unit = fc.constantFrom('water', 'roads', 'root');
  const anyRule = fc.record({
    id: fc.uuid(),
    positionId: fc.constantFrom('head', 'desk', null),
    limit: fc.option(money),
    scope: fc.constantFrom(
      'own-unit' as const,
      'own-unit-and-below' as const,
      'named-unit' as const,
      'everywhere' as const,
    ),
    unitId: unit,
    from: day,
    until: fc.option(day),
    endedAt: fc.constantFrom(null, new Date('2026-06-10T00:00:00Z')),
  });
  const anyDelegation = fc.record({
    id: fc.uuid(),
    giverId: fc.constantFrom('mona', 'omar'),
    positionId: fc.constantFrom('head', 'desk'),
    delegateId: fc.constantFrom('mona', 'omar', 'zaid'),
    limit: fc.option(money),
    unitId: fc.option(unit),
    from: day,
    until: day,
    revokedAt: fc.constantFrom(null, new Date('2026-06-12T00:00:00Z')),
  });
  const anyWorld = fc.record({
    day,
    now: fc.constantFrom(new Date('2026-06-09T00:00:00Z'), new Date('2026-06-20T00:00:00Z')),
    unitPath: fc.constantFrom(['water', 'root'], ['roads', 'root'], ['root'], []),
    rules: fc.array(anyRule, { maxLength: 5 }),
    positions: fc.constant(positions),
    delegations: fc.array(anyDelegation, { maxLength: 4 }),
    earlier: fc.array(money, { maxLength: 3 }),
  });
  const person = fc.constantFrom('mona', 'omar', 'zaid');

  test('nobody is within above every limit there is', () => {
    fc.assert(
      fc.property(anyWorld, person, (given, personId) => {
        const rules = given.rules.map((one) => ({ ...one, limit: one.limit ?? sar(0) }));
        const most = Math.max(0, ...rules.map(({ limit }) => limit.minor));
        expect(judgeAuthority({ ...given, rules }, { personId, amount: sar(most + 1), requestedBy: null }).within).toBe(
          false,
        );
      }),
    );
  });

  test('a delegate alone is within only where a giver is at that moment', () => {
    fc.assert(
      fc.property(anyWorld, money, (given, amount) => {
        const { within, basis } = judgeAuthority(given, { personId: 'zaid', amount, requestedBy: null });
        if (!within) return;
        // Zaid holds no position: what he has is somebody's who would be within by rules alone.
        const giver = { personId: basis!.giverId!, amount, requestedBy: null };
        expect(judgeAuthority({ ...given, delegations: [] }, giver).within).toBe(true);
      }),
    );
  });

  test('within means: in force, reached, and not above the limit that is named', () => {
    fc.assert(
      fc.property(anyWorld, person, fc.option(money), (given, personId, amount) => {
        const { within, faults, basis } = judgeAuthority(given, { personId, amount, requestedBy: null });
        expect(within).toBe(faults.length === 0);
        if (!within) return;
        const by = given.rules.find(({ id }) => id === basis!.ruleId)!;
        expect(by.from <= given.day && (by.until === null || given.day <= by.until)).toBe(true);
        if (amount && basis!.limit) expect(lesser(amount, basis!.limit)).toEqual(amount);
      }),
    );
  });

  test('who may is exactly whoever is within, without whoever asks', () => {
    fc.assert(
      fc.property(anyWorld, fc.option(money), fc.option(person), (given, amount, requestedBy) => {
        const may = whoMay(given, { amount, requestedBy }).map(({ personId }) => personId);
        for (const personId of ['mona', 'omar', 'zaid'])
          expect(may.includes(personId)).toBe(judgeAuthority(given, { personId, amount, requestedBy }).within);
      }),
    );
  });
});
