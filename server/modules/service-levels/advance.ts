// The rule book of clocks: the clocks of a case after one thing happened to it. Pure; docs/service-clocks.md says it in words.
import type { ClockTarget } from '#contract/service-policies.ts';
import { newId } from '#platform/ids.ts';
import { choosePolicy, takenOver } from './choose-policy.ts';
import type { Clocked, ClockOf, Happening, Move, Wait } from './clock-state.ts';
import { calendarOfGoal, type InForce, type PolicyInForce } from './in-force.ts';
import { ended, pausesOf, settled } from './settle-clock.ts';

const open = ({ state }: ClockOf): boolean => state === 'running' || state === 'paused';

/** A case that was just registered, not yet with clocks. */
export type NewCase = Pick<Clocked, 'caseId' | 'traits' | 'unitId' | 'segmentId' | 'registeredAt'> & {
  /** It was given to a unit and to nobody in it. */
  handedOver: boolean;
};

/** `inForce` holds the policies for new cases; `policyOf` also earlier versions, under which older cases run. */
export type Rules = { inForce: InForce; policyOf(policy: { id: string; version: number }): PolicyInForce };

export function registered({ inForce }: Rules, { handedOver, ...given }: NewCase): Clocked {
  const policy = choosePolicy(inForce.policies, given.traits);
  const clocked: Clocked = {
    ...given,
    state: 'open',
    policy: policy && { id: policy.id, version: policy.version },
    acknowledgedAt: null,
    assessedAt: null,
    answeredAt: null,
    waits: [],
    clocks: [],
  };
  const book = new RuleBook({ inForce, policyOf: () => policy! }, clocked, given.registeredAt);
  book.startFrom('registered', given.registeredAt);
  if (handedOver) book.start('hand-off', given.registeredAt);
  return book.clocked;
}

export function advance(rules: Rules, clocked: Clocked, happening: Happening, at: number): Clocked {
  const book = new RuleBook(rules, clocked, at);
  book.happens(happening);
  return book.clocked;
}

/** Open clocks by the calendars as they are now. The days that a customer was told for an answer stay. */
export function retimed(rules: Rules, clocked: Clocked, at: number): Clocked {
  const book = new RuleBook(rules, clocked, at);
  for (const clock of clocked.clocks) {
    if (!open(clock) || clock.target === 'lapse') continue;
    const calendar = calendarOfGoal(rules.inForce, clock.goal);
    if (clock.calendarId !== calendar.id || clock.calendarVersion !== calendar.version)
      book.resettle(clock, 'calendar', calendar.version);
  }
  return book.clocked;
}

/** A clock that a wait does not stop is left as it is. */
const samePauses = (known: readonly Wait[], now: readonly Wait[]): boolean =>
  known.length === now.length &&
  known.every(({ from, until }, at) => from === now[at]!.from && until === now[at]!.until);

class RuleBook {
  readonly rules: Rules;
  readonly at: number;
  clocked: Clocked;

  constructor(rules: Rules, clocked: Clocked, at: number) {
    this.rules = rules;
    this.clocked = clocked;
    this.at = at;
  }

  happens(happening: Happening): void {
    switch (happening.type) {
      case 'acknowledged':
        return this.acknowledged();
      case 'assessed':
        return this.assessed();
      case 'answered':
        return this.answered();
      case 'customer-wrote':
        return this.customerWrote();
      case 'waits':
        return this.waits(happening);
      case 'goes-on':
        return this.goesOn();
      case 'handed-over':
        this.over('hand-off');
        this.moved(happening.unitId);
        return this.start('hand-off', this.at);
      case 'moved':
        return this.moved(happening.unitId);
      case 'taken-up':
        return this.reach('hand-off');
      case 'claimed':
        return this.claimed();
      case 'disputed':
        return this.openAgain('disputed');
      case 'closed':
        return this.closed();
      case 'reopened':
        return this.openAgain('reopened');
      case 'customer-not-silent':
        this.over('lapse');
        return this.start('lapse', this.at);
      case 'changed':
        return this.changed(happening);
      case 'policy-published':
        return this.policyPublished(happening.policyId);
    }
  }

