// Scores two records of customers: how likely they are one, and what speaks for and against it, in bits. Pure.
import { compareNames, type NameComparison, type WordLevel, type WordMatch } from '#kernel/names/compare-names.ts';
import { editsBetween } from '#kernel/names/edits.ts';
import { ownLocalPart, type PreparedRecord } from './match-record.ts';
import * as weights from './weights.ts';

export const evidenceFields = [
  'given-name',
  'other-names',
  'company-name',
  'phone',
  'email',
  'national-id',
  'external-id',
  'birth-date',
  'region',
  'kind',
] as const;
export type EvidenceField = (typeof evidenceFields)[number];
export type EvidenceLevel = 'same' | 'variant' | 'near' | 'partly' | 'different';
export type Evidence = { field: EvidenceField; level: EvidenceLevel; bits: number };
export type PairScore = { bits: number; probability: number; evidence: Evidence[] };

/** What is known of all customers of the organisation. */
export type Population = {
  customers: number;
  /** How many of them have a word of this code in their name; 0 when it is not known. */
  withCode(code: string): number;
  /** How many write a word of their name just so. */
  withSpelling(spelled: string): number;
};

/**
 * Symmetric; an agreement in place of a disagreement never lowers it. The weights of Fellegi and Sunter are summed over the
 * fields; agreement on a name weighs by how rare the name is (Newcombe et al., Science 130, 1959; Winkler, 1989); family phone
 * and family name are taken together. The prior is that of two records drawn at random.
 */
export function scorePair(one: PreparedRecord, other: PreparedRecord, population: Population): PairScore {
  const n = Math.max(population.customers, 50);
  const names = compareNames(one.parsed, other.parsed);
  const phone = phoneEvidence(one.phones, other.phones, n);
  const found: (Evidence | null)[] = [
    ...leastOf(names, phone, population, n),
    phone,
    emailEvidence(one.emails, other.emails, n),
    idEvidence(one.nationalId, other.nationalId, n),
    externalEvidence(one.externalId, other.externalId, n),
    birthEvidence(
      one.birthDate,
      other.birthDate,
      names.givenWords ? levelOf(names.givenWords, population) : names.given,
    ),
    one.regionId && other.regionId
      ? {
          field: 'region',
          ...(one.regionId === other.regionId
            ? { level: 'same', bits: weights.region.same }
            : { level: 'different', bits: weights.region.different }),
        }
      : null,
    one.kind === other.kind ? null : { field: 'kind', level: 'different', bits: weights.kind.different },
  ];
  const evidence = found.filter((one): one is Evidence => one !== null);
  const bits = evidence.reduce((sum, part) => sum + part.bits, weights.bits(weights.duplicateRate, n));
  return { bits, probability: 1 / (1 + 2 ** -bits), evidence };
}

type NameEvidence = (Evidence | null)[];

/** Where it cannot be told which of two words is the given name, the reading that says less. */
function leastOf(names: NameComparison, phone: Evidence | null, population: Population, n: number): NameEvidence {
  const one = nameEvidence(names, phone, population, n);
  const other = names.orElse ? nameEvidence(names.orElse, phone, population, n) : one;
  const total = (evidence: NameEvidence): number => sum(evidence.map((part) => part?.bits ?? 0));
  return total(other) < total(one) ? other : one;
}

function nameEvidence(names: NameComparison, phone: Evidence | null, population: Population, n: number): NameEvidence {
  const family = phone?.level === 'same';
  if (names.given === null) return [companyEvidence(names, population, n)];
  const level = names.givenWords ? levelOf(names.givenWords, population) : 'different';
  const share = names.givenWords ? shareOf(names.givenWords, population, n) : 1;
  const rest = names.rest
    .map((match) => ({ match, level: levelOf(match, population) }))
    .filter((one) => one.level !== 'different');
  const unmet = Math.min(...names.alone) + names.rest.length - rest.length;
  const restBits = Math.max(
    -7,
    sum(rest.map(({ match, level }) => wordBits(weights.otherName, level, shareOf(match, population, n)))) +
      unmet * weights.otherName.unmet,
  );
  // Phones that follow each other are bought by families too.
  const near = phone?.level === 'near' ? phone.bits : 0;
  const most = family ? 1 : Math.max(1, weights.bits(weights.otherName.same, weights.relatives / n) - near);
  return [
    { field: 'given-name', level, bits: givenBits(level, share, family ? null : restBits - most) },
    rest.length === 0 && unmet === 0
      ? null
      : {
          field: 'other-names',
          level:
            rest.length === 0
              ? 'different'
              : unmet > 0 || names.alone[0] + names.alone[1] > 0
                ? 'partly'
                : worst(rest.map((one) => one.level)),
          bits: Math.min(restBits, most),
        },
  ];
}

/** Two spellings one slip apart that many customers have are two names (حسن, حسين), not a slip. */
function levelOf({ one, other, level }: WordMatch, population: Population): WordLevel {
  if (level !== 'near') return level;
  const seldom = Math.max(2, population.customers * 0.0002);
  return Math.min(population.withSpelling(one.spelled), population.withSpelling(other.spelled)) > seldom
    ? 'different'
    : 'near';
}

/** How much of all customers share the more frequent of the two. */
function shareOf({ one, other }: WordMatch, population: Population, n: number): number {
  return Math.min(1, Math.max(population.withCode(one.code), population.withCode(other.code), 2) / n);
}

/**
 * `surplus` is by how much the other names are rarer than relatives are: then whoever shares them by chance is a relative, and
 * relatives hardly ever share the given name too. Null within a family that shares a phone.
 */
