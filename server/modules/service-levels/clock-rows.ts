// Clocks between the tables and the rule book: instants as milliseconds, derivations packed.
import type { Insertable, Selectable } from 'kysely';
import type { LocaleText } from '#contract/common.ts';
import type { CaseTraits, Derivation, Goal } from '#contract/service-policies.ts';
import type { Clocked, ClockOf, Move, Wait } from './clock-state.ts';
import type { ServiceLevelTables } from './tables.ts';

const msOf = (at: Date | null): number | null => at?.getTime() ?? null;
const dateOf = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));
const numberOf = (value: unknown): number | null => (value === null ? null : Number(value));

export const clockColumns = [
  'case_id',
  'target',
  'ordinal',
  'id',
  'state',
  'policy_id',
  'policy_version',
  'calendar_id',
  'calendar_version',
  'goal',
  'started_at',
  'due_at',
  'first_due_at',
  'ended_at',
  'warned_at',
  'breached_at',
  'alarm_at',
  'goal_ms',
  'counted_ms',
  'paused_ms',
  'pauses',
  'derivation',
  'moves',
  'kind',
  'channel',
  'unit_id',
  'segment_id',
] as const;

type ClockRow = Pick<Selectable<ServiceLevelTables['clocks']>, (typeof clockColumns)[number]>;
type CaseRow = Selectable<ServiceLevelTables['clocked_cases']>;

export function clockOf(row: ClockRow): ClockOf {
  return {
    id: row.id,
    target: row.target as ClockOf['target'],
    ordinal: row.ordinal,
    state: row.state as ClockOf['state'],
    policyId: row.policy_id,
    policyVersion: row.policy_version,
    calendarId: row.calendar_id,
    calendarVersion: row.calendar_version,
    goal: row.goal as unknown as Goal,
    startedAt: row.started_at.getTime(),
    dueAt: msOf(row.due_at),
    firstDueAt: msOf(row.first_due_at),
    endedAt: msOf(row.ended_at),
    warnedAt: msOf(row.warned_at),
    breachedAt: msOf(row.breached_at),
    alarmAt: msOf(row.alarm_at),
    goalMs: numberOf(row.goal_ms),
    countedMs: numberOf(row.counted_ms),
    pausedMs: numberOf(row.paused_ms),
    pauses: row.pauses as unknown as Wait[],
    derivation: unpacked(row.derivation as unknown as Packed),
    moves: row.moves as unknown as Move[],
    kind: row.kind,
    channel: row.channel,
    unitId: row.unit_id,
    segmentId: row.segment_id,
  };
}

export function clockedOf(row: CaseRow, clocks: readonly ClockRow[]): Clocked {
  return {
    caseId: row.case_id,
    state: row.state as Clocked['state'],
    policy: row.policy_id === null ? null : { id: row.policy_id, version: row.policy_version! },
    traits: row.traits as unknown as CaseTraits,
    unitId: row.unit_id,
    segmentId: row.segment_id,
    registeredAt: row.registered_at.getTime(),
    acknowledgedAt: msOf(row.acknowledged_at),
    assessedAt: msOf(row.assessed_at),
    answeredAt: msOf(row.answered_at),
    waits: row.waits as unknown as Wait[],
    clocks: clocks.map(clockOf),
  };
}

/** Values of jsonb columns as they are. */
export function caseRecord(organisationId: string, clocked: Clocked): Record<keyof CaseRow, unknown> {
  const next = nextDue(clocked);
  return {
    organisation_id: organisationId,
    case_id: clocked.caseId,
    policy_id: clocked.policy?.id ?? null,
    policy_version: clocked.policy?.version ?? null,
    traits: clocked.traits,
    unit_id: clocked.unitId,
    segment_id: clocked.segmentId,
    registered_at: dateOf(clocked.registeredAt),
    acknowledged_at: dateOf(clocked.acknowledgedAt),
    assessed_at: dateOf(clocked.assessedAt),
    answered_at: dateOf(clocked.answeredAt),
    waits: clocked.waits,
    state: clocked.state,
    next_due_at: dateOf(next?.dueAt ?? null),
    next_due_target: next?.target ?? null,
  };
}

/** How long a customer may be silent is no promise of ours. */
function nextDue({ clocks }: Clocked): ClockOf | undefined {
  return clocks
    .filter(({ state, target, dueAt }) => state === 'running' && target !== 'lapse' && dueAt !== null)
    .toSorted((a, b) => a.dueAt! - b.dueAt!)[0];
}

export function clockRecord(
  organisationId: string,
  caseId: string,
  clock: ClockOf,
): Record<keyof Insertable<ServiceLevelTables['clocks']>, unknown> {
  return {
    organisation_id: organisationId,
    case_id: caseId,
    target: clock.target,
    ordinal: clock.ordinal,
    id: clock.id,
    state: clock.state,
    policy_id: clock.policyId,
    policy_version: clock.policyVersion,
    calendar_id: clock.calendarId,
    calendar_version: clock.calendarVersion,
    goal: clock.goal,
    started_at: dateOf(clock.startedAt),
    due_at: dateOf(clock.dueAt),
    first_due_at: dateOf(clock.firstDueAt),
    ended_at: dateOf(clock.endedAt),
    warned_at: dateOf(clock.warnedAt),
    breached_at: dateOf(clock.breachedAt),
    alarm_at: dateOf(clock.alarmAt),
    goal_ms: clock.goalMs,
    counted_ms: clock.countedMs,
    paused_ms: clock.pausedMs,
    pauses: clock.pauses,
    derivation: packed(clock.derivation),
    moves: clock.moves,
    kind: clock.kind,
    channel: clock.channel,
    unit_id: clock.unitId,
    segment_id: clock.segmentId,
  };
}

/** A clock of thirty working days has some fifty days: their keys would be most of the row. */
type Packed = { zone: string; days: [string, string, number, number, number, LocaleText[]?][] };

const packed = ({ timeZone, days }: Derivation): Packed => ({
  zone: timeZone,
  days: days.map(({ date, kind, openMs, pausedMs, countedMs, why }) =>
    why.length > 0 ? [date, kind, openMs, pausedMs, countedMs, why] : [date, kind, openMs, pausedMs, countedMs],
  ),
});

const unpacked = ({ zone, days }: Packed): Derivation => ({
  timeZone: zone,
  days: days.map(([date, kind, openMs, pausedMs, countedMs, why = []]) => ({
    date,
    kind: kind as Derivation['days'][number]['kind'],
    openMs,
    pausedMs,
    countedMs,
    why,
  })),
});
