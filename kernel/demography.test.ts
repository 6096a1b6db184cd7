// The lists an organisation starts with: every age has exactly one group, and every name stands in three languages.
import { expect, test } from 'vitest';
import { choiceLists, shippedChoices } from './demography.ts';

const countries = ['SA', 'AE', 'EG', 'IR', 'other'] as const;

test.each(countries)('%s: every age from 0 to 120 has one group', (country) => {
  const groups = shippedChoices(country).filter((choice) => choice.list === 'age-group');
  for (let age = 0; age <= 120; age += 1) {
    const fitting = groups.filter(
      ({ fromAge = 0, untilAge = Number.POSITIVE_INFINITY }) => age >= fromAge && age < untilAge,
    );
    expect(fitting).toHaveLength(1);
  }
});

test.each(countries)('%s: no list is empty and no name appears twice in it', (country) => {
  const choices = shippedChoices(country);
  for (const list of choiceLists) {
    const names = choices.filter((choice) => choice.list === list).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(4);
    for (const language of ['ar', 'fa', 'en'] as const) {
      expect(new Set(names.map((name) => name[language])).size).toBe(names.length);
      for (const name of names) expect(name[language]).not.toBe('');
    }
  }
});
