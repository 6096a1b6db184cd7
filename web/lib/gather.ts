// Tells in one go what comes in one go: the first at once, the rest after a pause that grows while more keeps coming.

const shortestPauseMs = 1_000;
const longestPauseMs = 8_000;

export type Gathering<T> = { add: (item: T) => void; stop: () => void };

/**
 * An import of a million customers is a million events: a page that asked again at each of them would only ever cancel what it
 * had asked before, and never be answered.
 */
export function gather<T>(tell: (items: readonly T[]) => void): Gathering<T> {
  let items: T[] = [];
  let pauseMs = shortestPauseMs;
  let pausing: ReturnType<typeof setTimeout> | undefined;
  const tellAll = (): void => {
    const told = items;
    items = [];
    pausing = setTimeout(() => {
      pausing = undefined;
      if (items.length === 0) {
        pauseMs = shortestPauseMs;
        return;
      }
      pauseMs = Math.min(longestPauseMs, pauseMs * 2);
      tellAll();
    }, pauseMs);
    tell(told);
  };
  return {
    add(item) {
      items.push(item);
      if (pausing === undefined) tellAll();
    },
    stop() {
      clearTimeout(pausing);
      items = [];
    },
  };
}
