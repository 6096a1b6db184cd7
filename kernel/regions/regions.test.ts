// The shipped regions: as many provinces as each country has, no code twice, no name missing.
import { expect, test } from 'vitest';
import { shippedRegions } from './regions.ts';

test('each country has all its provinces, each below its country', () => {
  const provinces = shippedRegions.filter((region) => region.level === 'province');
  const count = (country: string) => provinces.filter((region) => region.parentCode === country).length;
  expect({ SA: count('SA'), AE: count('AE'), EG: count('EG'), IR: count('IR') }).toEqual({
    SA: 13,
    AE: 7,
    EG: 27,
    IR: 31,
  });
  expect(new Set(shippedRegions.map((region) => region.code)).size).toBe(shippedRegions.length);
  for (const region of provinces) expect(region.code.startsWith(`${region.parentCode}-`)).toBe(true);
});

test('Persian names have no Arabic letters and Arabic names no Persian ones', () => {
  for (const { name } of shippedRegions) {
    expect(name.fa).not.toMatch(/[يكى]/);
    expect(name.ar).not.toMatch(/[یکگپچژ]/);
    expect(name.en).toMatch(/^[A-Z][A-Za-z -]+$/);
  }
});
