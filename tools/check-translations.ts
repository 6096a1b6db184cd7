// Translations: the same keys, marks and plural forms in Arabic, Persian and English; the customer named by marks; every refusal has its words; no key is left over.
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { faultWords as faultWordsAr } from '../engine/fault-words.ar.ts';
import { faultWords as faultWordsEn } from '../engine/fault-words.en.ts';
import { faultWords as faultWordsFa } from '../engine/fault-words.fa.ts';
import { customerForms } from '../kernel/customer-word.ts';

const root = join(import.meta.dirname, '..');
const languages = ['en', 'ar', 'fa'] as const;
type Language = (typeof languages)[number];
type Texts = Record<string, string | Record<string, string>>;

const pluralForms: Record<Language, readonly string[]> = {
  en: ['one', 'other'],
  fa: ['one', 'other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
};
const faults: string[] = [];

async function filesUnder(folder: string, wanted: RegExp): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && wanted.test(entry.name) && !entry.parentPath.includes('/dist'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Flattens both ways of writing plurals: `key_few` and `{ few: … }`. */
function flatten(texts: Texts): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') flat.set(key, value);
    else for (const [form, text] of Object.entries(value)) flat.set(`${key}_${form}`, text);
  }
  return flat;
}

const marksOf = (text: string): string =>
  [...new Set([...text.matchAll(/\{\{?\s*-?\s*(\w+)[^}]*\}?\}/g)].map((match) => match[1]))].sort().join(',');
const pluralBase = (key: string): string | undefined => /^(.*)_(?:zero|one|two|few|many|other)$/.exec(key)?.[1];

/** The word for a customer is a setting: a text names them by a mark, or, where it speaks to them, not at all. */
const customerLiterally: Record<Language, RegExp> = { en: /\bcustomers?\b/i, ar: /عميل|عملاء/, fa: /مشتری/ };
const customerMark = /\[([^\]]*)\]/g;

function checkCustomerWord(place: string, language: Language, key: string, text: string): void {
  const forms = place.startsWith('web/') && place !== 'web/portal' ? Object.keys(customerForms[language]) : [];
  for (const [mark, form = ''] of text.matchAll(customerMark))
    if (!forms.includes(form.toLowerCase()))
      faults.push(
        `${place} ${language}: "${key}" has the mark ${mark}; ${forms.length > 0 ? `there are ${forms.join(', ')}` : 'it is not filled in here'}`,
      );
  if (customerLiterally[language].test(text.replace(customerMark, '').replace(/\{\{[^}]*\}\}/g, '')))
    faults.push(
      `${place} ${language}: "${key}" has a word for a customer that is a setting (see kernel/customer-word.ts)`,
    );
}

function compare(place: string, all: Record<Language, Map<string, string>>): void {
  const bases = new Set([...all.en.keys()].map(pluralBase).filter((base) => base !== undefined));
  const plain = [...all.en.keys()].filter((key) => pluralBase(key) === undefined);
  for (const language of languages) {
    const wanted = new Set([
      ...plain,
      ...[...bases].flatMap((base) => pluralForms[language].map((form) => `${base}_${form}`)),
    ]);
    for (const key of wanted)
      if (!all[language].get(key)?.trim()) faults.push(`${place} ${language}: "${key}" is missing or empty`);
    for (const key of all[language].keys())
      if (!wanted.has(key))
        faults.push(`${place} ${language}: "${key}" is not in English, or has a form the language does not know`);
    for (const [key, text] of all[language]) {
      const base = pluralBase(key);
      const english = all.en.get(base ? `${base}_other` : key) ?? '';
      // A form such as "one" may say the number in words, so it may use fewer marks, never others.
      const extra = marksOf(text)
        .split(',')
        .filter((mark) => mark && !marksOf(english).split(',').includes(mark));
      const missing = base
        ? []
        : marksOf(english)
            .split(',')
            .filter((mark) => mark && !marksOf(text).split(',').includes(mark));
      if (extra.length + missing.length > 0)
        faults.push(
          `${place} ${language}: "${key}" has other marks than English (${[...extra, ...missing].join(', ')})`,
        );
      checkCustomerWord(place, language, key, text);
      if (language === 'fa' && /[يكة]/.test(text))
        faults.push(`${place} fa: "${key}" is written with Arabic letters (ي ك ة)`);
      if (language === 'ar' && /[یکپچژگ]/.test(text) && !/language|persian/.test(key))
        faults.push(`${place} ar: "${key}" is written with Persian letters`);
      if (/!/.test(text) && !/[<>]/.test(text)) faults.push(`${place} ${language}: "${key}" raises its voice`);
    }
  }
}

