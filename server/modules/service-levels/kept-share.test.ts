// The interval of a share, against numbers from E. B. Wilson's formula as published.
import { expect, test } from 'vitest';
import { keptShare } from './kept-share.ts';

test('wide for few, narrow for many, and never beyond nothing and all', () => {
  expect(keptShare(0, 0)).toBeNull();
  // 81 of 263: R. G. Newcombe, Statistics in Medicine 17 (1998), table I: 0.2553 to 0.3662.
  const published = keptShare(81, 263)!;
  expect(published.low).toBeCloseTo(0.2553, 4);
  expect(published.high).toBeCloseTo(0.3662, 4);
  expect(keptShare(5, 5)).toMatchObject({ share: 1, high: 1 });
  expect(keptShare(5, 5)!.low).toBeCloseTo(0.5655, 4);
  expect(keptShare(0, 5)).toMatchObject({ share: 0, low: 0 });
  const width = (kept: number, of: number) => keptShare(kept, of)!.high - keptShare(kept, of)!.low;
  expect(width(80, 100)).toBeGreaterThan(width(800, 1_000));
});
