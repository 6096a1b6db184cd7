// How well names fit what was typed: the better one is ranked before the other.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameFit } from './name-fit.ts';
import { parseName } from './parse-name.ts';

const fit = (typed: string, name: string): number => nameFit(parseName(typed, 'person'), parseName(name, 'person'));

describe('what was typed', () => {
  test.each([
    ['محمد الحربي', 'محمد الحربي', 'محمد سعد الحربي'],
    ['محمد الحربي', 'محمد الحربي', 'الحربي محمد'],
    ['محمد الحربي', 'Mohammed Al-Harbi', 'محمود الحربي'],
    ['Hassan Rezaei', 'حسن رضایی', 'حسین رضایی'],
    ['Ali Karimi', 'علی کریمی', 'علاء كريم'],
    ['محمدرضا کریمی', 'محمد رضا کریمی', 'محمد کریمی'],
    ['سار', 'سارة', 'نسرين'],
    ['Khal', 'خالد', 'كمال'],
    ['الدكتور خالد', 'خالد', 'محمد'],
  ])('%j fits %j better than %j', (typed, better, worse) => {
    expect(fit(typed, better)).toBeGreaterThan(fit(typed, worse));
  });

  test('fits nothing that has no word in common', () => {
    expect(fit('محمد الحربي', 'Sara Smith')).toBe(0);
    expect(fit('', 'سارة')).toBe(0);
  });

  test('is between 0 and 1 for any two names, and 1 for the same', () => {
    const letters = fc.constantFrom(...'محدعبالهنرس abdklmnrs-');
    const names = fc.array(letters, { minLength: 1, maxLength: 16 }).map((all) => all.join(''));
    fc.assert(
      fc.property(names, names, (one, other) => {
        const found = fit(one, other);
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(1 + 1e-9);
        if (parseName(one, 'person').words.length > 0) expect(fit(one, one)).toBeCloseTo(1);
      }),
    );
  });
});