async function load(path: string): Promise<Texts> {
  return ((await import(pathToFileURL(path).href)) as { messages: Texts }).messages;
}

const keysOfApp = new Map<string, string>();
for (const english of await filesUnder('web', /^messages\.en\.ts$/)) {
  const place = relative(root, english).replace('/messages.en.ts', '');
  const all = {
    en: flatten(await load(english)),
    ar: flatten(await load(english.replace('.en.', '.ar.'))),
    fa: flatten(await load(english.replace('.en.', '.fa.'))),
  };
  compare(place, all);
  if (place !== 'web/portal') for (const key of all.en.keys()) keysOfApp.set(pluralBase(key) ?? key, place);
}

const { letterTexts } = (await import('../server/modules/cases/letter-texts.ts')) as unknown as {
  letterTexts: Record<Language, object>;
};
const deep = (value: unknown, path = ''): Texts =>
  typeof value === 'string'
    ? { [path]: value }
    : Object.assign(
        {},
        ...Object.entries(value as object).map(([key, inner]) => deep(inner, path ? `${path}.${key}` : key)),
      );
compare('server/modules/cases/letter-texts.ts', {
  en: flatten(deep(letterTexts.en)),
  ar: flatten(deep(letterTexts.ar)),
  fa: flatten(deep(letterTexts.fa)),
});

const { publicTexts } = (await import('../server/modules/knowledge/public-texts.ts')) as {
  publicTexts: Record<Language, Texts>;
};
compare('server/modules/knowledge/public-texts.ts', {
  en: flatten(publicTexts.en),
  ar: flatten(publicTexts.ar),
  fa: flatten(publicTexts.fa),
});

compare('engine/fault-words', {
  en: flatten(faultWordsEn),
  ar: flatten(faultWordsAr),
  fa: flatten(faultWordsFa),
});

// Every code that a refusal can carry has words in the app.
for (const path of await filesUnder('server', /(^errors|files|attempts)\.ts$/)) {
  const source = await readFile(path, 'utf8');
  for (const [, code] of source.matchAll(/\[\s*'([a-z][a-z-]*\.[a-z-]+)',\s*\d{3}\s*\]/g)) {
    if (code?.startsWith('portal.')) continue;
    if (!keysOfApp.has(`problem.${code}`))
      faults.push(`web: no words for the refusal "${code}" of ${relative(root, path)} (key "problem.${code}")`);
  }
}

// A key that no source mentions, whole or by its beginning (`state.${state}`), is left over.
const sources = (
  await Promise.all(
    (await filesUnder('web', /\.tsx?$/))
      .filter((path) => !/messages\.(ar|fa|en)\.ts$/.test(path))
      .map((path) => readFile(path, 'utf8')),
  )
).join('\n');
const beginnings = [...sources.matchAll(/[`'"]([a-z][\w.-]*\.)(?:\$\{|['"`] \+)/g)].map((match) => match[1]!);
for (const [key, place] of keysOfApp) {
  if (
    key.startsWith('problem.') ||
    sources.includes(`'${key}'`) ||
    sources.includes(`"${key}"`) ||
    sources.includes(`\`${key}\``)
  )
    continue;
  if (beginnings.some((beginning) => key.startsWith(beginning))) continue;
  faults.push(`${place}: nothing uses the key "${key}"`);
}

for (const fault of faults) console.log(fault);
console.log(
  faults.length === 0
    ? `translations: ${keysOfApp.size} keys in three languages`
    : `translations: ${faults.length} fault(s)`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