  /** Starts the goals that begin with an event, where what they wait for has not happened. */
  startFrom(event: 'registered' | 'acknowledged' | 'assessed', since: number): void {
    const { acknowledgedAt, assessedAt, answeredAt, state } = this.clocked;
    const waitedFor: Partial<Record<ClockTarget, boolean>> = {
      acknowledge: acknowledgedAt === null,
      assess: assessedAt === null,
      'first-answer': answeredAt === null,
      claim: state === 'open',
    };
    for (const goal of this.policy()?.goals ?? []) {
      const begins = goal.target === 'acknowledge' ? 'registered' : goal.from;
      if (
        begins === event &&
        waitedFor[goal.target] &&
        !this.clocked.clocks.some((clock) => clock.target === goal.target)
      )
        this.start(goal.target, since);
    }
  }

  start(target: ClockTarget, since: number): void {
    const policy = this.policy();
    const goal = policy?.goals.find((one) => one.target === target);
    if (!policy || !goal) return;
    const { traits, unitId, segmentId, clocks } = this.clocked;
    const calendar = calendarOfGoal(this.rules.inForce, goal);
    const blank: ClockOf = {
      id: newId(),
      target,
      ordinal: clocks.filter((clock) => clock.target === target).length + 1,
      state: 'running',
      policyId: policy.id,
      policyVersion: policy.version,
      calendarId: calendar.id,
      calendarVersion: calendar.version,
      goal,
      startedAt: since,
      dueAt: null,
      firstDueAt: null,
      endedAt: null,
      warnedAt: null,
      breachedAt: null,
      alarmAt: null,
      goalMs: null,
      countedMs: null,
      pausedMs: null,
      pauses: [],
      derivation: { timeZone: calendar.timeZone, days: [] },
      moves: [],
      kind: traits.kind,
      channel: traits.channel,
      unitId,
      segmentId,
    };
    this.set({ clocks: [...clocks, settled(blank, calendar, this.clocked.waits, this.at)] });
  }

  acknowledged(): void {
    if (this.clocked.acknowledgedAt !== null) return;
    this.set({ acknowledgedAt: this.at });
    this.reach('acknowledge');
    this.startFrom('acknowledged', this.at);
  }

  assessed(): void {
    if (this.clocked.assessedAt !== null) return;
    this.set({ assessedAt: this.at });
    this.reach('assess');
    this.startFrom('assessed', this.at);
  }

  /** Whoever is answered knows that the case was received. */
  answered(): void {
    this.acknowledged();
    this.set({ answeredAt: this.clocked.answeredAt ?? this.at });
    this.reach('first-answer');
    this.reach('next-answer');
  }

  /** Until the first answer that one is owed; and one that is owed already is not owed again. */
  customerWrote(): void {
    const { answeredAt, state, clocks } = this.clocked;
    if (answeredAt === null || state === 'closed') return;
    if (!clocks.some((clock) => clock.target === 'next-answer' && open(clock))) this.start('next-answer', this.at);
  }

  waits({ reason, by }: Extract<Happening, { type: 'waits' }>): void {
    this.endWait();
    this.set({ waits: [...this.clocked.waits, { reason, from: this.at, until: null, by }] });
    this.resettleAll();
  }

  goesOn(): void {
    if (this.endWait()) this.resettleAll();
  }

  moved(unitId: string | null): void {
    this.set({ unitId });
    this.replace((clock) => (open(clock) ? { ...clock, unitId } : clock));
  }

  /** A claim answers, takes the case up, and lays it with the customer. */
  claimed(): void {
    this.goesOn();
    this.answered();
    this.reach('hand-off');
    this.reach('claim');
    this.reach('dispute-answer');
    this.lies('claimed');
    this.set({ state: 'claimed' });
    this.start('lapse', this.at);
  }

  /** Whatever was overdue is missed: a case is not closed out of its promises. */
  closed(): void {
    this.goesOn();
    for (const clock of this.clocked.clocks) if (open(clock)) this.end(clock, false);
    this.lies('closed');
    this.set({ state: 'closed' });
  }

  /**
   * The claim has not held: the resolution runs on from its first beginning, without the time that the customer had the case. What
   * the closing cut off goes on as well; whom a hand-off or the next answer was owed to begins anew.
   */
  openAgain(why: 'disputed' | 'reopened'): void {
    const since = this.clocked.waits.at(-1)?.from ?? null;
    this.over('lapse');
    this.endWait();
    this.set({ state: 'open' });
    const goesOn: readonly ClockTarget[] = ['acknowledge', 'assess', 'first-answer', 'claim'];
    for (const clock of this.clocked.clocks) {
      const cut = clock.state === 'cancelled' && clock.endedAt === since && goesOn.includes(clock.target);
      const taken = clock.state !== 'cancelled' && clock.target === 'claim';
      if (cut || taken) this.resettle(this.underPolicy(clock), why, null);
    }
    this.startFrom('registered', this.clocked.registeredAt);
    this.start('dispute-answer', this.at);
  }

