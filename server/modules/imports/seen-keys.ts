// Remembers which row of a file first held a value, in eight bytes a value, so that a value that comes twice is noticed.

/** A row number takes 21 bits: more than `limits.rows`. */
const rowBits = 21;
const rowMask = (1 << rowBits) - 1;
const fullest = 0.8;

/**
 * An open hash table over 43 bits of the value besides its place: among four million values, the chance that two different
 * ones are once taken for the same is below one in a hundred thousand.
 */
export class SeenKeys {
  #low = new Uint32Array(1024);
  /** 11 bits more of the value, then the row; 0 is a free place, since rows count from 1. */
  #high = new Uint32Array(1024);
  #count = 0;

  /** The row that held this value before, or undefined after noting this one. */
  note(value: string, row: number): number | undefined {
    if (this.#count > this.#low.length * fullest) this.#grow();
    const [place, low, extra] = hash(value);
    const mask = this.#low.length - 1;
    for (let at = place & mask; ; at = (at + 1) & mask) {
      const high = this.#high[at] ?? 0;
      if (high === 0) {
        this.#low[at] = low;
        this.#high[at] = (extra << rowBits) | (row & rowMask);
        this.#count += 1;
        return undefined;
      }
      if (this.#low[at] === low && high >>> rowBits === extra) return high & rowMask;
    }
  }

  #grow(): void {
    const [lows, highs] = [this.#low, this.#high];
    this.#low = new Uint32Array(lows.length * 2);
    this.#high = new Uint32Array(lows.length * 2);
    const mask = this.#low.length - 1;
    for (let from = 0; from < lows.length; from += 1) {
      const high = highs[from] ?? 0;
      if (high === 0) continue;
      const low = lows[from] ?? 0;
      // The place follows from what is stored, so that it can be found again without the value.
      let at = placeOf(low, high >>> rowBits) & mask;
      while ((this.#high[at] ?? 0) !== 0) at = (at + 1) & mask;
      this.#low[at] = low;
      this.#high[at] = high;
    }
  }
}

const placeOf = (low: number, extra: number): number => Math.imul(low ^ Math.imul(extra, 0x9e3779b1), 0x85ebca6b) >>> 8;

/** cyrb53: two independent 32-bit sums of the characters, well mixed; not for secrets. */
function hash(value: string): [place: number, low: number, extra: number] {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  const low = one >>> 0;
  const extra = (two >>> 0) & 0x7ff;
  return [placeOf(low, extra), low, extra];
}
