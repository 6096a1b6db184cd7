// A share with the interval that it may really lie in, as far as so few decided ones can tell. Pure.

/** For 95 %. */
const z = 1.959_963_985;

/** Wilson's interval: within 0 and 1, and not of width nothing where all or none were kept. Null of nothing. */
export function keptShare(kept: number, of: number): { share: number; low: number; high: number } | null {
  if (of === 0) return null;
  const share = kept / of;
  const scale = 1 + z ** 2 / of;
  const middle = (share + z ** 2 / (2 * of)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