  /** Another policy from the moment of the change on; the clocks keep their beginnings and their pauses. */
  changed(happening: Extract<Happening, { type: 'changed' }>): void {
    const traits = { ...this.clocked.traits, ...happening.traits };
    const segmentId = traits.segmentPath[0] ?? null;
    this.set({ traits, segmentId });
    this.replace((clock) =>
      open(clock) ? { ...clock, kind: traits.kind, channel: traits.channel, segmentId } : clock,
    );
    const chosen = choosePolicy(this.rules.inForce.policies, traits);
    if (chosen?.id !== this.clocked.policy?.id) this.follow(chosen, 'case-changed');
  }

  policyPublished(policyId: string): void {
    if (this.clocked.state === 'closed') return;
    const policy = takenOver(this.rules.inForce.policies, policyId, this.clocked);
    if (policy !== undefined) this.follow(policy, 'policy');
  }

  private follow(policy: PolicyInForce | null, why: Move['why']): void {
    this.set({ policy: policy && { id: policy.id, version: policy.version } });
    for (const clock of this.clocked.clocks) {
      // The days that a customer was told for an answer stay.
      if (!open(clock) || clock.target === 'lapse') continue;
      if (policy?.goals.some((goal) => goal.target === clock.target))
        this.resettle(this.underPolicy(clock), why, policy.version);
      else this.end(clock, false);
    }
    const { registeredAt, acknowledgedAt, assessedAt } = this.clocked;
    this.startFrom('registered', registeredAt);
    if (acknowledgedAt !== null) this.startFrom('acknowledged', acknowledgedAt);
    if (assessedAt !== null) this.startFrom('assessed', assessedAt);
  }

  /** With the goal of the policy that holds for the case now, where that has one for it. */
  private underPolicy(clock: ClockOf): ClockOf {
    const policy = this.policy();
    const goal = policy?.goals.find((one) => one.target === clock.target);
    return policy && goal ? { ...clock, goal, policyId: policy.id, policyVersion: policy.version } : clock;
  }

  private policy(): PolicyInForce | null {
    return this.clocked.policy && this.rules.policyOf(this.clocked.policy);
  }

  private reach(target: ClockTarget): void {
    for (const clock of this.clocked.clocks) if (clock.target === target && open(clock)) this.end(clock, true);
  }

  private over(target: ClockTarget): void {
    for (const clock of this.clocked.clocks) if (clock.target === target && open(clock)) this.end(clock, false);
  }

  private end(clock: ClockOf, reached: boolean): void {
    const calendar = calendarOfGoal(this.rules.inForce, clock.goal);
    this.put(ended(clock, calendar, this.clocked.waits, this.at, reached));
  }

  /** Whatever it waits for or lies with is over. Whether there was something. */
  private endWait(): boolean {
    const last = this.clocked.waits.at(-1);
    if (!last || last.until !== null) return false;
    this.set({ waits: [...this.clocked.waits.slice(0, -1), { ...last, until: this.at }] });
    return true;
  }

  private lies(reason: 'claimed' | 'closed'): void {
    this.endWait();
    const lies: Wait = { reason, from: this.at, until: null, by: null };
    this.set({ waits: [...this.clocked.waits, lies] });
  }

  private resettleAll(): void {
    for (const clock of this.clocked.clocks)
      if (open(clock) && !samePauses(clock.pauses, pausesOf(clock, this.clocked.waits))) {
        const calendar = calendarOfGoal(this.rules.inForce, clock.goal);
        this.put(settled(clock, calendar, this.clocked.waits, this.at));
      }
  }

  /** Reckons it anew and keeps the move, if it is one. */
  resettle(clock: ClockOf, why: Move['why'], version: number | null): void {
    const calendar = calendarOfGoal(this.rules.inForce, clock.goal);
    const next = settled(clock, calendar, this.clocked.waits, this.at);
    const move: Move = { at: this.at, from: clock.dueAt, to: next.dueAt, why, version };
    this.put(move.from === move.to ? next : { ...next, moves: [...clock.moves, move] });
  }

  private put(clock: ClockOf): void {
    this.replace((one) => (one.target === clock.target && one.ordinal === clock.ordinal ? clock : one));
  }

  private replace(change: (clock: ClockOf) => ClockOf): void {
    this.set({ clocks: this.clocked.clocks.map(change) });
  }

  private set(change: Partial<Clocked>): void {
    this.clocked = { ...this.clocked, ...change };
  }
}
