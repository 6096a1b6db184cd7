// The classification as it is shipped: whole, in three languages, each element below another, and with its notice.
import { expect, test } from 'vitest';
import { classification } from './classification.ts';

const { elements, notice } = classification;
const byId = new Map(elements.map((element) => [element.pcfId, element]));

test('thirteen categories, and no id twice', () => {
  expect(byId.size).toBe(elements.length);
  expect(new Set(elements.map(({ number }) => number)).size).toBe(elements.length);
  const categories = elements.filter(({ parentId }) => parentId === null);
  expect(categories.map(({ number }) => number)).toEqual(Array.from({ length: 13 }, (_, at) => `${at + 1}.0`));
});

test('each element but a category lies in the one whose number it continues', () => {
  for (const { number, parentId } of elements.filter((element) => element.parentId !== null)) {
    const above = byId.get(parentId!)!.number;
    expect(`${number}.`.startsWith(above.endsWith('.0') ? above.slice(0, -1) : `${above}.`)).toBe(true);
  }
  // Nothing hangs in the air: below a category nothing is without one above it.
  expect(elements.filter(({ number, parentId }) => parentId === null && !number.endsWith('.0'))).toEqual([]);
});

test('ids are of five digits, and every name is there in its own letters', () => {
  for (const { pcfId, name } of elements) {
    expect(pcfId).toBeGreaterThanOrEqual(10_000);
    expect(pcfId).toBeLessThan(100_000);
    expect(name.en).toMatch(/^[A-Z]/);
    expect(name.ar).toMatch(/^[\u0621-\u0652\s()،.]+$/u);
    expect(name.fa).toMatch(/^[\p{Script=Arabic}\u0654\u200c\s()،.]+$/u);
    expect(name.fa).not.toMatch(/[يكة]/);
  }
});

test('what other places of the product say by id is what the classification says', () => {
  expect(byId.get(10_389)).toMatchObject({ number: '6.2.3', name: { en: 'Manage customer complaints' } });
  expect(byId.get(20_085)).toMatchObject({ number: '6.0', name: { en: 'Manage Customer Service' } });
});

test('the notice is there word for word', () => {
  expect(notice).toContain(
    'APQC hereby grants you a perpetual, worldwide, royalty-free license to use, copy, publish, modify, and create derivative works of the PCF, provided that all copies of the PCF and any derivative works contain a copy of this notice.',
  );
});
