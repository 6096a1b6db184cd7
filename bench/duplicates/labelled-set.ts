// A labelled set: customers, some of them there twice or three times as registers have them, and whole families at one phone.
import { randomFrom } from '../words.ts';
import {
  capital,
  nameLists,
  pick,
  respellLatin,
  respellScript,
  slip,
  type Random,
  type Spelling,
  type Tongue,
} from './labelled-names.ts';

export type Labelled = {
  /** Records with the same label are one customer. */
  label: number;
  kind: 'person' | 'company';
  name: string;
  language: 'ar' | 'fa' | 'en';
  phone: string | null;
  email: string | null;
  birthDate: string | null;
  nationalId: string | null;
};

type Person = {
  given: Spelling;
  father: Spelling;
  family: Spelling;
  tongue: Tongue;
  phone: string;
  email: string | null;
  birthDate: string;
  nationalId: string;
};

const titles = {
  ar: ['السيد ', 'أ. ', 'م. ', 'د. '],
  fa: ['آقای ', 'خانم ', 'دکتر '],
  latin: ['Mr. ', 'Dr ', 'Eng. '],
};
const trades: readonly Spelling[] = [
  { script: 'للتجارة', latin: 'trading' },
  { script: 'للمقاولات', latin: 'contracting' },
  { script: 'للنقل', latin: 'transport' },
  { script: 'للأثاث', latin: 'furniture' },
  { script: 'الطبية', latin: 'medical' },
];

/** Always the same for a number of records. */
export function labelledSet(size: number): Labelled[] {
  const random = randomFrom(20261127);
  const lists = nameLists(random);
  const free = onceOnly();
  const set: Labelled[] = [];
  let label = 0;
  while (set.length < size) {
    const tongue: Tongue = random() < 0.55 ? 'ar' : 'fa';
    if (random() < 0.08) {
      label += 1;
      set.push(...company(random, lists.family(tongue), tongue, label, free));
      continue;
    }
    for (const person of household(random, lists, tongue, free)) {
      label += 1;
      const copies = random() < 0.16 ? (random() < 0.1 ? 3 : 2) : 1;
      for (let copy = 0; copy < copies; copy += 1) set.push(record(random, person, label, copy > 0));
    }
  }
  return set.slice(0, size);
}

/** No provider gives one address twice, and no registry one domain. */
function onceOnly(): (text: string) => string {
  const taken = new Map<string, number>();
  return (text) => {
    const before = taken.get(text) ?? 0;
    taken.set(text, before + 1);
    return before === 0 ? text : `${text}${before + 1}`;
  };
}

/** One to five who share the names of father and family, and, half of the time, one phone. */
function household(
  random: Random,
  lists: ReturnType<typeof nameLists>,
  tongue: Tongue,
  free: (text: string) => string,
): Person[] {
  const [father, family, phone] = [lists.given(tongue), lists.family(tongue), mobile(random)];
  const shared = random() < 0.5;
  const members = random() < 0.45 ? 1 : 2 + Math.floor(random() * 4);
  const taken = new Set([father.script]);
  return Array.from({ length: members }, () => {
    let given = lists.given(tongue);
    for (let tries = 0; taken.has(given.script) && tries < 20; tries += 1) given = lists.given(tongue);
    taken.add(given.script);
    const local = `${given.latin}${pick(random, ['.', '', '_'])}${family.latin.replace(/[^a-z]/g, '')}${random() < 0.6 ? Math.floor(random() * 1000) : ''}`;
    const email = random() < 0.55 ? `${free(local.replace(/[^a-z0-9._]/g, ''))}@${provider(random)}` : null;
    return {
      given,
      father,
      family,
      tongue,
      phone: shared ? phone : mobile(random),
      email,
      birthDate: day(random),
      nationalId: digits(random, 10),
    };
  });
}

