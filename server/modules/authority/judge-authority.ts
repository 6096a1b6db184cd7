// The rule book of authority, pure: whether somebody may decide something, by which rule or delegation, and if not, why not.
import type { AuthorityScope, FindingType, Money } from '#contract/authority.ts';

/** Days are those of the organisation, "YYYY-MM-DD", both included. */
export type Rule = {
  id: string;
  /** Null: whoever heads a unit. */
  positionId: string | null;
  /** Null: without limit. */
  limit: Money | null;
  scope: AuthorityScope;
  unitId: string | null;
  from: string;
  until: string | null;
  endedAt: Date | null;
};
export type Position = { id: string; unitId: string; isHead: boolean; personId: string | null };
export type Delegation = {
  id: string;
  giverId: string;
  positionId: string;
  delegateId: string;
  limit: Money | null;
  unitId: string | null;
  from: string;
  until: string;
  revokedAt: Date | null;
};

/** What is known of one action at one moment; rules and delegations of before and of later are among them. */
export type World = {
  day: string;
  now: Date;
  /** The unit of the decision and those above it, from below. */
  unitPath: readonly string[];
  rules: readonly Rule[];
  positions: readonly Position[];
  delegations: readonly Delegation[];
  /** Amounts decided for the same subject within the days of the action. */
  earlier: readonly Money[];
};
export type Question = { personId: string; amount: Money | null; requestedBy: string | null };

/** One way in which a person has authority, with what stands against it here. */
export type Standing = {
  ruleId: string;
  positionId: string;
  delegationId: string | null;
  giverId: string | null;
  limit: Money | null;
  faults: readonly FindingType[];
};
export type Judgement = { within: boolean; faults: readonly FindingType[]; basis: Standing | null };

// The nearest authority is that which lacks least: an amount is nearer than another unit, that nearer than another time.
const weight: Record<FindingType, number> = {
  split: 1,
  'over-limit': 2,
  'outside-unit': 4,
  expired: 8,
  'self-approval': 16,
  'no-authority': 32,
};
const weigh = (faults: readonly FindingType[]): number => faults.reduce((sum, fault) => sum + weight[fault], 0);

export function judgeAuthority(world: World, question: Question): Judgement {
  const [basis] = standings(world, question).toSorted((one, other) => weigh(one.faults) - weigh(other.faults));
  const faults = new Set<FindingType>(basis?.faults ?? ['no-authority']);
  if (question.requestedBy === question.personId) faults.add('self-approval');
  return { within: faults.size === 0, faults: [...faults], basis: basis ?? null };
}

/** Everybody who may, each with the authority by which they may. Whoever asked for the decision is not among them. */
export function whoMay(world: World, question: Omit<Question, 'personId'>): { personId: string; basis: Standing }[] {
  const people = new Set(
    [
      ...world.positions.map(({ personId }) => personId),
      ...world.delegations.map(({ delegateId }) => delegateId),
    ].filter((id) => id !== null),
  );
  return [...people].flatMap((personId) => {
    const { within, basis } = judgeAuthority(world, { ...question, personId });
    return within && basis ? [{ personId, basis }] : [];
  });
}

/** Own positions first, then what was delegated. */
function standings(world: World, { personId, amount, requestedBy }: Question): Standing[] {
  const own = world.positions
    .filter((position) => position.personId === personId)
    .flatMap((position) => byRules(world, position).map((standing) => settle(world, standing, amount, [])));
  const delegated = world.delegations
    .filter(({ delegateId }) => delegateId === personId)
    .flatMap((delegation) => {
      const position = world.positions.find(({ id }) => id === delegation.positionId);
      if (!position) return [];
      // Whoever gave the position up has nothing to give any more; and nobody approves their own request by another's hand.
      const gone = position.personId !== delegation.giverId || !isInForce(world, delegation, delegation.revokedAt);
      const besides: FindingType[] = [
        ...(gone ? (['expired'] as const) : []),
        ...(delegation.giverId === requestedBy ? (['self-approval'] as const) : []),
      ];
      return byRules(world, position).map((standing) =>
        settle(world, narrow(world, standing, delegation), amount, besides),
      );
    });
  return [...own, ...delegated];
}

type Open = Omit<Standing, 'faults'> & { inForce: boolean; reaches: boolean };

function byRules(world: World, position: Position): Open[] {
  return world.rules
    .filter((rule) => (rule.positionId === null ? position.isHead : rule.positionId === position.id))
    .map((rule) => ({
      ruleId: rule.id,
      positionId: position.id,
      delegationId: null,
      giverId: null,
      limit: rule.limit,
      inForce: isInForce(world, rule, rule.endedAt),
      reaches: reaches(world.unitPath, rule, position.unitId),
    }));
}

/** What is left of the giver's authority: never more of anything. */
function narrow(world: World, standing: Open, delegation: Delegation): Open {
  return {
    ...standing,
    delegationId: delegation.id,
    giverId: delegation.giverId,
    limit: lesser(standing.limit, delegation.limit),
    reaches: standing.reaches && (delegation.unitId === null || world.unitPath.includes(delegation.unitId)),
  };
}

function settle(
  world: World,
  { inForce, reaches: there, ...standing }: Open,
  amount: Money | null,
  besides: readonly FindingType[],
): Standing {
  const faults = new Set<FindingType>(besides);
  if (!inForce) faults.add('expired');
  if (!there) faults.add('outside-unit');
  if (!isWithinLimit(amount, standing.limit)) faults.add('over-limit');
  else if (isSplit(amount, standing.limit, world.earlier)) faults.add('split');
  return { ...standing, faults: [...faults] };
}

export function isInForce(
  { day, now }: Pick<World, 'day' | 'now'>,
  { from, until }: { from: string; until: string | null },
  endedAt: Date | null,
): boolean {
  return from <= day && (until === null || day <= until) && (endedAt === null || now < endedAt);
}

function reaches(unitPath: readonly string[], { scope, unitId }: Rule, own: string): boolean {
  if (scope === 'everywhere') return true;
  if (scope === 'own-unit') return unitPath[0] === own;
  return unitPath.includes(scope === 'named-unit' ? (unitId ?? '') : own);
}

/** Amounts of two currencies are not compared: a limit in one covers none in another. */
export function isWithinLimit(amount: Money | null, limit: Money | null): boolean {
  return amount === null || limit === null || (amount.currency === limit.currency && amount.minor <= limit.minor);
}

/** Of two currencies nothing is common. */
export function lesser(one: Money | null, other: Money | null): Money | null {
  if (one === null || other === null) return one ?? other;
  if (one.currency !== other.currency) return { ...one, minor: 0 };
  return one.minor <= other.minor ? one : other;
}

/** Each below the limit, together over it. What was over it by itself was decided by somebody higher, and is no part of it. */
function isSplit(amount: Money | null, limit: Money | null, earlier: readonly Money[]): boolean {
  if (amount === null || limit === null) return false;
  const below = earlier.filter((one) => isWithinLimit(one, limit));
  return below.length > 0 && below.reduce((sum, { minor }) => sum + minor, amount.minor) > limit.minor;
}