function givenBits(level: WordLevel, share: number, surplus: number | null): number {
  if (level === 'different') return weights.given.different;
  const { sameInFamily, nearByChance } = weights.given;
  const relative = Math.min(share, sameInFamily);
  const stranger = surplus === null ? relative : surplus <= 0 ? share : (share - relative) * 2 ** -surplus + relative;
  const same = Math.max(0, weights.bits(weights.given.same, stranger));
  if (level === 'same') return same;
  if (level === 'variant')
    return Math.max(0, Math.min(same, weights.bits(weights.given.variant, Math.min(stranger, 0.15))));
  return Math.max(0, Math.min(same, weights.bits(weights.given.near, nearByChance)));
}

function wordBits(
  m: { same: number; variant: number; near: number; nearByChance: number },
  level: WordLevel,
  share: number,
): number {
  const same = Math.max(0, weights.bits(m.same, share));
  if (level === 'same') return same;
  if (level === 'variant') return Math.max(0, Math.min(same, weights.bits(m.variant, share)));
  return Math.max(0, Math.min(same, weights.bits(m.near, Math.max(share, m.nearByChance))));
}

function companyEvidence(names: NameComparison, population: Population, n: number): Evidence {
  const m = weights.companyWord;
  const met = names.rest
    .map((match) => ({ match, level: levelOf(match, population) }))
    .filter((one) => one.level !== 'different');
  const lost = names.rest.length - met.length;
  const [unmet, added] = [Math.min(...names.alone) + lost, Math.abs(names.alone[0] - names.alone[1])];
  const total =
    sum(met.map(({ match, level }) => wordBits(m, level, shareOf(match, population, n)))) +
    unmet * m.unmet +
    added * m.added;
  const level: EvidenceLevel =
    met.length === 0 ? 'different' : unmet + added > 0 ? 'partly' : worst(met.map((one) => one.level));
  // Branches of one house have its name: it never says more than "one of these few".
  const most = weights.bits(1, (unmet + added > 0 ? weights.relatives : weights.sameCompanyName) / n);
  return { field: 'company-name', level, bits: Math.max(-9, Math.min(total, most)) };
}

function phoneEvidence(one: readonly string[], other: readonly string[], n: number): Evidence | null {
  if (one.length === 0 || other.length === 0) return null;
  if (one.some((number) => other.includes(number)))
    return {
      field: 'phone',
      level: 'same',
      bits: Math.min(weights.bits(weights.phone.same, weights.sharePhone / n), 22),
    };
  return one.some((number) =>
    other.some((second) => number.length === second.length && editsBetween(number, second, 1) <= 1),
  )
    ? { field: 'phone', level: 'near', bits: weights.phone.near }
    : { field: 'phone', level: 'different', bits: weights.phone.different };
}

function emailEvidence(one: readonly string[], other: readonly string[], n: number): Evidence | null {
  const own = (list: readonly string[]) =>
    list.flatMap((address) => {
      const local = ownLocalPart(address);
      return local ? [{ address, local }] : [];
    });
  if (one.some((address) => other.includes(address)))
    return { field: 'email', level: 'same', bits: weights.bits(weights.email.same, weights.shareEmail / n) };
  const [a, b] = [own(one), own(other)];
  if (a.length === 0 || b.length === 0) return null;
  const pairs = a.flatMap((first) => b.map((second) => ({ first, second })));
  const local = pairs.find(({ first, second }) => first.local === second.local);
  if (local)
    return {
      field: 'email',
      level: 'variant',
      bits: /\d\d/.test(local.first.local) ? weights.email.localPartWithDigits : weights.email.localPart,
    };
  if (pairs.some(({ first, second }) => editsBetween(first.address, second.address, 1) <= 1))
    return { field: 'email', level: 'near', bits: weights.email.near };
  return { field: 'email', level: 'different', bits: weights.email.different };
}

function idEvidence(one: string | null, other: string | null, n: number): Evidence | null {
  if (!one || !other) return null;
  const field = 'national-id';
  if (one === other) return { field, level: 'same', bits: weights.bits(weights.nationalId.same, 0.05 / n) };
  return editsBetween(one, other, 1) <= 1
    ? { field, level: 'near', bits: weights.nationalId.near }
    : { field, level: 'different', bits: weights.nationalId.different };
}

function externalEvidence(one: string | null, other: string | null, n: number): Evidence | null {
  if (!one || !other) return null;
  return {
    field: 'external-id',
    ...(one === other
      ? { level: 'same', bits: weights.bits(weights.externalId.same, 0.1 / n) }
      : { level: 'different', bits: weights.externalId.different }),
  };
}

function birthEvidence(one: string | null, other: string | null, given: WordLevel | null): Evidence | null {
  if (!one || !other) return null;
  const field = 'birth-date';
  if (one === other) {
    const same = /-(?:01-01|07-01|03-21)$/.test(one) ? weights.birthDate.sameByDefault : weights.birthDate.same;
    return { field, level: 'same', bits: given === 'different' ? Math.min(same, weights.birthDate.sameOfTwins) : same };
  }
  const [year, month = '', day = ''] = one.split('-');
  const swapped = other === `${year}-${day}-${month}`;
  return swapped || editsBetween(one, other, 1) <= 1
    ? { field, level: 'near', bits: given === 'different' ? 0 : weights.birthDate.near }
    : { field, level: 'different', bits: weights.birthDate.different };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const worst = (levels: readonly WordLevel[]): EvidenceLevel =>
  levels.includes('near') ? 'near' : levels.includes('variant') ? 'variant' : 'same';
