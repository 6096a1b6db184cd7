// Events that come in a storm: heard at once, then seldom, and none is lost.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gather } from './gather.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first is told at once, what follows within the pause together', () => {
  const told: number[][] = [];
  const { add } = gather<number>((items) => told.push([...items]));
  add(1);
  expect(told).toEqual([[1]]);
  add(2);
  add(3);
  expect(told).toEqual([[1]]);
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([[1], [2, 3]]);
});

test('ten thousand in ten seconds are told a handful of times, each once; after quiet the next is told at once', () => {
  const told: number[] = [];
  let times = 0;
  const { add } = gather<number>((items) => {
    times += 1;
    told.push(...items);
  });
  for (let at = 0; at < 10_000; at += 1) {
    add(at);
    vi.advanceTimersByTime(1);
  }
  vi.advanceTimersByTime(20_000);
  expect(told).toEqual(Array.from({ length: 10_000 }, (_, at) => at));
  expect(times).toBeLessThan(8);
  add(-1);
  expect(told.at(-1)).toBe(-1);
});

test('who no longer listens is told nothing', () => {
  const told: number[] = [];
  const { add, stop } = gather<number>((items) => told.push(...items));
  add(1);
  add(2);
  stop();
  vi.advanceTimersByTime(10_000);
  expect(told).toEqual([1]);
});