function record(random: Random, person: Person, label: number, again: boolean): Labelled {
  const latin = random() < (again ? 0.35 : 0.12);
  const { given, father, family, tongue } = person;
  // Whoever enters somebody a second time has another form, another keyboard, another mood.
  const written = (word: Spelling): string => {
    const text = latin
      ? capital(again ? respellLatin(random, word.latin) : word.latin)
      : again
        ? respellScript(random, word.script)
        : word.script;
    return again && random() < 0.05 ? slip(random, text) : text;
  };
  const parts = [
    written(given),
    ...(random() < 0.5 ? [(tongue === 'ar' && !latin && random() < 0.2 ? 'بن ' : '') + written(father)] : []),
    written(family),
  ];
  const turned = again && random() < 0.05 ? [parts.at(-1)!, ...parts.slice(0, -1)] : parts;
  const title = random() < 0.06 ? pick(random, titles[latin ? 'latin' : tongue]) : '';
  return {
    label,
    kind: 'person',
    name: title + turned.join(' '),
    language: latin ? 'en' : tongue,
    phone:
      random() < 0.1
        ? null
        : again
          ? pick(random, [
              person.phone,
              person.phone,
              person.phone,
              person.phone,
              mobile(random),
              digitSlip(random, person.phone),
            ])
          : person.phone,
    email:
      !person.email || random() < 0.2
        ? null
        : again
          ? pick(random, [
              person.email,
              person.email,
              `${person.email.split('@')[0]}@${provider(random)}`,
              slip(random, person.email),
            ])
          : person.email,
    birthDate: random() < 0.3 ? null : again && random() < 0.06 ? dateSlip(random, person.birthDate) : person.birthDate,
    nationalId:
      !again && random() < 0.3
        ? person.nationalId
        : again && random() < 0.03
          ? digitSlip(random, person.nationalId)
          : null,
  };
}

function company(
  random: Random,
  family: Spelling,
  tongue: Tongue,
  label: number,
  free: (text: string) => string,
): Labelled[] {
  const trade = pick(random, trades);
  const phone = mobile(random);
  const email =
    random() < 0.6
      ? `${pick(random, ['info', 'sales', 'office'])}@${free(`${family.latin.replace(/[^a-z]/g, '')}${trade.latin}`)}.example`
      : null;
  const write = (again: boolean): Labelled => {
    const latin = random() < 0.3;
    const stem = latin
      ? capital(again ? respellLatin(random, family.latin) : family.latin)
      : again
        ? respellScript(random, family.script)
        : family.script;
    const form = latin ? ['', ' Co.', ' LLC', ' Company Ltd'] : ['', ' المحدودة', ' القابضة'];
    const name = latin
      ? `${stem} ${capital(trade.latin)}${pick(random, form)}`
      : `${pick(random, ['شركة ', 'مؤسسة ', ''])}${stem} ${trade.script}${pick(random, form)}`;
    return {
      label,
      kind: 'company',
      name,
      language: latin ? 'en' : tongue,
      phone: again && random() < 0.3 ? mobile(random) : phone,
      email: random() < 0.3 ? null : email,
      birthDate: null,
      nationalId: null,
    };
  };
  return random() < 0.16 ? [write(false), write(true)] : [write(false)];
}

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
const mobile = (random: Random): string => `+9665${digits(random, 8)}`;
const provider = (random: Random): string =>
  pick(random, ['mail.example', 'post.example', 'inbox.example', 'web.example']);
const two = (value: number): string => String(value).padStart(2, '0');
const day = (random: Random): string =>
  random() < 0.04
    ? `${1950 + Math.floor(random() * 55)}-01-01`
    : `${1950 + Math.floor(random() * 55)}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;

function digitSlip(random: Random, number: string): string {
  const at = 6 + Math.floor(random() * (number.length - 6));
  return number.slice(0, at) + ((Number(number.charAt(at)) + 1 + Math.floor(random() * 8)) % 10) + number.slice(at + 1);
}

function dateSlip(random: Random, date: string): string {
  const [year = '', month = '', dayOf = ''] = date.split('-');
  if (random() < 0.4 && Number(dayOf) <= 12) return `${year}-${dayOf}-${month}`;
  return `${year}-${month}-${two(1 + ((Number(dayOf) + Math.floor(random() * 20)) % 28))}`;
}
