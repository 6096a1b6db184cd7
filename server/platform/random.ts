// A seeded source of numbers that only look random: the same seed tells the same story every time. Never for secrets.

export type Random = {
  /** From 0 up to 1, not included. */
  next(): number;
  /** Whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  /** Throws when there is nothing to choose from. */
  pick<T>(items: readonly T[]): T;
  /** Chooses by weight; throws when nothing has any. */
  weighted<T>(items: readonly T[], weightOf: (item: T) => number): T;
  /** Log-normal: half of the values lie below the median; `spread` is the standard deviation of the logarithm. */
  logNormal(median: number, spread: number): number;
};

/** For many choices out of one long list: the weights are added up once. */
export function drawingFrom<T>(random: Random, items: readonly T[], weightOf: (item: T) => number): () => T {
  let total = 0;
  const sums = items.map((item) => (total += weightOf(item)));
  return () => {
    const at = random.next() * total;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    const drawn = items[low];
    if (drawn === undefined) throw new RangeError('nothing to draw from');
    return drawn;
  };
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  // mulberry32 (Tommy Ettinger, public domain).
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number): number => least + (most - least) * next();
  return {
    next,
    between,
    whole: (least, most) => least + Math.floor((most - least + 1) * next()),
    chance: (probability) => next() < probability,
    pick(items) {
      const picked = items[Math.floor(items.length * next())];
      if (picked === undefined) throw new RangeError('nothing to pick from');
      return picked;
    },
    weighted(items, weightOf) {
      const weights = items.map(weightOf);
      let left = weights.reduce((sum, weight) => sum + weight, 0) * next();
      for (const [index, item] of items.entries()) {
        const weight = weights[index] ?? 0;
        if (weight > 0 && left < weight) return item;
        left -= weight;
      }
      const last = items.findLast((_, index) => (weights[index] ?? 0) > 0);
      if (last === undefined) throw new RangeError('nothing to pick from');
      return last;
    },
    // Box and Muller's transform of two uniform numbers.
    logNormal: (median, spread) =>
      median * Math.exp(spread * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())),
  };
}
