// Invents names of persons and companies in the customer's language, with a Latin form for e-mail addresses.
import type { Language } from '#contract/common.ts';
import type { Random } from '#platform/random.ts';
import { companyStemsAr, companyStemsFa } from './company-stems.ts';
import { companyNamePatterns, type customerGroups } from './groups.ts';
import { familyNamesAr, givenNamesAr } from './names-ar.ts';
import { familyNamesFa, givenNamesFa } from './names-fa.ts';
import { citiesAr, citiesFa } from './places.ts';

export type SampleName = { kind: 'person' | 'company'; name: string; latin: string; sex: 'male' | 'female' | null };

type Group = (typeof customerGroups)[number]['key'];

const people = {
  ar: { given: givenNamesAr, family: familyNamesAr },
  fa: { given: givenNamesFa, family: familyNamesFa },
} as const;

/** No name is given twice, as far as there are others. */
export function sampleNames(
  random: Random,
): (group: Group, kind: 'person' | 'company', language: Language) => SampleName {
  const taken = new Set<string>();
  return (group, kind, language) => {
    let name = invent(random, group, kind, language);
    for (let tries = 0; taken.has(name.name) && tries < 30; tries += 1) name = invent(random, group, kind, language);
    taken.add(name.name);
    return name;
  };
}

function invent(random: Random, group: Group, kind: 'person' | 'company', language: Language): SampleName {
  // English is written by people of both languages.
  const script = language === 'en' ? random.pick(['ar', 'fa'] as const) : language;
  const family = random.pick<{ name: string; latin: string }>(people[script].family);
  if (kind === 'person' || !(group in companyNamePatterns)) {
    const given = random.pick<{ name: string; latin: string; sex: 'male' | 'female' }>(people[script].given);
    const name =
      language === 'en' ? `${capital(given.latin)} ${capital(family.latin)}` : `${given.name} ${family.name}`;
    return { kind: 'person', name, latin: `${given.latin}.${family.latin}`, sex: given.sex };
  }
  const stem = random.pick<{ name: string; latin: string; en: string }>(
    script === 'ar' ? companyStemsAr : companyStemsFa,
  );
  const city = random.weighted<(typeof citiesAr | typeof citiesFa)[number]>(
    script === 'ar' ? citiesAr : citiesFa,
    (one) => one.weight,
  );
  const pattern = random.pick<string>(companyNamePatterns[group as keyof typeof companyNamePatterns][language]);
  const english = language === 'en';
  const marks: Record<string, string> = {
    stem: english ? stem.en : stem.name,
    family: english ? capital(family.latin) : family.name,
    city: city.name[language],
  };
  const latin = pattern.includes('{city}') ? city.name.en : pattern.includes('{family}') ? family.latin : stem.latin;
  return {
    kind: 'company',
    name: pattern.replace(/\{(\w+)\}/g, (_, mark: string) => marks[mark] ?? ''),
    latin: `info.${latin}`,
    sex: null,
  };
}

function capital(word: string): string {
  return word.replace(/(^|[ -])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
}
