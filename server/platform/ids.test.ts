// Ids and codes: their form, that they differ, and that no letter is used more than another.
import { expect, test } from 'vitest';
import { newId, newSecret, newTrackingCode } from './ids.ts';

test('a tracking code is three groups of four with a digit and without letters that are misread', () => {
  const codes = Array.from({ length: 5_000 }, newTrackingCode);
  for (const code of codes) expect(code).toMatch(/^(?=.*\d)[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  expect(new Set(codes).size).toBe(codes.length);
  const counts = new Map<string, number>();
  for (const symbol of codes.join('').replaceAll('-', '')) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  // 60 000 symbols over 32: about 1875 of each; twelve standard deviations (43) are never left by chance.
  expect(counts.size).toBe(32);
  for (const [symbol, count] of counts) expect(Math.abs(count - 1875), symbol).toBeLessThan(510);
});

test('ids are UUIDs of version 7 that rise with time and never repeat', () => {
  const ids = Array.from({ length: 20_000 }, newId);
  for (const id of ids.slice(0, 100))
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
});

test('a secret has 256 bits and needs no escaping in an address', () => {
  const secret = newSecret();
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  expect(encodeURIComponent(secret)).toBe(secret);
  expect(newSecret()).not.toBe(secret);
});
