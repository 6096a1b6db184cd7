// The only place that reads the machine's time, so that tests can move it.

export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

export type MovableClock = Clock & { set(at: Date): void; advance(ms: number): void };

/** A clock for tests that stands still until it is moved. */
export function movableClock(start: Date): MovableClock {
  let at = start.getTime();
  return {
    now: () => new Date(at),
    set: (next) => void (at = next.getTime()),
    advance: (ms) => void (at += ms),
  };
}
