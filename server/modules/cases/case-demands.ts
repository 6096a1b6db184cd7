// What a regime asks of one case, rule by rule, and whether it is there. Pure.
import type { Assessment, Demand } from '#contract/cases.ts';
import type { Clock, ClockTarget } from '#contract/service-policies.ts';
import type { RegimePack } from '#modules/service-levels/index.ts';

export type CaseRecord = {
  registeredAt: Date;
  clocks: readonly Clock[];
  assessment: Assessment | null;
  acknowledgement: { at: Date; promisedAt: Date | null } | null;
  /** With the answer goes a letter that names the recourse. */
  firstClaimedAt: Date | null;
};

type Done = { dueAt: Date | null; doneAt: Date | null; late: boolean };

/** Rules that only the organisation can hold are not asked of a case. */
export function caseDemands(pack: RegimePack, record: CaseRecord, now: Date): Demand[] {
  return pack.rules.flatMap(({ demand, ...rule }): Demand[] => {
    if (!demand) return [];
    const { dueAt, doneAt, late } = doneOf(demand.by, record, now);
    return [{ rule, by: demand.by, state: late ? 'missed' : doneAt ? 'met' : 'open', dueAt, doneAt }];
  });
}

function doneOf(by: NonNullable<Demand['by']>, record: CaseRecord, now: Date): Done {
  const { assessment, acknowledgement, firstClaimedAt, registeredAt } = record;
  const once = (doneAt: Date | null): Done => ({ dueAt: null, doneAt, late: false });
  switch (by) {
    case 'acknowledge':
      return timed(record, by, acknowledgement?.at ?? null, now);
    case 'assess':
      return timed(record, by, assessment?.at ?? null, now);
    case 'first-answer':
    case 'claim':
      return timed(record, by, null, now);
    case 'reference':
      // A number without a time is half of what is asked.
      return once(acknowledgement?.promisedAt ? acknowledgement.at : null);
    case 'remedy':
      return once(assessment?.remedySought ? assessment.at : null);
    case 'incident':
      return once(assessment?.incidentDate ? assessment.at : null);
    case 'recourse':
      return once(firstClaimedAt);
    case 'retention':
      // Erasure and the nightly running out of values hold to it.
      return once(registeredAt);
  }
}

/** By the first clock of its target; `doneAt` where the policy has none. */
function timed({ clocks }: CaseRecord, target: ClockTarget, doneAt: Date | null, now: Date): Done {
  const clock = clocks.find((one) => one.target === target);
  if (!clock) return { dueAt: null, doneAt, late: false };
  const running = clock.endedAt === null;
  return {
    dueAt: clock.dueAt,
    doneAt: clock.state === 'met' || clock.state === 'missed' ? clock.endedAt : doneAt,
    late: clock.state === 'missed' || (running && clock.dueAt !== null && clock.dueAt < now),
  };
}
